// Walks along the relations that are switched on.
import { entities, relationKinds } from "./data.js";
import { state } from "./state.js";

export const relationShown = (relation) => !state.relations.includes(relationKinds[relation.kind].name);

export const otherEnd = (relation, id) => (relation.head === id ? relation.tail : relation.head);

/** Entities within some steps of one, itself among them. */
export function around(id, steps) {
  const found = new Set([id]);
  let edge = [id];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const at of edge) {
      for (const relation of entities[at].relations.filter(relationShown)) {
        const other = otherEnd(relation, at);
        if (!found.has(other)) { found.add(other); next.push(other); }
      }
    }
    edge = next;
  }
  return found;
}

/** A shortest path as a list of relations, in order; null when there is none. Breadth first from ``from``. */
function shortestPath(from, to) {
  const came = new Map([[from, null]]);
  const queue = [from];
  for (let i = 0; i < queue.length && !came.has(to); i += 1) {
    for (const relation of entities[queue[i]].relations.filter(relationShown)) {
      const other = otherEnd(relation, queue[i]);
      if (!came.has(other)) { came.set(other, relation); queue.push(other); }
    }
  }
  if (!came.has(to)) return null;
  const path = [];
  for (let at = to; at !== from; at = otherEnd(came.get(at), at)) path.unshift(came.get(at));
  return path;
}

/** The ends of the path that is asked for and, when both are known, its relations. */
export function pathNow(entityOf) {
  const [from, to] = state.path.split(",").map(entityOf);
  return { from, to, relations: from && to ? shortestPath(from.id, to.id) : null };
}

// Which entities pass the filters, and which of them the graph draws.
import { drawable, entities, entityOf, limit, relations, types } from "./data.js";
import { around, otherEnd, pathNow, relationShown } from "./paths.js";
import { state } from "./state.js";

const LIMIT = limit;  // drawn at once, the most important first
export const total = entities.filter(drawable).length;
const LOCATED = "locatedIn";

/** An entity, what lies in it, directly or through others, and what is related to any of these. */
function inTown(town) {
  const inside = new Set([town]);
  const queue = [town];
  while (queue.length) {
    const at = queue.pop();
    for (const r of entities[at].relations) {
      if (r.name === LOCATED && r.tail === at && !inside.has(r.head)) { inside.add(r.head); queue.push(r.head); }
    }
  }
  const found = new Set(inside);
  for (const at of inside) {
    for (const r of entities[at].relations) if (!(r.name === LOCATED && r.head === at)) found.add(otherEnd(r, at));
  }
  return found;
}

function kept() {
  const near = state.near.map((item) => item.split("~")).filter(([iri]) => entityOf(iri));
  const wanted = near.length ? new Set(near.flatMap(([iri, steps]) => [...around(entityOf(iri).id, Number(steps) || 1)])) : null;
  const town = entityOf(state.town);
  const there = town ? inTown(town.id) : null;
  const off = new Set(state.types);
  const hidden = new Set(state.hidden);
  const pinned = new Set(state.pinned);
  return (entity) => drawable(entity) && !hidden.has(entity.iri) && (pinned.has(entity.iri) || (
    entity.types.some((t) => types[t].drawn && !off.has(types[t].name))
    && (!state.status.length || state.status.some((s) => entity.statuses.has(s)))
    && (!state.year || entity.years.has(state.year))
    && (!there || there.has(entity.id))
    && (!wanted || wanted.has(entity.id))
    && (!state.degree || entity.relations.filter(relationShown).length >= state.degree)));
}

/** Entities that pass, in order of importance; those drawn; the relations drawn between them. */
export function look() {
  const passing = entities.filter(kept());
  const path = pathNow(entityOf);
  const forced = [entityOf(state.entity), path.from, path.to,
    ...(path.relations || []).flatMap((r) => [entities[r.head], entities[r.tail]])];
  const nodes = new Set(passing.slice(0, LIMIT).map((e) => e.id));
  for (const entity of forced) if (entity && drawable(entity)) nodes.add(entity.id);
  const edges = relations.filter((r) => relationShown(r) && nodes.has(r.head) && nodes.has(r.tail));
  return { passing, nodes, edges };
}

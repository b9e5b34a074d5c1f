// What is looked at: one object, kept in the address after ``#``, so that a link or the back button restores it.

const EMPTY = {
  view: "graph", entity: "", edge: "", path: "", near: [], hidden: [], pinned: [],
  types: [], relations: [], status: [], year: "", town: "", degree: 0,
  table: "", find: "", question: "", values: "", report: 0, lang: "", theme: "",
};
const FILTERS = ["types", "relations", "status", "year", "town", "degree", "near", "hidden", "pinned"];

export const state = structuredClone(EMPTY);
const listeners = [];

/** Call a function with the names of what changed, at each change. */
export const watch = (listener) => listeners.push(listener);

/**
 * Change what is looked at.
 * ``remember``: the back button comes back to where we are now; without it the address is replaced.
 */
export function change(changes, remember = true) {
  const changed = assign(changes);
  if (!changed.length) return;
  const hash = `#${written()}`;
  if (remember) location.hash = hash;
  else location.replace(hash);
  announce(changed);
}

/** Switch a value of a list on or off. */
export function toggle(name, value, remember = true) {
  const list = state[name];
  change({ [name]: list.includes(value) ? list.filter((v) => v !== value) : [...list, value] }, remember);
}

export const resetFilters = () => change(Object.fromEntries(FILTERS.map((name) => [name, structuredClone(EMPTY[name])])));
export const filtered = () => FILTERS.some((name) => String(state[name]) !== String(EMPTY[name]));

/** Take the state from the address. */
export function restore() {
  const given = new URLSearchParams(location.hash.slice(1));
  const found = structuredClone(EMPTY);
  for (const [name, empty] of Object.entries(EMPTY)) {
    if (!given.has(name)) continue;
    const value = given.get(name);
    if (Array.isArray(empty)) found[name] = value.split(",").filter(Boolean);
    else found[name] = typeof empty === "number" ? Math.max(0, Number.parseInt(value, 10) || 0) : value;
  }
  const changed = assign(found);
  if (changed.length) announce(changed);
}

function assign(changes) {
  const changed = Object.keys(changes).filter((name) => String(state[name]) !== String(changes[name]));
  for (const name of changed) state[name] = changes[name];
  return changed;
}

function announce(changed) {
  const names = new Set(changed);
  for (const listener of listeners) listener(names);
}

function written() {
  const said = new URLSearchParams();
  for (const [name, empty] of Object.entries(EMPTY)) {
    if (String(state[name]) !== String(empty)) said.set(name, String(state[name]));
  }
  return said.toString();
}

window.addEventListener("hashchange", restore);

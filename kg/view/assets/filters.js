// The legend, which is also the filters.
import { byId, button, dot, make } from "./dom.js";
import { entities, entityOf, relationKinds, relations, statuses, types, years } from "./data.js";
import { seenNow } from "./graph.js";
import { total } from "./visible.js";
import { change, filtered, resetFilters, state, toggle } from "./state.js";
import { count, label, listed, say } from "./words.js";

const byType = types.map((_, i) => entities.filter((e) => e.types.includes(i)).length);
const byRelation = relationKinds.map((_, i) => relations.filter((r) => r.kind === i).length);
const byStatus = statuses.map((s) => entities.filter((e) => e.statuses.has(s)).length);
const towns = entities.filter((e) => e.types.some((t) => types[t].name === "Town")).sort((a, b) => b.weight - a.weight);
const widest = Math.max(1, ...entities.map((e) => e.relations.length));

/** A row of the legend: a switch, its number, and a button that switches all others off. */
function row(name, text, number, on, onchange, only, mark = null) {
  return make("div", { className: "row" }, make("label", {},
    make("input", { type: "checkbox", checked: on, onchange, name }), mark, make("span", { className: "name" }, text)),
    only ? button(say("only"), only, { className: "quiet", "aria-label": say("only.of", { name: text }) }) : null,
    make("span", { className: "count" }, count(number)));
}

function typeRows() {
  const drawn = types.filter((t, i) => t.drawn && byType[i]);
  return drawn.map((t) => row(`type-${t.name}`, label(t), byType[types.indexOf(t)], !state.types.includes(t.name), () => toggle("types", t.name),
    () => change({ types: drawn.filter((other) => other !== t).map((other) => other.name) }), dot(t.colour)));
}

function undrawnRows() {
  return types.filter((t, i) => !t.drawn && byType[i]).map((t) => make("div", { className: "row" }, make("span", { className: "name" },
    dot(t.colour), label(t)), button(say("in.tables"), () => change({ view: "tables", table: t.name }), { className: "quiet shown" }),
    make("span", { className: "count" }, count(byType[types.indexOf(t)]))));
}

function relationRows() {
  return relationKinds.map((kind, i) => row(`relation-${kind.name}`, label(kind), byRelation[i], !state.relations.includes(kind.name),
    () => toggle("relations", kind.name), () => change({ relations: relationKinds.filter((k) => k !== kind).map((k) => k.name) })));
}

function statusRows() {
  return statuses.map((s, i) => (byStatus[i]
    ? row(`status-${s}`, label(s), byStatus[i], state.status.includes(s), () => toggle("status", s), null) : null));
}

function choice(name, text, any, values, shown) {
  return make("label", { className: "choice" }, make("span", {}, text), make("select", { name, value: state[name], onchange: (e) => change({ [name]: e.target.value }) },
    [["", any], ...values].map(([value, said]) => make("option", { value, selected: value === state[name] }, shown ? shown(said) : said))));
}

function degree() {
  const out = make("output", {}, String(state.degree));
  return make("label", { className: "choice" }, make("span", {}, say("degree")), make("input", { type: "range", name: "degree", min: 0,
    max: Math.min(10, widest), value: state.degree, oninput: (e) => { out.value = e.target.value; },
    onchange: (e) => change({ degree: Number(e.target.value) }) }), out);
}

function group(title, rows, open = true) {
  const found = rows.filter(Boolean);
  return found.length ? make("details", { open }, make("summary", {}, title), found) : null;
}

export function showFilters() {
  const panel = byId("filters");
  const focused = document.activeElement && panel.contains(document.activeElement) ? document.activeElement.name : "";
  const opened = new Map([...panel.querySelectorAll("details")].map((d, i) => [i, d.open]));
  panel.replaceChildren(
    make("div", { className: "head" }, make("h2", {}, say("filters")),
      button(say("reset"), resetFilters, { id: "reset", disabled: !filtered() }),
      button("✕", () => openFilters(false), { className: "icon phone", "aria-label": say("close") })),
    ...[group(say("type"), [...typeRows(), ...undrawnRows()]),
      make("div", { className: "choices" }, years.length > 1 ? choice("year", say("year"), say("years.any"), years.map((y) => [y, y])) : null,
        towns.length ? choice("town", say("town"), say("towns.any"), towns.map((t) => [t.iri, t.name])) : null,
        relations.length ? degree() : null),
      group(say("status"), statusRows()), group(say("relation"), relationRows())].filter(Boolean));
  [...panel.querySelectorAll("details")].forEach((d, i) => { if (opened.has(i)) d.open = opened.get(i); });
  if (focused) panel.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
}

/** How many of how many are shown, and what keeps the others away. */
export function showCounts() {
  const { passing, nodes, edges } = seenNow();
  byId("shown").textContent = say("shown", { shown: nodes.size, total, edges: edges.length })
    + (passing.length > nodes.size ? ` · ${say("shown.most", { shown: nodes.size })}` : "");
  const near = state.near.map((n) => entityOf(n.split("~")[0])).filter(Boolean);
  const waiting = state.path && !state.path.includes(",") ? entityOf(state.path) : null;
  const note = (text, action, onclick) => make("div", { className: "note" }, make("span", {}, text), button(action, onclick));
  byId("notes").replaceChildren(...[
    waiting ? note(say("path.choose", { name: waiting.name.slice(0, 40) }), say("cancel"), () => change({ path: "" })) : null,
    near.length ? note(say("near", { names: listed(near.slice(0, 3).map((e) => e.name.slice(0, 20))) }), say("near.off"), () => change({ near: [] })) : null,
    state.hidden.length ? note(say("hidden", { n: state.hidden.length }), say("hidden.off"), () => change({ hidden: [] })) : null,
    state.pinned.length ? note(say("pinned", { n: state.pinned.length }), say("pinned.off"), () => change({ pinned: [] })) : null,
  ].filter(Boolean));
}

/** On a phone the filters are a drawer. */
export function openFilters(open) {
  document.body.classList.toggle("filters-open", open);
  byId("open-filters").setAttribute("aria-expanded", String(open));
  if (open) byId("filters").querySelector("button, input")?.focus();
}


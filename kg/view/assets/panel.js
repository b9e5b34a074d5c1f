// The panel: what is known of the selected entity or relation, or of the whole dataset.
import { byId, button, make, shortened } from "./dom.js";
import { drawable, entities, entityOf, relationKinds, relationOf, sentences, statuses, textOf } from "./data.js";
import { occurrences, quotation, quotationsOf, quotationsOfRelation } from "./evidence.js";
import { expand, lookAt } from "./graph.js";
import { chips, link, pairs, section } from "./links.js";
import { overview } from "./overview.js";
import { pathNow } from "./paths.js";
import { seriesOf, seriesTable } from "./series.js";
import { change, state, toggle } from "./state.js";
import { label, listed, say } from "./words.js";

const QUOTES = 6;
const ROWS = 8;

function tools(entity) {
  if (!drawable(entity)) return null;
  const pinned = state.pinned.includes(entity.iri);
  const near = (steps) => () => change({ near: [`${entity.iri}~${steps}`], view: "graph" });
  return make("div", { className: "actions" },
    button(say("in.graph"), () => { change({ view: "graph" }); lookAt(entity); }),
    button(say("near.1"), near(1)), button(say("near.2"), near(2)), state.near.length ? button(say("expand"), () => expand(entity)) : null,
    button(say("path"), () => change({ path: entity.iri, view: "graph" })),
    button(say(pinned ? "unpin" : "pin"), () => toggle("pinned", entity.iri), { "aria-pressed": String(pinned) }),
    button(say("hide"), () => change({ hidden: [...state.hidden, entity.iri], entity: "" })));
}

function factRows(entity) {
  const rows = entity.code ? [[say("code"), entity.code]] : [];
  for (const fact of entity.facts) {
    const value = statuses.includes(fact.value) ? statusWithYear(entity, fact) : fact.value === "true" ? say("yes") : fact.value;
    rows.push([label(fact.name), make("span", { title: basis(fact.support) }, value)]);
  }
  return rows;
}

/** A status, and the year of the record that says so. */
function statusWithYear(entity, fact) {
  const found = entity.history.filter((h) => h.status === fact.value && Boolean(h.promised) === (fact.name === "aim"));
  const year = found.map((h) => h.year).filter(Boolean).sort().pop();
  return label(fact.value) + (year ? ` · ${year}` : "");
}

const basis = (support) => (support ? `${say("rule")} ${support.rules.join(", ")} · ${say("confidence")} ${support.confidence}` : "");

function historyRows(entity) {
  const known = new Map(entity.history.map((h) => [`${h.year}|${h.status}|${h.promised}`, h]));
  return known.size < 2 ? [] : [...known.values()].sort((a, b) => (a.year < b.year ? -1 : 1))
    .map((h) => [h.year || "–", `${label(h.status)}（${say(h.promised ? "promised" : "reached")}）`]);
}

/** Relations by kind and direction, each the name of the other end, with a mark that leads to its sentence. */
function relationRows(entity) {
  const groups = new Map();
  for (const r of entity.relations) {
    const out = r.head === entity.id;
    const key = say(out ? "out" : "in", { relation: label(relationKinds[r.kind]) });
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push([r, entities[out ? r.tail : r.head]]);
  }
  return [...groups].map(([key, list]) => [key, make("ul", { className: "links" }, shortened(list, ROWS, ([r, other]) => make("li", {}, link(other),
    r.support ? button("❝", () => change({ edge: r.support.iri, entity: "" }), { className: "quiet", title: say("basis"),
      "aria-label": `${say("basis")}: ${key} ${other.name.slice(0, 60)}` }) : null), (n) => say("more", { n })))]);
}

function numbers(entity) {
  const own = seriesOf(entity.observed);
  const of = seriesOf(entity.measured);
  const all = [...own, ...of];
  if (!all.length) return [];
  const long = (row) => row.cells.size;
  const shown = [...all].sort((a, b) => long(b) - long(a)).slice(0, ROWS);
  const other = (row) => entities[own.includes(row) ? row.indicator : row.area];
  return [seriesTable(shown, (row) => (other(row) ? link(other(row)) : "")), all.length > shown.length
    ? button(say("in.table", { n: all.length }), () => change({ view: "tables", table: "observations", find: entity.name }), { className: "quiet" }) : null];
}

/** Quotations; where numbers are spoken of and nothing names the entity, the numbers are marked. */
function quotes(entity) {
  const found = quotationsOf(entity).map(([s, marks]) => (marks.length ? [s, marks] : [s, numberMarks(entity, s)]));
  return shortened(found, QUOTES, ([s, marks]) => quotation(s, marks), (n) => say("more", { n }));
}

function numberMarks(entity, sentence) {
  return [...entity.observed, ...entity.measured].filter((o) => o.support && o.support.sentences.includes(sentence))
    .flatMap((o) => occurrences(textOf(sentences[sentence]), [`${o.value}${o.unit}`, o.value]));
}

function entityPanel(entity) {
  return [make("h2", {}, entity.name.slice(0, 400)), chips(entity), tools(entity),
    entity.aliases.length ? section(say("aliases"), make("p", {}, listed(entity.aliases.map((a) => a.slice(0, 200))))) : null,
    section(say("facts"), pairs(factRows(entity))), section(say("history"), pairs(historyRows(entity))),
    section(say("relation"), pairs(relationRows(entity))), section(say("data"), ...numbers(entity)),
    section(say("sentences", { n: entity.sentences.size }), ...quotes(entity))];
}

function relationPanel(relation) {
  const { rules, confidence } = relation.support;
  return [make("h2", {}, label(relationKinds[relation.kind])),
    make("p", { className: "triple" }, link(entities[relation.head]), make("span", { className: "arrow" }, ` — ${label(relationKinds[relation.kind])} → `), link(entities[relation.tail])),
    section(say("basis"), pairs([[say("rule"), rules.join(", ")], [say("confidence"), String(confidence)]])),
    section(say("sentences", { n: relation.support.sentences.length }), ...quotationsOfRelation(relation).map(([s, marks]) => quotation(s, marks)))];
}

function pathPanel({ from, to, relations }) {
  if (!relations) return [make("h2", {}, say("path.title")), make("p", {}, link(from), " … ", link(to)), make("p", { className: "soft" }, say("path.none")), pathEnd()];
  let at = from.id;
  const steps = relations.map((r) => {
    const out = r.head === at;
    at = out ? r.tail : r.head;
    return make("li", {}, button(`${out ? "→" : "←"} ${label(relationKinds[r.kind])}`, () => change({ edge: r.support ? r.support.iri : "" }), { className: "quiet" }), link(entities[at]));
  });
  return [make("h2", {}, say("path.title")), make("p", { className: "soft" }, say("path.steps", { n: relations.length })),
    make("ol", { className: "path" }, make("li", {}, link(from)), steps), pathEnd(),
    section(say("sentences", { n: relations.length }), ...relations.flatMap(quotationsOfRelation).map(([s, marks]) => quotation(s, marks)))];
}

const pathEnd = () => make("div", { className: "actions" }, button(say("path.off"), () => change({ path: "" })));

export function showPanel() {
  const entity = entityOf(state.entity);
  const relation = relationOf(state.edge);
  const path = pathNow(entityOf);
  const found = entity ? entityPanel(entity) : relation ? relationPanel(relation) : path.from && path.to ? pathPanel(path) : overview();
  const selected = Boolean(entity || relation || (path.from && path.to));
  const close = selected ? button("✕", () => change({ entity: "", edge: "", ...(entity || relation ? {} : { path: "" }) }),
    { className: "icon close", "aria-label": say("close"), title: say("close") }) : null;
  byId("panel").replaceChildren(...[close, ...found].filter(Boolean));
  byId("panel").scrollTop = 0;
  document.body.classList.toggle("selected", selected);
}

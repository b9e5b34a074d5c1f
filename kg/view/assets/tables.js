// The tables: entities by type, numbers by indicator and year, relations.
import { byId, make } from "./dom.js";
import { drawable, entities, observations, relationKinds, relations, statuses, types } from "./data.js";
import { link } from "./links.js";
import { seenNow } from "./graph.js";
import { relationShown } from "./paths.js";
import { cellText, chartOf, seriesOf, yearsOf } from "./series.js";
import { change, state } from "./state.js";
import { table } from "./table.js";
import { label, listed, say } from "./words.js";

let shown = "";

function entityColumns(type) {
  const value = (name) => (e) => listed(e.facts.filter((f) => f.name === name).map((f) => (statuses.includes(f.value) ? label(f.value) : f.value === "true" ? say("yes") : f.value)));
  const has = (name) => entities.some((e) => (!type || e.types.some((t) => types[t] === type)) && e.facts.some((f) => f.name === name));
  return [{ name: say("name"), text: (e) => e.name, cell: (e) => link(e) },
    type ? null : { name: say("type"), text: (e) => listed(e.types.map((t) => label(types[t]))) },
    { name: say("aliases"), text: (e) => listed(e.aliases) },
    ...["status", "aim", "investment", "capacity", "plansListing"].filter(has).map((name) => ({ name: label(name), text: value(name) })),
    { name: say("year"), text: (e) => listed([...e.years].sort()) },
    { name: say("degree.short"), text: (e) => String(e.relations.length), number: true },
    { name: say("mentions"), text: (e) => String(e.mentions.length), number: true }].filter(Boolean);
}

/** Entities of a type that pass the filters; types that are not drawn are not filtered. */
function entityTable(type) {
  const passing = new Set(seenNow().passing);
  const rows = entities.filter((e) => (!type || e.types.some((t) => types[t] === type)) && (!drawable(e) || passing.has(e)));
  return { columns: entityColumns(type), rows, name: type ? type.name : "entities" };
}

function observationTable() {
  const series = seriesOf(observations);
  const name = (id) => (id >= 0 ? entities[id].name : "");
  const years = yearsOf(series);
  const kinds = (year) => ["actual", "target"].filter((kind) => series.some((row) => row.cells.get(year)?.[kind].length));
  return { name: "observations", rows: series, columns: [
    { name: say("area"), text: (row) => name(row.area), cell: (row) => (row.area >= 0 ? link(entities[row.area]) : "") },
    { name: say("indicator"), text: (row) => name(row.indicator), cell: (row) => (row.indicator >= 0 ? link(entities[row.indicator]) : "") },
    { name: label("measure"), text: (row) => label(row.measure) },
    ...years.flatMap((year) => kinds(year).map((kind) => ({ name: `${year} ${label(kind === "actual" ? "Actual" : "Target")}`, number: true,
      text: (row) => cellText(row, year, kind) }))),
    years.length > 1 && series.some((row) => chartOf(row)) ? { name: say("trend"), text: () => "", cell: (row) => chartOf(row) } : null,
  ].filter(Boolean) };
}

function relationTable() {
  return { name: "relations", rows: relations.filter(relationShown), columns: [
    { name: say("from"), text: (r) => entities[r.head].name, cell: (r) => link(entities[r.head]) },
    { name: say("relation"), text: (r) => label(relationKinds[r.kind]), cell: (r) => make("button", { type: "button", className: "link",
      onclick: () => change({ edge: r.support ? r.support.iri : "", entity: "" }) }, label(relationKinds[r.kind])) },
    { name: say("to"), text: (r) => entities[r.tail].name, cell: (r) => link(entities[r.tail]) },
    { name: say("confidence"), text: (r) => (r.support ? String(r.support.confidence) : ""), number: true },
    { name: say("rule"), text: (r) => (r.support ? r.support.rules.join(" ") : "") }] };
}

function chooser() {
  const own = types.filter((t, i) => entities.some((e) => e.types.includes(i)));
  const option = (value, text) => make("option", { value, selected: value === state.table }, text);
  return make("select", { name: "table", "aria-label": say("table.choose"), onchange: (e) => change({ table: e.target.value, find: "" }) },
    option("", say("entities")), own.map((t) => option(t.name, `\u3000${label(t)}`)), option("observations", say("observations")), option("relations", say("relations")));
}

export function showTables(changed) {
  if (state.view !== "tables") return;
  const key = [state.table, state.lang, state.types, state.relations, state.status, state.year, state.town, state.degree, state.near, state.hidden].join("|");
  if (key === shown && !changed.has("view")) return;
  shown = key;
  const type = types.find((t) => t.name === state.table);
  const made = state.table === "observations" ? observationTable() : state.table === "relations" ? relationTable() : entityTable(type);
  const { tools, body } = table({ ...made, wanted: state.find, onfind: (find) => change({ find }, false) });
  byId("view-tables").replaceChildren(make("div", { className: "bar" }, chooser(), tools), body);
}

// Observations as series: one row for each thing, indicator and kind of measure, one cell for each year.
import { entities } from "./data.js";
import { make } from "./dom.js";
import { chart } from "./chart.js";
import { label, languageNow, say } from "./words.js";

/** Rows of some observations; ``cells`` holds by year what was reached and what was aimed at. */
export function seriesOf(observations) {
  const found = new Map();
  for (const o of observations) {
    const key = [o.area, o.indicator, o.measure, o.unitNode].join("|");
    if (!found.has(key)) found.set(key, { area: o.area, indicator: o.indicator, measure: o.measure, cells: new Map(), observations: [] });
    const row = found.get(key);
    if (!row.cells.has(o.year)) row.cells.set(o.year, { actual: [], target: [] });
    row.cells.get(o.year)[o.nature === "Target" ? "target" : "actual"].push(o);
    row.observations.push(o);
  }
  return [...found.values()];
}

export const yearsOf = (series) => [...new Set(series.flatMap((s) => [...s.cells.keys()]))].sort();

/** A number as it is written, with its bound. */
function written(o) {
  const space = /^[a-z]/i.test(o.unit) ? " " : "";
  return `${o.bound ? label(o.bound) + (languageNow() === "en" ? " " : "") : ""}${o.value}${space}${o.unit}`;
}

const writtenAll = (list) => [...new Set(list.map(written))].join(" / ");

export const cellText = (row, year, kind) => (row.cells.has(year) ? writtenAll(row.cells.get(year)[kind]) : "");

export function chartOf(row, size) {
  const years = [...row.cells.keys()].sort();
  const name = row.indicator >= 0 ? entities[row.indicator].name : "";
  return chart(row.cells, say("chart", { name, from: years[0], to: years[years.length - 1] }), size);
}

/** A table of series for the panel: what, year, reached, aimed at. ``what`` makes the first cell. */
export function seriesTable(series, what) {
  const rows = series.flatMap((row) => {
    const years = [...row.cells.keys()].sort();
    const picture = chartOf(row, [240, 44]);
    const lines = years.map((year, i) => make("tr", {},
      i ? null : make("th", { scope: "row", rowSpan: years.length + (picture ? 1 : 0) }, what(row), make("small", {}, label(row.measure))),
      make("td", {}, year), make("td", { className: "number" }, cellText(row, year, "actual")),
      make("td", { className: "number aimed" }, cellText(row, year, "target"))));
    return picture ? [...lines, make("tr", {}, make("td", { colSpan: 3 }, picture))] : lines;
  });
  return make("table", { className: "series" }, make("thead", {}, make("tr", {}, make("th", {}, ""),
    make("th", {}, say("year")), make("th", { className: "number" }, label("Actual")), make("th", { className: "number" }, label("Target")))),
    make("tbody", {}, rows));
}

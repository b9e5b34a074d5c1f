// What stands in the panel while nothing is selected: what the reports are, and what they are about.
import { button, dot, make } from "./dom.js";
import { drawable, entities, regions, reports, title, types } from "./data.js";
import { fit, seenNow } from "./graph.js";
import { link, pairs, section } from "./links.js";
import { change } from "./state.js";
import { count, label, say } from "./words.js";

const IMPORTANT = 10;

function frame(report) {
  return pairs([[say("division"), report.division], [say("year"), report.year], [say("issued"), report.issued], [say("file"), report.source]]
    .filter(([, said]) => said).map(([term, said]) => [term, String(said)]));
}

function reportList() {
  if (reports.length === 1) return frame(reports[0]);
  return make("ul", { className: "links" }, reports.map((report, i) => make("li", {},
    button(report.title, () => change({ view: "text", report: i }), { className: "link" }), make("small", {}, ` ${report.year || ""}`))));
}

/** Types with their numbers; a click shows them alone, or in their table. */
function found() {
  return make("p", { className: "chips" }, types.map((t, i) => {
    const number = entities.filter((e) => e.types.includes(i)).length;
    return number ? button([dot(t.colour), label(t), make("b", {}, count(number))], () => change({ view: "tables", table: t.name }), { className: "chip" }) : null;
  }));
}

function topics() {
  const shown = seenNow().nodes;
  const here = regions.map((r) => [r, r.members.filter((m) => shown.has(m))]).filter(([r, ids]) => r.name && ids.length > 2);
  return here.length ? make("ul", { className: "topics" }, here.sort((a, b) => b[1].length - a[1].length).slice(0, 24).map(([r, ids]) => make("li", {},
    button(r.name, () => { change({ view: "graph" }); fit(true, ids); }, { className: "link" }), make("small", {}, ` ${ids.length}`)))) : null;
}

export function overview() {
  const important = entities.filter(drawable).slice(0, IMPORTANT);
  return [make("h2", {}, title), reportList(), section(say("found"), found()), section(say("important"),
    make("ol", { className: "links important" }, important.map((e) => make("li", {}, link(e), make("small", {}, ` ${label(types[e.types[0]])}`))))),
  section(say("topics"), topics()), make("p", { className: "soft" }, say("hint")), make("p", { className: "soft" }, say("about"))];
}

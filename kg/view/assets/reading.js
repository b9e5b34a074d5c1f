// The reading view: a report's text with its entities marked by type, linked both ways with the graph.
import { byId, button, calm, make } from "./dom.js";
import { entities, entityOf, reports, sentences, types } from "./data.js";
import { choose } from "./graph.js";
import { change, state } from "./state.js";
import { label, say } from "./words.js";

let shown = "";  // what the text in the document was made for

const ofReport = reports.map((_, report) => sentences.filter((s) => s.report === report).sort((a, b) => a.start - b.start));

/** Mentions of a report that are shown: of types switched on; of those that overlap the longer one. */
function mentionsOf(report) {
  const off = new Set(state.types);
  const found = ofReport[report].flatMap((s) => s.mentions).filter((m) => entities[m.entity].types.some((t) => !off.has(types[t].name)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let at = -1;
  return found.filter((m) => { const free = m.start >= at; if (free) at = m.end; return free; });
}

function mention(m, text) {
  const entity = entities[m.entity];
  const type = types[entity.types[0]];
  const element = make("button", { type: "button", className: "mention", title: `${label(type)}: ${entity.name.slice(0, 200)}`, onclick: () => choose(entity) }, text);
  element.dataset.entity = m.entity;
  element.style.setProperty("--type", type.colour);
  return element;
}

/** The text of a stretch with mentions in it, and places that sentences can be found at. */
function filled(report, start, end, mentions, starts) {
  const { text } = reports[report];
  const parts = [];
  const waiting = [...starts];
  let at = start;
  const until = (stop) => {
    while (waiting.length && waiting[0].start <= stop) {
      const sentence = waiting.shift();
      parts.push(text.slice(at, sentence.start), make("a", { id: `sentence-${sentence.id}`, className: "anchor" }));
      at = Math.max(at, sentence.start);
    }
    parts.push(text.slice(at, stop));
    at = stop;
  };
  for (const m of mentions) {
    until(m.start);
    parts.push(mention(m, text.slice(m.start, m.end)));
    at = m.end;
  }
  until(end);
  return parts;
}

function article(report) {
  const mentions = mentionsOf(report);
  let m = 0;
  return make("article", {}, reports[report].blocks.map(([start, end, level], i) => {
    const own = [];
    while (m < mentions.length && mentions[m].start < end) { if (mentions[m].start >= start && mentions[m].end <= end) own.push(mentions[m]); m += 1; }
    const starts = ofReport[report].filter((s) => s.start >= start && s.start < end);
    const tag = level > 0 ? `h${Math.min(level + 1, 5)}` : "p";
    return make(tag, { id: `block-${i}`, className: level < 0 ? "aside" : "" }, filled(report, start, end, own, starts));
  }));
}

function head(report) {
  const chapters = reports[report].blocks.map(([start, end, level], i) => [level, i, reports[report].text.slice(start, end)]).filter(([level]) => level > 0);
  return make("div", { className: "bar" },
    reports.length > 1 ? make("select", { name: "report", "aria-label": say("report.choose"), onchange: (e) => change({ report: Number(e.target.value), find: "" }) },
      reports.map((r, i) => make("option", { value: i, selected: i === report }, `${r.title}${r.year ? ` · ${r.year}` : ""}`))) : null,
    chapters.length ? make("select", { name: "chapter", "aria-label": say("chapter.choose"), onchange: (e) => { goTo(byId(`block-${e.target.value}`)); e.target.selectedIndex = 0; } },
      make("option", {}, say("chapter.choose")), chapters.map(([level, i, text]) => make("option", { value: i }, "\u3000".repeat(level - 1) + text.slice(0, 30)))) : null,
    make("span", { id: "places", role: "status" }));
}

function goTo(element) {
  if (element) element.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}

/** Mark the places of the selected entity, and say how many there are. */
function light() {
  const entity = entityOf(state.entity);
  const all = [...document.querySelectorAll("#view-text .mention")];
  for (const element of all) element.classList.toggle("selected", Boolean(entity) && element.dataset.entity === String(entity.id));
  const places = all.filter((e) => e.classList.contains("selected"));
  let at = -1;
  const step = (by) => () => { at = (at + by + places.length) % places.length; goTo(places[at]); };
  byId("places").replaceChildren(...(!entity ? [] : !places.length ? [say("no.mentions", { name: entity.name.slice(0, 30) })]
    : [say("reading.of", { name: entity.name.slice(0, 30), n: places.length }), button("↑", step(-1), { className: "icon", "aria-label": say("previous") }),
      button("↓", step(1), { className: "icon", "aria-label": say("next") })]));
  return places;
}

function flash(sentence) {
  const element = byId(`sentence-${sentence}`);
  if (!element) return;
  goTo(element);
  const block = element.closest("p, h2, h3, h4, h5");
  block.classList.add("found");
  setTimeout(() => block.classList.remove("found"), 2500);
}

/** Show the text; ``changed`` names what changed, so that the eye is led to it. */
export function showText(changed) {
  if (state.view !== "text") return;
  const report = Math.min(state.report, reports.length - 1);
  const key = [report, state.types, state.lang].join("|");
  const fresh = key !== shown;
  if (fresh) {
    shown = key;
    byId("view-text").replaceChildren(head(report), make("div", { className: "scroll" }, article(report)));
  }
  const places = light();
  if (state.find && (fresh || changed.has("find"))) flash(state.find);
  else if (places.length && (fresh || changed.has("view") || changed.has("entity")) && !places.some(inSight)) goTo(places[0]);
}

function inSight(element) {
  const box = element.getBoundingClientRect();
  const frame = byId("view-text").getBoundingClientRect();
  return box.top >= frame.top && box.bottom <= frame.bottom;
}

// What belongs to what: each change of the state redraws what shows it.
import { byId } from "./dom.js";
import { drawable, entities, entityOf, title } from "./data.js";
import { picture, save } from "./download.js";
import { openFilters, showCounts, showFilters } from "./filters.js";
import { canvas, choose, fit, light, lookAt, pixelOf, recolour, refresh, resized, seenNow, start, themeNow, zoom } from "./graph.js";
import { help, listen } from "./keys.js";
import { showPanel } from "./panel.js";
import { pathNow } from "./paths.js";
import { showQuestions } from "./questions.js";
import { showText } from "./reading.js";
import { start as startSearch } from "./search.js";
import { change, restore, state, watch } from "./state.js";
import { showTables } from "./tables.js";
import { turtle } from "./turtle.js";
import { speak } from "./words.js";

const VIEWS = ["graph", "text", "tables", "questions"];
const FILTERS = ["types", "relations", "status", "year", "town", "degree", "near", "hidden", "pinned"];
const any = (changed, names) => names.some((name) => changed.has(name));

function showTheme() {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.dark = String(dark);
}

function showView() {
  for (const view of VIEWS) {
    const on = view === state.view;
    byId(`view-${view}`).hidden = !on;
    byId(`tab-${view}`).setAttribute("aria-selected", String(on));
    byId(`tab-${view}`).tabIndex = on ? 0 : -1;
  }
  document.body.dataset.view = state.view;
}

/** Lead the eye to what changed in the graph. */
function follow(changed) {
  if (state.view !== "graph") return;
  const path = pathNow(entityOf);
  if (changed.has("near") && state.near.length) fit();
  else if (changed.has("path") && path.relations) fit(true, [...new Set(path.relations.flatMap((r) => [r.head, r.tail]))]);
  else if (changed.has("near")) fit();
  else if (changed.has("entity") && state.entity) bringIntoSight(entityOf(state.entity));
}

function bringIntoSight(entity) {
  if (!entity || entity.x === undefined) return;
  const box = byId("canvas").getBoundingClientRect();
  const { x, y } = pixelOf(entity);
  const margin = 40;
  const inside = x > box.left + margin && x < box.right - margin && y > box.top + margin && y < box.bottom - margin;
  if (!inside || !entity.looked) lookAt(entity);
}

function show(changed) {
  if (any(changed, ["lang"])) speak(state.lang || "zh");
  if (any(changed, ["theme"])) { showTheme(); recolour(); }
  if (any(changed, ["view"])) showView();
  if (any(changed, [...FILTERS, "entity", "path"])) refresh();
  if (any(changed, ["edge", "lang"])) light();
  if (any(changed, [...FILTERS, "lang", "path", "entity"])) { showFilters(); showCounts(); }
  if (any(changed, ["entity", "edge", "path", "lang", "near", "pinned"])) showPanel();
  showText(changed);
  showTables(changed);
  showQuestions(changed);
  if (changed.has("view") && state.view === "graph") resized();
  follow(changed);
}

function connect() {
  for (const view of VIEWS) byId(`tab-${view}`).onclick = () => change({ view });
  byId("back").onclick = () => history.back();
  byId("forward").onclick = () => history.forward();
  byId("language").onclick = () => change({ lang: state.lang === "en" ? "" : "en" }, false);
  byId("theme").onclick = () => change({ theme: document.documentElement.dataset.dark === "true" ? "light" : "dark" }, false);
  byId("help").onclick = help;
  byId("zoom-in").onclick = () => zoom(1.3);
  byId("zoom-out").onclick = () => zoom(1 / 1.3);
  byId("fit").onclick = () => fit();
  byId("open-filters").onclick = () => openFilters(!document.body.classList.contains("filters-open"));
  byId("download-png").onclick = () => { picture(canvas(), [...seenNow().nodes].map((id) => entities[id]), themeNow()); byId("download").open = false; };
  byId("download-ttl").onclick = () => { save("graph-part.ttl", turtle(seenNow().nodes, seenNow().edges), "text/turtle"); byId("download").open = false; };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { showTheme(); recolour(); });
}

restore();
showTheme();
speak(state.lang || "zh");
showView();
start();
startSearch();
connect();
listen();
watch(show);
showFilters();
showCounts();
showPanel();
show(new Set(["view", "find", "near", "path", "entity"].filter((name) => String(state[name]))));

/** What tests and people at the console may ask. */
window.govkg = { title, state, undrawn: entities.filter((e) => !drawable(e)).map((e) => e.name), pixelOf: (name) => pixelOf(entities.find((e) => e.name === name)), choose: (name) => choose(entities.find((e) => e.name === name)), ready: performance.now() };

// The keyboard, and the page that lists its keys.
import { byId, button, make } from "./dom.js";
import { drawable, entityOf } from "./data.js";
import { openFilters } from "./filters.js";
import { expand, fit, pan, zoom } from "./graph.js";
import { change, state, toggle } from "./state.js";
import { say } from "./words.js";

const VIEWS = ["graph", "text", "tables", "questions"];
const LISTED = ["/", "1–4", "+ −", "0", "n", "e", "h", "p", "Alt ← →", "Esc", "?"];

export function help() {
  const dialog = byId("help-dialog");
  dialog.setAttribute("aria-label", say("keys"));
  dialog.replaceChildren(make("h2", {}, say("keys")), make("dl", {}, LISTED.flatMap((key) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(`key.${key}`))])),
    make("p", { className: "soft" }, say("about")), button(say("close"), () => dialog.close()));
  dialog.showModal();
}

/** What a key does with the selected entity. */
function withEntity(key, entity) {
  if (key === "e") expand(entity);
  else if (key === "h") change({ hidden: [...state.hidden, entity.iri], entity: "" });
  else if (key === "p") toggle("pinned", entity.iri);
  else if (key === "n") change({ near: [`${entity.iri}~1`], view: "graph" });
  else return false;
  return true;
}

function inGraph(key) {
  if (key === "+" || key === "=") zoom(1.3);
  else if (key === "-" || key === "−") zoom(1 / 1.3);
  else if (key === "0") fit();
  else return false;
  return true;
}

const ARROWS = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };

function away() {
  if (document.body.classList.contains("filters-open")) openFilters(false);
  else if (state.path && !state.path.includes(",")) change({ path: "" });
  else if (state.entity || state.edge) change({ entity: "", edge: "" });
  else if (state.path) change({ path: "" });
}

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId("help-dialog").open) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const entity = entityOf(state.entity);
    const view = VIEWS[Number(event.key) - 1];
    let done = true;
    if (event.key === "/") byId("search").focus();
    else if (event.key === "?") help();
    else if (event.key === "Escape") away();
    else if (view) change({ view });
    else if (ARROWS[event.key] && event.target === byId("canvas")) pan(...ARROWS[event.key]);
    else done = (state.view === "graph" && inGraph(event.key)) || Boolean(entity && drawable(entity) && withEntity(event.key, entity));
    if (done) event.preventDefault();
  });
  // The arrow keys go through the views, as in any list of tabs.
  byId("views").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const view = VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length];
    change({ view });
    byId(`tab-${view}`).focus();
  });
}

// Search by name or alias: a combobox, see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
import { byId, dot, make } from "./dom.js";
import { colourOf, entities, types } from "./data.js";
import { choose } from "./graph.js";
import { change, state } from "./state.js";
import { label, say } from "./words.js";

const MOST = 12;
const normal = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const names = entities.map((e) => [e.name, ...e.aliases].map(normal));
let hits = [];
let active = 0;

/** Entities whose name or alias holds the text: those that start with it first, then the more important. */
function find(text) {
  const wanted = normal(text);
  if (!wanted) return [];
  const found = [];
  names.forEach((own, id) => {
    const held = own.filter((n) => n.includes(wanted));
    if (held.length) found.push([held.includes(wanted) ? 0 : held.some((n) => n.startsWith(wanted)) ? 1 : 2, -entities[id].weight, id]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, MOST).map(([, , id]) => entities[id]);
}

function option(entity, i) {
  const wanted = normal(byId("search").value);
  const alias = normal(entity.name).includes(wanted) ? null : entity.aliases.find((a) => normal(a).includes(wanted));
  return make("li", { id: `hit-${i}`, role: "option", "aria-selected": String(i === active), onmousedown: (event) => { event.preventDefault(); take(entity); } },
    dot(colourOf(entity)), make("span", {}, entity.name, alias ? make("small", {}, ` ${alias}`) : null),
    make("small", { className: "end" }, label(types[entity.types[0]])));
}

function show() {
  const list = byId("hits");
  const open = byId("search").value.trim() !== "";
  list.hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open));
  list.replaceChildren(...(hits.length ? hits.map(option) : [make("li", { className: "soft" }, say("nothing"))]));
  if (hits.length) byId("search").setAttribute("aria-activedescendant", `hit-${active}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function close() {
  byId("hits").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function take(entity) {
  byId("search").value = "";
  close();
  byId("search").blur();
  if (state.view !== "graph" && state.view !== "text") change({ view: "graph" }, false);
  choose(entity);
  byId("panel").focus({ preventScroll: true });
}

export function start() {
  const input = byId("search");
  input.addEventListener("input", () => { active = 0; hits = find(input.value); show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;  // an input method is at work: its Enter and arrows are not for us
    if (event.key === "ArrowDown") active = Math.min(active + 1, hits.length - 1);
    else if (event.key === "ArrowUp") active = Math.max(active - 1, 0);
    else if (event.key === "Enter" && hits.length) { take(hits[active]); event.preventDefault(); return; }
    else if (event.key === "Escape") { input.value = ""; close(); input.blur(); event.stopPropagation(); return; }
    else return;
    event.preventDefault();
    show();
  });
}

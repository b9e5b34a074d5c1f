// Small pieces that many views show: an entity as a link, types as chips, a section with its heading.
import { dot, make } from "./dom.js";
import { colourOf, types } from "./data.js";
import { choose } from "./graph.js";
import { label } from "./words.js";

const LONGEST = 200;  // characters of a name; the rest can be read in its title

export function link(entity, text = entity.name) {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return make("button", { type: "button", className: "link", title: text.length > LONGEST ? text.slice(0, 2000) : "",
    onclick: () => choose(entity) }, dot(colourOf(entity)), shown);
}

export function chips(entity) {
  return make("p", { className: "chips" }, entity.types.map((t) => make("span", { className: "chip" }, dot(types[t].colour), label(types[t]))));
}

/** A heading and what is under it; nothing when there is nothing. */
export function section(title, ...children) {
  const found = children.flat().filter(Boolean);
  return found.length ? make("section", {}, make("h3", {}, title), found) : null;
}

/** Terms and what is said of each. */
export function pairs(rows) {
  return rows.length ? make("dl", {}, rows.flatMap(([term, said]) => [make("dt", {}, term), make("dd", {}, said)])) : null;
}

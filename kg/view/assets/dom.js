// Elements, made without markup: text of reports reaches the document through text nodes alone.

export const byId = (id) => document.getElementById(id);

/** An element with properties and attributes (those with a hyphen, and role), and children: elements or text. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element of an SVG picture; all its properties are attributes. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

export function dot(colour) {
  const element = make("span", { className: "dot", "aria-hidden": "true" });
  element.style.background = colour;
  return element;
}

export function button(text, onclick, properties = {}) {
  return make("button", { type: "button", onclick, ...properties }, text);
}

/** A list that shows its first rows and, on a click, all of them. */
export function shortened(rows, limit, makeRow, moreText) {
  if (rows.length <= limit + 1) return rows.map(makeRow);
  const more = button(moreText(rows.length - limit), () => more.replaceWith(...rows.slice(limit).map(makeRow)),
    { className: "quiet" });
  return [...rows.slice(0, limit).map(makeRow), more];
}

/** Whether the eye wants things to move. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// The graph: vis-network with our own painting.
import { byId, calm } from "./dom.js";
import { colourOf, entities, entityOf, options, regions, relationOf } from "./data.js";
import { Painter, nearOf, shrinkage } from "./layers.js";
import { pathNow } from "./paths.js";
import { look } from "./visible.js";
import { change, state } from "./state.js";

const MANY = 20;  // relations of an entity that cannot all be seen from near
const CLOSE = 0.9;  // the zoom at which an entity that was jumped to is looked at
let network = null;
let painter = null;
let seen = { passing: [], nodes: new Set(), edges: [] };
let nodes = null;

export const seenNow = () => seen;
export const canvas = () => network.canvas.frame.canvas;
export const themeNow = () => painter.theme;

/** A node of vis-network: it is only a place that can be pointed at, never smaller than a fingertip finds. */
function place({ id, x, y, size }) {
  return { id, x, y, shape: "custom",
    ctxRenderer: () => {
      const scale = network.getScale();
      const across = Math.max(2 * size * shrinkage(scale), 14 / scale);
      return { drawNode: () => {}, nodeDimensions: { width: across, height: across } };
    } };
}

export function start() {
  stretch(byId("canvas").clientWidth / byId("canvas").clientHeight);
  nodes = new vis.DataSet();
  network = new vis.Network(byId("canvas"), { nodes, edges: [] }, { ...options,
    interaction: { ...options.interaction, hideNodesOnDrag: true } });  // our layers paint them meanwhile
  canvas().parentElement.tabIndex = -1;  // the element around it has the name, and takes the keys
  painter = new Painter(() => {
    const { x, y } = network.getViewPosition();
    const { clientWidth, clientHeight } = byId("canvas");
    return { scale: network.getScale(), x, y, width: clientWidth, height: clientHeight };
  });
  network.on("beforeDrawing", (ctx) => painter.paintUnder(ctx));
  network.on("afterDrawing", (ctx) => {
    const ratio = canvas().width / byId("canvas").clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    painter.paintOver(ctx);
    ctx.restore();
  });
  listen();
  refresh();
  fit(false);
}

/** The map was made for a screen a little wider than high; make it as wide as ours. */
function stretch(aspect) {
  const factor = Math.min(1.35, Math.max(0.65, (aspect || 1.2) / 1.2));
  for (const entity of entities) if (entity.x !== undefined) entity.x *= factor;
  for (const region of regions) { region.x *= factor; region.width *= factor; }
}

function listen() {
  let timer = 0;
  const move = (on) => { painter.moving = on; if (!on) network.redraw(); };
  network.on("click", ({ nodes: [node], pointer: { canvas: point } }) => {
    const edge = node === undefined ? painter.edgeAt(point, 5) : null;
    if (node !== undefined) choose(entities[node]);
    else if (edge) change({ edge: edge.support ? edge.support.iri : "", entity: "" });
    else if (state.entity || state.edge) change({ entity: "", edge: "" });
  });
  network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) expand(entities[node]); });
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(-1));
  network.on("dragStart", () => move(true));
  network.on("dragging", ({ nodes: dragged }) => {
    for (const id of dragged) Object.assign(entities[id], network.getPosition(id));
  });
  network.on("dragEnd", () => move(false));
  network.on("zoom", () => {
    painter.moving = true;
    clearTimeout(timer);
    timer = setTimeout(() => move(false), 160);
  });
}

function hover(id) {
  painter.light.hovered = id;
  byId("canvas").style.cursor = id >= 0 ? "pointer" : "";
  network.redraw();
}

/** Select an entity; where a path waits for its other end, give it that. */
export function choose(entity) {
  if (state.path && !state.path.split(",")[1] && state.path !== entity.iri) {
    change({ path: `${state.path},${entity.iri}`, entity: "", edge: "", view: "graph" });
  } else change({ entity: entity.iri, edge: "" });
}

export function expand(entity) {
  if (state.near.length) change({ near: [...state.near.filter((n) => !n.startsWith(`${entity.iri}~`)), `${entity.iri}~1`], entity: entity.iri });
  else change({ near: [`${entity.iri}~1`], entity: entity.iri });
}

/** Draw what passes the filters, and what is selected. */
export function refresh() {
  seen = look();
  const before = new Set(nodes.getIds());
  nodes.remove([...before].filter((id) => !seen.nodes.has(id)));
  nodes.add([...seen.nodes].filter((id) => !before.has(id)).map((id) => place(entities[id])));
  painter.show([...seen.nodes].sort((a, b) => a - b).map((id) => entities[id]), seen.edges, colourNow);
  light();
}

/** In the dark, colours of the ontology are mixed with white: some are too dark to be seen. */
function colourNow(entity) {
  const colour = colourOf(entity);
  return document.documentElement.dataset.dark === "true" ? lighter(colour) : colour;
}

function lighter(colour) {
  const parts = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  return `rgb(${parts.map((p) => Math.round(p + (255 - p) * 0.25)).join(",")})`;
}

export function recolour() {
  painter.readTheme();
  refresh();
}

/** Light up what is selected. */
export function light() {
  const entity = entityOf(state.entity);
  const path = pathNow(entityOf);
  const found = path.relations || [];
  const selected = entity && seen.nodes.has(entity.id) ? entity.id : -1;
  const edge = relationOf(state.edge) || null;
  Object.assign(painter.light, {
    selected, edge, path: new Set(found),
    near: selected >= 0 ? nearOf(selected, seen.edges) : edge ? new Set([edge.head, edge.tail]) : null,
    pathNodes: new Set([...found.flatMap((r) => [r.head, r.tail]), ...[path.from, path.to].filter(Boolean).map((e) => e.id)]),
    pinned: new Set(state.pinned.map(entityOf).filter((e) => e && seen.nodes.has(e.id)).map((e) => e.id)),
  });
  if (!path.to) painter.light.pathNodes.clear();
  network.redraw();
}

const motion = () => (calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** Look at everything, at some entities, or at a region of the map. */
export function fit(moved = true, ids = undefined) {
  const wanted = ids || [...seen.nodes];
  if (wanted.length) network.fit({ nodes: wanted, minZoomLevel: 0.02, maxZoomLevel: 1.3, animation: moved && motion() });
}

/** Come near to an entity; one that is related to very many is looked at with all of them. */
export function lookAt(entity) {
  if (!seen.nodes.has(entity.id)) return;
  const near = nearOf(entity.id, seen.edges);
  if (near && near.size > MANY) fit(true, [...near]);
  else network.focus(entity.id, { scale: Math.max(network.getScale(), CLOSE), offset: { x: 0, y: -covered() / 2 }, animation: motion() });
}

/** How much of the graph the panel covers from below: it does so on a phone. */
function covered() {
  const box = byId("canvas").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  return panel.height && panel.left < box.right && panel.top > box.top ? box.bottom - panel.top : 0;
}

export function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.02, network.getScale() * factor)), animation: !calm() && { duration: 150 } });
}

export function pan(dx, dy) {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
}

/** Where an entity is on the page, in pixels. */
export function pixelOf(entity) {
  const { x, y } = network.canvasToDOM({ x: entity.x, y: entity.y });
  const box = byId("canvas").getBoundingClientRect();
  return { x: x + box.left, y: y + box.top };
}

export const resized = () => { network.setSize("100%", "100%"); network.redraw(); };

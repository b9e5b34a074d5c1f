// What the graph looks like. vis-network keeps camera, pointer and nodes; what is seen is painted here, in layers:
// topics, relations, nodes, and labels that never cover each other. Painting nodes of one colour together is what
// makes thousands of them move smoothly (benchmarks/page.py).
import { entities, relationKinds, regions } from "./data.js";
import { otherEnd } from "./paths.js";
import { label } from "./words.js";
import { placeLabels } from "./labels.js";

const HUB = 12;  // relations from which those of a node are painted faintly, or they would hide the rest
const FULL = 6.2832;

/** Far away, nodes shrink less than the map does, so that they can still be seen. */
export const shrinkage = (scale) => (scale < 1 ? scale ** -0.45 : 1);

export class Painter {
  constructor(camera) {
    this.camera = camera;  // () => { scale, x, y, width, height }: the view's middle and the canvas in CSS pixels
    this.scene = { nodes: [], edges: [], plain: [], faint: [], topics: [], colours: new Map() };
    this.light = { selected: -1, hovered: -1, edge: null, near: null, path: new Set(), pathNodes: new Set(), pinned: new Set() };
    this.moving = false;
    this.readTheme();
  }

  readTheme() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(name).trim();
    this.theme = { ink: read("--ink"), soft: read("--soft"), ground: read("--ground"), edge: read("--edge"), region: read("--region"),
      accent: read("--accent"), family: getComputedStyle(document.body).fontFamily };
  }

  /** What is painted from now on: entities and relations, by the order of importance. */
  show(nodes, edges, colourOf) {
    const colours = new Map();
    for (const node of nodes) {
      const colour = colourOf(node);
      if (!colours.has(colour)) colours.set(colour, []);
      colours.get(colour).push(node);
    }
    const seen = new Set(nodes.map((n) => n.id));
    const degree = new Map();
    for (const e of edges) for (const end of [e.head, e.tail]) degree.set(end, (degree.get(end) || 0) + 1);
    const faint = (e) => Math.max(degree.get(e.head), degree.get(e.tail)) > HUB;
    this.scene = { nodes, edges, colours, plain: edges.filter((e) => !faint(e)), faint: edges.filter(faint),
      topics: regions.filter((r) => r.name && r.members.filter((m) => seen.has(m)).length > 2) };
  }

  /** Under everything else; the context is in the coordinates of the map. */
  paintUnder(ctx) {
    const view = this.view();
    this.paintRegions(ctx, view);
    if (!(this.moving && this.scene.edges.length > 2000)) this.paintEdges(ctx, view);
    this.paintNodes(ctx, view);
  }

  /** Above everything else; the context is in pixels of the screen. */
  paintOver(ctx) {
    placeLabels(ctx, this.view(), this.scene, this.light, this.theme, this.moving);
  }

  view() {
    const { scale, x, y, width, height } = this.camera();
    const [w, h] = [width / 2 / scale, height / 2 / scale];
    return { scale, shrinkage: shrinkage(scale), x, y, width, height, left: x - w, right: x + w, top: y - h, bottom: y + h };
  }

  paintRegions(ctx, { left, right, top, bottom }) {
    ctx.fillStyle = this.theme.region;
    for (const r of this.scene.topics || []) {
      if (r.x + r.width < left || r.x - r.width > right || r.y + r.height < top || r.y - r.height > bottom) continue;
      ctx.beginPath();
      ctx.ellipse(r.x, r.y, r.width, r.height, 0, 0, FULL);
      ctx.fill();
    }
  }

  paintEdges(ctx, { scale }) {
    const { selected, hovered, edge, near, path } = this.light;
    const pale = near || path.size ? 0.25 : 1;
    ctx.strokeStyle = this.theme.edge;
    ctx.lineWidth = 1.1 / scale;
    this.stroke(ctx, this.scene.plain, 0.8 * pale);
    this.stroke(ctx, this.scene.faint, 0.22 * pale);
    const lit = new Set(path.size ? path : []);
    for (const at of [selected, hovered]) {
      if (at >= 0 && !path.size) for (const r of this.scene.edges) if (r.head === at || r.tail === at) lit.add(r);
    }
    if (edge) lit.add(edge);
    ctx.strokeStyle = this.theme.accent;
    ctx.lineWidth = 1.8 / scale;
    if (lit.size > 40) ctx.lineWidth = 1 / scale;
    this.stroke(ctx, lit, lit.size > 40 ? 0.4 : 0.9);
    ctx.fillStyle = this.theme.accent;
    if (lit.size <= 40) for (const r of lit) arrow(ctx, entities[r.head], entities[r.tail], scale);
    this.named = lit.size <= 12 ? [...lit] : edge ? [edge] : [];
    this.light.named = this.named.map((r) => ({ text: label(relationKinds[r.kind]), x: (entities[r.head].x + entities[r.tail].x) / 2,
      y: (entities[r.head].y + entities[r.tail].y) / 2 }));
    ctx.globalAlpha = 1;
  }

  stroke(ctx, edges, alpha) {
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    for (const { head, tail } of edges) {
      ctx.moveTo(entities[head].x, entities[head].y);
      ctx.lineTo(entities[tail].x, entities[tail].y);
    }
    ctx.stroke();
  }

  paintNodes(ctx, view) {
    const clear = (node) => this.isClear(node);
    const dimmed = Boolean(this.light.near || this.light.path.size);
    for (const [colour, nodes] of this.scene.colours) {
      ctx.fillStyle = colour;
      if (dimmed) {
        this.fill(ctx, nodes.filter((n) => !clear(n)), view, 0.22);
        this.fill(ctx, nodes.filter(clear), view, 1);
      } else this.fill(ctx, nodes, view, 1);
    }
    ctx.globalAlpha = 1;
    for (const id of this.light.pinned) this.ring(ctx, id, view.scale, this.theme.soft, 1.5, 3);
    for (const id of this.light.pathNodes) this.ring(ctx, id, view.scale, this.theme.accent, 2, 2);
    if (this.light.hovered >= 0) this.ring(ctx, this.light.hovered, view.scale, this.theme.accent, 1.5, 2);
    if (this.light.selected >= 0) this.ring(ctx, this.light.selected, view.scale, this.theme.accent, 3, 3);
  }

  isClear(node) {
    const { near, path, pathNodes, pinned, selected } = this.light;
    if (pinned.has(node.id) || node.id === selected) return true;
    return path.size ? pathNodes.has(node.id) : !near || near.has(node.id);
  }

  fill(ctx, nodes, { left, right, top, bottom, scale }, alpha) {
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    const grown = shrinkage(scale);
    for (const { x, y, size } of nodes) {
      const r = size * grown;
      if (x + r < left || x - r > right || y + r < top || y - r > bottom) continue;
      if (r * scale < 2.2) ctx.rect(x - r, y - r, 2 * r, 2 * r);
      else { ctx.moveTo(x + r, y); ctx.arc(x, y, r, 0, FULL); }
    }
    ctx.fill();
  }

  ring(ctx, id, scale, colour, width, gap) {
    const { x, y } = entities[id];
    const size = entities[id].size * shrinkage(scale);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width / scale;
    ctx.beginPath();
    ctx.arc(x, y, size + gap / scale, 0, FULL);
    ctx.stroke();
  }

  /** The relation painted under a point of the map, within some pixels of the screen. */
  edgeAt({ x, y }, reach) {
    let best = null;
    let least = reach / this.camera().scale;
    for (const edge of this.scene.edges) {
      const distance = distanceTo(x, y, entities[edge.head], entities[edge.tail]);
      if (distance < least) { least = distance; best = edge; }
    }
    return best;
  }
}

/** The entities that stay clear when one is looked at: it and what is related to it, if anything is. */
export function nearOf(id, edges) {
  const near = new Set([id]);
  for (const r of edges) if (r.head === id || r.tail === id) near.add(otherEnd(r, id));
  return near.size > 1 ? near : null;
}

function distanceTo(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

function arrow(ctx, from, to, scale) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const [tip, length] = [to.size * shrinkage(scale) + 3 / scale, 8 / scale];
  const [x, y] = [to.x - tip * Math.cos(angle), to.y - tip * Math.sin(angle)];
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const turn of [2.7, -2.7]) ctx.lineTo(x + length * Math.cos(angle + turn), y + length * Math.sin(angle + turn));
  ctx.fill();
}

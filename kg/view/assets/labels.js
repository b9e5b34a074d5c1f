// Labels of nodes: the more important first, each only where no other is, as many as there is room for.

const CELL = 48;  // pixels: rectangles are looked up by the cells they touch
const SIDES = [[0, 1], [1, 0], [-1, 0], [0, -1]];  // under the node, right, left, above
const SHOWN = 12;  // characters of a name; selected and hovered ones are written out
const BARED = 30;  // nodes that no name may cover
const widths = new Map();

class Room {
  constructor() { this.cells = new Map(); }

  * keys([left, top, right, bottom]) {
    for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i += 1) {
      for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j += 1) yield i * 4096 + j;
    }
  }

  free(box) {
    for (const key of this.keys(box)) {
      for (const [left, top, right, bottom] of this.cells.get(key) || []) {
        if (box[0] < right && box[2] > left && box[1] < bottom && box[3] > top) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

/** The width of a text at a size; measured once at 100 pixels, for to measure is slow. */
function widthOf(ctx, text, size, family) {
  if (!widths.has(text)) {
    if (widths.size > 20000) widths.clear();
    ctx.font = `500 100px ${family}`;
    widths.set(text, ctx.measureText(text).width / 100);
  }
  return widths.get(text) * size;
}

const short = (name) => (name.length > SHOWN ? `${name.slice(0, SHOWN - 1)}…` : name);

/** Paint topics and the labels of nodes. */
export function placeLabels(ctx, view, scene, light, theme, moving) {
  const room = new Room();
  const screen = ({ x, y }) => [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2];
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  ctx.strokeStyle = theme.ground;
  const first = [light.selected, light.hovered].filter((id) => id >= 0);
  const dimmed = light.near || light.path.size ? (id) => !(light.path.size ? light.pathNodes : light.near).has(id) : () => false;
  // While many nodes move, fewer names are tried: a picture must be ready in time for the next.
  const [most, tried] = moving && scene.nodes.length > 1500 ? [60, 240] : [24 + Math.round(200 * Math.min(view.scale, 1.2)), 2400];
  const grown = view.scale * view.shrinkage;
  const [airX, airY] = view.scale < 0.45 ? [7, 3] : [3, 1];  // far away, fewer names and more calm
  const within = ({ x, y }) => x > view.left && x < view.right && y > view.top && y < view.bottom;
  const write = (text, x, y, size, colour, weight = 400) => {
    ctx.font = `${weight} ${size}px ${theme.family}`;
    ctx.lineWidth = 3.5;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  };
  const tryLabel = (node, name, forced) => {
    const [x, y] = screen(node);
    const radius = node.size * grown;
    const size = forced ? 14 : Math.round(Math.min(16, 11.5 + node.size / 9));
    const half = widthOf(ctx, name, size, theme.family) / 2;
    for (const [dx, dy] of forced ? SIDES.slice(0, 1) : SIDES) {
      const [cx, cy] = [x + dx * (radius + half + 4), y + dy * (radius + size / 2 + 3)];
      const box = [cx - half - airX, cy - size / 2 - airY, cx + half + airX, cy + size / 2 + airY];
      if (!forced && (box[0] < 0 || box[2] > view.width || !room.free(box))) continue;
      room.take(box);
      write(name, cx, cy, size, theme.ink, forced ? 600 : 400);
      return true;
    }
    return false;
  };
  for (const node of scene.nodes) if (first.includes(node.id)) tryLabel(node, node.name.slice(0, 60), true);
  writeTopics(ctx, scene, screen, view, theme, room, Boolean(light.near || light.path.size));
  for (const { text, x, y } of light.named || []) {
    const [px, py] = screen({ x, y });
    const half = widthOf(ctx, text, 11, theme.family) / 2;
    const box = [px - half, py - 7, px + half, py + 7];
    if (room.free(box)) { room.take(box); write(text, px, py, 11, theme.accent); }
  }
  for (const node of scene.nodes.filter((n) => !dimmed(n.id)).slice(0, BARED)) {  // the circles of these take room, so that no name hides them
    const [x, y] = screen(node);
    const r = node.size * grown * 0.8;
    room.take([x - r, y - r, x + r, y + r]);
  }
  let written = 0;
  let left = tried;
  for (const node of scene.nodes) {
    if (written >= most || !left) break;
    if (first.includes(node.id) || dimmed(node.id) || !within(node)) continue;
    left -= 1;
    if (tryLabel(node, short(node.name), false)) written += 1;
  }
}

/** The titles of topics, at the top of each; they give way to each other, the larger first. */
function writeTopics(ctx, scene, screen, view, theme, room, faint) {
  ctx.globalAlpha = faint ? 0.35 : 1;
  for (const topic of scene.topics || []) {
    if (topic.width * view.scale < 34) continue;
    const size = Math.round(Math.max(12, Math.min(17, topic.width * view.scale / 12)));
    const [x, y] = screen({ x: topic.x, y: topic.y - topic.height });
    const half = widthOf(ctx, topic.name, size, theme.family) / 2;
    if (x + half < 0 || x - half > view.width || y > view.height || y < -60) continue;
    const at = Math.min(Math.max(x, half + 6), view.width - half - 6);
    const down = Math.max(y + size * 0.7, size);
    const box = [at - half - 4, down - size / 2 - 2, at + half + 4, down + size / 2 + 2];
    if (!room.free(box)) continue;
    room.take(box);
    ctx.font = `600 ${size}px ${theme.family}`;
    ctx.lineWidth = 4;
    ctx.strokeText(topic.name, at, down);
    ctx.fillStyle = theme.soft;
    ctx.fillText(topic.name, at, down);
  }
  ctx.globalAlpha = 1;
}

"use strict";
// The exploration page. All text of reports reaches the document through textContent alone.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const entities = data.entities;
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const off = new Set();  // types switched off

/** An element with properties, and children that are elements or text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((c) => c !== null && c !== undefined));
  return element;
}

function dot(colour) {
  const element = make("span", { className: "dot" });
  element.style.background = colour;
  return element;
}

const typeOf = Object.fromEntries(data.types.map((t) => [t.name, t]));
const relationOf = Object.fromEntries(data.relations.map((r) => [r.name, r]));
const visible = (entity) => entity.types.some((t) => !off.has(t));

// ---- the network -----------------------------------------------------------------------------------------

const shown = new vis.DataView(nodes, { filter: (n) => visible(entities[n.id]) });
const network = new vis.Network(byId("canvas"), { nodes: shown, edges }, data.options);

const ink = getComputedStyle(document.body).color;
network.setOptions({ nodes: { font: { color: ink, strokeColor: getComputedStyle(byId("canvas")).backgroundColor } } });

function neighbours(id) {
  return new Set([id, ...network.getConnectedNodes(id)]);
}

/** Fade everything but an entity and what it is related to; with null, fade nothing. */
function spotlight(id) {
  const near = id === null ? null : neighbours(id);
  nodes.update(nodes.get().map((n) => {
    const clear = !near || near.has(n.id);
    return { id: n.id, opacity: clear ? 1 : 0.12, font: { color: clear ? ink : "transparent", strokeWidth: clear ? 3 : 0 } };
  }));
}

function select(id, move = true) {
  const entity = entities[id];
  if (!visible(entity)) entity.types.forEach((t) => setType(t, true));
  if (nodes.get(id)) {
    network.selectNodes([id]);
    spotlight(id);
    if (move) network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: { duration: 300 } });
  } else {
    network.unselectAll();
    spotlight(null);
  }
  showEntity(id);
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) return select(node, false);
  spotlight(null);
  if (edge !== undefined) return showEdge(edge);
  network.unselectAll();
  showOverview();
});

// ---- the panel -------------------------------------------------------------------------------------------

function panel(...children) {
  byId("panel").replaceChildren(...children.filter(Boolean));
  byId("panel").scrollTop = 0;
}

function link(id, text = entities[id].label) {
  return make("button", { className: "link", type: "button", onclick: () => select(id) }, text);
}

function chip(name) {
  const type = typeOf[name];
  return make("span", { className: "chip" }, dot(type.colour), type.label);
}

/** A sentence with stretches of it marked. */
function quote(index, marks = []) {
  const { text, report } = data.sentences[index];
  const block = make("blockquote");
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    block.append(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  block.append(text.slice(at));
  if (data.reports.length > 1) block.append(make("footer", {}, data.reports[report].title));
  return block;
}

/** A heading and what is under it, or nothing. */
function section(title, ...children) {
  return children.length ? [make("h3", {}, title), ...children] : [];
}

function pairs(rows) {
  return rows.length ? [make("dl", {}, ...rows.flatMap(([k, v]) => [make("dt", {}, k), make("dd", {}, ...[v].flat().map((x) => (typeof x === "number" ? String(x) : x)))]))] : [];
}

function observationTable(rows, by) {
  if (!rows.length) return [];
  const head = make("tr", {}, ...[by === "area" ? "指标" : "对象", "年份", "数值", "性质"].map((t) => make("th", {}, t)));
  return [make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows.map((o) => make("tr", {},
    make("td", {}, by === "area" ? link(o.indicator) : link(o.area)), make("td", {}, o.period),
    make("td", { className: "number" }, o.value), make("td", {}, o.kind)))))];
}

function relationRows(id) {
  const groups = new Map();
  for (const edge of edges.get({ filter: (e) => e.from === id || e.to === id })) {
    const out = edge.from === id;
    const key = (out ? "→ " : "← ") + relationOf[edge.relation].label;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(link(out ? edge.to : edge.from), " ");
  }
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1)).map(([key, links]) => [key, links]);
}

function showEntity(id) {
  const entity = entities[id];
  const seen = data.observations.filter((o) => o.area === id);
  const measured = data.observations.filter((o) => o.indicator === id);
  panel(
    make("h2", {}, entity.label),
    make("div", {}, ...entity.types.map(chip)),
    ...section("别名", ...(entity.aliases.length ? [make("div", {}, entity.aliases.join("、"))] : [])),
    ...section("事实", ...pairs(entity.facts)),
    ...section("关系", ...pairs(relationRows(id))),
    ...section("数据", ...observationTable(seen, "area"), ...observationTable(measured, "indicator")),
    ...section(`原文（${entity.quotes.length} 句）`, ...entity.quotes.map(([s, marks]) => quote(s, marks))),
  );
}

function showEdge(id) {
  const edge = edges.get(id);
  const { rule = "", confidence = null, quotes = [] } = data.statements[id] || {};
  panel(
    make("h2", {}, relationOf[edge.relation].label),
    make("div", {}, link(edge.from), " → ", link(edge.to)),
    ...section("依据", ...pairs([["规则", rule], ["置信度", confidence]].filter(([, v]) => v !== "" && v !== null))),
    ...section("原文", ...quotes.map((s) => quote(s, [edge.from, edge.to].flatMap((e) =>
      (entities[e].quotes.find(([t]) => t === s) || [s, []])[1])))),
  );
}

function showOverview() {
  const counts = data.types.map((t) => [t.label, String(t.count)]);
  panel(
    make("h2", {}, data.title),
    ...data.reports.flatMap((r) => section(r.title, ...pairs(r.facts))),
    ...section("发现", ...pairs(counts)),
    make("p", { className: "soft" }, "点击节点或连线查看事实与原文；拖动平移，滚轮缩放。"),
  );
}

// ---- legend and search -----------------------------------------------------------------------------------

function refresh() {
  shown.refresh();
  byId("shown").textContent = `图中 ${shown.length} 个，共 ${entities.length} 个实体`;
}

function setType(name, on) {
  if (on) off.delete(name); else off.add(name);
  const box = byId(`type-${name}`);
  if (box) box.checked = on;
  refresh();
}

function drawLegend() {
  byId("legend").append(make("h3", {}, "类型"), ...data.types.filter((t) => t.drawn).map((t) => make("label", {},
    make("input", { type: "checkbox", id: `type-${t.name}`, checked: true,
      onchange: (event) => setType(t.name, event.target.checked) }),
    dot(t.colour), t.label, make("span", { className: "count" }, String(t.count)))));
}

const normal = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** Entities whose name or alias holds the text: those that start with it first, then the shorter names. */
function find(text) {
  const wanted = normal(text);
  if (!wanted) return [];
  return entities.map((e, id) => {
    const names = [e.label, ...e.aliases].map(normal).filter((n) => n.includes(wanted));
    return [names.some((n) => n.startsWith(wanted)) ? 0 : 1, Math.min(...names.map((n) => n.length)), id, names.length];
  }).filter(([, , , found]) => found).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 12)
    .map(([, , id]) => id);
}

function showHits(active = 0) {
  const hits = find(byId("search").value);
  byId("hits").replaceChildren(...hits.map((id, i) => {
    const item = make("li", { onmousedown: () => choose(id) }, dot(typeOf[entities[id].types[0]].colour), entities[id].label,
      make("small", {}, typeOf[entities[id].types[0]].label));
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(i === active));
    return item;
  }));
  byId("hits").dataset.active = active;
  return hits;
}

function choose(id) {
  byId("hits").replaceChildren();
  byId("search").value = entities[id].label;
  select(id);
}

byId("search").addEventListener("input", () => showHits());
byId("search").addEventListener("blur", () => byId("hits").replaceChildren());
byId("search").addEventListener("keydown", (event) => {
  const hits = find(event.target.value);
  const active = Number(byId("hits").dataset.active || 0);
  if (event.key === "ArrowDown") showHits(Math.min(active + 1, hits.length - 1));
  else if (event.key === "ArrowUp") showHits(Math.max(active - 1, 0));
  else if (event.key === "Enter" && hits.length) choose(hits[Math.min(active, hits.length - 1)]);
  else if (event.key === "Escape") byId("hits").replaceChildren();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== byId("search")) {
    event.preventDefault();
    byId("search").focus();
  }
});

drawLegend();
refresh();
showOverview();
network.fit();

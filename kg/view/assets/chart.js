// Small charts of an indicator over years: what was reached as a line, what was aimed at as rings.
import { draw } from "./dom.js";

const number = (observation) => Number(observation.amount || observation.value);

/** A picture of a series; null when it has fewer than three points, or one year only. ``cells`` is by year: { actual, target }. */
export function chart(cells, name, [width, height] = [120, 28]) {
  const years = [...cells.keys()].map(Number).sort((a, b) => a - b);
  const points = (kind) => years.flatMap((year) => {
    const found = cells.get(String(year))[kind][0];
    return found && Number.isFinite(number(found)) ? [[year, number(found)]] : [];
  });
  const [actual, target] = [points("actual"), points("target")];
  const all = [...actual, ...target];
  if (all.length < 3 || new Set(all.map(([year]) => year)).size < 2) return null;
  const [low, high] = [Math.min(...all.map(([, v]) => v)), Math.max(...all.map(([, v]) => v))];
  const [first, last] = [all.reduce((m, [y]) => Math.min(m, y), 9999), all.reduce((m, [y]) => Math.max(m, y), 0)];
  const x = (year) => 5 + ((year - first) / (last - first)) * (width - 10);
  const y = (value) => height - 5 - (high === low ? 0.5 : (value - low) / (high - low)) * (height - 10);
  const place = ([year, value]) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`;
  return draw("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": name },
    draw("title", {}, name),
    actual.length > 1 ? draw("polyline", { points: actual.map(place).join(" ") }) : [],
    actual.map((p) => draw("circle", { cx: x(p[0]).toFixed(1), cy: y(p[1]).toFixed(1), r: 2.5, class: "actual" })),
    target.map((p) => draw("circle", { cx: x(p[0]).toFixed(1), cy: y(p[1]).toFixed(1), r: 3, class: "target" })));
}

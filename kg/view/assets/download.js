// What can be carried away: text to the clipboard, tables as CSV, the graph as a picture or as Turtle.
import { make } from "./dom.js";
import { title, types } from "./data.js";
import { label } from "./words.js";

/** Give the reader a file. */
export function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** Rows as CSV (RFC 4180), with a byte order mark, and no cell that a spreadsheet takes for a formula. */
export function csv(rows) {
  const cell = (text) => {
    const safe = /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Text to the clipboard; the old way where the new one is not allowed. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const area = make("textarea", { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

/** The graph as it is seen, with its ground, title and legend. */
export function picture(canvas, entities, { ground, ink, soft, family }) {
  const ratio = canvas.width / canvas.clientWidth;
  const strip = Math.round(44 * ratio);
  const sheet = make("canvas", { width: canvas.width, height: canvas.height + strip });
  const ctx = sheet.getContext("2d");
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.drawImage(canvas, 0, 0);
  ctx.font = `600 ${13 * ratio}px ${family}`;
  ctx.fillStyle = ink;
  ctx.textBaseline = "middle";
  let x = 14 * ratio;
  const y = canvas.height + strip / 2;
  ctx.fillText(title.slice(0, 40), x, y);
  x += ctx.measureText(title.slice(0, 40)).width + 20 * ratio;
  ctx.font = `400 ${12 * ratio}px ${family}`;
  for (const [i, type] of types.entries()) {
    if (!type.drawn || !entities.some((e) => e.types[0] === i)) continue;
    ctx.fillStyle = type.colour;
    ctx.beginPath();
    ctx.arc(x, y, 5 * ratio, 0, 6.2832);
    ctx.fill();
    ctx.fillStyle = soft;
    ctx.fillText(label(type), x + 9 * ratio, y);
    x += ctx.measureText(label(type)).width + 24 * ratio;
  }
  sheet.toBlob((blob) => save("graph.png", blob), "image/png");
}

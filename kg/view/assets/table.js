// A table that can be searched, sorted, copied and carried away.
import { button, make } from "./dom.js";
import { copy, csv, save } from "./download.js";
import { say } from "./words.js";

const PAGE = 200;  // rows at once; a browser is slow with many thousands

/**
 * A table with its tools.
 * ``columns``: { name, text(row) for search, order and files, cell(row) for the page, number: true where it is one }.
 */
export function table({ columns, rows, name, wanted = "", onfind = () => {} }) {
  let order = -1;
  let falling = false;
  let limit = PAGE;
  let found = rows;
  const body = make("tbody");
  const status = make("span", { role: "status", className: "soft" });
  const heads = columns.map((column, i) => make("th", { scope: "col", className: column.number ? "number" : "", "aria-sort": "none" },
    button(column.name, () => sort(i), { className: "sort", title: say("sort") })));
  const input = make("input", { type: "search", name: "find", value: wanted, "aria-label": say("table.search"), placeholder: say("table.search"),
    oninput: () => { limit = PAGE; onfind(input.value); fill(); } });
  const keys = rows.map((row) => columns.map((column) => column.text(row)));
  const keyOf = new Map(rows.map((row, i) => [row, keys[i]]));

  function sort(column) {
    falling = order === column ? !falling : Boolean(columns[column].number);
    order = column;
    heads.forEach((head, i) => head.setAttribute("aria-sort", i !== order ? "none" : falling ? "descending" : "ascending"));
    fill();
  }

  function compare(a, b) {
    const [x, y] = [keyOf.get(a)[order], keyOf.get(b)[order]];
    if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1;  // what is empty stands last, whatever the order
    const [m, n] = [Number.parseFloat(x), Number.parseFloat(y)];
    const by = columns[order].number && !Number.isNaN(m) && !Number.isNaN(n) ? m - n : x.localeCompare(y, "zh");
    return falling ? -by : by;
  }

  function fill() {
    const parts = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    found = rows.filter((row) => parts.every((part) => keyOf.get(row).some((text) => text.toLowerCase().includes(part))));
    if (order >= 0) found = [...found].sort(compare);
    body.replaceChildren(...found.slice(0, limit).map((row) => make("tr", {}, columns.map((column) => make("td",
      { className: column.number ? "number" : "" }, column.cell ? column.cell(row) : column.text(row).slice(0, 300))))));
    if (found.length > limit) {
      body.append(make("tr", {}, make("td", { colSpan: columns.length }, button(say("more", { n: Math.min(PAGE, found.length - limit) }),
        () => { limit += PAGE; fill(); }, { className: "quiet" }))));
    }
    status.textContent = say("rows", { shown: found.length, total: rows.length });
  }

  const lines = () => [columns.map((c) => c.name), ...found.map((row) => keyOf.get(row))];
  const copier = button(say("copy"), async () => {
    await copy(lines().map((cells) => cells.map((c) => c.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n"));
    copier.textContent = say("copied");
    setTimeout(() => { copier.textContent = say("copy"); }, 1500);
  }, { className: "copy" });
  fill();
  return { tools: [input, status, copier, button(say("csv"), () => save(`${name}.csv`, csv(lines()), "text/csv"), { className: "csv" })],
    body: make("div", { className: "scroll" }, make("table", { className: "wide" }, make("thead", {}, make("tr", {}, heads)), body)) };
}

// Saved questions, in words, with the answers that were worked out when the page was made.
import { byId, button, make } from "./dom.js";
import { entities, questions, relationKinds, types } from "./data.js";
import { link } from "./links.js";
import { change, state } from "./state.js";
import { table } from "./table.js";
import { count, label, languageNow, say } from "./words.js";

let shown = "";

const wordsOf = (labels) => labels[languageNow()] || labels.zh;
const isEntity = (cell) => typeof cell === "number";

/** A cell in words: an entity's name, the label of a term of the ontology, or what is written. */
function textOf(cell) {
  if (isEntity(cell)) return entities[cell].name;
  if (cell === "true" || cell === "false") return say(cell);
  const name = cell.startsWith("gov:") ? cell.slice(4) : "";
  return name ? label([...types, ...relationKinds].find((t) => t.name === name) || name) : cell;
}


/** The values chosen for the parameters of a question, by name. */
const chosen = () => new Map(state.values.split(";").filter(Boolean).map((pair) => pair.split("=")));

function choose(name, value) {
  const values = chosen();
  if (value) values.set(name, value); else values.delete(name);
  change({ values: [...values].map((pair) => pair.join("=")).join(";") });
}

/** The column of an answer that a parameter speaks of: the thing, or its name. */
function columnOf(question, name) {
  const own = question.columns.indexOf(name);
  return own >= 0 ? own : question.columns.indexOf(`${name}Name`);
}

const keyOf = (cell) => (isEntity(cell) ? entities[cell].iri : cell);

function parameterOf(question, parameter) {
  const column = columnOf(question, parameter.name);
  if (column < 0) return null;
  const known = new Map(question.rows.filter((row) => row[column] !== "").map((row) => [keyOf(row[column]), textOf(row[column])]));
  const now = chosen().get(parameter.name) || "";
  return make("label", { className: "choice" }, make("span", {}, wordsOf(parameter.description).split(/[，,]/)[0]), make("select", { name: `parameter-${parameter.name}`,
    onchange: (e) => choose(parameter.name, e.target.value) }, make("option", { value: "" }, say("parameter.any")),
  [...known].sort((a, b) => a[1].localeCompare(b[1], "zh")).map(([key, text]) => make("option", { value: key, selected: key === now }, text.slice(0, 60)))));
}

/** The questions by their group, in their order. */
function groups() {
  const found = new Map();
  for (const q of questions) found.set(wordsOf(q.group), [...(found.get(wordsOf(q.group)) || []), q]);
  return [...found];
}

/** Rows that fit the values chosen. */
function fitting(question) {
  const wanted = [...chosen()].map(([name, value]) => [columnOf(question, name), value]).filter(([column]) => column >= 0);
  return question.rows.filter((row) => wanted.every(([column, value]) => keyOf(row[column]) === value));
}

/** A column's name in words: that of the term, or the type, that it is called after. */
function heading(column) {
  const plain = column.replace(/(?<=.)Name$/, "");
  const type = types.find((t) => t.name.toLowerCase() === plain.toLowerCase());
  const said = say(`column.${plain}`);
  return type ? label(type) : label(plain) !== plain ? label(plain) : said.startsWith("column.") ? plain : said;
}

/** Whether a column holds amounts; years are read like names. */
function isNumber(cells) {
  const known = cells.filter((cell) => cell !== "");
  return known.length > 0 && known.every((cell) => !isEntity(cell) && /^-?[\d.]+$/.test(cell)) && !known.every((cell) => /^(19|20)\d\d$/.test(cell));
}

function answer(question) {
  const rows = fitting(question);
  const { tools, body } = table({ name: question.id, rows, columns: question.columns.map((column, i) => ({ name: heading(column),
    text: (row) => textOf(row[i]), cell: (row) => (isEntity(row[i]) ? link(entities[row[i]]) : textOf(row[i])),
    number: isNumber(rows.map((row) => row[i])) })) });
  return make("div", { className: "answer" }, make("h2", {}, wordsOf(question.title)), make("p", { className: "soft" }, wordsOf(question.description)),
    make("div", { className: "bar" }, question.parameters.map((p) => parameterOf(question, p)), tools),
    question.more ? make("p", { className: "soft" }, say("answers.more", { n: question.more, id: question.id })) : null, body);
}

export function showQuestions(changed) {
  if (state.view !== "questions") return;
  const key = [state.question, state.values, state.lang].join("|");
  if (key === shown && !changed.has("view")) return;
  shown = key;
  if (!questions.length) {
    byId("view-questions").replaceChildren(make("p", { className: "soft" }, say("questions.none")));
    return;
  }
  const now = questions.find((q) => q.id === state.question) || questions[0];
  const list = byId("view-questions").querySelector("nav");
  const at = list ? list.scrollTop : 0;
  byId("view-questions").replaceChildren(make("nav", { className: "questions", "aria-label": say("questions.choose") }, groups().map(([group, own]) => [
    make("h3", {}, group), own.map((q) => button([make("span", {}, wordsOf(q.title)), make("small", { title: say("answers", { n: q.rows.length + q.more }) },
      count(q.rows.length + q.more))], () => change({ question: q.id, values: "" }), { "aria-current": String(q === now) }))])), answer(now));
  byId("view-questions").querySelector("nav").scrollTop = at;
}

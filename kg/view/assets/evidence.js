// Source sentences, with what matters in them marked, and the report and heading they stand under.
import { entities, reports, sentences, textOf } from "./data.js";
import { button, make } from "./dom.js";
import { change } from "./state.js";
import { say } from "./words.js";

/** Stretches of a sentence that name an entity: its mentions there, or else where its name stands. */
function marksOf(sentence, entity) {
  const found = sentence.mentions.filter((m) => m.entity === entity.id).map((m) => [m.start - sentence.start, m.end - sentence.start]);
  return found.length ? found : occurrences(textOf(sentence), [entity.name, ...entity.aliases]);
}

/** Where the first of some words stands that is there at all. */
export function occurrences(text, wanted) {
  for (const word of wanted.filter((w) => w.length > 1 || /\d/.test(w))) {
    const at = text.indexOf(word);
    if (at >= 0) return [[at, at + word.length]];
  }
  return [];
}

/** Text with stretches of it in ``mark``; overlapping ones count once. */
function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** Where a sentence stands: report, headings. */
function standing(sentence) {
  const report = reports[sentence.report];
  return [report.title, sentence.block >= 0 ? report.headings[sentence.block] : ""].filter(Boolean).join(" › ");
}

/** A sentence as a quotation; ``marks`` are stretches of it. */
export function quotation(index, marks) {
  const sentence = sentences[index];
  return make("blockquote", {}, make("p", {}, marked(textOf(sentence), marks)), make("footer", {}, make("cite", {}, standing(sentence)),
    button(say("in.text"), () => change({ view: "text", report: sentence.report, find: String(index) }), { className: "quiet" })));
}

/** The sentences of an entity with its mentions marked, in text order. */
export function quotationsOf(entity) {
  return [...entity.sentences].sort((a, b) => a - b).map((s) => [s, marksOf(sentences[s], entity)]);
}

/** The sentences of a relation with both ends marked. */
export function quotationsOfRelation(relation) {
  return (relation.support ? relation.support.sentences : []).map((s) => [s,
    [relation.head, relation.tail].flatMap((id) => marksOf(sentences[s], entities[id]))]);
}

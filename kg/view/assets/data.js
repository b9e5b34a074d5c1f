// The records of the build, parsed from the page and tied to each other. Nothing here changes afterwards but the
// positions of nodes that are dragged.
import { byId } from "./dom.js";

const raw = JSON.parse(byId("data").textContent);

/** The rows of a table as objects; ``id`` is the place of each. */
function rows({ columns, rows: given }) {
  return given.map((row, id) => {
    const record = { id };
    columns.forEach((column, i) => { record[column] = row[i]; });
    if (record.statement) record.support = supported(record.statement);
    return record;
  });
}

function supported([iri, rules, confidence, sentences]) {
  return { iri, rules: rules.map((r) => raw.rules[r]), confidence, sentences };
}

export const title = raw.title;
export const reports = raw.reports;
export const words = raw.words;
export const terms = raw.terms;
export const types = raw.types;
export const statuses = raw.statuses;
export const questions = raw.questions;
export const namespaces = raw.namespaces;
export const options = raw.options;
export const limit = raw.limit;
export const regions = raw.regions.map(([name, x, y, width, height], id) => ({ id, name, x, y, width, height, members: [] }));
export const entities = rows(raw.entity);
export const sentences = rows(raw.sentence);
const mentions = rows(raw.mention);
export const facts = rows(raw.fact);
const history = rows(raw.history);
export const observations = rows(raw.observation);
export const relations = rows(raw.relation);
export const relationKinds = raw.relationKinds.map((name) => raw.relations.find((r) => r.name === name));

const byIri = new Map(entities.map((e) => [e.iri, e]));

/** The entity of an IRI (its end), if there is one. */
export const entityOf = (iri) => byIri.get(iri);

/** The relation of a statement, if there is one. */
export const relationOf = (iri) => relations.find((r) => r.support && r.support.iri === iri);

/** The text of a sentence or block. */
export const textOf = ({ report, start, end }) => reports[report].text.slice(start, end);

export const drawable = (entity) => entity.types.some((t) => types[t].drawn);
export const colourOf = (entity) => types[entity.types[0]].colour;

for (const entity of entities) {
  Object.assign(entity, { relations: [], facts: [], history: [], observed: [], measured: [], sentences: new Set() });
}
for (const sentence of sentences) sentence.mentions = [];
for (const entity of entities) {
  for (const m of entity.mentions) {
    const { sentence, start, end } = mentions[m];
    if (sentence < 0) continue;
    sentences[sentence].mentions.push({ entity: entity.id, start, end });
    entity.sentences.add(sentence);
  }
}
for (const sentence of sentences) sentence.mentions.sort((a, b) => a.start - b.start || b.end - a.end);

/** Tie a record to an entity; the sentences that speak for the record speak of the entity. */
function tie(id, list, record) {
  if (id < 0) return;
  entities[id][list].push(record);
  for (const s of record.support ? record.support.sentences : []) entities[id].sentences.add(s);
}
for (const relation of relations) {
  relation.name = relationKinds[relation.kind].name;
  tie(relation.head, "relations", relation);
  tie(relation.tail, "relations", relation);
}
for (const fact of facts) {
  fact.name = raw.facts[fact.kind];
  tie(fact.entity, "facts", fact);
}
for (const record of history) tie(record.entity, "history", record);
for (const observation of observations) {
  tie(observation.area, "observed", observation);
  tie(observation.indicator, "measured", observation);
}
for (const entity of entities) {
  entity.years = new Set();
  for (const s of entity.sentences) if (sentences[s].year) entity.years.add(String(sentences[s].year));
  entity.statuses = new Set(entity.facts.filter((f) => terms[f.value] && statuses.includes(f.value)).map((f) => f.value));
}

export const years = [...new Set(sentences.map((s) => s.year).filter(Boolean))].sort().map(String);

// Positions. Entities beyond those that were laid out stand near one that is named in the same sentence.
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
raw.nodes.forEach(([x, y, size, region], id) => Object.assign(entities[id], { x, y, size, region }));
for (const entity of entities.slice(raw.nodes.length)) {
  if (!drawable(entity)) continue;
  const near = [...entity.sentences].flatMap((s) => sentences[s].mentions).find((m) => m.entity < raw.nodes.length);
  const from = near ? entities[near.entity] : { x: 0, y: 0, region: -1 };
  const far = near ? 40 + (entity.id % 7) * 12 : 4000 + (entity.id % 97) * 40;
  Object.assign(entity, { size: 5, region: from.region, x: from.x + far * Math.cos(entity.id * GOLDEN),
    y: from.y + far * Math.sin(entity.id * GOLDEN) });
}
for (const entity of entities) if (entity.region >= 0) regions[entity.region].members.push(entity.id);

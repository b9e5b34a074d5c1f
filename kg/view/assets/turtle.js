// What is visible as RDF 1.1 Turtle: a part of graph.ttl, triple for triple.
import { entities, facts, namespaces, observations, statuses, types } from "./data.js";

const PREFIXES = {
  rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#",
  qb: "http://purl.org/linked-data/cube#", schema: "https://schema.org/", "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
  "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#", "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
};

const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const text = (value) => `"${value.replace(/[\\"\n\r\t]/g, (c) => ESCAPES[c])}"`;
const iri = (end) => `<${namespaces.id}${end}>`;
const gov = (name) => `gov:${name}`;

function block(subject, rows) {
  return `${subject} ${rows.map(([predicate, object]) => `${predicate} ${object}`).join(" ;\n\t")} .\n`;
}

function entityBlock(entity, edges) {
  return block(iri(entity.iri), [...entity.types.map((t) => ["a", gov(types[t].name)]), ["rdfs:label", `${text(entity.name)}@zh`],
    ["skos:prefLabel", `${text(entity.name)}@zh`], ...entity.aliases.map((a) => ["skos:altLabel", `${text(a)}@zh`]),
    ...(entity.code ? [["skos:notation", text(entity.code)]] : []), ...entity.facts.map((f) => [gov(f.name), factValue(f)]),
    ...edges.map((r) => [gov(r.name), iri(entities[r.tail].iri)])]);
}

function factValue(fact) {
  if (statuses.includes(fact.value)) return gov(fact.value);
  if (fact.node) return `<${fact.node}>`;
  return fact.value === "true" ? "true" : text(fact.value);
}

const amountBlock = (fact) => block(`<${fact.node}>`, [["a", "schema:MonetaryAmount"], ["schema:value", `${text(fact.amount)}^^xsd:decimal`],
  ["schema:currency", text(fact.currency)], ["gov:amountText", text(fact.value)]]);

function observationBlock(o) {
  return block(iri(o.iri), [["a", "qb:Observation"], ["gov:indicator", iri(entities[o.indicator].iri)], ["sdmx-dimension:refArea", iri(entities[o.area].iri)],
    ["sdmx-dimension:refPeriod", `${text(o.year)}^^xsd:gYear`], ["sdmx-measure:obsValue", `${text(o.value)}^^xsd:decimal`], ["gov:unit", text(o.unit)],
    ["gov:normalizedValue", `${text(o.amount)}^^xsd:decimal`], ["sdmx-attribute:unitMeasure", `<${o.unitNode}>`],
    ["gov:measure", gov(o.measure)], ["gov:nature", gov(o.nature)], ["gov:bound", gov(o.bound || "Exact")]]);
}

/** Some entities with what is said of them, the relations between them, and their numbers with indicators. */
export function turtle(ids, edges) {
  const out = new Map();
  for (const r of edges) out.set(r.head, [...(out.get(r.head) || []), r]);
  const numbers = observations.filter((o) => ids.has(o.area) && o.indicator >= 0);
  const shown = new Set([...ids, ...numbers.map((o) => o.indicator)]);
  const prefixes = Object.entries({ gov: namespaces.gov, ...PREFIXES }).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`);
  return [...prefixes, ...[...shown].sort((a, b) => a - b).map((id) => entityBlock(entities[id], out.get(id) || [])),
    ...facts.filter((f) => shown.has(f.entity) && f.node && !statuses.includes(f.value)).map(amountBlock), ...numbers.map(observationBlock)].join("");
}

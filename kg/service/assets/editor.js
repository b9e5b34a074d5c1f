// The editor: YASGUI on our endpoint alone, and the saved questions, whose SPARQL the service writes.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const named = new URLSearchParams(location.hash.slice(1)).get("question");  // YASGUI has its own use for it
const endpoint = new URL(data.root + "/sparql", location).href;
const prefixes = {
  gov: "https://w3id.org/govkg/ontology#", skos: "http://www.w3.org/2004/02/skos/core#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
};
const opening = Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join("\n") +
  '\nSELECT * WHERE {\n  ?project a gov:Project ; skos:prefLabel ?name .\n}\nLIMIT 100\n';

Yasgui.Yasqe.defaults.value = opening;
Yasgui.Yasqe.defaults.autocompleters = ["variables"];  // the others ask services elsewhere
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint, method: "POST" },
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  copyEndpointOnNewTab: true, persistenceId: "govkg", corsProxy: undefined,
  yasr: { prefixes },
});
window.yasgui = yasgui;

// Things of this graph have their pages here.
const space = "https://w3id.org/govkg/id/";
document.getElementById("yasgui").addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link && decodeURI(link.href).startsWith(space)) link.href = data.root + "/id/" + link.href.slice(space.length);
}, true);

const select = document.getElementById("question"), insert = document.getElementById("insert");
const fields = document.getElementById("parameters"), about = document.getElementById("about");
const problem = document.getElementById("problem");

for (const question of data.questions) select.add(new Option(question.title, question.id));

function chosen() { return data.questions.find((question) => question.id === select.value); }

function show() {
  const question = chosen();
  fields.replaceChildren(...(question ? question.parameters : []).map((parameter) => {
    const label = document.createElement("label"), input = document.createElement("input");
    label.textContent = parameter.description.split(" / ")[0] + " ";
    input.name = parameter.name;
    input.placeholder = parameter.default || "全部";
    label.append(input);
    return label;
  }));
  about.textContent = question ? question.description : "";
  problem.hidden = true;
  insert.disabled = !question;
}

async function write() {
  const address = new URL(`${data.root}/questions/${chosen().id}`, location);
  address.searchParams.set("format", "sparql");
  for (const input of fields.querySelectorAll("input")) if (input.value) address.searchParams.set(input.name, input.value);
  const response = await fetch(address), text = await response.text();
  problem.hidden = response.ok;
  if (response.ok) yasgui.getTab().setQuery(text);
  else problem.textContent = text;
}

select.addEventListener("change", show);
insert.addEventListener("click", write);
if (named) { select.value = named; show(); if (chosen()) write(); }

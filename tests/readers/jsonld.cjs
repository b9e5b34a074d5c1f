// Reads JSON-LD by jsonld.js:  node jsonld.cjs nquads FILE | compact FILE CONTEXT | frame FILE FRAME CONTEXT
// Prints N-Quads, or JSON. The base of relative IRIs is none, and nothing is fetched.
const fs = require("fs");
const path = require("path");
const jsonld = require(path.join(process.env.KG_NODE_MODULES, "jsonld"));

const read = (name) => JSON.parse(fs.readFileSync(name, "utf8"));
const options = { documentLoader: (url) => { throw new Error("asked for " + url); }, base: null, safe: true };

async function main([task, file, second, third]) {
  const document = read(file);
  if (task === "nquads") return process.stdout.write(await jsonld.toRDF(document, { ...options, format: "application/n-quads" }));
  const flat = await jsonld.flatten(document, null, options);
  const result = task === "compact"
    ? await jsonld.compact(flat, read(second), { ...options, graph: true })
    : await jsonld.frame(flat, { ...read(second), ...read(third) }, { ...options, omitGraph: false, omitDefault: true });
  process.stdout.write(JSON.stringify(result));
}

main(process.argv.slice(2)).catch((error) => { console.error(error); process.exit(1); });

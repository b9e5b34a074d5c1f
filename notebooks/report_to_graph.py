# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From a report to a graph
#
# A government work report goes in; entities, relations, facts and numbers come out, each with the sentence it
# rests on. The report here is the sample that govkg ships: that of a county which does not exist.

# %%
import pandas as pd

import kg
from kg.resources import sample_report

REPORTS = [sample_report()]

build = kg.build(REPORTS)
pd.DataFrame(build.inputs)[["name", "division", "year", "title", "characters"]]

# %% [markdown]
# ## What it names

# %%
entities = pd.DataFrame([(e.name, e.types[0], "、".join(e.aliases), e.iri) for e in build.entities],
                        columns=["name", "type", "aliases", "iri"])
entities["type"].value_counts()

# %%
entities[entities["type"].isin(["Enterprise", "Park", "Project"])].head(12)

# %% [markdown]
# ## How things are related
#
# Every relation has been checked against the ontology, and says what speaks for it.

# %%
named = build.contents.entities
relations = pd.DataFrame([(named[r.head].name, r.relation, named[r.tail].name, r.support.confidence,
                           "、".join(r.support.rules))
                          for r in build.contents.relations],
                          columns=["head", "relation", "tail", "confidence", "rule"])
relations.head(10)

# %% [markdown]
# The sentence behind the first one, and where it stands in the text as it was read:

# %%
first = build.contents.relations[0]
quote = build.evidence.sentences[first.support.sentences[0]]
assert build.report.raw[quote.start:quote.end] == quote.text
quote.start, quote.end, quote.text

# %% [markdown]
# ## Ask it in SPARQL
#
# `build.graph` is an rdflib graph. Which projects are at what stage, and who builds them?

# %%
answer = build.graph.query("""
    PREFIX gov: <https://w3id.org/govkg/ontology#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?project ?stage ?company {
      ?p a gov:Project ; skos:prefLabel ?project ; gov:status ?s .
      BIND(STRAFTER(STR(?s), "#") AS ?stage)
      OPTIONAL { ?p gov:developedBy/skos:prefLabel ?company }
    } ORDER BY ?stage ?project""")
pd.DataFrame([[str(cell) if cell is not None else "" for cell in row] for row in answer],
             columns=[str(v) for v in answer.vars])

# %% [markdown]
# ## Keep it, and take it elsewhere

# %%
import tempfile
from pathlib import Path

from kg.export import export

folder = Path(tempfile.mkdtemp())
build.save(folder / "output")
export(build, "excel", folder / "county.xlsx")
export(build, "graphml", folder / "county.graphml")
sorted(path.name for path in folder.iterdir())

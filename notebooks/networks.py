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
# # Networks
#
# The entities of a build and the relations between them, as a `networkx.MultiDiGraph`.

# %%
import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

import kg
from kg.fonts import use_chinese_font
from kg.graph import analyses
from kg.resources import sample_report

# %config InlineBackend.figure_formats = ["png"]
REPORTS = [sample_report()]

use_chinese_font()
build = kg.build(REPORTS)
network = build.network
print(network)

# %% [markdown]
# ## Who is central
#
# Degree counts relations, PageRank asks who is related to those that matter, betweenness who stands between
# others. The division whose report it is stands at the top of all of them; the rest is more telling.

# %%
central = pd.DataFrame(analyses.centrality(network)).drop(columns="iri")
central.head(10)

# %% [markdown]
# ## What belongs together

# %%
pd.DataFrame(analyses.communities(network)).head(8)

# %% [markdown]
# ## What joins what
#
# Bridges are the shortest ways between entities of two classes: here projects and honours. `kg graph
# --bridges` asks for industries and towns.

# %%
pd.DataFrame(analyses.bridges(network, "Project", "Industry"))

# %%
pd.DataFrame(analyses.path(network, analyses.find(network, "衡岳光电异质结电池一期"),
                           analyses.find(network, "食品加工")))

# %% [markdown]
# ## A drawing
#
# Colours are those of the ontology, positions those of the page: computed once, the same each time.

# %%
from kg.export.networks import drawn
from kg.export.source import Source

picture = drawn(Source(build))
related = [node for node in picture if picture.degree(node)]
shown = picture.subgraph(related)
place = {node: (data["x"], -data["y"]) for node, data in shown.nodes(data=True)}

figure, axes = plt.subplots(figsize=(11, 8))
nx.draw_networkx_edges(shown, place, ax=axes, edge_color="#9aa7b4", arrowsize=8)
nx.draw_networkx_nodes(shown, place, ax=axes, node_color=[d["color"] for _, d in shown.nodes(data=True)],
                       node_size=[6 * d["size"] for _, d in shown.nodes(data=True)])
nx.draw_networkx_labels(shown, place, {n: d["label"] for n, d in shown.nodes(data=True)}, ax=axes,
                        font_size=8,
                        font_family=plt.rcParams["font.sans-serif"][0], verticalalignment="bottom")
axes.set_axis_off()
plt.show()

# %% [markdown]
# ## The page, inline
#
# The network as pyvis holds it, in the page that each build writes: search, filters, sentences. It asks for
# no network.

# %%
import html
import tempfile
from pathlib import Path

from IPython.display import HTML

folder = build.save(Path(tempfile.mkdtemp()) / "output")
page = (folder / "graph.html").read_text("utf-8")
HTML(f'<div><iframe srcdoc="{html.escape(page)}" width="100%" height="600" style="border: 0"></iframe></div>')

"""The graph as rdflib knows it: a Dataset with names, reports and saved questions."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import rdflib
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Node

from kg.triples.vocabulary import GOV, PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    from kg.builds import Build


class Dataset(rdflib.Dataset):
    """Named graphs of reports as an ``rdflib.Dataset``, whose triples are those of all its graphs.

        from kg.graph import Dataset

        dataset = Dataset.open("output")
        dataset.named("云溪县")                      # URIRefs of what is called so
        dataset.ask("projects", status="在建")       # rows of a saved question, as dicts of rdflib terms
        dataset.query("SELECT ...")                  # rdflib's own SPARQL
        dataset.facts, dataset.evidence              # of all reports together, as rdflib.Graph
    """

    def __init__(self, store: str | rdflib.store.Store = "default"):
        super().__init__(store, default_union=True)
        for prefix, namespace in PREFIXES.items():
            self.bind(prefix, namespace, override=True)

    @classmethod
    def open(cls, *sources: str | Path | Build) -> Dataset:
        """The named graphs of builds: folders, or builds in memory.

        Raises:
            NotABuild: a folder holds none, or one that is damaged.
        """
        from kg.builds import Build, load

        made = cls()
        for source in sources or ("output",):
            build = source if isinstance(source, Build) else load(source)
            for name, triples in build.graphs.named.items():
                graph = made.graph(URIRef(name))
                graph.addN((s, p, o, graph) for s, p, o in triples)
        return made

    @property
    def reports(self) -> list[URIRef]:
        """The reports, sorted by IRI."""
        return sorted(set(self.subjects(RDF.type, URIRef(GOV + "Report"))))

    @property
    def facts(self) -> rdflib.Graph:
        """The facts of all reports, in a graph of their own."""
        return self._together("/facts")

    @property
    def evidence(self) -> rdflib.Graph:
        """The evidence of all reports, in a graph of its own."""
        return self._together("/evidence")

    def label(self, thing: Node, default: str = "") -> str:
        """The preferred name of a thing, or its label."""
        found = (*self.objects(thing, SKOS.prefLabel), *self.objects(thing, RDFS.label))
        return min(map(str, found[:1]), default=default)

    def named(self, name: str) -> list[URIRef]:
        """The things that have a name or alias, sorted by IRI."""
        text = Literal(name, lang="zh")
        return sorted({s for p in (SKOS.prefLabel, SKOS.altLabel) for s in self.subjects(p, text)})

    def ask(self, question: str, **values: str) -> list[dict[str, Node]]:
        """The rows of a saved question (``kg ask --list``); values are given by the names of its parameters.

        Raises:
            UnknownQuestion: there is no such question.
            BadParameter: it has no such parameter, or nothing has the name.
        """
        from kg.store import questions

        answered = questions.answer(self._oxigraph, questions.question(question), values)
        return [{column: _term(term) for column, term in zip(answered.columns, row) if term is not None}
                for row in answered.rows]

    @cached_property
    def _oxigraph(self) -> pyoxigraph.Store:
        """The quads in Oxigraph, which answers saved questions; taken when the first one is asked."""
        import pyoxigraph as ox

        from kg.store.queries import unite

        store = ox.Store()
        store.bulk_load(self.serialize(format="nquads"), format=ox.RdfFormat.N_QUADS)
        unite(store)
        return store

    def _together(self, ending: str) -> rdflib.Graph:
        together = rdflib.Graph()
        for prefix, namespace in PREFIXES.items():
            together.bind(prefix, namespace, override=True)
        for graph in self.graphs():
            if str(graph.identifier).endswith(ending):
                together += graph
        return together


def _term(term: pyoxigraph.NamedNode | pyoxigraph.Literal | pyoxigraph.BlankNode) -> Node:
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)

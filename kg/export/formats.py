"""The formats of exports, and the way to one."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportNotWritten, UnknownFormat
from kg.export.format import Format, Options

if TYPE_CHECKING:
    from kg.builds import Build
    from kg.export.source import Source

FORMATS = (
    Format("turtle", "rdf", "graph.ttl", "Turtle", "any RDF tool", "kg.export.rdf:turtle"),
    Format("n-triples", "rdf", "graph.nt", "N-Triples", "any RDF tool, grep", "kg.export.rdf:n_triples"),
    Format("rdf-xml", "rdf", "graph.rdf", "RDF/XML", "older RDF tools, Protégé", "kg.export.rdf:rdf_xml"),
    Format("json-ld", "rdf", "graph.jsonld", "JSON-LD, compact: one object for each thing",
           "JavaScript, RDF tools",
           "kg.export.jsonld:compact"),
    Format("json-ld-framed", "rdf", "entities.jsonld",
           "JSON-LD, framed: entities with all that is said of them inside",
           "JavaScript, RDF tools", "kg.export.framed:framed"),
    Format("n-quads", "rdf", "dataset.nq", "N-Quads: facts and evidence as named graphs", "any quad store",
           "kg.export.rdf:n_quads"),
    Format("trig", "rdf", "dataset.trig", "TriG: facts and evidence as named graphs", "any quad store",
           "kg.export.rdf:trig"),
    Format("turtle-1.2", "rdf", "graph-1.2.ttl", "RDF 1.2 Turtle: evidence by reifiers",
           "Jena 5.4, Oxigraph 0.5",
           "kg.export.rdf:turtle_12"),
    Format("trig-1.2", "rdf", "dataset-1.2.trig", "RDF 1.2 TriG: evidence by reifiers",
           "Jena 5.4, Oxigraph 0.5",
           "kg.export.rdf:trig_12"),
    Format("graphml", "network", "graph.graphml", "GraphML", "igraph, yEd, Gephi, NetworkX",
           "kg.export.networks:graphml"),
    Format("gexf", "network", "graph.gexf", "GEXF: colours, sizes, positions, years", "Gephi",
           "kg.export.gexf:gexf"),
    Format("cytoscape", "network", "graph.cyjs", "Cytoscape JSON", "Cytoscape, Cytoscape.js",
           "kg.export.networks:cytoscape"),
    Format("node-link", "network", "graph.json", "node-link JSON", "D3, NetworkX",
           "kg.export.networks:node_link"),
    Format("neo4j", "property graph", "neo4j/", "CSV for neo4j-admin database import", "Neo4j 5",
           "kg.export.neo4j:neo4j"),
    Format("cypher", "property graph", "graph.cypher", "Cypher script", "a running Neo4j (cypher-shell)",
           "kg.export.cypher:cypher"),
    Format("ladybug", "property graph", "ladybug/", "schema and data for IMPORT DATABASE", "Ladybug, Kuzu",
           "kg.export.ladybug:ladybug"),
    Format("csv", "table", "csv/",
           "CSV: a file for each type, relations, observations long and wide, sentences",
           "spreadsheets, pandas, R", "kg.export.tables:csv_tables"),
    Format("excel", "table", "graph.xlsx", "Excel workbook: a sheet for each type", "Excel, LibreOffice",
           "kg.export.excel:excel", "openpyxl", "excel"),
    Format("parquet", "table", "parquet/", "Parquet", "pandas, DuckDB, Spark", "kg.export.parquet:parquet",
           "pyarrow",
           "parquet"),
    Format("jsonl", "training", "sentences.jsonl", "JSON lines: sentences with spans and relations",
           "annotation and training tools", "kg.export.training:jsonl"),
    Format("docbin", "training", "sentences.spacy", "spaCy DocBin: the same", "spacy train",
           "kg.export.training:docbin"),
    Format("displacy", "training", "sentences.html", "displaCy page: sentences with their entities",
           "browsers",
           "kg.export.displacy:displacy"),
    Format("quickstatements", "wikibase", "quickstatements.csv", "QuickStatements CSV",
           "Wikidata and other Wikibases",
           "kg.export.wikibase:quickstatements"),
    Format("openrefine", "wikibase", "openrefine.csv", "table with columns to reconcile", "OpenRefine",
           "kg.export.wikibase:openrefine"),
)


def find(name: str) -> Format:
    """The format of a name.

    Raises:
        UnknownFormat: there is none; its message names the nearest ones.

    >>> find("graphml").file
    'graph.graphml'
    """
    named = {format_.name: format_ for format_ in FORMATS}
    if name not in named:
        raise UnknownFormat(name, difflib.get_close_matches(name, named, 2))
    return named[name]


def export(build: Build | Source, to: str, out: str | Path, options: Options | None = None) -> Path:
    """Write a build in a format; return where it is.

    Args:
        build: the build, of :func:`kg.build` or :func:`kg.load`.
        to: the name of a format, such as ``graphml``.
        out: the file or folder to write; a file may be ``-``, standard output. What is there is replaced, as
        a whole.

    Raises:
        UnknownFormat: there is no such format.
        MissingExtra: the format needs a library that is not installed.
        ExportNotWritten: nothing was changed; the message says why and what to do.
        NotABuild: a file of the build is missing or was altered.
    """
    from kg.export.source import Source
    from kg.export.target import writing_file, writing_folder

    format_, options, path = find(to), options or Options(), Path(out)
    write = format_.writer()
    source = build if isinstance(build, Source) else Source(build)
    if format_.is_folder:
        if str(out) == "-":
            raise ExportNotWritten("-", f"{to} is several files", "name a folder by --out")
        with writing_folder(path, format_.name) as folder:
            write(source, folder, options)
    elif str(out) == "-":
        write(source, sys.stdout.buffer, options)
        sys.stdout.buffer.flush()
    else:
        with writing_file(path) as file:
            write(source, file, options)
    return path

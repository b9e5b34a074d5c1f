"""A build as a table of numbers and as a network of networkx."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx
    import pandas

    from kg.store.contents import Contents
    from kg.store.evidence import Evidence

#: ``value`` and ``unit`` are as written, ``amount`` is in ``amount_unit`` (yuan, square metres …) and compares.
OBSERVATION_COLUMNS = ("observation", "indicator", "area", "year", "value", "unit", "amount", "amount_unit",
                       "measure", "nature", "bound", "sentence", "confidence")


def observation_rows(contents: Contents, evidence: Evidence) -> list[tuple]:
    """One row for each number, in the order of the text."""
    rows = []
    for o in contents.observations:
        sentences = o.support.sentences if o.support else ()
        text = evidence.sentences[sentences[0]].text if sentences else ""
        rows.append((o.iri, o.indicator, o.area, o.year, o.value, o.unit, o.amount, o.amount_unit, o.measure,
                     o.nature, o.bound, text, o.support.confidence if o.support else None))
    return rows


def to_frame(contents: Contents, evidence: Evidence) -> pandas.DataFrame:
    """The observations as a DataFrame; year, value, amount and confidence are numbers."""
    import pandas

    frame = pandas.DataFrame(observation_rows(contents, evidence), columns=list(OBSERVATION_COLUMNS))
    for column in ("year", "value", "amount", "confidence"):
        frame[column] = pandas.to_numeric(frame[column])
    return frame


def to_csv(contents: Contents, evidence: Evidence) -> str:
    """The observations as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(OBSERVATION_COLUMNS)
    for row in observation_rows(contents, evidence):
        writer.writerow(["" if cell is None else harmless(str(cell)) for cell in row])
    return "\ufeff" + buffer.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay as they are.

    >>> harmless("=1+1"), harmless("-5.9"), harmless("云溪县")
    ("'=1+1", '-5.9', '云溪县')
    """
    if cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        try:
            float(cell)
        except ValueError:
            return "'" + cell
    return cell


def to_networkx(contents: Contents) -> networkx.MultiDiGraph:
    """Entities as nodes, relations as edges.

    Nodes are IRIs with ``label``, ``type`` (the main one), ``types`` and ``aliases`` (joined by ``|``) and
    ``code``; edges have the relation as key and ``relation``, and ``statement``, ``rule``, ``confidence`` from
    the evidence. All values are strings or numbers, so that every writer of networkx takes them.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    for entity in contents.entities.values():
        graph.add_node(entity.iri, label=entity.name, type=entity.types[0], types="|".join(entity.types),
                       aliases="|".join(entity.aliases), code=entity.code)
    for r in contents.relations:
        known = {"statement": r.support.iri, "rule": "|".join(r.support.rules),
                 "confidence": r.support.confidence} if r.support else {}
        graph.add_edge(r.head, r.tail, key=r.relation, relation=r.relation, **known)
    return graph

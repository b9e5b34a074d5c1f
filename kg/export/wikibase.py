"""Entities for Wikibase: QuickStatements, and a table to reconcile in OpenRefine.

What terms are called in Wikidata stands in ``wikidata.csv``; another Wikibase has ids of its own, given by
``--matches`` like those of entities. The usual way: open the OpenRefine table, reconcile the column ``name``
against ``type_id``, save the matches as CSV (``iri,id``), and write QuickStatements with ``--matches``: those
that matched are then edited, not made again, and relations between matched entities become statements.

QuickStatements: https://www.wikidata.org/wiki/Help:QuickStatements#CSV_file_syntax
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO

from kg.errors import UnreadableInput
from kg.export.characters import one_line
from kg.export.format import Options
from kg.export.source import Source
from kg.store.contents import EntityRow
from kg.store.tables import harmless
from kg.triples.vocabulary import GOV, RDF

_MAPPING = Path(__file__).with_name("wikidata.csv")
_LONGEST = 250  # characters of a label, an alias or a description in Wikibase


def read_matches(path: str | Path) -> dict[str, str]:
    """Identifiers of a CSV file with the columns ``iri`` (or ``term``) and ``id``.

    Raises:
        UnreadableInput: it cannot be read, or has no such columns.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableInput(str(path), f"it cannot be read ({error})",
                              "give a CSV file with the columns iri,id") from error
    if rows and not ({"iri", "term"} & rows[0].keys() and "id" in rows[0]):
        raise UnreadableInput(str(path), f"its columns are {', '.join(map(str, rows[0]))}",
                              "name them iri,id")
    return {row.get("iri") or row["term"]: row["id"] for row in rows if row["id"]}


def quickstatements(source: Source, out: BinaryIO, options: Options) -> None:
    """A row for each entity of the types asked for, else of the core ones: labels, aliases, statements."""
    ids = {**_ids(), **options.matches}
    rows = [_statements(source, entity, ids) for entity in _chosen(source, options)]
    columns = {name: max(len(row.get(name, ())) for row in rows)
               for name in _order(rows)} if rows else {"qid": 1}
    table = [[name for name, count in columns.items() for _ in range(count)]]
    for row in rows:
        table.append([cell for name, count in columns.items()
                      for cell in (*row.get(name, ()), *[""] * (count - len(row.get(name, ()))))])
    out.write(_csv(table).encode("utf-8"))


def _statements(source: Source, entity: EntityRow, ids: Mapping[str, str]) -> dict[str, list[str]]:
    """The cells of an entity by column; a column of several values stands several times."""
    known = ids.get(entity.iri, "")
    names = [name[:_LONGEST] for name in (one_line(n) for n in (entity.name, *entity.aliases)) if name]
    row = {"qid": [known], "Lzh": [] if known else names[:1],
           "Dzh": [] if known else [_description(source, entity)[:_LONGEST]],
           "Azh": names if known else names[1:],
           ids["instanceOf"]: [ids[t] for t in entity.types if t in ids]}
    if entity.types[0] in ("Town", "AdministrativeDivision"):
        row[ids["country"]] = [ids["China"]]
        row[ids["code"]] = [f'"{entity.code}"'] if entity.code else []
    for r in source.contents.relations:
        if r.head == entity.iri and r.relation in ids and r.tail in ids:
            row.setdefault(ids[r.relation], []).append(ids[r.tail])
    return {name: cells for name, cells in row.items() if cells}


def _order(rows: Iterable[dict[str, list[str]]]) -> list[str]:
    """The item, its labels, then properties by number."""
    found = {name for row in rows for name in row}
    first = [name for name in ("qid", "Lzh", "Dzh", "Azh") if name in found]
    return [*first, *sorted(found - set(first), key=lambda name: (len(name), name))]


def openrefine(source: Source, out: BinaryIO, options: Options) -> None:
    """A row for each entity: its name, and what tells it from others of that name."""
    ids = {**_ids(), **options.matches}
    columns = ["iri", "name", "id", "type", "type_label", "type_id", "aliases", "code", "description",
               "located_in",
               "located_in_iri", "sentence"]
    places = {r.head: r.tail for r in reversed(source.contents.relations) if r.relation == "locatedIn"}
    table = [columns]
    for entity in _chosen(source, options):
        place, kind = places.get(entity.iri, ""), entity.types[0]
        table.append([entity.iri, one_line(entity.name), ids.get(entity.iri, ""), kind,
                      source.ontology.label(kind),
                      ids.get(kind, ""), "|".join(map(one_line, entity.aliases)), entity.code,
                      _description(source, entity),
                      one_line(source.contents.entities[place].name) if place else "", place,
                      one_line(_sentence(source, entity))])
    out.write(("\ufeff" + _csv([[harmless(cell) for cell in row] for row in table])).encode("utf-8"))


def _chosen(source: Source, options: Options) -> list[EntityRow]:
    wanted = set(options.types) or {term.name for term in source.ontology.classes if term.core}
    return [e for e in source.contents.entities.values() if wanted & set(e.types)]


def _description(source: Source, entity: EntityRow) -> str:
    """What and whose it is: 栖云县的项目."""
    label = source.ontology.label(entity.types[0])
    support = source.support.support(entity.iri, RDF + "type", GOV + entity.types[0])
    reports = (source.support.sentences[s].report for s in support.sentences) if support else ()
    places = (source.history.reports[r].place for r in reports if r in source.history.reports)
    of = next((source.contents.entities[p].name for p in places if p in source.contents.entities), "")
    return f"{one_line(of)}的{label}" if of and of != entity.name else label


def _sentence(source: Source, entity: EntityRow) -> str:
    support = source.support.support(entity.iri, RDF + "type", GOV + entity.types[0])
    return source.support.sentences[support.sentences[0]].text if support and support.sentences else ""


def _csv(rows: Iterable[list[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


@cache
def _ids() -> dict[str, str]:
    return read_matches(_MAPPING)

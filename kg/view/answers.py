"""The saved questions with their answers, worked out when the page is made by the code of ``kg ask``.

``questions.csv`` lists those that the page asks, by group. Those that ask for one thing (all that is known of it,
its evidence) are not there: the panel answers them.
"""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store.queries import plain
from kg.store.questions import answer, question
from kg.triples.vocabulary import GOV, ID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store.questions import Question

_ASKED = Path(__file__).with_name("questions.csv")

#: Rows of an answer that the page holds; it says when there are more.
LONGEST = 400
_TERM = "gov:"


def answers(facts: str, place: Mapping[str, int]) -> list[dict]:
    """Each question that this build has an answer to: group, titles, parameters, columns, rows.

    Parameters keep their defaults and are open where they have none, so that an answer is for everything; the
    page offers the values of those that are a column. Cells are strings, or numbers of entities; terms of the
    ontology begin with ``gov:``.

    Args:
        facts: the graph of facts, as Turtle.
        place: numbers of entities by IRI.
    """
    store = ox.Store()
    store.bulk_load(facts.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    found = []
    for group in asked():
        wanted = question(group["question"])
        given = answer(store, wanted)
        rows = [[_cell(term, place) for term in row] for row in islice(given.rows, LONGEST)]
        if rows:
            found.append({"group": {"zh": group["zh"], "en": group["en"]},
                          **_data(wanted, given.columns, rows, sum(1 for _ in given.rows))})
    return found


def asked() -> list[dict[str, str]]:
    """The questions that the page asks, in their order: id and name of the group in both languages."""
    with _ASKED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _data(wanted: Question, columns: tuple[str, ...], rows: list[list], more: int) -> dict:
    """A question as the page wants it: of a thing and its name one column, the thing where the page knows it."""
    thing = {name: all(isinstance(row[i], int) or row[i] == "" or row[i].startswith(_TERM) for row in rows)
             for i, name in enumerate(columns)}
    given = {p.name for p in wanted.parameters if p.default}
    kept = [i for i, name in enumerate(columns) if name not in given
            and (thing[name] or f"{name}Name" not in columns)
            and not (name.endswith("Name") and thing.get(name.removesuffix("Name")))]
    return {"id": wanted.id, "title": dict(wanted.titles), "description": dict(wanted.descriptions),
            "parameters": [{"name": p.name, "description": dict(zip(("zh", "en"), _halves(p.description)))}
                           for p in wanted.parameters],
            "columns": [columns[i] for i in kept], "rows": [[row[i] for i in kept] for row in rows], "more": more}


def _halves(description: str) -> tuple[str, str]:
    """What is said in Chinese and, after `` / ``, in English."""
    chinese, _, english = description.partition(" / ")
    return chinese.strip(), (english or chinese).strip()


def _cell(term: object, place: Mapping[str, int]) -> int | str:
    text = plain(term)
    if text in place:
        return place[text]
    return _TERM + text.removeprefix(GOV) if text.startswith(GOV) else text.removeprefix(ID)

"""The saved questions with their answers, worked out when the page is made by the code of ``kg ask``."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.store.queries import load, plain
from kg.store.questions import answer, questions
from kg.triples.vocabulary import GOV, ID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store.questions import Question

#: Rows of an answer that the page holds; it says when there are more.
LONGEST = 500
#: Questions that the page answers itself, for the one entity that is looked at.
_ELSEWHERE = ("evidence",)


def answers(trig: str, place: Mapping[str, int]) -> list[dict]:
    """Each saved question that this build has an answer to: titles, columns, rows.

    A parameter is left open, so that an answer is for everything; the page offers its values where they are a
    column of the answer. Cells are strings, or numbers of entities.

    Args:
        trig: the dataset of the build.
        place: numbers of entities by IRI.
    """
    store = load(trig.encode("utf-8"), "the build")
    found = []
    for question in questions():
        if question.id in _ELSEWHERE:
            continue
        given = answer(store, question)
        rows = [[_cell(term, place) for term in row] for row in islice(given.rows, LONGEST)]
        if rows and given.kind == "select":
            found.append(_data(question, given.columns, rows, sum(1 for _ in given.rows)))
    return found


def _data(question: Question, columns: tuple[str, ...], rows: list[list], more: int) -> dict:
    """A question as the page wants it: without columns that repeat the name of the entity before them."""
    names = set(columns)
    kept = [i for i, name in enumerate(columns) if not (
        name.endswith("Name") and name.removesuffix("Name") in names and _all_entities(rows, columns.index(name[:-4])))]
    kept = [i for i in kept if f"{columns[i]}Name" not in names or _all_entities(rows, i)]
    return {"id": question.id, "title": dict(question.titles), "description": dict(question.descriptions),
            "parameters": [{"name": p.name, "description": dict(zip(("zh", "en"), _halves(p.description)))}
                           for p in question.parameters],
            "columns": [columns[i] for i in kept], "rows": [[row[i] for i in kept] for row in rows], "more": more}


def _all_entities(rows: list[list], column: int) -> bool:
    return all(isinstance(row[column], int) or row[column] == "" for row in rows)


def _halves(description: str) -> tuple[str, str]:
    """What is said in Chinese and, after `` / ``, in English."""
    chinese, _, english = description.partition(" / ")
    return chinese.strip(), (english or chinese).strip()


def _cell(term: object, place: Mapping[str, int]) -> int | str:
    text = plain(term)
    if text in place:
        return place[text]
    return text.removeprefix(GOV).removeprefix(ID)

"""Saved questions: SPARQL with a title, a description and parameters, one file each in ``ontology/queries``.

The header of a file is comments, so that the file is a query as it stands::

    # id: projects-in-place
    # title@zh: 某地的项目
    # title@en: Projects in a place
    # description@zh: …
    # description@en: …
    # parameter place (Place) = : 地名或别名 / a place, by name or alias

A parameter has a kind: a class of the ontology (the value is then the name or alias of such a thing),
``Entity`` (a thing of any class), ``Class`` or ``Property`` (one of the ontology, by label), ``year``, ``number`` or ``text``. The variable of that name
is bound to the value before the query is answered; nothing is ever pasted into the text. A parameter without a
value is left free, so that the answer is for everything.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from pathlib import Path

import pyoxigraph as ox

from kg import resources
from kg.errors import BadParameter, BadQuestion, UnknownQuestion
from kg.store.names import terms_named, with_ontology
from kg.store.queries import Answer, ask
from kg.triples.vocabulary import PREFIXES, XSD

LANGUAGES = ("zh", "en")
_LINE = re.compile(r"#\s*(?P<key>id|(?:title|description)@(?:zh|en))\s*:\s*(?P<value>.+?)\s*$")
_PARAMETER = re.compile(r"#\s*parameter\s+(?P<name>[a-z]\w*)\s+\((?P<kind>\w+)\)\s*=\s*(?P<default>[^:]*?)\s*:"
                        r"\s*(?P<description>.+?)\s*$")
BOUNDS = ("number", "text")  # kinds of parameters that are compared with, and name nothing
_MANY = 100  # combinations of things of the same name that one question is answered for


@dataclass(frozen=True)
class Parameter:
    """What may be said with a question; an empty default leaves it open."""

    name: str
    default: str
    description: str  # Chinese / English
    kind: str = "text"


@dataclass(frozen=True)
class Question:
    """A saved question; ``titles`` and ``descriptions`` are by language (zh, en)."""

    id: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    text: str  # the query, with its prefixes and without the header


def questions() -> tuple[Question, ...]:
    """The saved questions that the package ships, sorted by id."""
    return _shipped()


def question(id_: str) -> Question:
    """The saved question of an id.

    Raises:
        UnknownQuestion: there is none; the message has ids that are near.
    """
    known = {q.id: q for q in questions()}
    if id_ not in known:
        raise UnknownQuestion(id_, difflib.get_close_matches(id_, known, n=3, cutoff=0.4))
    return known[id_]


def read_question(path: Path) -> Question:
    """The question in a file.

    Raises:
        BadQuestion: the header lacks something, or the query has no variable for a parameter.
    """
    said: dict[str, str] = {}
    parameters, body = [], []
    for line in path.read_text("utf-8").splitlines():
        if found := _PARAMETER.match(line):
            parameters.append(Parameter(found["name"], found["default"], found["description"], found["kind"]))
        elif found := _LINE.match(line):
            said[found["key"]] = found["value"]
        else:
            body.append(line)
    text = "\n".join(body).strip() + "\n"
    missing = [key for key in ("id", *(f"{k}@{lang}" for k in ("title", "description") for lang in LANGUAGES))
               if key not in said]
    unused = [p.name for p in parameters if not re.search(rf"[?$]{p.name}\b", text)]
    if missing or unused or said["id"] != path.stem:
        reason = (f"the header has no {missing[0]}" if missing else
                  f"the query has no variable ?{unused[0]}" if unused else f"its id is {said['id']}")
        raise BadQuestion(path.name, reason)
    return Question(said["id"], {lang: said[f"title@{lang}"] for lang in LANGUAGES},
                    {lang: said[f"description@{lang}"] for lang in LANGUAGES}, tuple(parameters), _prefixed(text))


def answer(store: ox.Store, question: Question, values: Mapping[str, str] | None = None) -> Answer:
    """The answer to a saved question over all graphs of a store.

    The graph of the ontology is added to the store where it is not there: labels of statuses and kinds come
    from it. A name that several things have gives the rows of all of them.

    Raises:
        BadParameter: the question has no such parameter, nothing has the name, or a year is no year.
    """
    with_ontology(store)
    choices = bindings(store, question, values or {})
    first = ask(store, question.text, question.id, next(choices))
    return Answer(first.columns, _all_rows(store, question, first, choices), first.kind)


def named(answer: Answer, question: Question) -> Answer:
    """An answer as people read it: without the columns of IRIs whose names stand beside them (``x`` where there
    is ``xName``), and without those that only repeat a bound that was given."""
    bounds = {p.name for p in question.parameters if p.kind in BOUNDS}
    kept = [i for i, c in enumerate(answer.columns) if f"{c}Name" not in answer.columns and c not in bounds]
    columns = tuple(answer.columns[i].removesuffix("Name") for i in kept)
    return Answer(columns, (tuple(row[i] for i in kept) for row in answer.rows), answer.kind)


def bindings(store: ox.Store, question: Question, values: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """The terms that the variables of a question are bound to: one mapping for each combination."""
    known = {p.name: p for p in question.parameters}
    for name in values:
        if name not in known:
            raise BadParameter(question.id, name, "the question has no such parameter",
                               f"it has {', '.join(known)}" if known else "it has none")
    said = {name: values.get(name, p.default).strip() for name, p in known.items()}
    given = {name: _terms(store, question, known[name], value) for name, value in said.items() if value}
    return (dict(zip(given, choice)) for choice in islice(product(*given.values()), _MANY))


def with_values(store: ox.Store, question: Question, values: Mapping[str, str]) -> str:
    """The text of a question with its values as a ``VALUES`` clause, to be read and changed in an editor.

    Terms are written by Oxigraph's serialiser, which escapes them; raises as :func:`answer` does.
    """
    with_ontology(store)
    choices = list(bindings(store, question, values))
    text = question.text
    bounds = [p.name for p in question.parameters if p.kind in BOUNDS and p.name in choices[0]]
    for name in bounds:  # beside the filter that they are for: a subquery does not see what is bound around it
        clause = f"VALUES ?{name} {{ {choices[0][name]} }} FILTER("
        text = re.sub(rf"FILTER\((?=[^\n]*\?{name}\b)", lambda _, clause=clause: clause, text)
    names = [name for name in choices[0] if name not in bounds]
    if names:
        rows = " ".join(f"({' '.join(str(choice[name]) for name in names)})" for choice in choices)
        clause = f"WHERE {{\n  VALUES ({' '.join(f'?{name}' for name in names)}) {{ {rows} }}\n"
        text = re.sub(r"WHERE \{\n?", lambda _: clause, text, count=1)
    return text


def _terms(store: ox.Store, question: Question, parameter: Parameter, value: str) -> list[object]:
    shown = value if len(value) <= 60 else value[:60] + "…"
    if parameter.kind == "text":
        return [ox.Literal(value)]
    if parameter.kind == "year":
        if not re.fullmatch(r"\d{4}", value, re.ASCII):
            raise BadParameter(question.id, parameter.name, f"“{shown}” is no year", "give it as 2024")
        return [ox.Literal(value, datatype=ox.NamedNode(XSD + "gYear"))]
    if parameter.kind == "number":
        if not re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", value, re.ASCII):
            raise BadParameter(question.id, parameter.name, f"“{shown}” is no number", "give it as 100 or 6.5")
        return [ox.Literal(value, datatype=ox.NamedNode(XSD + "decimal"))]
    found, near = terms_named(store, value, parameter.kind)
    if not found:
        way_out = f"names that are near: {'、'.join(near)}" if near else "see what there is with `kg ask entities`"
        raise BadParameter(question.id, parameter.name, f"nothing of the kind {parameter.kind} is called “{shown}”", way_out)
    return found


def _all_rows(store: ox.Store, question: Question, first: Answer, rest: Iterator[dict]) -> Iterator[tuple]:
    yield from first.rows
    for binding in rest:
        yield from ask(store, question.text, question.id, binding).rows


def _prefixed(text: str) -> str:
    """The query with the declarations of the prefixes that it uses, so that it stands alone anywhere."""
    used = [p for p in PREFIXES if re.search(rf"(?<![\w-]){p}:", text) and f"PREFIX {p}:" not in text]
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in used) + text


@lru_cache(maxsize=1)
def _shipped() -> tuple[Question, ...]:
    found = (read_question(path) for path in resources.ontology("queries").glob("*.rq"))
    return tuple(sorted(found, key=lambda q: q.id))

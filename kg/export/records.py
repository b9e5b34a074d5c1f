"""The records of a build as tables, shared by CSV, Excel and Parquet: typed columns, rows in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export.source import Source
from kg.store.contents import ObservationRow
from kg.store.evidence import Support
from kg.triples.iri import statement_iri
from kg.triples.vocabulary import GOV, RDF


@dataclass(frozen=True)
class Table:
    """A table. ``columns`` are names, with what a column holds: text, list (of texts), integer or number."""

    name: str
    label: str  # Chinese
    columns: dict[str, str]
    labels: tuple[str, ...]  # of columns, Chinese
    rows: tuple[tuple, ...]


def _table(name: str, label: str, columns: Iterable[tuple[str, str, str]], rows: Iterable[tuple]) -> Table:
    given = tuple(columns)
    return Table(name, label, {c: kind for c, kind, _ in given}, tuple(label for *_, label in given),
                 tuple(rows))


_ENTITY = (("iri", "text", "标识"), ("name", "text", "名称"), ("aliases", "list", "别名"),
           ("types", "list", "类型"),
           ("code", "text", "代码"), ("status", "list", "状态"), ("aim", "list", "目标状态"),
           ("investment", "list", "投资"),
           ("capacity", "list", "产能"), ("plans_listing", "list", "计划上市"),
           ("mentions", "integer", "提及次数"),
           ("sentence", "text", "出处"))
_RELATION = (("statement", "text", "陈述"), ("head", "text", "主体标识"), ("head_name", "text", "主体"),
             ("head_type", "text", "主体类型"), ("relation", "text", "关系"),
             ("relation_label", "text", "关系名"),
             ("tail", "text", "客体标识"), ("tail_name", "text", "客体"), ("tail_type", "text", "客体类型"),
             ("confidence", "number", "置信度"), ("rules", "list", "规则"), ("sentence", "text", "出处"))
_OBSERVATION = (("observation", "text", "标识"), ("indicator", "text", "指标"), ("area", "text", "对象"),
                ("year", "integer", "年份"), ("value", "number", "数值"), ("unit", "text", "单位"),
                ("amount", "number", "标准值"), ("amount_unit", "text", "标准单位"),
                ("measure", "text", "度量"),
                ("nature", "text", "性质"), ("bound", "text", "界限"), ("sentence", "text", "出处"),
                ("confidence", "number", "置信度"))
_WIDE = (("area", "text", "对象"), ("indicator", "text", "指标"), ("measure", "text", "度量"),
         ("unit", "text", "单位"))
_SENTENCE = (("sentence", "text", "标识"), ("report", "text", "报告"), ("start", "integer", "起"),
             ("end", "integer", "止"),
             ("text", "text", "文本"))


def entities(source: Source) -> list[Table]:
    """A table for each class that has entities, in the ontology's order; one of two classes is in both."""
    contents, ontology = source.contents, source.ontology
    facts: dict[tuple[str, str], list[str]] = {}
    for fact in contents.facts:
        facts.setdefault((fact.entity, fact.fact), []).append(fact.value)
    found = []
    for term in ontology.classes:
        members = [e for e in contents.entities.values() if term.name in e.types]
        rows = []
        for e in members:
            support = source.support.support(e.iri, RDF + "type", GOV + term.name)
            rows.append((e.iri, e.name, list(e.aliases), list(e.types), e.code,
                         *(facts.get((e.iri, f), [])
                           for f in ("status", "aim", "investment", "capacity", "plansListing")),
                         len(support.mentions) if support else 0, _sentence(source, support)))
        if members:
            found.append(_table(term.name, ontology.label(term.name), _ENTITY, rows))
    return found


def relations(source: Source) -> Table:
    """Every relation with the names and types of its ends."""
    of, label = source.contents.entities, source.ontology.label
    rows = ((statement_iri(f"<{r.head}>", f"<{GOV}{r.relation}>", f"<{r.tail}>"), r.head, of[r.head].name,
             of[r.head].types[0], r.relation, label(r.relation), r.tail, of[r.tail].name, of[r.tail].types[0],
             r.support.confidence if r.support else None, list(r.support.rules) if r.support else [],
             _sentence(source, r.support)) for r in source.contents.relations)
    return _table("relations", "关系", _RELATION, rows)


def observations(source: Source) -> Table:
    """Every number as a row."""
    rows = ((o.iri, o.indicator, o.area, _integer(o.year), _number(o.value), o.unit, _number(o.amount),
             o.amount_unit,
             o.measure, o.nature, o.bound, _sentence(source, o.support), o.support.confidence if o.support
             else None)
            for o in source.contents.observations)
    return _table("observations", "观测值", _OBSERVATION, rows)


def observations_wide(source: Source) -> Table:
    """A row for each thing, indicator, measure and unit; a column for each year and nature (``2024_Target``).

    Where a report says several numbers of one cell, the first is taken; the long table has all.
    """
    label = source.ontology.label
    cells: dict[tuple, dict[tuple[str, str], float | None]] = {}
    for o in source.contents.observations:
        cells.setdefault(_row_of(o), {}).setdefault((o.year, o.nature), _number(o.value))
    heads = sorted({head for row in cells.values() for head in row})
    columns = (*_WIDE, *((f"{year}_{nature}", "number", f"{year}{label(nature)}") for year, nature in heads))
    rows = ((*key, *(row.get(head) for head in heads)) for key, row in sorted(cells.items()))
    return _table("observations_wide", "观测值（宽表）", columns, rows)


def sentences(source: Source) -> Table:
    """The sentences that something rests on."""
    rows = ((iri, q.report, q.start, q.end, q.text) for iri, q in source.support.sentences.items())
    return _table("sentences", "句子", _SENTENCE, rows)


def all_tables(source: Source) -> Iterator[Table]:
    """All of them."""
    yield from entities(source)
    yield from (relations(source), observations(source), observations_wide(source), sentences(source))


def _row_of(o: ObservationRow) -> tuple[str, str, str, str]:
    return o.area, o.indicator, o.measure, o.unit


def _sentence(source: Source, support: Support | None) -> str:
    """The first sentence that speaks for a statement."""
    return source.support.sentences[support.sentences[0]].text if support and support.sentences else ""


def _number(text: str) -> float | None:
    return float(text) if text else None


def _integer(text: str) -> int | None:
    return int(text) if text else None

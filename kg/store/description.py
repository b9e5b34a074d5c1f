"""What is in a build: counts, top entities, coverage of sentences, what was rejected, checks of quality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.triples.vocabulary import GOV, RDF, ontology

if TYPE_CHECKING:
    from kg.builds import Build

TOP = 10  # entities and reasons that are listed
DOUBTFUL = 0.6  # confidence below which a statement is counted as doubtful
LONG = 25  # characters from which a name is likely to hold more than a name
_SHOWN = 5  # examples of a check


class Row(NamedTuple):
    """One line of a description."""

    section: str
    name: str
    label: str  # Chinese, or an explanation
    count: int
    note: str = ""


#: Sections in their order, with what they are called in a report for people.
SECTIONS = {"reports": "Reports", "entities": "Entities by type", "relations": "Relations", "facts": "Facts",
            "observations": "Observations by year", "statuses": "Statuses by year",
            "top entities": "Top entities",
            "coverage": "Sentences that something rests on", "rejected": "Rejected by the ontology",
            "merges": "Names that were joined or kept apart", "quality": "Checks of quality"}


def describe(build: Build) -> list[Row]:
    """The rows of all sections, in their order."""
    return [*_reports(build), *_counts(build), *_by_year(build), *_top(build), *_coverage(build),
            *_tally("rejected", (row["reason"] for row in build.rejected)),
            *_tally("merges", (row["rule"] for row in build.merges)), *_quality(build)]


def _reports(build: Build) -> Iterator[Row]:
    for given, report in zip(build.inputs, build.reports):
        where = "，".join(str(part) for part in (given["division"], given["year"], given["title"]) if part)
        yield Row("reports", given["name"], where, len(report.sentences), f"{given['characters']} characters")


def _counts(build: Build) -> Iterator[Row]:
    label = ontology().label
    counts = build.contents.counts()
    for kind in ("entities", "relations", "facts"):
        for name, count in counts[kind].items():
            yield Row(kind, name, label(name), count)


def _by_year(build: Build) -> Iterator[Row]:
    from kg.store.history import History

    label = ontology().label
    numbers = Counter((o.year, o.nature) for o in build.contents.observations)
    for (year, nature), count in sorted(numbers.items()):
        yield Row("observations", f"{year} {nature}", f"{year}年{label(nature)}", count)
    stages = Counter((s.year, s.status, s.promised) for s in History(build.graphs.fact_triples).statuses)
    for (year, status, promised), count in sorted(stages.items()):
        yield Row("statuses", f"{year} {status}", f"{year}年{label(status)}", count, "promised" if promised
                  else "")


def _top(build: Build) -> Iterator[Row]:
    """Entities with the most mentions; indicators are left out, each number has one."""
    label, degree = ontology().label, Counter(end for r in build.contents.relations
                                              for end in (r.head, r.tail))
    mentions = {}
    for entity in build.entities:
        found = [build.evidence.support(entity.iri, RDF + "type", GOV + kind) for kind in entity.types]
        mentions[entity] = len({m for support in found if support for m in support.mentions})
    shown = (e for e in build.entities if e.types[0] != "Indicator")
    for entity in sorted(shown, key=lambda e: (-mentions[e], -degree[e.iri], e.iri))[:TOP]:
        yield Row("top entities", entity.name, label(entity.types[0]), mentions[entity],
                  f"mentions; {degree[entity.iri]} relations")


def _coverage(build: Build) -> Iterator[Row]:
    from kg.triples.iri import report_iri

    for report in build.reports:
        iri = report_iri(report.name)
        covered = {(q.start, q.end) for q in build.evidence.sentences.values() if q.report == iri}
        total, found = Counter(), Counter()
        for sentence in report.sentences:
            total[sentence.part] += 1
            found[sentence.part] += report.span(sentence.start, sentence.end) in covered
        for part in (*total, "all"):
            many = sum(total.values()) if part == "all" else total[part]
            count = sum(found.values()) if part == "all" else found[part]
            yield Row("coverage", f"{report.name} {part}", part, count, f"of {many}, {count / many:.0%}"
                      if many else "")


def _tally(section: str, values: Iterable[str]) -> Iterator[Row]:
    counts = Counter(values)
    for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Row(section, value, "", count)


def _quality(build: Build) -> Iterator[Row]:
    """What somebody who relies on the build may want to look at; none of it is an error by itself."""
    entities, related = build.entities, {end for r in build.contents.relations for end in (r.head, r.tail)}
    names = Counter(e.name for e in entities)
    for name, label, found in (
            ("contradicting numbers", "one thing, indicator, year, measure and unit, but several values",
             _contradictions(build)),
            ("doubtful relations", f"confidence below {DOUBTFUL}", _doubtful(build)),
            ("relations without evidence", "no sentence speaks for them",
             [f"{r.head} {r.relation} {r.tail}" for r in build.contents.relations if not r.support
              or not r.support.sentences]),
            ("entities without relations", "neither head nor tail of any",
             [e.name for e in entities if e.iri not in related and e.types[0] != "Indicator"]),
            ("entities of several types", "",
             [f"{e.name} ({'/'.join(e.types)})" for e in entities if len(e.types) > 1]),
            ("names of several entities", "", sorted(name for name, count in names.items() if count > 1)),
            ("long names", f"more than {LONG} characters", [e.name for e in entities if len(e.name) > LONG])):
        shown = "、".join(found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "")
        yield Row("quality", name, label, len(found), shown)


def _contradictions(build: Build) -> list[str]:
    values: dict[tuple, set[tuple[str, str]]] = {}
    for o in build.contents.observations:
        values.setdefault((o.area, o.indicator, o.year, o.measure, o.nature, o.amount_unit),
                          set()).add((o.amount, o.value + o.unit))
    return [f"{key[0]}{key[1]} {key[2]} ({' / '.join(sorted(v for _, v in found))})"
            for key, found in sorted(values.items())
            if len({amount for amount, _ in found}) > 1]


def _doubtful(build: Build) -> list[str]:
    of = build.contents.entities
    return [f"{of[r.head].name} {r.relation} {of[r.tail].name}" for r in build.contents.relations
            if r.support and r.support.confidence is not None and r.support.confidence < DOUBTFUL]

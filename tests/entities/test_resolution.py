"""Mentions of one thing become one entity; what only looks alike stays apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yunxi import extraction_of, report_of

from kg.document.report import Division
from kg.entities import resolve
from kg.entities.names import contradict, marks, proper
from kg.entities.tables import compatible

CASES = Path(__file__).parents[1] / "cases" / "resolution"


def as_json(resolution) -> dict:
    """A resolution as the golden cases write it."""
    return {
        "entities": [{"name": e.name, "aliases": list(e.aliases), "types": list(e.types), "mentions": list(e.mentions),
                      "code": e.code, "scope": e.scope} for e in resolution.entities],
        "own": resolution.own,
        "log": [[m.rule, m.name, m.into] for m in resolution.log],
    }


@pytest.mark.parametrize("case", sorted(p.name for p in CASES.iterdir()))
def test_golden_case(case):
    given_, expected = (json.loads((CASES / case / f).read_text("utf-8")) for f in ("input.json", "expected.json"))
    text, extraction = extraction_of([tuple(m) for m in given_["mentions"]])
    text += given_.get("text", "")
    got = as_json(resolve(report_of(text), extraction))
    assert got == expected


def test_own_division_is_an_entity_even_if_nothing_names_it(resolved):
    resolution, _ = resolved("清源镇/Town")
    own = resolution.entities[resolution.own]
    assert (own.name, own.code, own.mentions) == ("云溪县", "990101", ())


def test_without_a_division_nothing_is_own(resolved):
    resolution, _ = resolved("全县/AdministrativeDivision", "中心小学/PublicBody", division=None, own_names=())
    assert resolution.own == -1
    assert resolution.entities[1].scope == "yunxi_2024"


def test_a_city_is_meant_by_what_means_the_city_above_elsewhere(resolved):
    city = Division("云溪市", "county", "990102", (Division("江州市", "city", "990100", (), "江州"),), "云溪")
    _, names = resolved("全市/AdministrativeDivision", "江州/AdministrativeDivision", division=city, own_names=("云溪市",))
    assert names == {"全市/AdministrativeDivision": "云溪市", "江州/AdministrativeDivision": "江州市"}


NAMES = st.one_of(
    st.sampled_from(["我县", "云溪", "云溪县", "全市", "省", "清源镇", "清源", "恒岳", "恒岳集团", "恒岳新材料", "恒岳化工有限公司",
                     "云溪化工产业园", "化工产业园", "云溪县化工产业园", "江州化工产业园", "产业园", "水厂一期", "水厂二期", "水厂",
                     "“百日会战”行动", "百日会战", "博物馆", "县博物馆", "市博物馆", "年产3万吨硅胶", "年产5万吨硅胶"]),
    st.text("云溪县市省恒岳化工产业园一二期行动计划（）“”镇", min_size=1, max_size=8))
TYPES = st.lists(st.sampled_from(["Enterprise", "Park", "Project", "Town", "Program", "PublicBody", "Facility", "Place",
                                  "AdministrativeDivision", "Honor", "Industry", "Event"]), min_size=1, max_size=2, unique=True
                 ).filter(lambda kinds: compatible(tuple(kinds[:1]), tuple(kinds[1:])))  # as extraction gives them
MENTIONS = st.lists(st.tuples(NAMES, TYPES), max_size=30)


@settings(max_examples=150, deadline=None)
@given(MENTIONS)
def test_every_mention_is_in_exactly_one_entity(named):
    text, extraction = extraction_of(named)
    resolution = resolve(report_of(text), extraction)
    assert len(resolution.of) == len(extraction.mentions)
    held = [m for e in resolution.entities for m in e.mentions]
    assert sorted(held) == list(range(len(extraction.mentions)))
    assert all(m in resolution.entities[e].mentions for m, e in enumerate(resolution.of))
    assert resolution.entities[resolution.own].code == "990101"


@settings(max_examples=150, deadline=None)
@given(MENTIONS)
def test_no_entity_joins_what_contradicts(named):
    text, extraction = extraction_of(named)
    resolution = resolve(report_of(text), extraction)
    for entity in resolution.entities:
        kinds = [extraction.mentions[m].types for m in entity.mentions]
        names = [marks(proper(extraction.mentions[m].name)) for m in entity.mentions]
        assert all(compatible(a, b) or a == b for a in kinds for b in kinds)
        assert not any(contradict(a, b) for a in names for b in names)


@settings(max_examples=100, deadline=None)
@given(MENTIONS.flatmap(lambda m: st.tuples(st.just(m), st.permutations(range(len(m))))))
def test_order_of_mentions_does_not_matter(both):
    named, order = both
    def partition(order):
        text, extraction = extraction_of([named[i] for i in order])
        return {(e.name, e.aliases, e.types, e.code, e.scope, tuple(sorted(order[m] for m in e.mentions)))
                for e in resolve(report_of(text), extraction).entities}
    assert partition(list(range(len(named)))) == partition(list(order))


@settings(max_examples=100, deadline=None)
@given(MENTIONS)
def test_same_input_same_result(named):
    text, extraction = extraction_of(named)
    assert resolve(report_of(text), extraction) == resolve(report_of(text), extraction)

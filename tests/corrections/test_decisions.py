"""A person's decisions on the sample report: what changes, and how the evidence shows it."""

import pytest

import kg
from kg.triples.vocabulary import GOV, ID, PROV, RDFS

HEAD = "action,name,type,relation,object,into,quote,report,reason\n"


@pytest.fixture
def corrected(sample, tmp_path):
    """Builds the sample report with rows of corrections."""
    def build(*rows, **more):
        path = tmp_path / "corrections.csv"
        path.write_text(HEAD + "".join(row + "\n" for row in rows), "utf-8")
        return kg.build(sample, corrections=path, **more)

    return build


def entity(build, name):
    return next((e for e in build.entities if name in (e.name, *e.aliases)), None)


def relations(build):
    names = {e.iri: e.name for e in build.entities}
    return {(names[r.head], r.relation, names[r.tail]) for r in build.contents.relations}


def facts(build):
    names = {e.iri: e.name for e in build.entities}
    return {(names[f.entity], f.fact, f.value) for f in build.contents.facts}


def unapplied(build):
    return [(v["line"], v["reason"]) for given in build.guidance["corrections"] for v in given["unapplied"]]


def test_retype_gives_an_entity_another_class(corrected, sample_build):
    assert entity(sample_build, "云岭数据中心").types != ("Park",)
    build = corrected("retype,云岭数据中心,Park,,,,,,是园区")
    assert entity(build, "云岭数据中心").types == ("Park",) and unapplied(build) == []


def test_the_evidence_shows_a_decision_as_a_persons_with_the_reason(corrected):
    build = corrected("retype,云岭数据中心,Park,,,,,,是园区")
    iri = entity(build, "云岭数据中心").iri
    support = build.evidence.support(iri, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", GOV + "Park")
    assert support.rules == ("correction.2",) and support.confidence == 1 and support.sentences and support.mentions
    said = {(str(s), str(p), str(o)) for s, p, o in build.graphs.evidence_triples}
    decision = ID + "correction/correction.2"
    assert (support.iri, PROV + "wasInfluencedBy", decision) in said
    assert (support.iri, PROV + "wasAttributedTo", ID + "agent/person") in said
    assert (decision, RDFS + "comment", "是园区") in said
    assert not any(p == PROV + "wasInfluencedBy" and s != support.iri for s, p, o in said)


def test_merge_makes_one_entity_of_two(corrected, sample_build):
    one, other = entity(sample_build, "天禾食品"), entity(sample_build, "澄心精密")
    assert one.iri != other.iri
    build = corrected("merge,澄心精密,,,,天禾食品,,,同一集团")
    assert entity(build, "澄心精密") == entity(build, "天禾食品")
    assert {"report": "qiyun_2024", "name": "澄心精密", "into": "天禾食品", "rule": "correction.2",
            "reason": "同一集团"} in build.merges
    assert ("天禾食品", "awarded", "省级制造业单项冠军") in relations(build)


def test_merge_into_a_name_that_nothing_bears_renames(corrected):
    build = corrected("merge,天禾食品,,,,天禾食品集团,,,全称")
    found = entity(build, "天禾食品")
    assert found.name == "天禾食品集团" and "天禾食品" in found.aliases and found.types == ("Enterprise",)


def test_split_takes_a_name_out_of_an_entity(corrected):
    merged = ("merge,澄心精密,,,,天禾食品,,,同一集团",)
    build = corrected(*merged, "split,澄心精密,,,,,,,又分开了")
    assert entity(build, "澄心精密").iri != entity(build, "天禾食品").iri
    assert ("澄心精密", "awarded", "省级制造业单项冠军") in relations(build) and unapplied(build) == []


def test_drop_takes_an_entity_away_with_all_that_is_said_of_it(corrected, sample_build):
    build = corrected("drop,衡岳光电,,,,,,,不是企业")
    assert entity(sample_build, "衡岳光电") is not None and entity(build, "衡岳光电") is None
    assert not any("衡岳光电" in (head, tail) for head, _, tail in relations(build))
    assert any(row["rule"] == "correction.2" and row["reason"] == "dropped: 不是企业" and row["sentence"]
               for row in build.rejected)


def test_drop_takes_one_relation_or_fact_or_number_away(corrected, sample_build):
    build = corrected("drop,衡岳光电,,awarded,国家级绿色工厂,,,,误", "drop,云岭数据中心,,status,,,,,误",
                      "drop,地区生产总值,,observation,286.4亿元,,,,误")
    assert relations(sample_build) - relations(build) == {("衡岳光电", "awarded", "国家级绿色工厂")}
    gone = facts(sample_build) - facts(build)
    assert gone and {(name, fact) for name, fact, _ in gone} == {("云岭数据中心", "status")}
    assert len(build.contents.observations) == len(sample_build.contents.observations) - 1


def test_add_gives_a_name_that_was_not_found_with_its_places(corrected, sample_build):
    assert entity(sample_build, "青石路雨污分流") is None
    build = corrected("add,青石路雨污分流,Project,,,,,,是项目")
    found = entity(build, "青石路雨污分流")
    assert found.types == ("Project",)
    places = [build.evidence.mentions[m].text for s in build.evidence.about(found.iri) for m in s.mentions]
    assert set(places) == {"青石路雨污分流"}


def test_add_states_relations_and_facts_that_rest_on_a_sentence(corrected):
    quote = "推动清泉化工产业园争创省级绿色园区"
    build = corrected(f"add,清泉化工产业园,,locatedIn,清泉镇,,{quote},,在镇里", "add,清泉化工产业园,,status,UnderConstruction,,,,在建",
                      "add,云岭数据中心,,investment,3.5亿元,,,,预算")
    assert ("清泉化工产业园", "locatedIn", "清泉镇") in relations(build)
    assert {("清泉化工产业园", "status", "UnderConstruction"), ("云岭数据中心", "investment", "3.5亿元")} <= facts(build)
    row = next(r for r in build.contents.relations if r.support.rules == ("correction.2",))
    assert quote in build.evidence.sentences[row.support.sentences[0]].text


@pytest.mark.parametrize("row, reason", [
    ("drop,鬼城,,,,,,,x", "nothing is called “鬼城”"),
    ("retype,衡岳光电,Enterprise,,,,,,x", "“衡岳光电” is Enterprise already"),
    ("drop,栖云县,,,,,,,x", "the report's own division cannot be dropped"),
    ("split,衡岳光电,,,,,,,x", "“衡岳光电” is no name among others of one thing"),
    ("add,衡岳光电,,holdsOffice,清泉镇,,,,x", "holdsOffice is not said of Enterprise"),
    ("add,鬼城,Place,,,,,,x", "no sentence holds “鬼城”; quote the words that mean it"),
    ("add,衡岳光电,,awarded,国家级绿色工厂,,,,x", "it is said already that “衡岳光电” awarded “国家级绿色工厂”"),
    ("drop,衡岳光电,,awarded,省级绿色园区,,,,x", "it is not said that “衡岳光电” awarded 省级绿色园区"),
    ("drop,地区生产总值,,observation,1元,,,,x", "no number of “地区生产总值” is 1元"),
    ("retype,衡岳光电,Project,,,,,other,x", "no report is named other"),
])
def test_what_no_longer_applies_is_reported_and_changes_nothing(corrected, sample_build, row, reason):
    build = corrected(row)
    assert unapplied(build) == [(2, reason)]
    assert build.entities == sample_build.entities and relations(build) == relations(sample_build)
    assert facts(build) == facts(sample_build)


def test_a_corrected_build_conforms(corrected):
    from kg.triples.validation import validate_graph

    build = corrected("merge,澄心精密,,,,天禾食品,,,x", "retype,云岭数据中心,Park,,,,,,x", "drop,衡岳光电,,,,,,,x",
                      "add,青石路雨污分流,Project,,,,,,x")
    assert validate_graph(build.graph + build.evidence_graph).conforms


def test_a_corrected_build_is_loaded_and_saved_to_the_same_bytes(corrected, tmp_path):
    folder = corrected("retype,云岭数据中心,Park,,,,,,x", "drop,鬼城,,,,,,,x").save(tmp_path / "one")
    kg.load(folder).save(tmp_path / "two")
    for path in folder.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "two" / path.relative_to(folder)).read_bytes(), path.name

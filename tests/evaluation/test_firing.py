"""How often rules fire and are right."""

from kg.evaluation.firing import firings
from kg.evaluation.reliability import Measured
from kg.evaluation.subject import subject_of


def test_every_rule_that_evidence_cites_is_counted_by_kind(sample_build):
    found = {f.rule: f for f in firings([subject_of(sample_build)])}
    citing = sum("quantity_verbs.增长" in o.support.rules for o in sample_build.contents.observations)
    assert found["quantity_verbs.增长"].counts == {"observation": citing} and citing > 3
    relation = next(r for r in sample_build.contents.relations if r.relation == "awarded")
    assert found[relation.support.rules[0]].counts["relation"] >= 1
    assert any(f.counts["fact"] and f.rule.startswith("stages.") for f in found.values())


def test_those_that_fire_most_come_first(sample_build):
    counts = [f.statements for f in firings([subject_of(sample_build)] * 2)]
    assert counts == sorted(counts, reverse=True) and counts[-1] >= 2


def test_precision_is_the_share_of_judged_statements_that_is_right():
    judged = [Measured("g", "fact", 0.9, ("stages.竣工",), right) for right in (True, True, False)]
    found, = firings([], judged)
    assert (found.judged, found.right, found.precision) == (3, 2, 2 / 3)
    assert found.statements == 0

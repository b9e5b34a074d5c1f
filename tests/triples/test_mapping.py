"""From records to triples: what is said, what it rests on, what the gate keeps out."""

from dataclasses import replace

import pytest
from rdflib import RDF, SKOS, Literal, Namespace, URIRef
from rdflib.namespace import PROV

from kg.extraction.records import Fact, Relation
from kg.triples import combine, map_report
from kg.triples.serialise import trig, turtle
from kg.triples.validation import validate_graph
from kg.triples.vocabulary import GOV, ID, OA, QB, SCHEMA, SDMX_MEASURE

G, Q, O, S = Namespace(GOV), Namespace(QB), Namespace(OA), Namespace(SCHEMA)
PROJECT = URIRef(f"{ID}project/栖云县/恒岳光电二期")
ENTERPRISE = URIRef(f"{ID}enterprise/栖云县/恒岳光电")


@pytest.fixture
def graphs(report, records):
    return combine([map_report(report, *records)])


def test_entities_relations_and_facts_are_written(graphs):
    facts = graphs.facts
    assert (PROJECT, RDF.type, G.Project) in facts
    assert (PROJECT, G.developedBy, ENTERPRISE) in facts
    assert (PROJECT, G.status, G.UnderConstruction) in facts
    assert facts.value(ENTERPRISE, SKOS.prefLabel) == Literal("恒岳光电", lang="zh")
    assert (ENTERPRISE, SKOS.altLabel, Literal("恒岳", lang="zh")) in facts


def test_an_investment_is_an_amount_with_value_currency_and_wording(graphs):
    amount = graphs.facts.value(PROJECT, G.investment)
    assert (amount, RDF.type, S.MonetaryAmount) in graphs.facts
    assert str(graphs.facts.value(amount, S.value)) == "1200000000"
    assert graphs.facts.value(amount, G.amountText) == Literal("12亿元")
    assert graphs.facts.value(amount, S.currency) == Literal("CNY")


def test_an_observation_has_all_its_parts_and_is_in_the_data_set(graphs):
    observation = graphs.facts.value(None, RDF.type, Q.Observation)
    said = {p: o for p, o in graphs.facts.predicate_objects(observation)}
    assert str(said[URIRef(SDMX_MEASURE + "obsValue")]) == "6.5"
    assert said[G.measure] == G.Growth and said[G.nature] == G.Target and said[G.bound] == G.Exact
    dimensions = {graphs.facts.value(c, Q.dimension) for c in graphs.facts.subjects(Q.dimension, None)}
    assert dimensions <= set(said)


def test_every_statement_rests_on_a_sentence_and_quotes_are_to_the_letter(graphs, report):
    evidence = graphs.evidence
    statements = set(evidence.subjects(RDF.type, RDF.Statement))
    assert statements
    for statement in statements:
        assert list(evidence.objects(statement, PROV.wasQuotedFrom))
        triple = tuple(evidence.value(statement, p) for p in (RDF.subject, RDF.predicate, RDF.object))
        assert triple in graphs.facts
    for target in set(evidence.subjects(O.hasSelector, None)):
        selectors = list(evidence.objects(target, O.hasSelector))
        start = next(int(v) for s in selectors for v in evidence.objects(s, O.start))
        end = next(int(v) for s in selectors for v in evidence.objects(s, O.end))
        exact = next(str(v) for s in selectors for v in evidence.objects(s, O.exact))
        assert exact == report.raw[start:end]


def test_a_mention_keeps_the_space_that_the_page_put_into_the_name(graphs):
    assert Literal("恒岳 光电二期") in set(graphs.evidence.objects(None, O.exact))


def test_the_build_conforms_to_the_shapes(graphs):
    report = validate_graph(graphs.facts + graphs.evidence)
    assert report.conforms, report.violations


def test_the_same_records_give_the_same_bytes(report, records, graphs):
    again = combine([map_report(report, *records)])
    assert turtle(again.fact_triples) == turtle(graphs.facts)
    assert turtle(again.evidence_triples) == turtle(graphs.evidence)
    assert trig(again.named) == trig(graphs.dataset)


@pytest.mark.parametrize("relation, reason", [
    (Relation(1, "developedBy", 0, 0, "r", 0.5), "developedBy is not said of Enterprise"),
    (Relation(0, "developedBy", 0, 0, "r", 0.5), "nothing is related to itself"),
    (Relation(0, "inIndustry", 1, 0, "r", 0.5), "inIndustry does not lead to Enterprise"),
    (Relation(0, "resembles", 1, 0, "r", 0.5), "resembles is no relation of the ontology"),
])
def test_the_gate_keeps_out_what_the_ontology_does_not_allow_and_says_why(report, records, relation, reason):
    extraction, resolution = records
    mapped = map_report(report, replace(extraction, relations=(relation,)), resolution)
    assert [r.reason for r in mapped.rejected] == [reason]
    assert all(r.sentence for r in mapped.rejected)
    assert not any(t.predicate == G[relation.relation] for t in mapped.facts)


def test_a_status_of_an_enterprise_is_kept_out(report, records):
    extraction, resolution = records
    fact = Fact(1, "status", "Completed", 0, "r", 0.5)
    assert "status is not said of Enterprise" in map_report(report, replace(extraction, facts=(fact,)), resolution).rejected[0].reason


def test_an_index_has_no_unit(report, records):
    extraction, resolution = records
    index = replace(extraction.observations[0], unit="", measure="Level")
    mapped = map_report(report, replace(extraction, observations=(index,)), resolution)
    assert not mapped.rejected
    assert URIRef("http://qudt.org/vocab/unit/UNITLESS") in {t.object for t in mapped.facts}


def test_a_growth_without_a_unit_is_kept_out(report, records):
    extraction, resolution = records
    bare = replace(extraction.observations[0], unit="", measure="Growth")
    mapped = map_report(report, replace(extraction, observations=(bare,)), resolution)
    assert mapped.rejected[0].reason == "the number has no unit"


def test_what_the_gate_would_keep_out_does_not_conform_to_the_shapes_either(graphs):
    planted = graphs.facts + graphs.evidence
    planted.add((ENTERPRISE, G.developedBy, PROJECT))
    assert not validate_graph(planted).conforms


def test_a_newer_report_replaces_a_status_and_the_older_stays_on_record(report, records):
    extraction, resolution = records
    later = replace(report, name="later", year=2025)
    done = replace(extraction, facts=(Fact(0, "status", "Completed", 1, "r", 0.9, year=2025),))
    both = combine([map_report(report, extraction, resolution), map_report(later, done, resolution)])
    assert set(both.facts.objects(PROJECT, G.status)) == {G.Completed}
    assert set(both.facts.objects(None, G.recordedStatus)) == {G.UnderConstruction, G.Completed}
    assert validate_graph(both.facts + both.evidence).conforms
    assert len(both.named) == 4

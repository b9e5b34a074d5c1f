"""What rests on ontology and text, and what does not."""

from kg.evaluation.grounding import grounding
from kg.evaluation.subject import Subject, subject_of
from kg.triples import vocabulary as v


def test_all_that_is_built_keeps_to_ontology_and_text(sample_build):
    found = grounding(subject_of(sample_build), sample_build.report.raw)
    assert found.statements > 80 and found.conformance == 1 and found.fitting == found.statements
    assert [found.count(part) for part in ("subject", "relation", "object")] == [0, 0, 0]


def entity(iri, kind, name):
    return [(iri, v.RDF + "type", v.GOV + kind), (iri, v.SKOS + "prefLabel", name)]


def evidence(statement, text):
    subject, predicate, object_ = statement
    return [("st", v.RDF + "type", v.RDF + "Statement"), ("st", v.RDF + "subject", subject),
            ("st", v.RDF + "predicate", predicate), ("st", v.RDF + "object", object_),
            ("st", v.PROV + "wasQuotedFrom", "s"), ("s", v.OA + "hasSelector", "q"), ("q", v.OA + "exact", text)]


def checked(relation, sentence, text=""):
    statement = ("a", relation, "b")
    facts = [*entity("a", "Project", "云溪大桥"), *entity("b", "Town", "清源镇"), statement]
    return grounding(Subject(facts, evidence(statement, sentence)), text)


def test_a_relation_that_the_ontology_has_not_does_not_conform():
    found = checked(v.GOV + "near", "云溪大桥在清源镇。")
    assert found.conformance == 0 and found.count("relation") == 1


def test_classes_that_a_relation_does_not_join_do_not_fit():
    found = checked(v.GOV + "developedBy", "云溪大桥在清源镇。")
    assert found.conformance == 1 and found.fitting == 0


def test_a_name_that_the_text_has_not_is_ungrounded():
    assert checked(v.GOV + "locatedIn", "云溪大桥通车。").count("object") == 1
    assert checked(v.GOV + "locatedIn", "云溪大桥在清源镇通车。").ungrounded == ()


def test_a_name_that_only_another_sentence_has_is_counted_apart():
    found = checked(v.GOV + "locatedIn", "云溪大桥通车。", text="清源镇面貌一新。")
    assert (found.count("object"), found.count("object", elsewhere=True)) == (0, 1)


def test_a_graph_without_statements_conforms():
    assert grounding(Subject([])).conformance == 1

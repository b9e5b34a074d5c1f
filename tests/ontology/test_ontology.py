"""The ontology is consistent, complete, and in step with code and shapes."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from kg import resources
from kg.extraction.records import Observation
from kg.triples.vocabulary import GOV, ontology

OWN = Namespace(GOV)
SH = Namespace("http://www.w3.org/ns/shacl#")
ROOT = Path(__file__).parent.parent.parent


def parsed(*names):
    graph = Graph()
    for name in names:
        graph.parse(resources.ontology(name))
    return graph


GRAPH = parsed("govkg.ttl", "schemes.ttl")
SHAPES = parsed("shapes.ttl")
CONTEXT = json.loads(resources.ontology("context.jsonld").read_text("utf-8"))["@context"]
TERMS = sorted({s for s in parsed("govkg.ttl").subjects(RDF.type, None) if str(s).startswith(GOV)})
CONCEPTS = sorted({s for s in GRAPH.subjects(SKOS.inScheme, None)})


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.split("#")[-1])
def test_every_term_is_labelled_and_defined_in_both_languages(term):
    for predicate in (RDFS.label, SKOS.definition):
        assert {value.language for value in GRAPH.objects(term, predicate)} == {"zh", "en"}


def test_every_concept_has_one_preferred_name_in_each_language():
    for concept in CONCEPTS:
        assert sorted(value.language for value in GRAPH.objects(concept, SKOS.prefLabel)) == ["en", "zh"], concept


def test_no_name_stands_for_two_concepts_of_a_scheme():
    for scheme in set(GRAPH.objects(None, SKOS.inScheme)):
        names = [str(n) for c in GRAPH.subjects(SKOS.inScheme, scheme) for p in (SKOS.prefLabel, SKOS.altLabel)
                 for n in GRAPH.objects(c, p) if n.language == "zh"]
        assert len(names) == len(set(names)), scheme


def test_domains_and_ranges_sit_on_own_terms_only():
    for predicate in (RDFS.domain, RDFS.range):
        assert all(str(s).startswith(GOV) for s in GRAPH.subjects(predicate, None))


def test_relations_have_domain_and_range_among_the_classes():
    classes = {term.name for term in ontology().classes}
    assert len(ontology().relations) == 11
    for relation in ontology().relations:
        assert ontology().domain(relation) and ontology().domain(relation) <= classes
        assert ontology().range(relation) and ontology().range(relation) <= classes


def test_classes_of_views_have_distinct_colours_and_an_order():
    colours = [term.color for term in ontology().classes]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", c) for c in colours) and len(set(colours)) == len(colours)
    assert [t.name for t in ontology().classes if t.core] == ["Enterprise", "Park", "Project", "Town", "Program"]


def test_reasoning_finds_no_contradiction():
    """OWL RL closure over the ontology and one individual of each class."""
    owlrl = pytest.importorskip("owlrl")
    graph = parsed("govkg.ttl", "schemes.ttl")
    for term in ontology().classes:
        graph.add((URIRef(f"https://example.org/{term.name}"), RDF.type, OWN[term.name]))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert not set(graph.subjects(RDF.type, OWL.Nothing))
    errors = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
    assert not set(graph.subjects(RDF.type, errors))


def test_a_contradiction_would_be_found():
    owlrl = pytest.importorskip("owlrl")
    graph = parsed("govkg.ttl")
    thing = URIRef("https://example.org/both")
    graph.add((thing, RDF.type, OWN.Person))
    graph.add((thing, RDF.type, OWN.Project))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
    assert set(graph.subjects(RDF.type, errors)) or set(graph.subjects(RDF.type, OWL.Nothing))


def named_by(definition):
    """The IRI that a term of the context stands for."""
    return definition if isinstance(definition, str) else definition.get("@id") or definition["@reverse"]


def test_shapes_and_context_speak_of_terms_that_exist():
    known = set(TERMS) | set(CONCEPTS)
    spoken = {o for p in (SH.path, SH["class"], SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
              for o in SHAPES.objects(None, p) if str(o).startswith(GOV)}
    assert spoken <= known
    named = {named_by(v) for k, v in CONTEXT.items() if not k.startswith("@")}
    assert {OWN[n.split(":", 1)[1]] for n in named if n.startswith("gov:")} <= known


def test_the_context_names_every_term():
    named = {named_by(v) for k, v in CONTEXT.items() if not k.startswith("@")}
    units = {OWN.Mu, OWN.PercentagePoint}
    assert {f"gov:{t.split('#')[-1]}" for t in TERMS if t not in units} <= named


def test_the_frame_holds_every_class_and_relation_and_nothing_unnamed():
    frame = json.loads(resources.ontology("frame.jsonld").read_text("utf-8"))
    assert set(frame["type"]) == {t.name for t in ontology().classes}
    assert set(ontology().relations) <= set(frame)
    assert {key for key in frame if not key.startswith("@")} <= set(CONTEXT)


def test_every_relation_and_class_has_its_shape():
    targets = set(SHAPES.objects(None, SH.targetClass))
    assert {OWN[t.name] for t in ontology().classes} <= targets
    for relation in ontology().relations:
        assert (None, SH.targetSubjectsOf, OWN[relation]) in SHAPES and (None, SH.targetObjectsOf, OWN[relation]) in SHAPES


def test_every_term_is_used():
    """In code, in the shapes, in the schemes, or in the ontology itself as what another term is of."""
    sources = [p.read_text("utf-8") for p in ROOT.glob("kg/**/*.py")] + [p.read_text("utf-8") for p in ROOT.glob("kg/**/*.csv")]
    text = "\n".join(sources + [resources.ontology(n).read_text("utf-8") for n in ("shapes.ttl", "schemes.ttl")])
    for term in TERMS:
        name = term.split("#")[-1]
        assert re.search(rf"\b{name}\b", text) or (None, RDFS.range, term) in GRAPH, name


def test_what_records_say_is_in_the_schemes():
    assert {f.name for f in fields(Observation)} >= {"measure", "nature", "bound", "indicator", "unit"}
    assert ontology().concepts("StatusScheme")[0] == "Planned" and ontology().concepts("StatusScheme")[-1] == "InOperation"
    assert set(ontology().concepts("MeasureScheme")) == {"Level", "Growth", "Increment", "Share", "Rank"}

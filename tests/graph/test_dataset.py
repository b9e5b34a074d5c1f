"""The graph as an rdflib dataset."""

import pytest
import rdflib
from rdflib import RDF, Literal, URIRef

import kg
from kg.errors import BadParameter, NotABuild, UnknownQuestion
from kg.graph import Dataset
from kg.triples.vocabulary import GOV


@pytest.fixture(scope="module")
def dataset(sample_folder):
    return Dataset.open(sample_folder)


def test_it_is_a_dataset_of_rdflib_that_sees_all_graphs(dataset, sample_build):
    assert isinstance(dataset, rdflib.Dataset)
    assert set(dataset.triples((None, None, None))) >= set(sample_build.graph)
    assert len(list(dataset.query("SELECT ?s { ?s a gov:Town }"))) == 2


def test_a_build_in_memory_gives_the_same(dataset, sample_build):
    assert set(Dataset.open(sample_build).quads()) == set(dataset.quads())


def test_facts_and_evidence_are_graphs(dataset, sample_build):
    assert set(dataset.facts) == set(sample_build.graph)
    assert set(dataset.evidence) == set(sample_build.evidence_graph)


def test_reports_and_names(dataset):
    report, = dataset.reports
    assert dataset.label(report) == "2024年栖云县政府工作报告"
    county, = dataset.named("全县")
    assert dataset.label(county) == "栖云县" and dataset.named("无此名") == []
    assert dataset.label(URIRef("http://example.org/"), "?") == "?"


def test_saved_questions_are_answered_in_terms_of_rdflib(dataset):
    rows = dataset.ask("projects", status="在建")
    assert {row["status"] for row in rows} == {URIRef(GOV + "UnderConstruction")}
    assert all(isinstance(row["projectName"], Literal) and row["projectName"].language == "zh" for row in rows)
    assert all((row["project"], RDF.type, URIRef(GOV + "Project")) in dataset for row in rows)


def test_numbers_keep_their_types(dataset):
    row = dataset.ask("observations", indicator="地区生产总值")[0]
    assert row["value"].datatype == rdflib.XSD.decimal and row["year"].datatype == rdflib.XSD.gYear


def test_what_cannot_be_asked_is_told(dataset):
    with pytest.raises(UnknownQuestion):
        dataset.ask("project")
    with pytest.raises(BadParameter):
        dataset.ask("projects", status="完")


def test_a_folder_without_a_build_is_told(tmp_path):
    with pytest.raises(NotABuild):
        Dataset.open(tmp_path)


def test_several_builds_are_one_dataset(sample, tmp_path, dataset):
    (tmp_path / "other.txt").write_text(sample.read_text("utf-8").replace("栖云", "澜岳"), "utf-8")
    both = Dataset.open(kg.build(sample), kg.build(tmp_path / "other.txt"))
    assert len(both.reports) == 2 and len(both.facts) > len(dataset.facts)


def test_the_package_imports_nothing_heavy():
    import subprocess
    import sys

    code = "import sys, kg.graph; print([m for m in ('rdflib', 'networkx', 'pyoxigraph') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"

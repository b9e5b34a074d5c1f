"""The Python API: build, save, load; what one gives the other takes."""

import json
import shutil
import subprocess
import sys

import networkx
import pandas
import pytest
import rdflib
from rdflib import RDF
from rdflib.compare import isomorphic

import kg
from kg.errors import KgError, NotABuild, NothingToBuild, UnreadableInput
from kg.readings import Failure, read, read_all
from kg.triples.vocabulary import GOV, QB


@pytest.fixture(scope="module")
def loaded(sample_folder):
    """The build of the sample report, read back from its folder."""
    return kg.load(sample_folder)


def test_importing_kg_imports_nothing_heavy():
    code = "import kg, sys; print(*sorted(m for m in ('spacy', 'rdflib', 'numpy', 'pandas') if m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stdout == "\n"


def test_the_module_offers_what_it_lists():
    assert set(kg.__all__) <= set(dir(kg)) and all(getattr(kg, name) for name in kg.__all__)
    with pytest.raises(AttributeError, match="nothing_like_this"):
        _ = kg.nothing_like_this


def test_a_build_gives_the_report(sample_build):
    assert sample_build.report.year == 2024 and sample_build.report.division.name.endswith("县")


def test_entities_have_name_types_and_an_iri_in_the_graph(sample_build):
    assert len(sample_build.entities) > 50
    for entity in sample_build.entities:
        assert entity.name and entity.types
        for kind in entity.types:
            assert (rdflib.URIRef(entity.iri), RDF.type, rdflib.URIRef(GOV + kind)) in sample_build.graph


def test_the_network_has_an_edge_for_each_relation(sample_build):
    network = sample_build.network
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.number_of_edges() == len(sample_build.contents.relations) > 10
    for head, tail, relation, edge in network.edges(keys=True, data=True):
        triple = (rdflib.URIRef(head), rdflib.URIRef(GOV + relation), rdflib.URIRef(tail))
        assert triple in sample_build.graph and edge["relation"] == relation and 0 < edge["confidence"] <= 1


def test_the_network_can_be_written_by_networkx(sample_build, tmp_path):
    networkx.write_graphml(sample_build.network, tmp_path / "network.graphml")
    networkx.write_gexf(sample_build.network, tmp_path / "network.gexf")
    again = networkx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    assert again.number_of_edges() == sample_build.network.number_of_edges()


def test_observations_are_a_table_with_a_row_for_each_number(sample_build):
    frame = sample_build.observations
    numbers = list(sample_build.graph.subjects(RDF.type, rdflib.URIRef(QB + "Observation")))
    assert isinstance(frame, pandas.DataFrame) and len(frame) == len(numbers) > 40
    assert frame["value"].notna().all() and frame["amount"].notna().all() and frame["sentence"].str.len().min() > 5
    assert set(frame["nature"]) == {"Actual", "Target"}


def test_every_sentence_and_mention_is_what_the_text_says_at_its_offsets(sample_build):
    evidence, text = sample_build.evidence, sample_build.report.raw
    quotes = [*evidence.sentences.values(), *evidence.mentions.values()]
    assert len(quotes) > 100
    for quote in quotes:
        assert text[quote.start:quote.end] == quote.text


def test_every_relation_and_number_has_evidence(sample_build):
    rows = [*sample_build.contents.relations, *sample_build.contents.facts, *sample_build.contents.observations]
    assert all(row.support and row.support.sentences and row.support.rules for row in rows)


def test_what_is_loaded_is_what_was_built(sample_build, loaded):
    assert loaded.entities == sample_build.entities
    assert loaded.contents.relations == sample_build.contents.relations
    assert loaded.contents.facts == sample_build.contents.facts
    assert loaded.contents.observations == sample_build.contents.observations
    assert (loaded.rejected, loaded.merges, loaded.inputs) == \
        (sample_build.rejected, sample_build.merges, sample_build.inputs)
    assert isomorphic(loaded.graph, sample_build.graph)
    assert loaded.observations.equals(sample_build.observations)


def test_the_report_is_laid_out_again_when_it_is_asked_for(sample_build, loaded):
    assert loaded.report == sample_build.report


def test_a_loaded_build_saves_to_the_same_bytes(loaded, sample_folder, tmp_path):
    loaded.save(tmp_path / "again")
    for path in sample_folder.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(sample_folder)).read_bytes(), path.name


def test_the_dataset_holds_a_pair_of_graphs_for_each_report(sample_build, loaded):
    for build in (sample_build, loaded):
        names = sorted(str(g.identifier).rsplit("/", 1)[-1] for g in build.dataset.graphs() if len(g))
        assert names == ["evidence", "facts"]


def test_the_manifest_names_inputs_counts_and_files(sample_folder, sample):
    manifest = json.loads((sample_folder / "build.json").read_text("utf-8"))
    assert manifest["inputs"][0]["source"] == sample.name and len(manifest["inputs"][0]["sha256"]) == 64
    assert manifest["counts"]["entities"]["Project"] > 5
    assert set(manifest["files"]) == {p.relative_to(sample_folder).as_posix() for p in sample_folder.rglob("*")
                                      if p.is_file()} - {"build.json"}


def test_a_missing_file_is_named_when_it_is_needed(sample_folder, tmp_path):
    folder = shutil.copytree(sample_folder, tmp_path / "copy")
    (folder / "evidence.ttl").unlink()
    build = kg.load(folder)
    assert len(build.graph) > 500
    with pytest.raises(NotABuild, match="evidence.ttl cannot be read"):
        _ = build.evidence


def test_an_input_that_cannot_be_read_stops_the_build(tmp_path):
    with pytest.raises(UnreadableInput, match="there is no such file"):
        kg.build(tmp_path / "nowhere.txt")


def test_or_is_passed_over_and_listed(sample, tmp_path):
    build = kg.build([tmp_path / "nowhere.txt", sample], keep_going=True)
    assert len(build.reports) == 1 and [f.source for f in build.failures] == [str(tmp_path / "nowhere.txt")]
    with pytest.raises(NothingToBuild, match="there is no such file"):
        kg.build([tmp_path / "nowhere.txt"], keep_going=True)


def test_one_report_is_asked_of_a_build_that_has_several(sample, tmp_path):
    build = kg.build([sample, shutil.copy(sample, tmp_path / "other.txt")])
    with pytest.raises(ValueError, match="this build has 2 reports"):
        _ = build.report


def test_processes_read_the_same_as_one(sample, tmp_path, monkeypatch):
    paths = [shutil.copy(sample, tmp_path / f"{i}.txt") for i in range(3)] + [tmp_path / "nowhere.txt"]
    alone = list(read_all(paths))
    monkeypatch.setattr("kg.readings.PARALLEL_FROM", 0)
    monkeypatch.setattr("kg.readings._cores", lambda: 2)
    together = list(read_all(paths))
    assert together[:3] == alone[:3]
    assert isinstance(together[3], Failure) and str(together[3].error) == str(alone[3].error)


def test_errors_travel_between_processes():
    import pickle

    error = pickle.loads(pickle.dumps(UnreadableInput("a.pdf", "it has no text layer", "run OCR on it first")))
    assert isinstance(error, KgError) and error.way_out == "run OCR on it first"
    assert str(error) == "a.pdf: it has no text layer; run OCR on it first"


def test_a_reading_is_a_pure_function_of_the_file(sample):
    assert read(sample) == read(str(sample))

"""``kg validate``: conforms, or says what does not."""

import shutil

import rdflib
from rdflib import RDF

from kg.store.folder import MANIFEST
from kg.triples.vocabulary import GOV, SKOS


def test_a_build_conforms(run, sample_folder):
    result = run("validate", sample_folder)
    assert result.code == 0 and result.out.endswith(": conforms\n")


def test_an_altered_file_is_said(run, sample_folder, tmp_path):
    folder = shutil.copytree(sample_folder, tmp_path / "copy")
    with (folder / "graph.html").open("a") as page:
        page.write("<!-- -->")
    result = run("validate", folder)
    assert result.code == 1 and "graph.html is not as it was built" in result.err


def test_what_does_not_conform_is_listed(run, sample_folder, tmp_path, monkeypatch):
    folder = shutil.copytree(sample_folder, tmp_path / "copy")
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    town = next(graph.subjects(RDF.type, rdflib.URIRef(GOV + "Town")))
    graph.remove((town, rdflib.URIRef(SKOS + "prefLabel"), None))
    (folder / "graph.ttl").write_text(graph.serialize(format="turtle"), "utf-8")
    monkeypatch.setattr("kg.files.read_file", lambda folder, manifest, name: (folder / name).read_bytes())
    result = run("validate", folder)
    assert result.code == 1 and "does not conform" in result.out and "prefLabel" in result.out


def test_a_folder_without_a_build_is_said(run, tmp_path):
    result = run("validate", tmp_path)
    assert result.code == 1 and f"it has no {MANIFEST}" in result.err

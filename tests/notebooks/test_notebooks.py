"""Notebooks run from top to bottom, and their charts have every character."""

from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def run(path):
    """The outputs of a notebook, run in a kernel of its own."""
    jupytext, nbclient = pytest.importorskip("jupytext"), pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = jupytext.read(path)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def data(outputs, kind):
    return [output["data"][kind] for output in outputs if kind in output.get("data", {})]


def assert_quiet(outputs):
    """Nothing on stderr: no character without a glyph, no deprecation."""
    assert [o["text"] for o in outputs if o.get("name") == "stderr"] == []


def test_from_report_to_graph():
    outputs = run(NOTEBOOKS / "report_to_graph.py")
    assert_quiet(outputs)
    assert "栖云县" in data(outputs, "text/html")[0]
    assert any("UnderConstruction" in table for table in data(outputs, "text/html"))
    assert "county.xlsx" in data(outputs, "text/plain")[-1]


def test_networks():
    outputs = run(NOTEBOOKS / "networks.py")
    assert_quiet(outputs)
    assert len(data(outputs, "image/png")) == 1 and any("betweenness" in table
                                                        for table in data(outputs, "text/html"))
    assert data(outputs, "text/html")[-1].startswith("<div><iframe srcdoc=")


def test_numbers():
    outputs = run(NOTEBOOKS / "numbers.py")
    assert_quiet(outputs)
    assert len(data(outputs, "image/png")) == 2 and any("一般公共预算收入" in table
                                                        for table in data(outputs, "text/html"))

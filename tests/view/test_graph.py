"""Walking in the graph: neighbourhoods, expanding, hiding, pinning, paths."""

from itertools import pairwise

import networkx
import pytest
from hands import select, shown_names


@pytest.fixture
def graph(sample_build):
    """The relations of the sample as an undirected graph of names."""
    names = {e.iri: e.name for e in sample_build.entities}
    return networkx.Graph((names[r.head], names[r.tail]) for r in sample_build.contents.relations)


@pytest.fixture
def leaf(graph):
    """An entity whose neighbours' neighbours are more than its neighbours."""
    return next(n for n in graph if graph.degree(n) == 1 and len(networkx.ego_graph(graph, n, 2)) > 4)


def test_one_and_two_steps(tab, graph, leaf):
    select(tab, leaf)
    tab.get_by_role("button", name="一步邻域").click()
    assert shown_names(tab) == set(networkx.ego_graph(graph, leaf, 1))
    tab.get_by_role("button", name="两步邻域").click()
    assert shown_names(tab) == set(networkx.ego_graph(graph, leaf, 2))
    tab.get_by_role("button", name="显示全图").click()
    assert len(shown_names(tab)) > len(graph)


def test_expanding_adds_the_neighbours_of_another(tab, graph, leaf):
    [other] = graph[leaf]
    select(tab, leaf)
    tab.get_by_role("button", name="一步邻域").click()
    select(tab, other)
    tab.get_by_role("button", name="展开", exact=True).click()
    assert shown_names(tab) == set(networkx.ego_graph(graph, leaf, 1)) | set(networkx.ego_graph(graph, other, 1))


def test_a_double_click_expands(tab, leaf, graph):
    select(tab, leaf)
    tab.wait_for_timeout(150)
    place = tab.evaluate("name => govkg.pixelOf(name)", leaf)
    tab.mouse.dblclick(place["x"], place["y"])
    tab.get_by_role("button", name="显示全图").wait_for()
    assert shown_names(tab) == set(networkx.ego_graph(graph, leaf, 1))


def test_hidden_entities_come_back(tab, leaf):
    before = shown_names(tab)
    select(tab, leaf)
    tab.get_by_role("button", name="隐藏").click()
    assert shown_names(tab) == before - {leaf}
    tab.get_by_role("button", name="恢复").click()
    assert shown_names(tab) == before


def test_a_pinned_entity_passes_all_filters(tab, leaf, sample_build):
    select(tab, leaf)
    tab.get_by_role("button", name="固定", exact=True).click()
    tab.keyboard.press("Escape")
    tab.locator("#filters .row", has_text="人物").first.hover()
    tab.get_by_role("button", name="只看人物").click()
    people = {e.name for e in sample_build.entities if "Person" in e.types}
    assert shown_names(tab) == people | {leaf}


def test_the_shortest_path_between_two(tab, graph):
    start, end = next((a, b) for a in graph for b, n in networkx.single_source_shortest_path_length(graph, a).items() if n == 3)
    select(tab, start)
    tab.get_by_role("button", name="路径到…").click()
    assert start in tab.locator("#notes").inner_text()
    select(tab, end, heading="路径")
    steps = tab.locator("#panel ol.path li .link").all_inner_texts()
    assert (steps[0], steps[-1]) == (start, end) and len(steps) == 4
    assert all(graph.has_edge(a, b) for a, b in pairwise(steps))
    assert tab.locator("#panel blockquote").count() >= 3
    tab.get_by_role("button", name="清除路径").click()
    assert "path" not in tab.url


def test_where_no_path_leads_it_says_so(tab, graph, sample_build):
    start = next(iter(graph))
    end = next(e.name for e in sample_build.entities if e.name not in graph and "Indicator" not in e.types)
    select(tab, start)
    tab.get_by_role("button", name="路径到…").click()
    select(tab, end, heading="路径")
    assert "没有关系路径" in tab.locator("#panel").inner_text()


def test_a_node_can_be_dragged(tab, leaf):
    select(tab, leaf)
    tab.wait_for_timeout(150)
    place = tab.evaluate("name => govkg.pixelOf(name)", leaf)
    tab.mouse.move(place["x"], place["y"])
    tab.mouse.down()
    tab.mouse.move(place["x"] + 30, place["y"] + 20, steps=4)
    tab.mouse.move(place["x"] + 60, place["y"] + 40, steps=4)
    tab.mouse.up()
    moved = tab.evaluate("name => govkg.pixelOf(name)", leaf)
    assert abs(moved["x"] - place["x"] - 60) < 15 and abs(moved["y"] - place["y"] - 40) < 15  # the first pixels start it


def test_buttons_zoom_and_fit(tab, leaf):
    def gap():
        a, b = (tab.evaluate("name => govkg.pixelOf(name)", n) for n in (leaf, "栖云县"))
        return abs(a["x"] - b["x"]) + abs(a["y"] - b["y"])

    before = gap()
    tab.get_by_role("button", name="放大").click()
    tab.wait_for_timeout(150)
    assert gap() > before * 1.2
    tab.get_by_role("button", name="看全图").click()
    tab.wait_for_timeout(150)
    assert abs(gap() - before) < before * 0.05

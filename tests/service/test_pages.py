"""Pages of the service: things by their IRIs, saved questions as forms, descriptions, health."""

import html
import json
import re
from urllib.parse import quote

import pytest
import rdflib
from serving import TWO_YEARS, serving

from kg.store.questions import question, questions

FIRM = "https://w3id.org/govkg/id/enterprise/恒岳新材"
PATH = "/id/enterprise/" + quote("恒岳新材")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("accept, kind", [
    (BROWSER["Accept"], "text/html"), ("text/turtle", "text/turtle"), ("application/ld+json", "application/ld+json"),
    ("application/json", "application/ld+json"), ("application/n-triples", "application/n-triples"),
    ("application/rdf+xml", "application/rdf+xml"), ("*/*", "text/turtle"), ("image/png", None),
])
def test_a_thing_is_told_in_the_form_asked_for(two_years, accept, kind):
    answer = two_years.client.get(PATH, headers={"Accept": accept})
    assert answer.status_code == (200 if kind else 406)
    if kind:
        assert answer.headers["content-type"].split(";")[0] == kind


@pytest.mark.parametrize("accept, form", [("text/turtle", "turtle"), ("application/ld+json", "json-ld"),
                                          ("application/rdf+xml", "xml"), ("application/n-triples", "nt")])
def test_the_rdf_of_a_thing_is_what_the_graph_says_of_it(two_years, accept, form):
    found = rdflib.Graph().parse(data=two_years.client.get(PATH, headers={"Accept": accept}).content, format=form)
    count = two_years.rows(f"SELECT (COUNT(*) AS ?n) {{ {{ <{FIRM}> ?p ?o }} UNION {{ ?s ?p <{FIRM}> }} }}")
    assert len(found) == int(count[0]["n"]) > 5


def test_the_page_of_a_thing_has_its_facts_sentences_and_numbers(two_years):
    page = two_years.client.get(PATH, headers=BROWSER).text
    assert "<h1>恒岳新材</h1>" in page and "引领" in page and "锂电隔膜二期" in page
    assert "恒岳新材引领新材料产业，推动清岚农业上市" in page and "30 亿元" in page


def test_links_of_a_page_can_be_followed(two_years):
    page = two_years.client.get(PATH, headers=BROWSER).text
    links = set(map(html.unescape, re.findall(r'href="(/id/[^"]+)"', page)))
    assert len(links) > 4
    for link in links:
        assert two_years.client.get(link, headers=BROWSER).status_code == 200, link


@pytest.mark.parametrize("path, status", [
    ("/id/nothing/known", 404), ("/id/%3Cscript%3E", 400), ("/id/a%20b", 400), ("/id/", 404), ("/id/..%2f..%2fetc%2fpasswd", 404),
    ("/questions/none", 404), ("/explore/7", 404), ("/assets/none.js", 404), ("/assets/..%2f..%2fapp.py", 404), ("/none", 404),
])
def test_what_is_not_there_is_told(two_years, path, status):
    for headers in (BROWSER, {"Accept": "text/turtle"}):
        assert two_years.client.get(path, headers=headers).status_code == status


def test_names_become_text_never_markup(tmp_path):
    name = '<img src=x onerror=alert(1)>"\'&'
    (tmp_path / "h.ttl").write_text(f"""
    @prefix gov: <https://w3id.org/govkg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <https://w3id.org/govkg/id/project/x> a gov:Project ; skos:prefLabel {json.dumps(name)}@zh ;
      gov:locatedIn <javascript:alert(1)> .""", "utf-8")
    with serving(tmp_path / "h.ttl") as service:
        for path in ("/id/project/x", "/questions/projects", f"/questions/projects?status={quote(name)}"):
            page = service.client.get(path, headers=BROWSER)
            assert "<img" not in page.text and "&lt;img" in page.text and 'href="javascript' not in page.text
            assert "script-src 'self'" in page.headers["content-security-policy"]
        assert service.rows("SELECT ?n { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?n ; a "
                            "<https://w3id.org/govkg/ontology#Project> }") == [{"n": name}]


def test_the_start_page_leads_on(service):
    page = service.client.get("/", headers=BROWSER)
    for link in ("/explore/0", "/editor", "/questions/projects", "/void", "/ontology"):
        assert f'href="{link}"' in page.text and service.client.get(link).status_code == 200


def test_the_exploration_page_is_that_of_the_build(service, sample_folder):
    assert service.client.get("/explore/0").content == (sample_folder / "graph.html").read_bytes()


@pytest.mark.parametrize("id_", [q.id for q in questions()])
def test_every_question_is_a_page(service, id_):
    page = service.client.get(f"/questions/{id_}", headers=BROWSER)
    assert page.status_code == 200 and question(id_).titles["zh"] in page.text


def test_a_question_takes_its_values_from_the_form(two_years):
    page = two_years.client.get("/questions/projects", params={"status": "在建"}, headers=BROWSER).text
    assert "智慧冷库" in page and 'value="在建"' in page and "滨河路改造" not in page
    page = two_years.client.get("/questions/projects", params={"status": "完蛋"}, headers=BROWSER)
    assert page.status_code == 400 and "nothing of the kind Status is called “完蛋”" in page.text


@pytest.mark.parametrize("form, kind", [("csv", "text/csv"), ("json", "application/sparql-results+json"),
                                        ("tsv", "text/tab-separated-values"), ("sparql", "application/sparql-query")])
def test_a_question_is_answered_for_programs_too(two_years, form, kind):
    answer = two_years.client.get("/questions/awards", params={"format": form, "holder": "高新区"})
    assert answer.headers["content-type"].split(";")[0] == kind and answer.text


@pytest.mark.parametrize("id_", [q.id for q in questions()])
def test_the_text_with_values_gives_the_same_rows(two_years, id_):
    """What is put into the editor answers as the form does, values and all."""
    asked = question(id_)
    rows = two_years.rows(asked.text)
    values = {}
    for parameter in asked.parameters:
        value = next((row[parameter.name] for row in rows if parameter.name in row), "")
        if parameter.kind not in ("number", "text") and value:
            values[parameter.name] = value
    text = two_years.client.get(f"/questions/{id_}", params={"format": "sparql", **values}).text
    answer = two_years.client.get(f"/questions/{id_}", params={"format": "json", **values}).json()
    assert len(two_years.rows(text)) == len(answer["results"]["bindings"])
    assert "VALUES" in text or not asked.parameters or not values


def test_the_list_of_questions_is_there_for_programs(two_years):
    listed = two_years.client.get("/questions").json()
    assert [q["id"] for q in listed] == [q.id for q in questions()] and listed[0]["titles"]["zh"]


@pytest.mark.parametrize("path", ["/void", "/.well-known/void"])
def test_void_describes_the_data(two_years, path):
    found = rdflib.Graph().parse(data=two_years.client.get(path).content, format="turtle")
    dataset, = found.subjects(rdflib.RDF.type, VOID.Dataset)
    count = int(two_years.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"])
    assert int(found.value(dataset, VOID.triples)) == count
    assert sum(int(n) for part in found.objects(dataset, VOID.propertyPartition)
               for n in found.objects(part, VOID.triples)) == count


def test_the_ontology_is_where_iris_of_terms_lead(two_years):
    found = rdflib.Graph().parse(data=two_years.client.get("/ontology").content, format="turtle")
    assert (rdflib.URIRef("https://w3id.org/govkg/ontology#Park"), rdflib.RDFS.label, rdflib.Literal("园区", lang="zh")) in found


def test_health(two_years):
    answer = two_years.client.get("/health")
    assert answer.status_code == 200 and answer.json()["status"] == "ok" and answer.json()["quads"] > 1000


def test_other_origins_may_ask_only_when_they_are_let():
    origin = {"Origin": "https://example.org"}
    with serving(TWO_YEARS, "--cors", "https://example.org") as service:
        assert service.client.get("/health", headers=origin).headers["access-control-allow-origin"] == "https://example.org"
        assert "access-control-allow-origin" not in service.client.get("/health", headers={"Origin": "https://e.com"}).headers
        asked = {**origin, "Access-Control-Request-Method": "POST"}
        assert service.client.options("/sparql", headers=asked).status_code == 200


def test_no_origin_may_ask_unless_it_is_said(two_years):
    assert "access-control-allow-origin" not in two_years.client.get("/health", headers={"Origin": "https://e.com"}).headers


def test_a_page_elsewhere_cannot_pretend_to_be_this_machine(two_years):
    """DNS rebinding: a name of the attacker that leads to 127.0.0.1 is not answered."""
    assert two_years.client.get("/health", headers={"Host": "evil.example"}).status_code == 400


def test_behind_a_proxy_links_have_its_path():
    with serving(TWO_YEARS, "--root-path", "/graph") as service:
        page = service.client.get(service.address.removesuffix("/graph") + "/", headers=BROWSER)
        assert 'href="/graph/editor"' in page.text

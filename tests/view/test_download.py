"""What is carried away: a picture and Turtle of what is visible."""

import io

import rdflib
from hands import select


def download(tab, button):
    tab.locator("#download summary").click()
    with tab.expect_download() as given:
        tab.get_by_role("button", name=button).click()
    return given.value.suggested_filename, given.value.path().read_bytes()


def turtle(tab):
    return rdflib.Graph().parse(data=download(tab, "所见部分（Turtle）")[1], format="turtle")


def triples(graph):
    """Terms compared by what they say: rdflib writes decimals in several ways."""
    return {(s, p, o.value if isinstance(o, rdflib.Literal) and isinstance(o.value, (int, float)) else str(o)) for s, p, o in graph}


def test_all_that_is_visible_is_a_part_of_the_graph(tab, sample_build):
    given = turtle(tab)
    assert given and triples(given) <= triples(sample_build.graph)
    for row in (*sample_build.contents.relations, *sample_build.contents.facts):
        subject = row.head if hasattr(row, "head") else row.entity
        assert (rdflib.URIRef(subject), None, None) in given
    kinds = set(given.objects(None, rdflib.RDF.type))
    assert rdflib.URIRef("http://purl.org/linked-data/cube#Observation") in kinds


def test_relations_are_all_there(tab, sample_build):
    given = turtle(tab)
    for r in sample_build.contents.relations:
        assert (rdflib.URIRef(r.head), rdflib.URIRef(f"https://w3id.org/govkg/ontology#{r.relation}"), rdflib.URIRef(r.tail)) in given


def test_what_is_filtered_away_is_not_in_it(tab, sample_build):
    name = next(e.name for e in sample_build.entities if "Enterprise" in e.types)
    select(tab, name)
    tab.get_by_role("button", name="一步邻域").click()
    given = turtle(tab)
    assert triples(given) <= triples(sample_build.graph)
    assert len(set(given.subjects())) < 12


def test_amounts_of_money_are_whole(opened, tmp_path):
    import kg

    path = tmp_path / "yunxi_2024.txt"
    path.write_text("云溪县2024年政府工作报告\n各位代表：\n一、2024年工作安排\n总投资12亿元的云岭数据中心项目开工建设。"
                    "要坚持稳中求进的总要求，把各项工作抓得更紧更实更细，让全县人民看得见变化、摸得着实惠。", "utf-8")
    build = kg.build(path, division="云溪县")
    assert any(f.fact == "investment" for f in build.contents.facts)
    assert triples(turtle(opened(build))) <= triples(build.graph)


def test_the_picture_has_colours(tab):
    from PIL import Image

    name, data = download(tab, "图片（PNG）")
    picture = Image.open(io.BytesIO(data))
    assert name == "graph.png" and picture.width > 600 and picture.height > 600
    assert len(picture.convert("RGB").getcolors(1_000_000)) > 200

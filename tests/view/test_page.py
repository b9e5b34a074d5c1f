"""The page as a file: it holds everything, asks for nothing, and is the same every time."""

import json
import re

import pytest

from kg.store.queries import open_build, plain
from kg.store.questions import answer, question
from kg.triples.vocabulary import ontology
from kg.view.answers import asked
from kg.view.page import _ASSETS, as_script_data, page


@pytest.fixture(scope="module")
def text(sample_build):
    return page(sample_build)


@pytest.fixture(scope="module")
def data(text):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])


def rows(table):
    return [dict(zip(table["columns"], row)) for row in table["rows"]]


def test_nothing_is_fetched(text):
    markup = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    assert not re.search(r"""(?:src|href|action|poster|srcset)\s*=""", markup) and "url(" not in markup
    own = "".join(path.read_text("utf-8") for path in _ASSETS.glob("*.js") if not path.name.endswith(".min.js"))
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b|\bimport\(", own)
    assert not re.search(r"""(?:src|href|from|import)\s*[=(]?\s*["'`]https?:""", text)


def test_the_policy_forbids_the_network_and_foreign_scripts(text):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy.split("style-src")[0]
    assert "connect-src" not in policy and policy.count("'sha256-") == 2


def test_the_script_writes_no_markup():
    own = "".join(path.read_text("utf-8") for path in _ASSETS.glob("*.js") if not path.name.endswith(".min.js"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", own)


def test_labels_and_colours_are_the_ontologys(data):
    own = "".join(path.read_text("utf-8") for path in _ASSETS.glob("*.js") if not path.name.endswith(".min.js"))
    for term in ontology().classes:
        assert term.color not in own and f'"{term.labels["zh"]}"' not in own
    assert {t["name"]: (t["colour"], t["label"]["en"]) for t in data["types"]} == \
        {t.name: (t.color, t.labels["en"]) for t in ontology().classes}


def test_the_page_is_the_same_every_time(sample_build, sample_folder, text):
    import kg

    assert page(sample_build) == text == page(kg.load(sample_folder))


def test_quotes_are_what_the_text_says(data, sample_build):
    report = data["reports"][0]["text"]
    names = {(e.name, *e.aliases) for e in sample_build.entities}
    assert report == sample_build.report.raw and names
    mentions, sentences = rows(data["mention"]), rows(data["sentence"])
    for quoted, quote in zip(sentences, sample_build.evidence.sentences.values()):
        assert report[quoted["start"]:quoted["end"]] == quote.text
    for mention in mentions:
        sentence = sentences[mention["sentence"]]
        assert sentence["start"] <= mention["start"] < mention["end"] <= sentence["end"]


def test_everything_of_the_build_is_there(data, sample_build):
    contents = sample_build.contents
    for name, expected in (("entity", contents.entities), ("relation", contents.relations), ("fact", contents.facts),
                           ("observation", contents.observations), ("history", contents.history)):
        assert len(data[name]["rows"]) == len(expected) > 0


def test_answers_are_those_of_the_command(data, sample_folder):
    store, entities = open_build(sample_folder), rows(data["entity"])
    assert len(data["questions"]) > 15
    for shown in data["questions"]:
        given = answer(store, question(shown["id"]))
        expected = [dict(zip(given.columns, map(plain, row))) for row in given.rows]
        assert len(expected) == len(shown["rows"]) + shown["more"]
        for row, wanted in zip(shown["rows"], expected):
            for column, cell in zip(shown["columns"], row):
                said = entities[cell]["iri"] if isinstance(cell, int) else cell.removeprefix("gov:")
                assert wanted[column].endswith(said)


def test_each_question_of_the_page_is_a_saved_one():
    assert len({row["question"] for row in asked()}) == len(asked()) > 30
    for row in asked():
        assert question(row["question"]) and row["zh"] and row["en"]


def test_both_languages_say_the_same_things(data):
    zh, en = data["words"]["zh"], data["words"]["en"]
    assert zh.keys() == en.keys()
    for key, phrase in zh.items():
        assert set(re.findall(r"\{\w+\}", phrase)) == set(re.findall(r"\{\w+\}", en[key])), key


def test_every_phrase_is_used_and_every_use_has_a_phrase(data):
    own = "".join(path.read_text("utf-8") for path in _ASSETS.iterdir() if path.suffix in (".js", ".html") and ".min." not in path.name)
    used = {key for key in re.findall(r"""(?:say\(|data-(?:word|label|placeholder)=)"([\w.]+)\"""", own)}
    assert used <= data["words"]["zh"].keys()


def test_data_cannot_leave_its_element():
    assert "<" not in as_script_data({"name": "</script><script>", "more": "<!--"})


def test_modules_are_small():
    for path in _ASSETS.iterdir():
        if ".min." not in path.name and path.suffix != ".LICENSE":
            assert len(path.read_text("utf-8").splitlines()) <= 400, path.name

"""Sentences for training, read by spaCy; and the displaCy page."""

import json
from html.parser import HTMLParser

import pytest
import spacy
from spacy.tokens import DocBin

import kg
from kg.export import export


@pytest.fixture(scope="module")
def lines(exported):
    return [json.loads(line) for line in exported("jsonl").read_text("utf-8").splitlines()]


def test_every_sentence_is_there_as_it_was_read(lines, sample_build):
    report = sample_build.report
    assert len(lines) == len(report.sentences)
    assert all(line["text"] == report.raw[line["start"]:line["end"]] for line in lines)


def test_spans_are_what_the_mentions_are(lines, sample_build):
    found = {(line["start"] + s["start"], line["start"] + s["end"]) for line in lines for s in line["spans"]}
    assert found == {(q.start, q.end) for q in sample_build.evidence.mentions.values()}
    names = {line["text"][s["start"]:s["end"]] for line in lines for s in line["spans"]
             if s["name"] == "栖云县"}
    assert names == {"栖云县", "我县", "全县", "栖云"}


def test_relations_join_spans_of_their_entities(lines, sample_build):
    stated = {(r.head, r.relation, r.tail) for r in sample_build.contents.relations}
    found = {(line["spans"][r["head"]]["entity"], r["label"], line["spans"][r["tail"]]["entity"])
             for line in lines for r in line["relations"]}
    assert found <= stated and len(found) > len(stated) / 3


def test_spacy_reads_the_docbin(exported, lines, expected):
    docs = list(DocBin().from_disk(exported("docbin")).get_docs(spacy.blank("zh").vocab))
    assert [doc.text for doc in docs] == [line["text"] for line in lines]
    for doc, line in zip(docs, lines):
        assert [(s.start_char, s.end_char, s.label_, s.kb_id_) for s in doc.spans["sc"]] == \
            [(s["start"], s["end"], s["label"], s["entity"]) for s in line["spans"]]
        assert [dict(r) for r in doc.user_data["relations"]] == line["relations"]
    labels = {s.label_ for doc in docs for s in doc.spans["sc"]}
    assert labels == set(expected.types) - {"Indicator"}  # of an indicator the number is marked, not the name
    assert any(e.text == "第二届栖云山楂文化节" and e.label_ == "Event" for doc in docs for e in doc.ents)


class Page(HTMLParser):
    """The tags of a page, and the text in its marks."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.marks, self._inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self._inside = tag == "mark"

    def handle_data(self, data):
        if self._inside and data.strip():
            self.marks.append(data.strip())


def test_the_displacy_page_marks_entities(exported, lines):
    page = Page(exported("displacy").read_text("utf-8"))
    assert ("html", {"lang": "zh"}) in page.tags and ("meta", {"charset": "utf-8"}) in page.tags
    assert "第二届栖云山楂文化节" in page.marks
    assert sum(tag == "mark" for tag, _ in page.tags) <= sum(len(line["spans"]) for line in lines)


def test_text_of_a_report_is_no_markup(sample, tmp_path):
    path = tmp_path / "<img src=x onerror=alert(1)>.txt"
    path.write_text(sample.read_text("utf-8").replace("天禾食品", "天禾食品<script>alert(1)</script>"),
                    "utf-8")
    page = Page(export(kg.build(path), "displacy", tmp_path / "page.html").read_text("utf-8"))
    assert not {"script", "img"} & {tag for tag, _ in page.tags}

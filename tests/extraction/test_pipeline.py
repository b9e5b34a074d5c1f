"""The pipeline as a spaCy pipeline: usable from other programs and with spaCy's own tools."""

import pickle

import pytest
import spacy
from spacy.tokens import DocBin

from kg.document.reader import lay_out
from kg.extraction.pipeline import COMPONENTS, annotate, extract, pipeline

TEXT = "过去一年，恒岳光电二期等12个项目竣工投产。清源镇被认定为国家农业产业强镇。"


@pytest.fixture(scope="module")
def report():
    return lay_out(TEXT, name="sample", normalise=False)


def test_components_run_in_the_declared_order_and_no_requirement_is_unmet():
    nlp = pipeline()
    assert tuple(nlp.pipe_names) == COMPONENTS
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_every_character_is_a_token():
    doc = pipeline().make_doc("云溪 县\n二期")
    assert [token.text for token in doc] == list("云溪 县\n二期")


def test_plain_text_can_be_handed_straight_to_spacy():
    doc = pipeline()(TEXT)
    assert doc.text == TEXT and doc._.report.text == TEXT
    assert any(span.text == "清源镇" and span.label_ == "Town" for span in doc.spans["govkg"])


def test_spans_carry_rule_and_confidence(report):
    doc = annotate(report)
    for span in doc.spans["govkg"]:
        assert span.id_ and 0 < span._.confidence <= 1


def test_sentences_of_the_report_are_sentences_of_the_document(report):
    assert [s.text.strip() for s in annotate(report).sents] == [report.text[s.start:s.end].strip() for s in report.sentences]


def test_components_work_within_another_pipeline():
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "govkg.characters.v1"}}})
    for name in ("govkg_report", "govkg_words", "govkg_entities"):
        nlp.add_pipe(name)
    assert nlp(TEXT)._.mentions == pipeline()(TEXT)._.mentions


def test_documents_survive_spacys_own_storage(report):
    doc = annotate(report)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    again = next(DocBin(store_user_data=True).from_bytes(stored).get_docs(pipeline().vocab))
    assert (again._.mentions, again._.words, again._.report) == (doc._.mentions, doc._.words, doc._.report)


def test_documents_pass_between_processes():
    docs = list(pipeline().pipe([TEXT, TEXT], n_process=2))
    assert all(tuple(doc._.mentions) == pipeline()(TEXT)._.mentions for doc in docs)


def test_a_pipeline_can_be_saved_and_loaded(tmp_path):
    pipeline().to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.mentions == pipeline()(TEXT)._.mentions


def test_extraction_is_plain_data_and_a_function_of_the_report(report):
    extraction = extract(report)
    assert pickle.loads(pickle.dumps(extraction)) == extraction == extract(report)

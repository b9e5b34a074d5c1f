"""Parts, chapters, paragraphs, leads and sentences."""

from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.document.reader import lay_out, read
from kg.document.sentences import LONGEST, sentences
from kg.document.structure import lay_out_text

REPORT = read(resources.sample_report())


def parts():
    found = {}
    for sentence in REPORT.sentences:
        found.setdefault(sentence.part, []).append(sentence)
    return found


def test_all_parts_of_the_sample_are_found_in_order():
    seen = list(dict.fromkeys(p.part for p in REPORT.paragraphs))
    assert seen == ["header", "opening", "review", "plan", "closing", "glossary"]


def test_the_review_speaks_of_last_year_and_the_plan_of_this_year():
    assert {s.year for s in parts()["review"]} == {2023}
    assert {s.year for s in parts()["plan"]} == {2024}


def test_a_paragraph_has_the_phrase_that_leads_it():
    leads = [REPORT.text[p.lead[0]:p.lead[1]] for p in REPORT.paragraphs if p.lead]
    assert "（一）聚力工业强县" in leads and not any("亿元" in lead for lead in leads)


def test_chapters_hold_their_paragraphs():
    chapter = next(c for c in REPORT.chapters if c.title.endswith("工作安排"))
    inside = [p for p in REPORT.paragraphs if p.chapter == chapter.index]
    assert inside and all(chapter.start <= p.start < p.end <= chapter.end for p in inside)


def test_sentences_neither_overlap_nor_leave_text_out():
    covered = set()
    for s in REPORT.sentences:
        span = set(range(s.start, s.end))
        assert span and not covered & span
        covered |= span
    assert all(i in covered or c.isspace() for i, c in enumerate(REPORT.text))


def test_a_quotation_that_ends_a_sentence_closes_with_it():
    text = "他说：“说到做到。”大家鼓掌。"
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == ["他说：“说到做到。”", "大家鼓掌。"]


@given(st.text(alphabet="建设，；。！ \n”", max_size=300))
def test_sentences_are_stripped_and_in_order(text):
    end = 0
    for a, b in sentences(text, 0, len(text)):
        assert end <= a < b and text[a:b] == text[a:b].strip()
        end = b


def test_a_hundred_thousand_characters_without_a_full_stop_are_cut():
    report = lay_out("各位代表：\n" + "推进项目建设，" * 15_000, name="long")
    assert max(s.end - s.start for s in report.sentences) <= LONGEST


def test_without_a_year_no_sentence_has_one():
    assert {s.year for s in lay_out_text("推进建设。", None).sentences} == {None}

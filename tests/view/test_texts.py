"""Where sentences and mentions stand in the text that the page holds."""

from kg.document.reader import lay_out
from kg.store.evidence import Quote
from kg.triples.iri import report_iri
from kg.view.texts import Texts, code_units, full_title

TEXT = """云溪县政府工作报告
各位代表：
一、2023年工作回顾
（一）产业发展😀提速。建成云西产业园。
二、2024年工作安排
（一）这一年，我们继续。建设云岭大桥。要坚持稳中求进的总要求，把各项工作抓得更紧更实更细，让全县人民看得见变化、摸得着实惠，日子一年比一年好。"""


def texts(text=TEXT):
    return Texts([lay_out(text, name="yunxi", division="云溪县", year=2024)])


def quote(words, text=TEXT):
    start = text.index(words)
    return Quote(report_iri("yunxi"), start, start + len(words), words, "")


def test_offsets_are_counted_as_scripts_count_them():
    start, end = texts().units(quote("云西产业园"))
    assert TEXT.encode("utf-16-le")[2 * start:2 * end].decode("utf-16-le") == "云西产业园"
    assert code_units("云溪") is None


def test_a_sentence_stands_under_its_headings():
    found = texts()
    place = found.place(quote("建成云西产业园。"))
    assert found.heading(place.report, place.block).startswith("一、2023年工作回顾 › ")
    assert found.topic(place.report, place.block) == "产业发展😀提速"


def test_a_phrase_without_a_matter_is_no_topic():
    found = texts()
    place = found.place(quote("建设云岭大桥。"))
    assert found.topic(place.report, place.block) == "" and place.year == 2024


def test_titles_say_whose_report_it_is_and_of_which_year():
    assert full_title(lay_out(TEXT, name="a", year=2024)) == "云溪县政府工作报告（2024年）"
    assert full_title(lay_out("各位代表：\n建成产业园。", name="a", division="云溪县", year=2024)) == "云溪县2024年政府工作报告"


def test_blocks_hold_the_text_and_the_level_of_headings():
    [data] = texts().as_data()
    units = data["text"].encode("utf-16-le")
    blocks = [(units[2 * s:2 * e].decode("utf-16-le"), level) for s, e, level in data["blocks"]]
    assert ("一、2023年工作回顾", 1) in blocks and any(level == 0 and "云岭大桥" in text for text, level in blocks)

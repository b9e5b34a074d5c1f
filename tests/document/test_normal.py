"""Normalisation: noise goes, offsets stay true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.document.normal import CleanText, identity, normalise


@pytest.mark.parametrize("raw, clean", [
    ("政 府 工 作 报 告", "政府工作报告"),
    ("完成331 亿元", "完成331亿元"),
    ("２０２４年增长６．５％", "2024年增长6.5%"),
    ("招引项目111 个[4],总投资1,234 亿元", "招引项目111个，总投资1234亿元"),
    ("开展“百日攻坚”行动〔3〕。", "开展“百日攻坚”行动。"),
    ("推进\"一网通办\"改革", "推进“一网通办”改革"),
    ("——项目建设----成效显著", "——项目建设——成效显著"),
    ("建成⼯业园", "建成工业园"),
    ("建成产业园、\n物流园", "建成产业园、物流园"),
    ("第一段。\n第二段。", "第一段。\n第二段。"),
    ("5G network test", "5G network test"),
])
def test_noise_is_taken_away_and_meaning_stays(raw, clean):
    assert normalise(raw).text == clean


@given(st.text(alphabet="政府完成１２3 4.,，亿元[]〔〕“\"》①\n\t\u3000\u200b%％—-()（）a", max_size=80))
def test_each_clean_character_comes_from_its_place_in_order(raw):
    clean = normalise(raw)
    assert len(clean.origins) == len(clean.text)
    assert all(a < b for a, b in zip(clean.origins, clean.origins[1:]))
    for i, char in enumerate(clean.text):
        start, end = clean.raw_span(i, i + 1)
        assert end == start + 1
        assert char == raw[start] or not raw[start].isspace()


@given(st.text(max_size=60))
def test_any_text_can_be_normalised(raw):
    clean = normalise(raw)
    assert clean.raw_length == len(raw)
    assert "\u200b" not in clean.text


def test_an_empty_span_has_no_place():
    with pytest.raises(ValueError):
        CleanText("园区", (0, 1), 2).raw_span(1, 1)


def test_a_text_taken_to_the_letter_maps_to_itself():
    assert identity("a 园").raw_span(0, 3) == (0, 3)

"""Charts have Chinese characters, also where no Chinese font is installed."""

import pytest

from kg import fonts
from kg.errors import MissingExtra

matplotlib = pytest.importorskip("matplotlib")


def glyph(family, character):
    from matplotlib import font_manager, ft2font

    return ft2font.FT2Font(font_manager.findfont(family,
                                                 fallback_to_default=False)).get_char_index(ord(character))


@pytest.fixture(autouse=True)
def settings():
    with matplotlib.rc_context():
        yield


def test_the_font_has_chinese_characters():
    family = fonts.use_chinese_font()
    assert all(glyph(family, c) for c in "栖云县政府亿元％镇")
    assert matplotlib.rcParams["font.sans-serif"][0] == family


def test_a_font_comes_along_for_bare_machines():
    pytest.importorskip(fonts.PACKAGE)
    assert fonts.use_chinese_font(families=()) == "Noto Sans SC"
    assert all(glyph("Noto Sans SC", c) for c in "栖云县政府亿元％镇")


def test_without_any_font_the_way_out_is_said(monkeypatch):
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match="a font with Chinese characters"):
        fonts.use_chinese_font(families=())

"""A font with Chinese characters for charts of matplotlib, also where none is installed."""

from __future__ import annotations

from importlib.util import find_spec

from kg.errors import MissingExtra

#: Sans-serif families with simplified characters, in the order of preference: free ones, then those of
#: Windows and macOS.
FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
            "Noto Sans CJK JP",
            "LXGW WenKai", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC",
            "Hiragino Sans GB",
            "Heiti SC", "STHeiti", "SimHei", "Arial Unicode MS")

#: A package of PyPI that holds Noto Sans SC (SIL Open Font License 1.1); part of ``govkg[notebooks]``.
PACKAGE = "pylopdf_fonts_zh_cn"


def use_chinese_font(families: tuple[str, ...] = FAMILIES) -> str:
    """Make matplotlib write Chinese; return the name of the font family.

    An installed family is taken, else the font that ``govkg[notebooks]`` brings along.

    Raises:
        MissingExtra: there is neither.
    """
    import matplotlib
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    family = next((name for name in families if name in installed), None)
    if family is None:
        if find_spec(PACKAGE) is None:
            raise MissingExtra("charts with Chinese text", "a font with Chinese characters", "notebooks")
        import pylopdf_fonts_zh_cn

        path = str(pylopdf_fonts_zh_cn.sans_path())
        font_manager.fontManager.addfont(path)
        family = font_manager.FontProperties(fname=path).get_name()
    matplotlib.rcParams["font.sans-serif"] = [family, "DejaVu Sans"]
    matplotlib.rcParams["font.family"] = "sans-serif"
    matplotlib.rcParams["axes.unicode_minus"] = False  # many Chinese fonts have no U+2212
    return family

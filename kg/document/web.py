"""Saved web pages: the text of the report without navigation, footer and scripts."""

from __future__ import annotations

import re
from contextlib import suppress

from kg.document.plain import decode
from kg.errors import UnreadableInput

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|table|title)\b", re.IGNORECASE | re.DOTALL)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030"}


def is_page(data: bytes) -> bool:
    """Do these bytes begin as a web page does?"""
    return bool(_MARKUP.match(data[:4096].lstrip(b"\xef\xbb\xbf")))


def read_page(data: bytes, name: str) -> str:
    """The main text of a page, a line for each paragraph.

    Raises:
        UnreadableInput: no text is left when navigation and scripts are taken away.
    """
    import trafilatura  # heavy: only when there is a page

    page = _page(data, name)
    text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True,
                               include_formatting=False, include_links=False, deduplicate=False)
    whole = _whole(page)
    if text is None or len(text) < len(whole) // 2:
        text = whole  # the extractor took a long speech for boilerplate
    if not text.strip():
        raise UnreadableInput(name, "the page holds no text", "save the page that shows the report")
    return _headed(page, text)


def _page(data: bytes, name: str) -> str:
    said = _CHARSET.search(data[:4096])
    if said:
        encoding = said.group(1).decode("ascii").lower()
        with suppress(LookupError, UnicodeDecodeError):  # a page that lies about its encoding is looked at anew
            return data.decode(_CHINESE.get(encoding, encoding))
    return decode(data, name)


def _whole(page: str) -> str:
    """All paragraphs of the body but navigation, footer, forms and scripts."""
    from lxml import html

    root = html.document_fromstring(page)
    for element in root.xpath("//script|//style|//noscript|//nav|//footer|//form|//iframe|//select|//button|//template|//head"):
        element.drop_tree()
    for element in root.xpath("//br"):
        element.tail = "\n" + (element.tail or "")
    blocks = root.xpath("//p|//h1|//h2|//h3|//h4|//li|//td|//div[not(.//p|.//div|.//table)]")
    lines: list[str] = []
    for block in blocks:
        if block.xpath("ancestor::p"):
            continue
        lines.extend(line.strip() for line in block.text_content().split("\n"))
    kept = [line for line in dict.fromkeys(lines) if line] if lines else [root.text_content()]
    return "\n".join(kept)


def _headed(page: str, text: str) -> str:
    """The title of the page goes first where the text has lost it: it tells place and year."""
    title = re.search(r"<title[^>]*>([^<]{0,200})", page, re.IGNORECASE)
    if title is None or "政府工作报告" in text[:200] or "政府工作报告" not in title.group(1):
        return text
    from html import unescape

    return re.split(r"[_|\-–—]", unescape(title.group(1)))[0].strip() + "\n" + text

"""Characters that a format cannot hold, or takes for something else."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """A text with U+FFFD in the place of what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets).

    >>> xml_text("云\\x01溪\\n")
    '云�溪\\n'
    """
    return _NOT_XML.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A text with a space in the place of line ends, tabs and control characters.

    >>> one_line("云溪\\r\\n县\\x1b")
    '云溪 县'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())

"""How the server and its workers talk: frames of a kind, a length and a content, over a socket."""

from __future__ import annotations

import json
import struct

HEAD = struct.Struct(">cI")
DATA, END, HELLO, ASK = b"d", b"e", b"h", b"a"
LARGEST = 64 * 1024  # bytes of one frame of data


def frame(kind: bytes, content: bytes) -> bytes:
    """A frame.

    >>> frame(DATA, b"abc")
    b'd\\x00\\x00\\x00\\x03abc'
    """
    return HEAD.pack(kind, len(content)) + content


def message(kind: bytes, /, **said: object) -> bytes:
    """A frame whose content is JSON."""
    return frame(kind, json.dumps(said).encode())

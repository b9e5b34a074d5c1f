"""What the verb before a name does with it: carries it out, builds it, fosters it, promotes it."""

from __future__ import annotations

from functools import cache

from kg.extraction.lexicon import Match, load


@cache
def _verbs(does: str) -> tuple[str, ...]:
    return tuple(entry.text for entry in load("governors") if does in entry.list("does"))


def governs(verb: Match, does: str) -> bool:
    """Is the verb, or the last of several in a row (加快推进), one that does this to what follows?

    >>> from kg.extraction.lexicon import lexicon
    >>> [governs(verb, "carries-out") for verb in lexicon("boundaries").find("深入实施，落户")]
    [True, False]
    """
    text = verb.entry.text
    return text.endswith(_verbs(does)) or text.endswith(("好", "了")) and text[:-1].endswith(_verbs(does))  # 开展好, 新建了

"""Who holds which office: the speaker of the report, and persons whose office stands before their name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clauses import Reading
from kg.extraction.lexicon import Entry, load
from kg.extraction.links.scene import Scene
from kg.extraction.records import OWN, Relation

_OFFICE_OF = re.compile(r"[”]?的?$")
_RULE_SPEAKER = "offices.speaker"


@lru_cache(maxsize=1)
def _offices() -> tuple[re.Pattern, dict[str, Entry]]:
    entries = {entry.text: entry for entry in load("offices")}
    words = "|".join(sorted(entries, key=len, reverse=True))
    return re.compile(rf"(?P<office>{words})[\s：:]*$"), entries


def offices(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``holdsOffice``."""
    for position, i in enumerate(reading.mentions):
        if scene.types(i)[0] != "Person":
            continue
        if scene.mentions[i].name == scene.report.speaker:
            yield from scene.link(i, "holdsOffice", OWN, reading, _RULE_SPEAKER, 0.97)
            continue
        pattern, entries = _offices()
        match = pattern.search(reading.text, reading.sentence.start, scene.mentions[i].start)
        before = reading.mentions[position - 1] if position else None
        if match and before is not None and scene.mentions[before].end == match.start():
            yield from scene.link(i, "holdsOffice", before, reading, entries[match["office"]].id, 0.88)

"""Who holds which office: the speaker of the report, and persons whose office stands before their name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.clauses import Reading
from kg.extraction.lexicon import Entry, load
from kg.extraction.links.scene import Scene
from kg.extraction.records import OWN, Relation

_RULE_SPEAKER = "offices.speaker"


@lru_cache(maxsize=1)
def _offices() -> tuple[re.Pattern, re.Pattern, dict[str, Entry]]:
    """The office at the end of the text before a name; at the start of what follows it."""
    entries = {entry.text: entry for entry in load("offices")}
    words = "|".join(sorted(entries, key=len, reverse=True))
    return re.compile(rf"(?P<office>{words})[、\s：:]*$"), re.compile(rf"\s*(?P<office>{words})"), entries


def offices(scene: Scene, reading: Reading) -> Iterator[Relation]:
    """``holdsOffice``."""
    for position, i in enumerate(reading.mentions):
        if scene.types(i)[0] != "Person":
            continue
        if scene.mentions[i].name == scene.report.speaker:
            yield from scene.link(i, "holdsOffice", OWN, reading, _RULE_SPEAKER, 0.97)
            continue
        body = reading.mentions[position - 1] if position else None
        office = _office(scene, reading, i, body) if body is not None else None
        if office is not None:
            yield from scene.link(i, "holdsOffice", body, reading, office.id, 0.88)


def _office(scene: Scene, reading: Reading, person: int, body: int) -> Entry | None:
    """The office in ``省委书记某某`` or ``省委某某书记``: it ends the body's name, or follows it, or the person's."""
    before, after, entries = _offices()
    name, seat = scene.mentions[person], scene.mentions[body]
    match = before.search(reading.text, seat.start, name.start)
    if match is not None and match.start() <= seat.end:
        return entries[match["office"]]
    match = after.match(reading.text, name.end) if not reading.text[seat.end:name.start].strip() else None
    return entries[match["office"]] if match else None

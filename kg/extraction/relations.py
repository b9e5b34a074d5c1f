"""The component that finds relations between mentions."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.document.report import Report
from kg.extraction.clauses import readings
from kg.extraction.links.builders import builders
from kg.extraction.links.campaigns import campaigns
from kg.extraction.links.industries import industries
from kg.extraction.links.leadership import leadership
from kg.extraction.links.nameparts import name_parts
from kg.extraction.links.offices import offices
from kg.extraction.links.places import enclosing, places
from kg.extraction.links.recognition import recognition
from kg.extraction.links.scene import Scene
from kg.extraction.records import Mention, Relation
from kg.extraction.words import Words

# each family, and the types of which a sentence must hold one for it to state anything
FAMILIES = (
    (name_parts, frozenset(("Project", "Park", "Place", "Facility", "PublicBody", "Product", "Event", "Enterprise"))),
    (enclosing, frozenset(("AdministrativeDivision",))),
    (places, frozenset(("Project", "Park", "Place", "Facility", "PublicBody", "Enterprise", "Event"))),
    (industries, frozenset(("Project", "Park", "Enterprise", "Product"))),
    (leadership, frozenset(("Enterprise",))),
    (builders, frozenset(("Enterprise",))),
    (campaigns, frozenset(("Program", "Event"))),
    (recognition, frozenset(("Honor",))),
    (offices, frozenset(("Person",))),
)


def find_relations(report: Report, words: Words, mentions: tuple[Mention, ...]) -> tuple[Relation, ...]:
    """All relations that a report states between its mentions, in text order; the surest wording of each.

    Args:
        report: the report, laid out.
        words: its words: nouns before a verb tell that somebody else does what it says.
        mentions: what it names; relations refer to them by index, or to ``OWN``.
    """
    laid = readings(report, mentions)
    scene = Scene(report, mentions, {reading.sentence.index: reading for reading in laid}, words)
    found: dict[tuple[int, str, int], Relation] = {}
    for reading in laid:
        for family, needs in FAMILIES:
            if needs.isdisjoint(reading.kinds):
                continue
            for relation in family(scene, reading):
                key = (relation.head, relation.relation, relation.tail)
                if key not in found or found[key].confidence < relation.confidence:
                    found[key] = relation
    return tuple(sorted(found.values(), key=lambda r: (r.sentence, r.head, r.relation, r.tail)))


@Language.component("govkg_relations", requires=["doc._.report", "doc._.words", "doc._.mentions"],
                    assigns=["doc._.relations"])
def relate(doc: Doc) -> Doc:
    """Put the relations of the document on ``doc._.relations``."""
    doc._.relations = find_relations(doc._.report, doc._.words, doc._.mentions)
    return doc

"""Gold: annotations by hand that a graph is measured against.

A folder holds ``entities.jsonl``, ``relations.jsonl``, ``facts.jsonl``, ``observations.jsonl`` and, if precision
is to count only what is said of the annotated stretch, ``text.txt``. Or a file of annotated sentences, as ``kg
extract --format jsonl`` writes them, corrected by hand: all that it holds is required.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.annotation import AnnotatedSentence
from kg.annotation.reading import read_sentences
from kg.annotation.records import OWN_ID
from kg.errors import BadGold
from kg.evaluation.forms import forms

_NEEDS = {"entities": ("name", "types", "required"), "relations": ("head", "relation", "tail", "required"),
          "facts": ("entity", "fact", "value", "required"),
          "observations": ("indicator", "year", "value", "unit", "measure", "nature", "required")}


@dataclass(frozen=True)
class Gold:
    """Rows of annotations, each a plain dict as the files have them, and the text that they annotate."""

    name: str
    entities: tuple[dict, ...] = ()
    relations: tuple[dict, ...] = ()
    facts: tuple[dict, ...] = ()
    observations: tuple[dict, ...] = ()
    text: str | None = None
    by_form: dict[str, list[dict]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for entity in self.entities:
            for form in forms(entity["name"], entity.get("aliases", ())):
                self.by_form.setdefault(form, []).append(entity)


def read_gold(paths: Sequence[Path]) -> Gold:
    """The gold of one or more folders or files, as one.

    ``text`` is there when all of them have one.

    Raises:
        BadGold: a row cannot be read; says the file and line.
        OSError: a folder or file is not there.
    """
    parts = [_from_folder(p) if p.is_dir() else _from_sentences(p) for p in paths]
    texts = [g.text for g in parts]
    whole = "\n".join(t for t in texts if t is not None) if texts and None not in texts else None
    return Gold("+".join(g.name for g in parts),
                *(tuple(row for g in parts for row in getattr(g, kind)) for kind in _NEEDS), text=whole)


def _from_folder(folder: Path) -> Gold:
    files = {kind: folder / f"{kind}.jsonl" for kind in _NEEDS}
    if not any(path.exists() for path in files.values()):
        raise BadGold(folder.name, 1, "the folder holds no annotations", f"put {', '.join(p.name for p in files.values())} there")
    text = folder / "text.txt"
    return Gold(folder.name, *(_rows(kind, path) for kind, path in files.items()),
                text=text.read_text("utf-8") if text.exists() else None)


def _rows(kind: str, path: Path) -> tuple[dict, ...]:
    if not path.exists():
        return ()
    found = []
    name = f"{path.parent.name}/{path.name}"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BadGold(name, number, f"not JSON ({error})", "give one object a line") from error
        missing = [part for part in _NEEDS[kind] if part not in row] if isinstance(row, dict) else _NEEDS[kind]
        if missing:
            raise BadGold(name, number, f"no {', '.join(missing)}", "give each row all its parts")
        if kind == "entities" and not row["types"]:
            raise BadGold(name, number, f"“{row['name']}” has no types", "say what it is")
        found.append(row)
    return tuple(found)


def _from_sentences(path: Path) -> Gold:
    sentences = read_sentences(path, "gold", BadGold)
    if not sentences:
        raise BadGold(path.name, 1, "it holds no sentences", "write it with `kg extract --format jsonl`")
    return _Sentences(path.stem, sentences).gold()


class _Sentences:
    """Rows of gold from annotated sentences: spans that mean one thing become one entity."""

    def __init__(self, name: str, sentences: Sequence[AnnotatedSentence]):
        self.name, self.sentences = name, sentences
        self.of = {span.id: span.entity for s in sentences for span in s.spans}
        self.own = next((name for name in self._own_names()), "")

    def _own_names(self) -> Iterable[str]:
        for s in self.sentences:
            yield from (r.head_name for r in s.relations if r.head == OWN_ID and r.head_name)
            yield from (r.tail_name for r in s.relations if r.tail == OWN_ID and r.tail_name)
            yield from (o.area_name for o in s.numbers if o.area == OWN_ID and o.area_name)

    def _end(self, id_: str, name: str) -> str:
        return self.of.get(id_) or name or (self.own if id_ == OWN_ID else "")

    def gold(self) -> Gold:
        relations, facts, observations = [], [], []
        for s in self.sentences:
            quote = {"required": True, "quote": s.text}
            relations += [{"head": self._end(r.head, r.head_name), "relation": r.relation,
                           "tail": self._end(r.tail, r.tail_name), **quote} for r in s.relations]
            facts += [{"entity": self._end(f.subject, f.subject_name), "fact": f.fact, "value": f.value + f.unit, **quote}
                      for f in s.facts]
            observations += [{"indicator": o.indicator, "area": self._end(o.area, o.area_name), "year": o.year,
                              "value": float(o.value), "unit": o.unit, "measure": o.measure, "nature": o.nature,
                              "bound": o.bound, **quote} for o in s.numbers]
        return Gold(self.name, tuple(self._entities()), tuple(relations), tuple(facts), tuple(observations),
                    "\n".join(s.text for s in self.sentences))

    def _entities(self) -> Iterable[dict]:
        found: dict[str, dict] = {}
        for s in self.sentences:
            for span in s.spans:
                row = found.setdefault(span.entity, {"name": span.entity, "aliases": [], "types": [], "required": True,
                                                     "quote": s.text})
                row["aliases"] += [n for n in (span.name, s.text[span.start:span.end]) if n not in row["aliases"]]
                row["types"] += [t for t in span.types if t not in row["types"]]
        if self.own and self.own not in found:
            yield {"name": self.own, "aliases": [], "types": ["AdministrativeDivision"], "required": False, "quote": ""}
        yield from found.values()

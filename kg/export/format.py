"""What a format of exports is: a name, a file or folder, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec

from kg.errors import MissingExtra

CONTENTS = ("facts", "evidence", "all")


@dataclass(frozen=True)
class Options:
    """What is to be exported.

    Attributes:
        content: ``facts``, ``evidence`` or ``all``; empty: what the format is for.
        types: local names of classes; empty: all of them. Of formats that ask for types alone.
        matches: identifiers (Q…) of entities in a Wikibase, by IRI.
    """

    content: str = ""
    types: tuple[str, ...] = ()
    matches: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """A format of exports.

    ``function`` is ``module:function``, imported when first used; it takes a
    :class:`kg.export.source.Source`, a binary file (or a :class:`kg.export.target.Folder` where ``file`` ends
    with ``/``) and :class:`Options`.
    """

    name: str
    family: str  # rdf | network | property graph | table | training | wikibase
    file: str  # default name of what it writes; a folder ends with "/"
    title: str
    readers: str  # tools that import it
    function: str
    library: str = ""  # a module that is imported beyond those that govkg needs
    extra: str = ""  # of govkg, that installs it

    @property
    def is_folder(self) -> bool:
        """Does it write several files?"""
        return self.file.endswith("/")

    def writer(self) -> Callable:
        """The function that writes it.

        Raises:
            MissingExtra: a library that it needs is not installed.
        """
        if self.library and find_spec(self.library) is None:
            raise MissingExtra(self.name, self.library, self.extra)
        module, function = self.function.split(":")
        return getattr(import_module(module), function)

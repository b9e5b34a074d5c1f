"""What can go wrong for a person who uses govkg, one class for each failure.

Every message is one line that names the offender and the way out; the command prints it as it is.
"""

from __future__ import annotations


class KgError(Exception):
    """The base of all errors that govkg raises on purpose; they travel between processes."""

    def __reduce__(self):
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[KgError], arguments: tuple, state: dict) -> KgError:
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(state)
    return error


class UnreadableInput(KgError):
    """An input cannot be opened or decoded, or holds no text.

    >>> str(UnreadableInput("a.pdf", "it has no text layer", "run OCR on it first"))
    'a.pdf: it has no text layer; run OCR on it first'
    """

    def __init__(self, name: str, reason: str, way_out: str):
        super().__init__(f"{name}: {reason}; {way_out}")
        self.name, self.reason, self.way_out = name, reason, way_out


class NotAReport(UnreadableInput):
    """A text was read, but it is no government work report."""


class UnknownDivision(KgError):
    """A user names a division by a code that is none, or by a name that cannot be one.

    >>> str(UnknownDivision("999999"))
    '--division 999999: no such division; give a name such as 东城区 or a code of six digits'
    """

    def __init__(self, division: str):
        super().__init__(f"--division {division}: no such division; give a name such as 东城区 or a code of six digits")
        self.division = division


class GivenTwice(UnreadableInput):
    """One file is given as two inputs."""


class NothingToBuild(KgError):
    """None of the inputs could be read; ``errors`` says why, one for each."""

    def __init__(self, errors: list[KgError]):
        super().__init__("; ".join(map(str, errors)) or "no input is given; name at least one report")
        self.errors = errors


class BuildNotWritten(KgError):
    """A build could not be written; what the folder held before is still there, whole.

    >>> str(BuildNotWritten("output", "no space left on device", "free some space or choose another --out"))
    'output: the build was not written, no space left on device; free some space or choose another --out'
    """

    def __init__(self, folder: str, reason: str, way_out: str):
        super().__init__(f"{folder}: the build was not written, {reason}; {way_out}")
        self.folder, self.reason, self.way_out = folder, reason, way_out


class NotABuild(KgError):
    """A folder holds no build, or one that is incomplete or altered.

    >>> str(NotABuild("output", "it has no build.json", "run `kg build` first"))
    'output: not a sound build, it has no build.json; run `kg build` first'
    """

    def __init__(self, folder: str, reason: str, way_out: str):
        super().__init__(f"{folder}: not a sound build, {reason}; {way_out}")
        self.folder, self.reason, self.way_out = folder, reason, way_out


class ExportNotWritten(KgError):
    """An export could not be written; what was there before is still there, whole.

    >>> str(ExportNotWritten("out.csv", "it is a folder", "choose another --out"))
    'out.csv: the export was not written, it is a folder; choose another --out'
    """

    def __init__(self, path: str, reason: str, way_out: str):
        super().__init__(f"{path}: the export was not written, {reason}; {way_out}")
        self.path, self.reason, self.way_out = path, reason, way_out


class UnknownFormat(KgError):
    """A format is asked for that there is none of.

    >>> str(UnknownFormat("graphlm", ["graphml"]))
    'graphlm: no such format, did you mean graphml? `kg export --list` has them all'
    """

    def __init__(self, name: str, near: list[str]):
        hint = f", did you mean {' or '.join(near)}?" if near else ";"
        super().__init__(f"{name}: no such format{hint} `kg export --list` has them all")
        self.name, self.near = name, near


class MissingExtra(KgError):
    """What is asked for needs a library that is not installed.

    >>> str(MissingExtra("excel", "openpyxl", "excel"))
    "excel: needs openpyxl, which is not installed; run pip install 'govkg[excel]'"
    """

    def __init__(self, what: str, library: str, extra: str):
        super().__init__(f"{what}: needs {library}, which is not installed; run pip install 'govkg[{extra}]'")
        self.what, self.library, self.extra = what, library, extra


class UnknownEntity(KgError):
    """A name is given that no entity of the build has, or that several have.

    >>> str(UnknownEntity("云溪", "no entity has this name", "did you mean 云溪县?"))
    '云溪: no entity has this name; did you mean 云溪县?'
    """

    def __init__(self, name: str, reason: str, way_out: str):
        super().__init__(f"{name}: {reason}; {way_out}")
        self.name, self.reason, self.way_out = name, reason, way_out


class QueryRefused(KgError):
    """A query is not answered: it would change data, reach for the network, or take too long.

    >>> str(QueryRefused("projects.rq", "SERVICE asks another machine", "query a build without it"))
    'projects.rq: query refused, SERVICE asks another machine; query a build without it'
    """

    def __init__(self, name: str, reason: str, way_out: str):
        super().__init__(f"{name}: query refused, {reason}; {way_out}")
        self.name, self.reason, self.way_out = name, reason, way_out


class QueryNotUnderstood(KgError):
    """A query is not SPARQL 1.1."""

    def __init__(self, name: str, reason: str):
        super().__init__(f"{name}: not a SPARQL 1.1 query; {reason}")
        self.name, self.reason = name, reason


class UnknownQuestion(KgError):
    """There is no saved question of a name.

    >>> str(UnknownQuestion("project", ["projects"]))
    'project: no saved question has this name; did you mean projects? See all with `kg ask --list`'
    """

    def __init__(self, name: str, near: list[str]):
        meant = f"did you mean {', '.join(near)}? See" if near else "see"
        super().__init__(f"{name}: no saved question has this name; {meant} all with `kg ask --list`")
        self.name, self.near = name, near


class BadParameter(KgError):
    """A parameter of a saved question has a value that it cannot have.

    >>> str(BadParameter("projects", "year", "“soon” is no year", "give it as 2024"))
    'projects, parameter year: “soon” is no year; give it as 2024'
    """

    def __init__(self, question: str, parameter: str, reason: str, way_out: str):
        super().__init__(f"{question}, parameter {parameter}: {reason}; {way_out}")
        self.question, self.parameter, self.reason, self.way_out = question, parameter, reason, way_out


class BadQuestion(KgError):
    """The file of a saved question has no proper header.

    >>> str(BadQuestion("projects.rq", "the header has no title@zh"))
    'projects.rq: not a saved question, the header has no title@zh; see kg/store/questions.py for its form'
    """

    def __init__(self, file: str, reason: str):
        super().__init__(f"{file}: not a saved question, {reason}; see kg/store/questions.py for its form")
        self.file, self.reason = file, reason


class EndpointFailed(KgError):
    """A SPARQL endpoint or graph store of others cannot be reached, or refuses.

    >>> str(EndpointFailed("http://localhost:1/", "it answered 404", "is it the right address for this?"))
    'http://localhost:1/: it answered 404; is it the right address for this?'
    """

    def __init__(self, url: str, reason: str, way_out: str):
        super().__init__(f"{url}: {reason}; {way_out}")
        self.url, self.reason, self.way_out = url, reason, way_out


class StoreNotWritten(KgError):
    """A store on disk cannot be written.

    >>> str(StoreNotWritten("county", "another process is using it", "end that process"))
    'county: the store was not written, another process is using it; end that process'
    """

    def __init__(self, folder: str, reason: str, way_out: str):
        super().__init__(f"{folder}: the store was not written, {reason}; {way_out}")
        self.folder, self.reason, self.way_out = folder, reason, way_out


class ServiceNotStarted(KgError):
    """`kg serve` cannot start; the reason comes from whoever found it."""


class BadRow(KgError):
    """A row of a file that a person has written cannot be used."""

    def __init__(self, file: str, line: int, reason: str, way_out: str):
        super().__init__(f"{file}, line {line}: {reason}; {way_out}")
        self.file, self.line, self.reason, self.way_out = file, line, reason, way_out


class BadLexicon(BadRow):
    """A user's list of names cannot be read.

    >>> str(BadLexicon("names.csv", 3, "the name “” is shorter than two characters", "write the whole name"))
    'names.csv, line 3: the name “” is shorter than two characters; write the whole name'
    """


class BadCorrection(BadRow):
    """A person's correction cannot be understood.

    >>> str(BadCorrection("corrections.csv", 2, "“join” is no action", "use merge, split, retype, drop or add"))
    'corrections.csv, line 2: “join” is no action; use merge, split, retype, drop or add'
    """


class BadGold(BadRow):
    """Annotations to measure against cannot be read."""


class NotAGraph(KgError):
    """A file to be measured holds no graph."""

    def __init__(self, name: str, reason: str, way_out: str):
        super().__init__(f"{name}: not a graph, {reason}; {way_out}")
        self.name, self.reason, self.way_out = name, reason, way_out

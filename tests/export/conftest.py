"""What tests of exports share: files of the sample and of a hostile build, and the programs that read them.

The programs are installed by ``.ci/readers`` into a folder of their own; a test whose program is missing is
skipped.
"""

import csv
import os
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

import kg
from kg.builds import Build
from kg.export import Options, export
from kg.export.formats import find
from kg.triples import Graphs, Triple
from kg.triples.iri import statement_iri
from kg.triples.terms import ALT_LABEL, LABEL, PREF_LABEL
from kg.triples.vocabulary import GOV, ontology

READERS = Path(os.environ.get("KG_READERS") or
               Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govkg" / "readers")
PROGRAMS = Path(__file__).resolve().parents[1] / "readers"

ENTERPRISE = "https://w3id.org/govkg/id/enterprise/栖云县/天禾食品"
COUNTY = "https://w3id.org/govkg/id/administrativedivision/栖云县"

#: A name that means something in CSV, spreadsheets, Cypher, SQL, HTML, XML, JSON and terminals.
HOSTILE = ("=HYPERLINK(\"http://example.org\");'}) DETACH DELETE n //\\u0027 \\' <script>alert(1)</script>&amp;|\r\n"
           "\t云岭\x1b[31m食品")
ALIAS = "a;b|c,\"d\" 'e' _x0041_"


@dataclass(frozen=True)
class Expected:
    """What every reader must find."""

    types: dict[str, int]  # entities by type; one of two types is counted twice
    main: dict[str, int]  # entities by main type
    relations: dict[str, int]
    observations: int
    organized: frozenset[str]  # names of what the county organizes


@pytest.fixture(scope="session")
def expected(sample_build):
    contents = sample_build.contents
    tails = (contents.entities[r.tail].name for r in contents.relations
             if (r.head, r.relation) == (COUNTY, "organizes"))
    found = Expected(dict(Counter(t for e in contents.entities.values() for t in e.types)),
                     dict(Counter(e.types[0] for e in contents.entities.values())),
                     dict(Counter(r.relation for r in contents.relations)), len(contents.observations),
                     frozenset(tails))
    assert len(found.types) > 10 and len(found.relations) > 5 and len(found.organized) > 10
    return found


@pytest.fixture(scope="session")
def hostile_folder(sample_build, tmp_path_factory):
    """The sample's build, one of whose enterprises has a hostile name."""
    def renamed(triples):
        for s, p, o in triples:
            name = str(s) == ENTERPRISE and p in (LABEL, PREF_LABEL)
            yield Triple(s, p, Literal(HOSTILE, lang="zh")) if name else Triple(s, p, o)
            if name and p == LABEL:
                yield Triple(s, ALT_LABEL, Literal(ALIAS, lang="zh"))

    graphs = sample_build.graphs
    named = {name: tuple(renamed(triples)) for name, triples in graphs.named.items()}
    changed = Graphs(renamed(graphs.fact_triples), graphs.evidence_triples, named, graphs.rejected)
    build = Build(lambda: sample_build.reports, changed, sample_build.rejected, sample_build.merges,
                  sample_build.inputs)
    return build.save(tmp_path_factory.mktemp("hostile") / "build")


@pytest.fixture(scope="session")
def exported(sample_folder, tmp_path_factory):
    """The path of the sample's build in a format, written once."""
    return _exporter(sample_folder, tmp_path_factory.mktemp("exported"))


@pytest.fixture(scope="session")
def hostile(hostile_folder, tmp_path_factory):
    """The same for the hostile build."""
    return _exporter(hostile_folder, tmp_path_factory.mktemp("hostile-exported"))


def _exporter(folder, target):
    build, done = kg.load(folder), {}

    def exported(name, **options):
        key = (name, tuple(sorted(options.items())))
        if key not in done:
            place = target / str(len(done)) / find(name).file.rstrip("/")
            done[key] = export(build, name, place, Options(**options))
        return done[key]

    return exported


def rows(path):
    """The rows of a CSV file as dicts."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def relations():
    """IRIs of relations."""
    return [GOV + name for name in ontology().relations]


@pytest.fixture(scope="session")
def java():
    """Run Java on the jars of a reader."""
    def run(jars, *arguments, env=None, cwd=None):
        if not shutil.which("java"):
            pytest.skip("no Java")
        if not (READERS / jars).is_dir():
            pytest.skip(f"{jars} is not installed; .ci/readers installs it")
        command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp",
                   f"{READERS / jars}/*", *map(str, arguments)]
        return output(command, env={**os.environ, **(env or {})}, cwd=cwd)

    return run


@pytest.fixture(scope="session")
def node():
    """Run a program of node_modules, or a script, by Node."""
    modules = READERS / "node" / "node_modules"
    if not shutil.which("node") or not modules.is_dir():
        pytest.skip("Node with Comunica and jsonld.js is not installed; .ci/readers installs them")

    def run(*arguments):
        program = modules / ".bin" / arguments[0]
        command = [program, *arguments[1:]] if program.exists() else ["node", PROGRAMS / arguments[0],
                                                                      *arguments[1:]]
        return output([str(part) for part in command], env={**os.environ, "KG_NODE_MODULES": str(modules)})

    return run


def output(command, **more):
    """What a program prints; that it fails is a failure of the test."""
    done = subprocess.run(command, check=False, capture_output=True, **more)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    return done.stdout.decode("utf-8")


@pytest.fixture
def statement():
    """The IRI of a statement about entities."""
    return lambda head, relation, tail: statement_iri(*(URIRef(i).n3() for i in (head, GOV + relation, tail)))

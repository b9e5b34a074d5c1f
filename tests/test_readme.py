"""What the README tells people to type works, and the Chinese README tells the same."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"
ELSEWHERE = {  # commands that are run by other means, and where
    "make demo": ".ci/run", "make test": ".ci/run", "pip install .": "tests/test_package.py",
}
PROJECTS = "PREFIX gov: <https://w3id.org/govkg/ontology#>\nSELECT ?project { ?project a gov:Project }\n"
ANNOTATED = '{"name": "清泉镇", "types": ["Town"], "required": true}\n'


def blocks(readme):
    """The code blocks that are to be typed."""
    return re.findall(r"^```sh\n(.*?)^```", readme.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def commands():
    lines = [line.partition("  #")[0].strip() for block in blocks(ENGLISH) for line in block.splitlines()]
    return [line for line in lines if line and line not in ELSEWHERE]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, sample):
    """A folder with the files that the README speaks of."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("report.txt", "reports/2023.txt", "reports/2024.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(sample, folder / name)
    (folder / "projects.rq").write_text(PROJECTS, "utf-8")
    (folder / "annotations").mkdir()
    (folder / "annotations" / "entities.jsonl").write_text(ANNOTATED, "utf-8")
    (folder / "annotations" / "text.txt").write_text("清泉镇被认定为国家农业产业强镇", "utf-8")
    return folder


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_works(command, workplace):
    assert command.startswith("kg "), f"{command}: say in ELSEWHERE what runs it"
    done = subprocess.run(["bash", "-c", f'kg() {{ "{sys.executable}" -m kg "$@"; }}; {command}'], cwd=workplace,
                          check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_the_corrections_of_the_readme_are_understood(tmp_path):
    from kg.corrections import read_corrections

    for readme in (ENGLISH, CHINESE):
        rows = re.search(r"^```csv\n(.*?)^```", readme.read_text("utf-8"), re.DOTALL | re.MULTILINE)[1]
        (tmp_path / "corrections.csv").write_text(rows, "utf-8")
        assert {d.action for d in read_corrections(tmp_path / "corrections.csv").decisions} == \
            {"merge", "split", "retype", "drop", "add"}


def test_the_annotations_of_the_readme_are_understood(tmp_path):
    from kg.evaluation.gold import read_gold

    rows = re.search(r"^```json\n(.*?)^```", ENGLISH.read_text("utf-8"), re.DOTALL | re.MULTILINE)[1].splitlines()
    for kind, row in zip(("entities", "relations", "facts", "observations"), rows):
        (tmp_path / f"{kind}.jsonl").write_text(row + "\n", "utf-8")
    gold = read_gold([tmp_path])
    assert [len(rows) for rows in (gold.entities, gold.relations, gold.facts, gold.observations)] == [1, 1, 1, 1]


@pytest.mark.parametrize("command", ELSEWHERE)
def test_the_other_commands_are_run_where_they_are_said_to_be(command):
    what = command.split()[1] if command.startswith("make") else "pip"
    assert what in (ROOT / ELSEWHERE[command]).read_text("utf-8")
    assert command in "\n".join(blocks(ENGLISH))


def test_the_chinese_readme_has_the_same_commands_files_and_pictures():
    def skeleton(readme):
        text = readme.read_text("utf-8")
        return blocks(readme), re.findall(r"^\| `([^`]+)`", text, re.MULTILINE), re.findall(r"\]\((docs/[^)]+)\)", text)

    assert skeleton(CHINESE) == skeleton(ENGLISH)


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_links_into_the_repository_lead_somewhere(readme):
    targets = re.findall(r"\]\(([^)#]+)\)", readme.read_text("utf-8"))
    missing = [t for t in targets if not t.startswith("http") and not (ROOT / t).exists()]
    assert not missing

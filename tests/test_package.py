"""What is installed: a wheel that carries all it needs, in an environment that has nothing else."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_ontology_lexicons_gazetteer_sample_and_page(wheel):
    files = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files", "kg", "ontology"], cwd=ROOT, check=True, capture_output=True, text=True)
    wanted = {name if name.startswith("kg/") else f"kg/{name}" for name in tracked.stdout.split()}
    assert wanted <= files
    assert "kg/ontology/govkg.ttl" in files and any(name.endswith("licenses/LICENSE") for name in files)


def test_the_wheel_carries_no_tests_and_no_builds(wheel):
    assert not [n for n in zipfile.ZipFile(wheel).namelist() if n.startswith(("tests/", "output/", "benchmarks/"))]


@pytest.mark.skipif("KG_SLOW" not in os.environ, reason="a fresh environment takes a minute; KG_SLOW=1 makes it")
def test_the_wheel_builds_the_sample_in_an_environment_of_its_own(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    bin_ = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    constraints = tmp_path / "constraints.txt"
    constraints.write_text(_versions(ROOT / "requirements.lock"), "utf-8")
    install = [bin_ / "python", "-m", "pip", "install", "--quiet", wheel, "--constraint", constraints]
    subprocess.run(install, check=True)
    clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    sample = subprocess.run([bin_ / "kg", "sample"], check=True, capture_output=True, text=True, cwd=tmp_path, env=clean)
    assert str(tmp_path) in sample.stdout
    subprocess.run([bin_ / "kg", "build", sample.stdout.strip()], check=True, cwd=tmp_path, env=clean)
    assert subprocess.run([bin_ / "kg", "validate"], check=True, cwd=tmp_path, env=clean).returncode == 0


def _versions(lock):
    """A lock without its hashes: pip wants them for all packages or for none, and the wheel has none."""
    lines = lock.read_text("utf-8").splitlines()
    return "\n".join(line.rstrip(" \\") for line in lines if line and not line.startswith((" ", "#")))

"""A folder that holds a build, replaced as a whole or not at all.

The files of a new build are staged in a folder inside the target. One rename then marks the stage as
complete, which is the moment of commit; after it the files are moved to their places. A run that dies before
the commit leaves the old build untouched; one that dies after it is completed by whoever opens the folder
next. Files that no build wrote are never touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from kg.errors import BuildNotWritten, NotABuild

try:
    import fcntl
except ImportError:  # Windows has no advisory locks; one writer at a time is then up to the user
    fcntl = None

MANIFEST = "build.json"
_STAGE = ".kg-incoming"
_COMPLETE = ".kg-complete"


class Stage:
    """Where the files of a new build are put before they replace the old ones."""

    def __init__(self, path: Path):
        self.path = path
        self.files: dict[str, dict] = {}

    def write(self, name: str, content: str | bytes) -> None:
        """Put a file into the stage; text is written as UTF-8, its line ends as they are."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        self.files[name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


@contextmanager
def replacing(folder: Path) -> Iterator[Stage]:
    """Give a stage; when the block ends without an error, its files become the build in ``folder``.

    The stage must hold a manifest (``build.json``) that lists its files, see ``kg.store.manifest``.

    Raises:
        BuildNotWritten: the folder cannot be written to, or a file in the way is not from a build.
    """
    made = _make(folder)
    stage = folder / _STAGE
    with _only_writer(folder):
        try:
            complete(folder)
            shutil.rmtree(stage, ignore_errors=True)  # left by a run that was killed
            stage.mkdir()
            content = Stage(stage)
            yield content
            _refuse_foreign(folder, content.files)
            os.rename(stage, folder / _COMPLETE)
            complete(folder)
        except OSError as error:
            raise BuildNotWritten(str(folder), _reason(error), _way_out(error)) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)
            for path in made:  # only those that are still empty
                _remove_empty(path)


def complete(folder: Path) -> None:
    """Finish the replacement that a run has committed to but not carried out; otherwise do nothing."""
    source = folder / _COMPLETE
    if not source.is_dir():
        return
    manifest = source / MANIFEST
    if manifest.exists():
        new = set(_listed(manifest))
        for name in new:
            if (source / name).exists():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(source / name, folder / name)
        for name in set(_listed(folder / MANIFEST)) - new:
            (folder / name).unlink(missing_ok=True)
            _remove_empty((folder / name).parent)
        os.replace(manifest, folder / MANIFEST)
    shutil.rmtree(source)


def read_manifest(folder: Path) -> dict:
    """The manifest of the build in ``folder``.

    Raises:
        NotABuild: there is none, or it cannot be read.
    """
    path = folder / MANIFEST
    try:
        complete(folder)
        manifest = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        reason = f"it has no {MANIFEST}" if folder.is_dir() else "there is no such folder"
        raise NotABuild(str(folder), reason, f"make it with `kg build REPORT --out {folder}`") from None
    except OSError as error:
        raise NotABuild(str(folder), _reason(error), "see to its permissions") from error
    except ValueError as error:  # undecodable or not JSON
        raise NotABuild(str(folder), f"{MANIFEST} cannot be parsed ({error})", "build it again") from error
    if not isinstance(manifest, dict) or not _names(manifest):
        raise NotABuild(str(folder), f"{MANIFEST} is not the manifest of a build", "build it again")
    return manifest


def read_file(folder: Path, manifest: dict, name: str) -> bytes:
    """A file of the build, checked against the manifest.

    Raises:
        NotABuild: it is missing or was altered since it was built.
    """
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise NotABuild(str(folder), f"{name} cannot be read ({_reason(error)})", "build it again") from error
    if hashlib.sha256(data).hexdigest() != manifest["files"].get(name, {}).get("sha256"):
        raise NotABuild(str(folder), f"{name} is not as it was built", "build it again")
    return data


def checked_path(folder: Path, manifest: dict, name: str) -> Path:
    """The path of a file of the build, for reading it bit by bit; it is checked against the manifest first.

    Raises:
        NotABuild: it is missing or was altered since it was built.
    """
    path, checksum = folder / name, hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                checksum.update(block)
    except OSError as error:
        raise NotABuild(str(folder), f"{name} cannot be read ({_reason(error)})", "build it again") from error
    if checksum.hexdigest() != manifest["files"].get(name, {}).get("sha256"):
        raise NotABuild(str(folder), f"{name} is not as it was built", "build it again")
    return path


def _names(manifest: object) -> list[str]:
    """File names of a manifest that stay inside the folder: a manifest may come from anywhere."""
    files = manifest.get("files") if isinstance(manifest, dict) else None
    if not isinstance(files, dict):
        return []
    paths = {name: PurePosixPath(name) for name in files}
    return [name for name, path in paths.items()
            if path.parts and not path.is_absolute() and ".." not in path.parts and "\\" not in name]


def _listed(manifest: Path) -> list[str]:
    """The names that a manifest lists, none when it is missing or broken."""
    try:
        return _names(json.loads(manifest.read_text("utf-8")))
    except (FileNotFoundError, ValueError):
        return []


def _refuse_foreign(folder: Path, names: dict[str, dict]) -> None:
    own = {MANIFEST, *_listed(folder / MANIFEST)} if (folder / MANIFEST).exists() else set()
    for name in (*names, MANIFEST):
        if name not in own and os.path.lexists(folder / name):
            raise BuildNotWritten(str(folder), f"{name} is there and is not from a build",
                                  "move it away or choose another --out")
        if (folder / name).is_dir():
            raise BuildNotWritten(str(folder), f"{name} is a folder", "move it away or choose another --out")


def _make(folder: Path) -> list[Path]:
    """Make the folder and those above it; return those made, innermost first."""
    missing = []
    try:
        path = folder
        while not path.exists():
            missing.append(path)
            path = path.parent
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildNotWritten(str(folder), _reason(error), _way_out(error)) from error
    return missing


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


@contextmanager
def _only_writer(folder: Path) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise BuildNotWritten(str(folder), "another build is being written there",
                              "wait for it or choose another --out") from None
    try:
        yield
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def _way_out(error: OSError) -> str:
    return "free some space or choose another --out" if error.errno == 28 else "choose another --out"

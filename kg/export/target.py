"""Where exports are written: beside the place they are for, and moved there when they are whole."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg import __version__
from kg.errors import ExportNotWritten

#: Lists the files of an export that is a folder, with their checksums: only those may be replaced.
MANIFEST = "export.json"


@contextmanager
def writing_file(path: Path) -> Iterator[BinaryIO]:
    """Give a binary file; when the block ends without an error it stands at ``path``.

    Raises:
        ExportNotWritten: it cannot be written there; nothing was changed.
    """
    if path.is_dir():
        raise ExportNotWritten(str(path), "it is a folder", "name a file by --out")
    made = _make(path.parent)
    temporary = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb", buffering=1 << 18) as file:
            yield file
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except OSError as error:
        raise _failure(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        _remove_empty(made)


class Folder:
    """The folder of an export while it is written."""

    def __init__(self, path: Path):
        self.path = path
        self.names: list[str] = []

    def open(self, name: str) -> BinaryIO:
        """A new file in it, to be closed by the caller."""
        self.names.append(name)
        return (self.path / name).open("wb", buffering=1 << 18)

    def write(self, name: str, text: str) -> None:
        """A new file with a text, as UTF-8."""
        with self.open(name) as file:
            file.write(text.encode("utf-8"))

    def finish(self, format_: str) -> None:
        """Write the list of its files."""
        files = {name: _described(self.path / name) for name in sorted(self.names)}
        content = {"govkg": __version__, "format": format_, "files": files}
        (self.path / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


@contextmanager
def writing_folder(path: Path, format_: str) -> Iterator[Folder]:
    """Give a folder; when the block ends without an error it stands at ``path``, in place of an older export.

    Raises:
        ExportNotWritten: it cannot be written there, or what is there is not from an export; nothing was
        changed.
    """
    _refuse_foreign(path)
    made = _make(path.parent)
    temporary = None
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", dir=path.parent))
        os.chmod(temporary, 0o777 & ~_umask())
        folder = Folder(temporary)
        yield folder
        folder.finish(format_)
        _swap(temporary, path)
    except OSError as error:
        raise _failure(path, error) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        _remove_empty(made)


def _swap(new: Path, path: Path) -> None:
    """Put a folder in the place of another; on failure the other stays."""
    if not path.exists():
        os.rename(new, path)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", dir=path.parent))
    try:
        os.rename(path, old / "old")
        try:
            os.rename(new, path)
        except OSError:
            os.rename(old / "old", path)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(path: Path) -> None:
    """Refuse to replace what no export wrote."""
    if not os.path.lexists(path):
        return
    if not path.is_dir():
        raise ExportNotWritten(str(path), "it is a file", "name a folder by --out")
    found = {p.relative_to(path).as_posix() for p in path.rglob("*") if not p.is_dir() or p.is_symlink()}
    foreign = sorted(found - _listed(path / MANIFEST) - {MANIFEST})
    if foreign:
        raise ExportNotWritten(str(path), f"{foreign[0]} is there and is not from an export",
                               "move it away or choose another --out")


def _listed(manifest: Path) -> set[str]:
    try:
        files = json.loads(manifest.read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):  # no manifest, or none of ours: then nothing is ours
        return set()
    return set(files) if isinstance(files, dict) else set()


def _described(path: Path) -> dict:
    checksum = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum.update(block)
    return {"bytes": path.stat().st_size, "sha256": checksum.hexdigest()}


def _make(folder: Path) -> list[Path]:
    """Make a folder and those above it; those made, innermost first."""
    missing, path = [], folder
    while not os.path.lexists(path):
        missing.append(path)
        path = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(folder, error) from error
    return missing


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new one gets."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _failure(path: Path, error: OSError) -> ExportNotWritten:
    reason = (error.strerror or str(error))[:1].lower() + (error.strerror or str(error))[1:]
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return ExportNotWritten(str(path), reason, "free some space or choose another --out" if full
                            else "choose another --out")

"""Parquet: entities, relations, observations and sentences, each column of one type, lists as lists."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from kg.export import records
from kg.export.format import Options
from kg.export.source import Source
from kg.export.target import Folder

_KINDS = {"text": pa.string(), "list": pa.list_(pa.string()), "integer": pa.int64(), "number": pa.float64()}


def parquet(source: Source, folder: Folder, options: Options) -> None:
    """A file for each table; entities of all classes are in one."""
    classes = [t for t in records.entities(source) if not options.types or t.name in options.types]
    seen: dict[str, tuple] = {}
    for table in classes:
        for row in table.rows:
            seen.setdefault(row[0], row)
    if classes:
        _write(folder, "entities", classes[0].columns, tuple(seen.values()))
    for table in (records.relations(source), records.observations(source), records.sentences(source)):
        _write(folder, table.name, table.columns, table.rows)


def _write(folder: Folder, name: str, columns: dict[str, str], rows: tuple[tuple, ...]) -> None:
    arrays = [pa.array([row[i] for row in rows], _KINDS[kind]) for i, kind in enumerate(columns.values())]
    with folder.open(f"{name}.parquet") as file:
        pq.write_table(pa.Table.from_arrays(arrays, names=list(columns)), file, compression="zstd")

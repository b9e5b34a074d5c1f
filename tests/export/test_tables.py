"""Tables: CSV, Excel, Parquet, read by other libraries."""

import csv
import zipfile
from collections import Counter

import pytest

from kg.triples.vocabulary import ontology

COUNTY = "https://w3id.org/govkg/id/administrativedivision/栖云县"
ENTERPRISE = "https://w3id.org/govkg/id/enterprise/栖云县/天禾食品"


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_file_for_each_type_and_the_relations(exported, expected):
    folder = exported("csv")
    assert {name: len(rows(folder / f"{name}.csv")) for name in expected.types} == expected.types
    relations = rows(folder / "relations.csv")
    assert dict(Counter(r["relation"] for r in relations)) == expected.relations
    assert {r["tail_name"] for r in relations
            if (r["head"], r["relation"]) == (COUNTY, "organizes")} == expected.organized
    county = rows(folder / "AdministrativeDivision.csv")[0]
    assert county["name"] == "栖云县" and set(county["aliases"].split("|")) == {"全县", "我县", "栖云"}
    assert int(county["mentions"]) > 5 and "栖云" in county["sentence"]


def test_the_long_table_is_that_of_the_build(exported, sample_folder):
    written = exported("csv") / "observations.csv"
    assert written.read_bytes() == (sample_folder / "observations.csv").read_bytes()


def test_the_wide_table_sets_years_beside_each_other(exported, sample_build):
    wide = rows(exported("csv") / "observations_wide.csv")
    assert {"2023_Actual", "2024_Target"} <= set(wide[0])
    both = [r for r in wide if r["2023_Actual"] and r["2024_Target"]]
    assert any(r["indicator"] == "一般公共预算收入" for r in both)
    cells = {(o.area, o.indicator, o.measure, o.unit, o.year, o.nature)
             for o in sample_build.contents.observations}
    assert sum(bool(r[c]) for r in wide for c in r if "_" in c) == len(cells)


def test_pandas_reads_csv_and_parquet_alike(exported, sample_build):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    long = pandas.read_csv(exported("csv") / "observations.csv")
    same = pandas.read_parquet(exported("parquet") / "observations.parquet")
    assert (long["value"] == same["value"]).all() and list(long["indicator"]) == list(same["indicator"])
    assert same["year"].dtype == "int64" and len(same) == len(sample_build.contents.observations)


def test_parquet_has_typed_columns(exported, expected):
    pq = pytest.importorskip("pyarrow.parquet")
    entities = pq.read_table(exported("parquet") / "entities.parquet")
    assert str(entities.schema.field("aliases").type).startswith("list")
    assert len(entities) == sum(expected.main.values())
    assert dict(Counter(t for types in entities["types"].to_pylist() for t in types)) == expected.types
    relations = pq.read_table(exported("parquet") / "relations.parquet").to_pylist()
    assert dict(Counter(r["relation"] for r in relations)) == expected.relations
    assert {r["tail_name"] for r in relations
            if (r["head"], r["relation"]) == (COUNTY, "organizes")} == expected.organized
    assert all(isinstance(r["confidence"], float) for r in relations)


def sheets(path):
    return pytest.importorskip("openpyxl").load_workbook(path)


def test_excel_has_a_sheet_for_each_type(exported, expected):
    book = sheets(exported("excel"))
    label = ontology().label
    assert {name: book[label(name)].max_row - 1 for name in expected.types} == expected.types
    table = list(book["关系"].iter_rows(values_only=True))
    place = {name: i for i, name in enumerate(table[0])}
    assert dict(Counter(row[place["关系"]] for row in table[1:])) == expected.relations
    assert {r[place["客体"]] for r in table[1:]
            if (r[place["主体标识"]], r[place["关系"]]) == (COUNTY, "organizes")} \
        == expected.organized
    assert book["观测值"].max_row - 1 == expected.observations


def test_sheets_have_widths_filters_and_a_frozen_header(exported):
    for sheet in sheets(exported("excel")):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(8 <= column.width <= 60 for column in sheet.column_dimensions.values())
        assert sheet["A1"].font.bold


def test_numbers_in_excel_are_numbers(exported):
    sheet = sheets(exported("excel"))["观测值"]
    place = {cell.value: cell.column for cell in sheet[1]}
    assert {sheet.cell(r, place["数值"]).data_type for r in range(2, sheet.max_row + 1)} == {"n"}


def test_no_cell_of_excel_is_a_formula(hostile):
    path = hostile("excel")
    with zipfile.ZipFile(path) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)
    cells = [cell for row in sheets(path)["企业"].iter_rows(min_row=2) for cell in row if cell.value]
    name = next(c for c in cells if "HYPERLINK" in str(c.value))
    assert name.data_type == "s" and name.value.startswith("=HYPERLINK") and "\ufffd" in name.value
    assert any("_x0041_" in str(c.value) for c in cells)


def test_no_cell_of_csv_is_a_formula(hostile):
    for path in hostile("csv").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *table = csv.reader(file)
        assert all(len(row) == len(header) for row in table)
        for cell in (c for row in table for c in row if c[:1] in ("=", "+", "@", "-", "\t", "\r")):
            float(cell)
    assert any(r["name"].startswith("'=HYPERLINK") for r in rows(hostile("csv") / "Enterprise.csv"))


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_only_the_types_asked_for_are_written(exported, name):
    files = {p.stem for p in exported(name, types=("Park",)).iterdir()}
    assert files >= {"relations", "observations"} and "Project" not in files
    if name == "csv":
        assert "Park" in files

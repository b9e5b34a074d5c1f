"""Files of several kinds, and bad ones: a sound report or one clear line."""

import io
import zipfile

import pytest

from kg import resources
from kg.document.reader import read, safe_name
from kg.document.source import LARGEST
from kg.errors import KgError, NotAReport, UnreadableInput

TEXT = resources.sample_report().read_text("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_detected(encoding):
    assert read(TEXT.encode(encoding), name="x").title == "栖云县2024年政府工作报告" or read(TEXT.encode(encoding)).speaker == "陆望川"


def page(body):
    return (f"<html><head><meta charset='utf-8'><title>政府工作报告_栖云县人民政府</title></head><body><nav>首页 新闻</nav>"
            f"<script>alert('x')</script>{body}<footer>版权所有</footer></body></html>").encode()


def test_a_page_loses_navigation_footer_and_scripts():
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    report = read(page(body), name="x")
    assert "栖云县" in report.raw and "alert" not in report.raw and "首页" not in report.raw and "版权所有" not in report.raw


def test_a_page_is_a_page_whatever_its_name(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(page("".join(f"<p>{line}</p>" for line in TEXT.splitlines())))
    assert read(path).speaker == "陆望川"


def test_a_word_document_is_read(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(tmp_path / "report.docx")
    report = read(tmp_path / "report.docx")
    assert report.speaker == "陆望川" and {"review", "plan"} <= {p.part for p in report.paragraphs}


def bomb():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    return held.getvalue()


@pytest.mark.parametrize("data, error, message", [
    (b"", UnreadableInput, "it is empty"),
    (b" \n\t", UnreadableInput, "it is empty"),
    (b"\x00\x01\x02\x03" * 500, UnreadableInput, "it is not text"),
    ("今天买了苹果和牛奶。".encode() * 20, NotAReport, "does not speak of a government"),
    (b"The quick brown fox. " * 50, NotAReport, "Chinese characters only"),
    (b"%PDF-1.7\nbroken", UnreadableInput, "the PDF is damaged"),
    (b"PK\x03\x04broken", UnreadableInput, "not text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnreadableInput, "old Word document"),
    (bomb(), UnreadableInput, "unpacks to 30,000,000 bytes"),
    (b"\xff\xfe\x00", UnreadableInput, "utf-16"),
])
def test_bad_content_is_refused_in_one_line(data, error, message, tmp_path):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=message) as raised:
        read(path)
    assert "\n" not in str(raised.value)


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(UnreadableInput, match="there is no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match="it is a folder"):
        read(tmp_path)


def test_more_than_any_report_holds_is_refused(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UnreadableInput, match="more than 40 MB"):
        read(path)


def test_lone_surrogates_and_control_characters_do_no_harm():
    noisy = TEXT.replace("栖云县", "栖\x07云县", 1).encode("utf-8").replace("清".encode(), "\ud800清".encode("utf-8", "surrogatepass"), 1)
    try:
        report = read(noisy, name="x")
    except KgError:
        return  # bytes that are no UTF-8 may be refused, in one line
    report.raw.encode("utf-8")
    assert report.sentences


@pytest.mark.parametrize("name, safe", [("../../etc/passwd", "etc-passwd"), ("<script>", "script"), ("", "report"), ("报告 2024", "报告-2024")])
def test_names_are_made_safe(name, safe):
    assert safe_name(name) == safe

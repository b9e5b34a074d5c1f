"""PDF files: printed lines become paragraphs again; what has no text is said."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

import kg
from kg.document.pdf import read_pdf
from kg.errors import UnreadableInput

registerFont(UnicodeCIDFont("STSong-Light"))


def printed(text, **options):
    """A PDF of a text as an office program prints it: 38 characters a line, page numbers below."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, **options)
    lines = [paragraph[at:at + 38] for paragraph in text.splitlines() for at in range(0, max(len(paragraph), 1), 38)]
    for number, first in enumerate(range(0, len(lines), 34), 1):
        canvas.setFont("STSong-Light", 12)
        for place, line in enumerate(lines[first:first + 34]):
            canvas.drawString(70, 780 - 20 * place, line)
        canvas.drawCentredString(300, 40, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_lines_and_pages_are_joined_to_the_paragraphs_they_were(sample):
    text = sample.read_text("utf-8")
    read = read_pdf(printed(text), "report.pdf").replace(" ", "")
    longest = sorted(text.replace(" ", "").splitlines(), key=len)[-6:]
    assert [p for p in longest if p.replace("\u3000", "") not in read] == []


def test_a_report_printed_as_pdf_says_what_the_text_says(sample, sample_build, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(printed(sample.read_text("utf-8")))
    build = kg.build(path)
    assert build.report.division.name == sample_build.report.division.name
    assert build.report.year == sample_build.report.year
    assert build.contents.counts()["observations"] == sample_build.contents.counts()["observations"]


def test_an_encrypted_file_is_refused():
    with pytest.raises(UnreadableInput, match=r"a.pdf: the PDF is encrypted; save it without a password first"):
        read_pdf(printed("各位代表", encrypt="secret"), "a.pdf")


def test_pages_that_are_pictures_are_said_to_have_no_text():
    with pytest.raises(UnreadableInput, match=r"a.pdf: the PDF has no text, its pages are pictures; run text recog"):
        read_pdf(printed(" \n" * 40), "a.pdf")

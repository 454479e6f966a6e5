"""Pages that are shown turned, or whose text lies sideways: order, words and highlights fit the picture."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from drafter.reports.reading import read
from tests.reports.papers import HEIGHT, WIDTH, Page, a_page_of_text, a_pdf, pdf_bytes, texts

RED, BLACK = "1 0 0 rg", "0 g"
SAID = [
    "We recommend that the Government publish a plan for the rivers and say when it will be done.",
    "We recommend that councils help them, and that they report every year.",
    "We recommend that the water companies be fined.",
]
TURNED = {
    0: "1 0 0 1 0 0",
    1: f"0 1 -1 0 {HEIGHT} 0",
    2: f"-1 0 0 -1 {WIDTH} {HEIGHT}",
    3: f"0 -1 1 0 0 {WIDTH}",
}
"""The matrix that turns what is drawn by so many quarter turns against the clock, back onto the sheet."""


def a_list():
    """Three numbered items after some prose, the second in red."""
    page = Page()
    page.paragraph(*a_page_of_text("the rivers"))
    page.heading("Recommendations")
    above, below = SAID[0].split(" rivers ")
    page.paragraph(f"1. {above} rivers", below)
    page.drawn.append(RED)
    page.paragraph("2. " + SAID[1])
    page.drawn.append(BLACK)
    return page.paragraph("3. " + SAID[2])


def turned(folder, page, *, text, rotate):
    """A file whose text is turned by so many quarter turns, on a page that is shown turned by `rotate`."""
    page.drawn.insert(0, f"{TURNED[text]} cm")
    wide, high = (WIDTH, HEIGHT) if text % 2 == 0 else (HEIGHT, WIDTH)
    whole = pdf_bytes([page]).decode("latin-1")
    old, new = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]", f"/MediaBox [0 0 {wide} {high}] /Rotate {rotate}"
    path = Path(folder) / "turned.pdf"
    path.write_bytes(whole.replace(old, new).encode("latin-1"))
    return path


def red_in_the_picture(path):
    """Left, top, right and bottom of all that is red, as shares of the picture."""
    picture = pdfium.PdfDocument(path)[0].render(scale=2, rev_byteorder=True).to_numpy().astype(int)
    red = (picture[:, :, 0] - picture[:, :, 1]) > 120
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    high, wide = red.shape
    return columns[0] / wide, rows[0] / high, columns[-1] / wide, rows[-1] / high


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("text", [0, 1, 2, 3])
def test_a_turned_page_is_read_and_marked_as_the_picture_shows_it(tmp_path, text, rotate):
    path = turned(tmp_path, a_list(), text=text, rotate=rotate)

    reading = read(path)
    (marked,) = reading.recommendations[1].regions

    assert texts(reading) == SAID
    assert (marked.left, marked.top, marked.right, marked.bottom) == pytest.approx(
        red_in_the_picture(path), abs=0.012
    )


def test_a_line_of_sideways_text_in_the_margin_disturbs_nothing(tmp_path):
    page = a_list()
    page.drawn.append("BT /plain 9 Tf 0 1 -1 0 570 90 Tm (The state of our rivers, volume two) Tj ET")

    assert texts(read(a_pdf(tmp_path, page))) == SAID


def test_a_sideways_table_between_upright_pages(tmp_path):
    upright = Page().heading("Rivers").paragraph(*a_page_of_text("rivers", sentences=12))
    path = a_pdf(tmp_path, upright, turned_within(a_list()), upright)

    reading = read(path)

    assert texts(reading) == SAID
    assert [item.page for item in reading.recommendations] == [2, 2, 2]


def turned_within(page):
    """The same page, smaller, with its text running up an upright sheet."""
    page.drawn.insert(0, f"0 0.7 -0.7 0 {WIDTH} 60 cm")
    return page

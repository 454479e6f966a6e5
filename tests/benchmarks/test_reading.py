"""Reading a long report against plain text extraction with PDFium, on the same file in the same run."""

import time

import pypdfium2 as pdfium
import pytest

from drafter.reports.reading import read
from tests.reports.papers import Page, a_pdf

PAGES, LINES = 300, 40
RECOMMENDED = range(0, PAGES, 10)
SAID = "the committee heard that volunteers in rural places need buses halls and a little money to go on"
WORDS = SAID.split()


def a_page(number):
    page = Page().say("The state of volunteering", at=30, size=8).say(f"Page {number + 1}", at=805, size=8)
    page.top = 80
    if number in RECOMMENDED:
        page.paragraph(
            f"Recommendation {number // 10 + 1}: Ministers should fund place {number}.", font="bold"
        )
    for at in range(LINES):
        said = [WORDS[(number * 7 + at * 3 + each) % len(WORDS)] for each in range(16)]
        page.say(" ".join(said), gap=9.0 if at % 8 == 0 else 0.0)
    return page


@pytest.fixture(scope="module")
def long_report(tmp_path_factory):
    return a_pdf(tmp_path_factory.mktemp("long"), *map(a_page, range(PAGES)))


def plain_extraction(path):
    letters = 0
    document = pdfium.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        letters += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return letters


def test_reading_against_plain_extraction(benchmark, long_report):
    started = time.perf_counter()
    letters = plain_extraction(long_report)
    plain = time.perf_counter() - started

    reading = benchmark.pedantic(read, args=(long_report,), rounds=3, warmup_rounds=1)

    if benchmark.stats is not None:  # none where measuring is switched off
        mean = benchmark.stats.stats.mean
        benchmark.extra_info["times plain extraction"] = round(mean / plain, 2)
        benchmark.extra_info["pages a second"] = round(PAGES / mean)
    assert letters > PAGES * LINES * 40
    assert len(reading.recommendations) == len(RECOMMENDED)

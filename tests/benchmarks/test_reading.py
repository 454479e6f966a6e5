"""Reading long reports against plain text extraction with PDFium, on the same file in the same run."""

import subprocess
import sys
import time

import pypdfium2 as pdfium
import pytest

from drafter.reports.reading import document_of, read
from tests.reports.papers import HEIGHT, Page, a_pdf, escaped

PAGES, LINES, ROUNDS = 300, 40, 3
RECOMMENDED = range(0, PAGES, 10)
SAID = "the committee heard that volunteers in rural places need buses halls and a little money to go on"
WORDS = SAID.split()
MOST_MEMORY = 250_000
"""Kilobytes of the whole process, the interpreter included."""
MOST_TIMES = 5.0
"""What it may cost at most against plain extraction, whatever else the machine does."""


def begun(number):
    page = Page().say("The state of volunteering", at=30, size=8).say(f"Page {number + 1}", at=805, size=8)
    page.top = 80
    return page


def words_of(number, at):
    return [WORDS[(number * 7 + at * 3 + each) % len(WORDS)] for each in range(16)]


def a_light_page(number):
    """One object a line."""
    page = begun(number)
    if number in RECOMMENDED:
        page.paragraph(
            f"Recommendation {number // 10 + 1}: Ministers should fund place {number}.", font="bold"
        )
    for at in range(LINES):
        page.say(" ".join(words_of(number, at)), gap=9.0 if at % 8 == 0 else 0.0)
    return page


def a_dense_page(number):
    """One object a word, in three styles, with footnote marks, numbered paragraphs, a panel and notes."""
    page = begun(number)
    if number in RECOMMENDED:
        page.drawn.append(f"0.9 g 60 {HEIGHT - 120} 480 40 re f 0 g")
        page.paragraph(
            f"Recommendation {number // 10 + 1}: Ministers should fund place {number}.", font="bold"
        )
    for at in range(LINES):
        page.top += 9.0 if at % 8 == 0 else 0.0
        words = words_of(number, at)
        if at % 8 == 0:
            words[0] = f"{number * 5 + at // 8 + 1}."
        page.drawn.append(one_by_one(words, 72, page.top, marked=at % 5 == 0))
        page.top += 14.0
    return page.say("4 Evidence of the volunteers, page 12", at=770, size=7)


def one_by_one(words, left, top, *, marked):
    """Each word an object of its own; some are bold or slanted, one carries a raised number."""
    drawn = [f"BT 1 0 0 1 {left} {HEIGHT - top - 10:.2f} Tm"]
    for at, word in enumerate(words):
        font = ("plain", "plain", "italic", "plain", "bold")[at % 5]
        drawn.append(f"/{font} 10 Tf ({escaped(word)} ) Tj")
        if marked and at == 7:
            drawn.append("/plain 6 Tf 4 Ts (12) Tj 0 Ts")
    return " ".join([*drawn, "ET"])


KINDS = {"light": a_light_page, "dense": a_dense_page}


@pytest.fixture(scope="module", params=KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def long_report(kind, tmp_path_factory):
    return a_pdf(tmp_path_factory.mktemp("long"), *map(KINDS[kind], range(PAGES)))


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


def processor_seconds(act, path):
    started = time.process_time()
    act(path)
    return time.process_time() - started


def test_reading_against_plain_extraction(benchmark, kind, long_report):
    plain, lines, whole = [], [], []
    for _ in range(ROUNDS):
        plain.append(processor_seconds(plain_extraction, long_report))
        lines.append(processor_seconds(document_of, long_report))
        whole.append(processor_seconds(read, long_report))
    reading = benchmark.pedantic(read, args=(long_report,), rounds=1)

    times = min(whole) / min(plain)
    figures = {
        "times plain extraction": round(times, 2),
        "pages a second": round(PAGES / min(whole)),
        "pages a second, to lines": round(PAGES / min(lines)),
        "pages a second, plain": round(PAGES / min(plain)),
    }
    benchmark.extra_info.update(figures)
    print(f"\n{kind} pages, seconds of one processor:", figures)  # noqa: T201 - a benchmark says what it measured
    assert len(reading.recommendations) == len(RECOMMENDED)
    assert times < MOST_TIMES


@pytest.mark.skipif(sys.platform == "win32", reason="asks for the largest size of the process as POSIX does")
def test_the_memory_of_a_reading(benchmark, long_report):
    asked = (
        "import resource, sys; from pathlib import Path; from drafter.reports.reading import read; "
        "read(Path(sys.argv[1])); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )

    def largest():
        command = [sys.executable, "-c", asked, str(long_report)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
        return int(done.stdout)

    size = benchmark.pedantic(largest, rounds=1)
    if sys.platform == "darwin":
        size //= 1024

    benchmark.extra_info["megabytes"] = size // 1024
    assert size < MOST_MEMORY

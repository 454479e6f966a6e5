"""Reports that mean harm, as PDF and as plain text: a sentence or the words, in bounded time.

What is larger, slower or crashes all the same ends with the reading worker: see tests/reports/test_worker.py.
"""

import pytest

from drafter.domain.errors import TooLarge
from drafter.reports.reading import read
from tests.faults.hostile import REPORT, lured_pdf
from tests.faults.hostile_cases import DEEP, EITHER, READS, Case, cases, made, meets, sparse
from tests.reports.papers import Page, assembled, pdf_bytes

LINE = REPORT.encode()
FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>"
)


def pdf_of(*bodies):
    return assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", *bodies], ""
    )


PDFS = (
    Case(name="too large", content=sparse("large.pdf", 500 * 1024 * 1024 + 1, b"%PDF-1.4\n"), says="500 MB"),
    Case(
        name="too many pages",
        content=assembled(
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                f"<< /Type /Pages /Count 9999 /Kids [{'3 0 R ' * 9999}] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            ],
            "",
        ),
        says="9,999 pages",
    ),
    Case(
        name="too deep",
        content=pdf_of("<< /Type /Page /Parent 2 0 R /X " + "[" * DEEP + "]" * DEEP + " >>"),
        says=EITHER,
    ),
    Case(name="pages in a circle", content=pdf_of("<< /Type /Pages /Count 1 /Kids [2 0 R] >>"), says=EITHER),
    Case(
        name="a drawing of itself",
        content=pdf_of(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
            "/Resources << /XObject << /X 5 0 R >> >> >>",
            "<< /Length 5 >>\nstream\n/X Do\nendstream",
            f"{FORM.decode()}\nstream\n/X Do\nendstream",
        ),
        says=EITHER,
    ),
    Case(
        name="a page without end",
        content=pdf_of("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e300 1e300] >>"),
        says=EITHER,
    ),
    Case(name="zero bytes", content=b"%PDF-1.4\n" + bytes(100_000), says="damaged"),
    Case(
        name="one long line",
        content=lambda folder: _pdf(folder, Page().say("A recommendation goes on " * 4000)),
        says=READS,
    ),
    Case(name="lures", content=lured_pdf, says=READS),
)


def _pdf(folder, *pages):
    (folder / "made.pdf").write_bytes(pdf_bytes(pages))
    return folder / "made.pdf"


TEXTS = (
    Case(
        name="too large",
        content=sparse("large.txt", 22 * 1024 * 1024, b"We should stop.\n" * 5000),
        says="20 MB",
    ),
    Case(name="zero bytes", content=b"Recommendations\n" + LINE + bytes(20), says="cannot tell"),
    Case(name="wrong encoding", content=b"\xff\xfe\x00" + LINE, says=READS),
    Case(name="half a letter", content=b"Recommendations\n" + LINE + b"\xe2\x82", says=READS),
    Case(name="surrogates", content=b"\xff\xfe" + b"\x00\xd8" * 1000, says=EITHER),
    Case(name="one long line", content=b"1. " + b"We should stop. " * 200_000, says=READS),
    Case(name="one long word", content=b"Recommendation 1: " + b"a" * 3_000_000, says=READS),
    Case(name="many short lines", content=b"1.\n" * 20_000, says=EITHER),
    Case(
        name="deep indents",
        content=b"".join(b" " * each + b"1. We should stop it.\n" for each in range(2000)),
        says=READS,
    ),
)


@cases(*PDFS)
def test_a_pdf(case, tmp_path, counted):
    path = made(tmp_path, case, ".pdf")
    meets(case, lambda: read(path))
    counted("hostile files")


@cases(*TEXTS)
def test_a_plain_text(case, tmp_path, counted):
    path = made(tmp_path, case, ".txt")
    meets(case, lambda: read(path))
    counted("hostile files")


def test_a_limit_is_said_as_one(tmp_path):
    with pytest.raises(TooLarge, match="20 MB"):
        read(sparse("large.html", 21 * 1024 * 1024, b"<!doctype html><html>")(tmp_path))

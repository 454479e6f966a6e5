"""What a reading need not load or look for, so that it begins at once."""

import subprocess
import sys

import pytest

from drafter.reports.recognising.wordings import COMMENDING, STRONG
from tests.reports.papers import Page, a_pdf

PHRASES = (
    *("recommends", "recommended", "should", "must", "ought to", "call on", "called upon", "calls up on"),
    *("calls for", "we urge", "urges", "we suggest", "we propose", "we ask", "ask the", "asks the"),
    *("would be beneficial", "needs to", "need to", "We recommend", "recommendation"),
)
NO_PHRASES = ("mustard", "recall on", "tasks the", "needy to", "shoulder", "callous", "we asked", "urged")
AMONG = ("{}", "Ministers {} it", "They call, ask and {}", "un{}", "{}ed", "\u0130, they {}")


@pytest.mark.parametrize("phrases", [STRONG, COMMENDING])
def test_a_phrase_is_found_by_its_beginning_where_its_expression_finds_it(phrases):
    texts = [among.format(words) for among in AMONG for words in (*PHRASES, *NO_PHRASES)]
    wrong = [
        text
        for text in (*texts, *map(str.upper, texts))
        if phrases.stand_in(text) != (phrases.expression.search(text) is not None)
    ]

    assert wrong == []
    assert any(map(phrases.stand_in, PHRASES))
    assert not any(map(phrases.stand_in, NO_PHRASES))


def test_a_pdf_is_read_without_loading_what_other_formats_need(tmp_path):
    file = a_pdf(tmp_path, Page().paragraph("Recommendation 1: Ministers should fund places for the young."))
    asked = (
        "import sys; from pathlib import Path; from drafter.reports.reading import read; "
        "read(Path(sys.argv[1])); print(*sys.modules)"
    )

    command = [sys.executable, "-c", asked, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program

    assert "pypdfium2" in done.stdout.split()
    assert not {"lxml", "docx", "drafter.reports.html_lines"} & set(done.stdout.split())

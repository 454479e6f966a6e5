"""What is asked about pages beside the window: their pictures and their words, the newest wish first."""

import pytest

from drafter.services.pages import Pages
from drafter.ui.jobs import Jobs
from drafter.ui.panes import reader_pictures
from drafter.ui.panes.reader_pictures import PagePictures
from tests.reports.papers import Page, a_pdf

pytestmark = pytest.mark.long
"""Each test starts a process that draws; the short form is any test of the reading screen with a PDF."""


class Asked(PagePictures):
    """Notes what comes, in its order."""

    def __init__(self, jobs, path):
        super().__init__(jobs, with_words=True)
        self.path = path
        self.came: list[tuple[str, int]] = []
        self.drawn.connect(lambda page, _image: self.came.append(("drawn", page)))
        self.worded.connect(lambda page: self.came.append(("worded", page)))
        self.failed.connect(lambda page, _sentence: self.came.append(("failed", page)))


@pytest.fixture
def made(qtbot, tmp_path):  # noqa: ARG001 - jobs want the application
    """Six pages, each of which says its number."""
    path = a_pdf(tmp_path, *(Page().heading(f"Page number {number}") for number in range(1, 7)))
    jobs = Jobs()
    pictures = Asked(jobs, path)
    pictures.turn_to(Pages(path), 6)
    yield pictures
    pictures.close()
    jobs.close()


def test_the_page_comes_before_its_words_and_both_before_the_pages_beside_it(qtbot, made):
    made.ask(3, 100)

    qtbot.waitUntil(lambda: len(made.came) == 6, timeout=20_000)
    assert made.came == [(what, page) for page in (3, 4, 2) for what in ("drawn", "worded")]
    assert made.words(4).find("Page number 4") == (0, 3)
    assert made.words(5) is None


def test_only_the_newest_wish_counts(qtbot, made):
    for page in (1, 2, 6):
        made.ask(page, 100)

    qtbot.waitUntil(lambda: ("worded", 5) in made.came, timeout=20_000)
    assert {page for _, page in made.came} <= {1, 5, 6}


def test_a_page_whose_words_cannot_be_found_has_none_and_is_not_asked_for_again(qtbot, made):
    made.ask(1, 100)
    qtbot.waitUntil(lambda: ("worded", 2) in made.came, timeout=20_000)
    made.path.unlink()
    made.ask(5, 100)
    qtbot.waitUntil(lambda: {("failed", 5), ("worded", 5), ("worded", 4)} <= set(made.came), timeout=20_000)

    assert len(made.words(5)) == 0
    assert len(made.words(1)) == 3


def test_words_are_kept_of_so_many_pages_only(qtbot, made, monkeypatch):
    monkeypatch.setattr(reader_pictures, "_KEPT_WORDS", 3)
    for page in (1, 4):
        made.ask(page, 100)
        qtbot.waitUntil(lambda page=page: ("worded", page + 1) in made.came, timeout=20_000)
    qtbot.waitUntil(lambda: ("worded", 3) in made.came, timeout=20_000)

    assert [page for page in range(1, 7) if made.words(page) is not None] == [3, 4, 5]


def test_nothing_of_a_report_that_was_left_is_told(qtbot, made):
    made.ask(1, 100)
    made.turn_to(None)

    qtbot.waitUntil(lambda: not made._jobs.running, timeout=20_000)
    assert made.came == []
    assert made.words(1) is None


def test_a_report_that_was_left_is_closed_once(qtbot, made):
    for _ in range(2):
        made.turn_to(Pages(made.path), 6)
    assert len(made._left) == 2

    qtbot.waitUntil(lambda: made._left == [], timeout=20_000)

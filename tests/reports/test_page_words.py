"""The words of a page stand exactly where its picture shows them, and say what a reader would type."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.domain.printed import Printed, text_of
from drafter.reports import frames
from drafter.reports.rendering import OpenDocument
from drafter.reports.worker import PageRenderer
from drafter.reports.worker_entry import serve
from tests.reports.papers import HEIGHT, WIDTH, Page, a_page_of_text, a_pdf, pdf_bytes
from tests.reports.test_turned_pages import SAID, a_list, red_in_the_picture, turned

_USUAL = ((1, 0), (3, 270))
"""Turns of the text and of the page; the others are for the long run."""


def words_on(path, page=1):
    with OpenDocument() as document:
        return Printed(document.words(path, page))


def whole(rects):
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def said(printed):
    return text_of([(printed, printed.body)])


@pytest.mark.parametrize(
    ("text", "rotate"),
    [
        pytest.param(text, rotate, marks=() if (text, rotate) in _USUAL else pytest.mark.long)
        for text in range(4)
        for rotate in (0, 90, 180, 270)
    ],
)
def test_words_stand_where_the_picture_of_a_turned_page_shows_them(tmp_path, text, rotate):
    path = turned(tmp_path, a_list(), text=text, rotate=rotate)

    printed = words_on(path)
    found = printed.find("2. " + SAID[1])

    assert whole(printed.bands(found)) == pytest.approx(red_in_the_picture(path), abs=0.012)


@pytest.mark.parametrize("rotate", [pytest.param(0, marks=pytest.mark.long), 90])
def test_words_stand_where_the_picture_of_a_cropped_page_shows_them(tmp_path, rotate):
    file = pdf_bytes([a_list()]).decode("latin-1")
    old = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
    path = Path(tmp_path) / "cropped.pdf"
    path.write_bytes(file.replace(old, f"{old} /CropBox [40 300 560 800] /Rotate {rotate}").encode("latin-1"))

    printed = words_on(path)
    found = printed.find("2. " + SAID[1])

    assert whole(printed.bands(found)) == pytest.approx(red_in_the_picture(path), abs=0.012)


def test_each_word_has_its_own_box(tmp_path):
    printed = words_on(a_pdf(tmp_path, Page().say("Councils and charities should meet.")))

    boxes = [printed.bands((at, at + 1))[0] for at in range(len(printed))]

    assert len(boxes) == 5
    assert all(before[2] < after[0] for before, after in pairwise(boxes))


def test_a_word_broken_at_a_line_end_is_one_word(tmp_path):
    page = Page().heading("Giving").say("Small charities said that long-")
    printed = words_on(a_pdf(tmp_path, page.say("term funding matters.").say("Nobody pays.", gap=9)))

    assert said(printed) == "Giving\nSmall charities said that long-term funding matters.\nNobody pays."
    half = printed.find("Small charities said that long")
    assert text_of([(printed, printed.whole(half))]).endswith("long-term")


def test_the_mark_of_a_footnote_is_no_word(tmp_path):
    page = Page().heading("Giving")
    page.drawn.append(
        "BT /plain 11 Tf 1 0 0 1 72 600 Tm (Publish it) Tj /plain 6 Tf 4 Ts (12) Tj "
        "0 Ts /plain 11 Tf ( each year.) Tj ET"
    )
    printed = words_on(a_pdf(tmp_path, page))

    assert said(printed) == "Giving\nPublish it each year."
    [band] = printed.bands(printed.find("each year."))
    assert band[0] * WIDTH > 72 + 52


def test_running_heads_are_left_out_of_what_is_selected_across_them(tmp_path):
    pages = [
        Page(top=40).say("A Review of Giving", size=8).heading(topic).says(*a_page_of_text(topic))
        for topic in ("Halls", "Fares", "Maps", "Trees")
    ]

    printed = words_on(a_pdf(tmp_path, *pages), page=3)

    assert said(printed).startswith("Maps")
    assert text_of([(printed, (0, 4))]) == "A Review of Giving"


def test_a_page_without_text_has_no_words(tmp_path):
    assert len(words_on(a_pdf(tmp_path, Page()))) == 0


def test_the_worker_tells_the_words_of_a_page(tmp_path):
    path = a_pdf(tmp_path, a_list())
    asked, answered = BytesIO(), BytesIO()
    frames.send(asked, frames.FindWords(str(path), 1))
    frames.send(asked, frames.FindWords(str(path), 2))
    asked.seek(0)

    serve(asked, answered)

    answered.seek(0)
    found, failed = frames.next_answer(answered), frames.next_answer(answered)
    assert isinstance(found, frames.FoundWords)
    assert said(Printed(found.words)) == said(words_on(path))
    assert isinstance(failed, frames.Failed)


@pytest.mark.long
def test_a_crash_ends_one_question_only(tmp_path):
    path = a_pdf(tmp_path, a_list())
    with PageRenderer() as renderer:
        before = renderer.words_of_page(path, 1)
        assert renderer._worker is not None
        renderer._worker._process.kill()

        assert renderer.words_of_page(path, 1) == before

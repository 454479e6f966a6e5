"""What can be opened on the reading screen, and how it is shown."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.records.reports import RecommendationKind
from drafter.ui.models.found import DOUBTS
from tests.reports.papers import Page, a_pdf, a_word_file
from tests.ui.reader.steps import (
    CONTROL,
    PASTED,
    SENTENCES,
    SHIFT,
    a_report_file,
    choose,
    is_open,
    select_in_text,
    texts,
    type_over,
    undo,
)

# --- files


def test_a_click_on_the_item_that_is_chosen_already_brings_its_page_back(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_PageUp, CONTROL)
    assert (pane.panel.row, pane.document.page) == (0, 1)

    choose(qtbot, pane, 0)

    assert pane.document.page == 2
    window.resize(1000, 600)
    pane.document.zoom(3)
    bar = pane.document.area.verticalScrollBar()
    picture = pane.document.area.picture
    qtbot.waitUntil(lambda: bar.maximum() > 0 and picture.has_picture)
    bar.setValue(bar.maximum())
    choose(qtbot, pane, 0)
    assert bar.value() <= picture.place_of(pane.panel.found[0]).top()


def test_a_pdf_is_shown_as_pictures_and_a_click_on_a_mark_chooses(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    assert pane.document.page == 2
    picture = pane.document.area.picture
    qtbot.waitUntil(lambda: picture.has_picture, timeout=20_000)

    place = picture.place_of(pane.panel.found[2])
    pane.document.area.ensureVisible(0, round(place.center().y()))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place.center().toPoint())

    assert pane.panel.row == 2


def test_the_marks_hold_the_ink_of_their_words_and_no_more(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    picture = pane.document.area.picture
    qtbot.waitUntil(lambda: picture.has_picture and picture._image.width() == picture.pixels, timeout=20_000)

    sheet, image = picture._sheet(), picture._image
    scale = image.width() / sheet.width()
    marks = [rect for each in pane.panel.found for rect in picture.marks_of(each)]
    inside = QPointF(sheet.topLeft())
    ink = [
        QPointF(x / scale, y / scale) + inside
        for y in range(round(130 * image.height() / 842), image.height(), 2)
        for x in range(0, image.width(), 2)
        if image.pixelColor(x, y).lightness() < 128
    ]

    assert len(ink) > 200
    assert all(any(rect.contains(point) for rect in marks) for point in ink)
    assert all(rect.height() < 45 * sheet.height() / 842 for rect in marks)


def test_the_page_turns_at_its_end_by_key_and_by_wheel(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    area = pane.document.area
    qtbot.waitUntil(lambda: area.picture.has_picture, timeout=20_000)
    area.go_to_end(last=False)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageUp)
    assert pane.document.page == 1
    qtbot.keyClick(area, Qt.Key.Key_PageDown, CONTROL)

    assert pane.document.page == 2


def test_the_text_of_the_page_is_one_key_away(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)

    qtbot.keyClick(pane.panel.view, Qt.Key.Key_P, CONTROL)

    assert pane.document.plain.isVisible()
    assert SENTENCES[0] in pane.document.plain.toPlainText()
    qtbot.mouseClick(pane.document.switcher, Qt.MouseButton.LeftButton)
    assert pane.document.area.isVisible()


def test_a_word_file_stands_as_its_own_text(qtbot, window, pane, tmp_path):
    def build(document):
        document.add_heading("Recommendations", 1)
        for number, text in enumerate(SENTENCES, start=1):
            document.add_paragraph(f"Recommendation {number}: {text}")

    window.read_report(a_word_file(tmp_path, build))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)

    assert pane.document.plain.isVisible()
    assert not pane.document.switcher.isVisible()
    assert not pane.document.number.isVisible()
    assert SENTENCES[3] in pane.document.plain.toPlainText()
    assert len(pane.document.plain.extraSelections()) == 4


@pytest.mark.parametrize(
    "name", ["consultation.html", pytest.param("consultation.xhtml", marks=pytest.mark.long)]
)
def test_a_web_page_stands_as_its_own_text(qtbot, window, pane, tmp_path, name):
    page = tmp_path / name
    items = "".join(f"<h3>Question {n}</h3><p>{text}</p>" for n, text in enumerate(SENTENCES, start=1))
    page.write_text(
        f"<html><title>Giving</title><body><h1>Giving</h1>{items}</body></html>", encoding="utf-8"
    )

    window.read_report(page)
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)

    assert pane.panel.title.text() == "Giving"
    assert SENTENCES[2] in pane.document.plain.toPlainText()


def test_other_lists_are_one_choice_away_and_undo_goes_back(qtbot, window, pane):
    questions = "\n".join(f"Question {n}: Do you agree with proposal {n}, and why?" for n in range(1, 7))
    window.read_text(f"{PASTED}\n\nConsultation questions\n{questions}")
    qtbot.waitUntil(is_open(pane))
    before, combo = texts(pane), pane.panel.lists.box
    assert combo.count() >= 2

    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    after = texts(pane)
    undo(qtbot, combo)

    assert after != before
    assert texts(pane) == before
    assert combo.currentIndex() == 0
    assert combo.hasFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert pane.panel.view.hasFocus()


def test_after_a_list_is_chosen_in_the_box_the_keys_are_for_its_items(qtbot, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    combo = reading.panel.lists.box
    combo.setFocus()
    combo.showPopup()
    rows = combo.view()
    qtbot.waitUntil(rows.isVisible)

    qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center()
    )

    assert texts(reading) == list(SENTENCES)
    assert reading.panel.view.hasFocus()


def test_a_list_of_which_only_a_kind_was_changed_is_not_called_as_it_was_found(qtbot, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_K)

    assert reading.panel.lists.box.currentText() == "The list as you corrected it"


def test_the_other_list_is_one_click_away_with_its_count_and_pages(qtbot, window, pane, tmp_path):
    page = Page().heading("Consultation questions")
    for number in range(1, 7):
        page.paragraph(f"Question {number}: Do you agree with proposal {number}, and why?", font="bold")
    advice = Page().heading("Recommendations")
    for number, text in enumerate(SENTENCES, start=1):
        advice.paragraph(f"Recommendation {number}: {text}", font="bold")
    window.read_report(a_pdf(tmp_path, page, advice))
    qtbot.waitUntil(is_open(pane), timeout=20_000)
    before = texts(pane)
    other = pane.panel.lists.others[0]
    said = {"6 on page 1": "4 on page 2", "4 on page 2": "6 on page 1"}
    first = other.text()

    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert len(texts(pane)) == int(first[0])
    assert other.text() == said[first]
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_L, CONTROL | SHIFT)

    assert texts(pane) == before
    assert not pane.panel.lists.others[1].isVisible()


def test_a_list_that_seems_to_be_anothers_is_not_taken_but_one_click_away(qtbot, window, pane):
    asked = "\n\n".join(f"Recommendation {number}: {text}" for number, text in enumerate(SENTENCES, start=1))
    window.read_text(f"Halls of our towns\n\nRecommendations made by the 2011 review\n\n{asked}")
    qtbot.waitUntil(is_open(pane, 0))
    lists = pane.panel.lists
    assert "another report" in lists.sentence.text()
    assert lists.box.placeholderText() == "A list that may be meant"

    qtbot.mouseClick(lists.others[0], Qt.MouseButton.LeftButton)
    assert texts(pane) == list(SENTENCES)
    undo(qtbot, pane.panel.view)

    assert texts(pane) == []


def test_guesses_are_marked_until_she_accepts_or_names_them(qtbot, window, pane):
    window.read_text(
        "Giving in our towns\n\nPeople told us that halls stand empty in winter.\n\n"
        "There should be a fund for every town that lost its hall.\n\n"
        "We recommend that councils publish a register of halls."
    )
    qtbot.waitUntil(is_open(pane, 0))
    assert "select words" in pane.panel.keys.whole.casefold()
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_G, CONTROL)
    rows = [pane.panel.view.model().index(row, 0) for row in range(2)]
    assert [row.data(DOUBTS)[0].startswith("A guess") for row in rows] == [True, True]

    qtbot.keyClick(pane.panel.view, Qt.Key.Key_A)
    assert rows[0].data(DOUBTS) == ()
    type_over(qtbot, pane.panel.detail.label, "The register")
    qtbot.keyClick(pane.panel.detail.label, Qt.Key.Key_Return)

    assert rows[1].data(DOUBTS) == ()
    assert {each.kind for each in pane.panel.found} == {RecommendationKind.IDEA}


def test_the_pages_beside_are_drawn_before_she_turns_to_them(qtbot, window, pane, tmp_path):
    pages = [Page().heading(f"Page {number}") for number in range(1, 8)]
    for number, text in enumerate(SENTENCES, start=1):
        pages[3].paragraph(f"Recommendation {number}: {text}", font="bold")
    window.read_report(a_pdf(tmp_path, *pages))
    qtbot.waitUntil(is_open(pane), timeout=20_000)
    drawn = pane.document._pictures._kept

    pane.document.number.setValue(4)
    qtbot.waitUntil(lambda: {3, 4, 5} <= set(drawn), timeout=20_000)
    qtbot.waitUntil(lambda: not window.workplace.jobs.running, timeout=20_000)

    assert 7 not in drawn


def test_paragraphs_of_a_document_stand_apart_and_lines_stay_short(qtbot, window, pane, tmp_path):
    def build(document):
        document.add_heading("Recommendations", 1)
        for number, text in enumerate(SENTENCES, start=1):
            document.add_paragraph(f"Recommendation {number}: {text} {'So it must be. ' * 12}")

    window.resize(1920, 1080)
    window.read_report(a_word_file(tmp_path, build))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    plain = pane.document.plain

    assert "\n\nRecommendation 2" in plain.toPlainText()
    qtbot.waitUntil(lambda: plain.viewport().width() < 900 < plain.width())
    qtbot.waitUntil(lambda: not plain.horizontalScrollBar().isVisible())


def test_a_text_that_she_had_scrolled_is_where_she_left_it_when_she_comes_back(qtbot, window, pane):
    annex = "\n\n".join(f"Paragraph {number} of what else was said." for number in range(100))
    window.read_text(f"{PASTED}\n\nAnnex\n\n{annex}")
    qtbot.waitUntil(is_open(pane, 4))
    bar = pane.document.plain.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QApplication.processEvents()
    bar.setValue(bar.maximum())

    pane.hide()
    pane.show()
    QApplication.processEvents()

    assert bar.value() == bar.maximum()


def test_a_corrected_list_is_called_so_and_the_found_one_is_a_choice_away(qtbot, reading):
    combo = reading.panel.lists.box
    first = combo.currentIndex()
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)

    assert (first, combo.currentIndex()) == (0, 1)
    assert combo.currentText() == "The list as you corrected it"
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert texts(reading) == list(SENTENCES)


def test_a_report_without_a_list_is_kept_with_what_she_named(qtbot, window, pane, library):
    window.read_text(
        "Giving in our towns\n\n"
        "People told us that halls stand empty in winter and that nobody knows whose they are.\n\n"
        "There should be a Community Recovery Fund for every town that lost its hall. "
        "Ministers must decide by May."
    )
    qtbot.waitUntil(is_open(pane, 0))
    assert pane.panel.lists.sentence.isVisible()
    assert pane.panel.lists.guesses.isVisible()

    select_in_text(pane, "Community Recovery Fund")
    qtbot.keyClick(pane.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
    assert pane.panel.detail.label.hasFocus()
    qtbot.keyClicks(pane.panel.detail.label, "The fund")
    qtbot.mouseClick(pane.panel.lists.guesses, Qt.MouseButton.LeftButton)
    taken_in = len(pane.panel.found)
    undo(qtbot, pane.panel.view)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_S, CONTROL)

    assert taken_in > 1
    [kept] = library.reports()
    [idea] = kept.recommendations
    assert (idea.kind, idea.label, idea.text) == (
        RecommendationKind.IDEA,
        "The fund",
        "Community Recovery Fund",
    )


def bad_files(folder):
    scan = Page()
    scan.box(100, 400)
    return {
        "scan": a_pdf(folder, scan, scan, name="scan.pdf"),
        "damaged": _file(folder, "damaged.pdf", b"%PDF-1.4\nthis is no PDF"),
        "empty": _file(folder, "empty.pdf", b""),
        "picture": _file(folder, "picture.docx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        "gone": folder / "gone.pdf",
    }


def _file(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", ["scan", "damaged", "empty", "picture", "gone"])
def test_a_file_that_cannot_be_read_gives_a_sentence_and_the_screen_stays(
    qtbot, window, reading, told, tmp_path, kind
):
    window.read_report(bad_files(tmp_path)[kind])
    qtbot.waitUntil(lambda: bool(told) and reading._job is None, timeout=20_000)

    assert [tone for tone, _, _ in told] == ["caution"]
    assert told[0][1].endswith(".")
    assert reading.panel.isVisible()
    assert texts(reading) == list(SENTENCES)


def test_a_reading_is_stopped_and_nothing_comes_of_it(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    stop = pane._waiting.buttons[0]
    assert stop.hasFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: pane._job is None, timeout=20_000)

    assert pane._none.isVisible()


def test_the_last_of_two_files_is_the_one_that_is_shown(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path, name="first.pdf"))
    window.read_text(PASTED.replace("charities", "clubs"))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    qtbot.waitUntil(lambda: not window.workplace.jobs.running, timeout=20_000)

    assert "clubs" in texts(pane)[0]


def test_what_was_said_of_a_file_that_could_not_be_read_goes_with_the_next_report(
    qtbot, window, pane, tmp_path
):
    window.read_report(tmp_path / "gone.pdf")
    qtbot.waitUntil(window.banner.isVisible, timeout=20_000)

    window.read_text(PASTED)
    qtbot.waitUntil(is_open(pane, 4))

    assert not window.banner.isVisible()

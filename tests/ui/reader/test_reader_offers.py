"""The rest like one item, and another reading beside her list: offered, taken by one key, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from drafter.domain.errors import NothingToDo
from drafter.domain.records.stances import Stance
from drafter.services.answering import new_response, response_of, set_stance
from drafter.services.comparing_lists import compare_lists
from drafter.ui.models.offered import DIFFERENCE, OfferedModel
from drafter.ui.panes import reader_actions as names
from tests.builders import OFFICER, a_recommendation
from tests.reports.papers import Page, a_page_of_text, a_pdf
from tests.ui.reader.steps import (
    ALT,
    CONTROL,
    PASTED,
    SENTENCES,
    SHIFT,
    choose,
    is_open,
    labels,
    said,
    select_in_text,
    texts,
    type_over,
    undo,
)

ASKS = ("Fund every hall", "Publish a register of halls", "Pay the fares of volunteers")


def a_file_of_bold_asks(folder):
    """Nobody numbered them: no list is found."""
    page = Page().heading("Giving in our towns")
    for ask in ASKS:
        page.paragraph(ask, font="bold").paragraph(*a_page_of_text("giving")[:4])
    return a_pdf(folder, page)


def is_offered(pane, count):
    def look():
        assert pane.panel.offers.isVisible()
        assert len(pane.panel.offers.open_ones) == count

    return look


def fates(pane):
    return [each.fate.value for each in pane.panel.offers.open_ones]


@pytest.fixture
def marked(qtbot, window, pane, tmp_path):
    """A report without a list, in which she marked one item herself."""
    window.read_report(a_file_of_bold_asks(tmp_path))
    qtbot.waitUntil(is_open(pane, 0), timeout=20_000)
    pane.document.switch()
    select_in_text(pane, ASKS[1])
    qtbot.keyClick(pane.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
    qtbot.keyClick(pane.panel.detail.label, Qt.Key.Key_Escape)
    return pane


@pytest.fixture
def one_left(qtbot, reading):
    """Pasted text of four recommendations, of which she dropped all but the first."""
    for _ in SENTENCES[1:]:
        choose(qtbot, reading, 1)
        qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    return reading


# --- the rest like one


def test_the_rest_like_the_one_she_marked_is_added_by_two_keys_and_undone_by_one(qtbot, marked):
    assert marked.panel.view.hasFocus()
    qtbot.keyClick(marked.panel.view, Qt.Key.Key_F)
    qtbot.waitUntil(is_offered(marked, 2), timeout=20_000)
    offers = marked.panel.offers
    assert offers.head.text() == "2 more like “Idea”, page 1"
    assert offers.view.hasFocus()

    qtbot.keyClick(offers.view, Qt.Key.Key_A)
    assert texts(marked) == list(ASKS)
    assert marked.panel.view.hasFocus()
    assert not offers.isVisible()

    undo(qtbot, marked.panel.view)
    assert texts(marked) == [ASKS[1]]


def test_one_of_the_rest_is_taken_by_a_click_and_the_others_are_left(qtbot, one_left):
    find = next(each for each in one_left.panel._acts if "Find" in each.accessibleName())
    qtbot.mouseClick(find, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(is_offered(one_left, 3), timeout=20_000)
    offers = one_left.panel.offers

    choose_offer(qtbot, offers, 1)
    qtbot.mouseClick(offers.take, Qt.MouseButton.LeftButton)
    assert texts(one_left) == [SENTENCES[0], SENTENCES[2]]
    qtbot.mouseClick(offers.back, Qt.MouseButton.LeftButton)

    assert texts(one_left) == [SENTENCES[0], SENTENCES[2]]
    assert one_left.panel.view.isVisible()


def choose_offer(qtbot, offers, row):
    place = offers.view.visualRect(offers.view.model().index(row, 0)).center()
    qtbot.mouseClick(offers.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_is_offered_is_marked_on_its_page(qtbot, marked):
    qtbot.keyClick(marked.panel.view, Qt.Key.Key_P, CONTROL)
    qtbot.keyClick(marked.panel.view, Qt.Key.Key_F)
    qtbot.waitUntil(is_offered(marked, 2), timeout=20_000)
    offered = marked.panel.offers.current.item

    assert marked.document.area.picture.place_of(offered) is not None
    assert offered in marked.document.area.picture._found


def test_what_was_taken_is_offered_again_when_it_is_undone(qtbot, one_left):
    qtbot.keyClick(one_left.panel.view, Qt.Key.Key_F)
    qtbot.waitUntil(is_offered(one_left, 3), timeout=20_000)
    view = one_left.panel.offers.view
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(one_left.panel.offers.open_ones) == 2

    undo(qtbot, view)

    assert len(one_left.panel.offers.open_ones) == 3
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert one_left.panel.view.hasFocus()


def test_undoing_the_one_that_was_marked_takes_what_was_offered_like_it_away(qtbot, marked):
    qtbot.keyClick(marked.panel.view, Qt.Key.Key_F)
    qtbot.waitUntil(is_offered(marked, 2), timeout=20_000)

    undo(qtbot, marked.panel.offers.view)

    assert texts(marked) == []
    assert not marked.panel.offers.isVisible()
    assert marked.panel.view.hasFocus()
    assert marked.document.area.picture._found == ()


def test_where_nothing_looks_like_it_she_is_told(qtbot, reading, told):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_F)

    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[-1][:2] == (
        "plain",
        "Nothing else in the document looks like “Recommendation 1”, besides what is in your list.",
    )


def test_the_rest_of_pasted_text_is_found_too(qtbot, one_left):
    qtbot.keyClick(one_left.panel.view, Qt.Key.Key_F, CONTROL | SHIFT)
    qtbot.waitUntil(is_offered(one_left, 3), timeout=20_000)

    qtbot.keyClick(one_left.panel.offers.view, Qt.Key.Key_Return, ALT | SHIFT)

    assert texts(one_left) == list(SENTENCES)
    assert labels(one_left) == ["1", "2", "3", "4"]


def test_the_search_is_left_when_another_report_is_opened(qtbot, window, marked):
    qtbot.keyClick(marked.panel.view, Qt.Key.Key_F)
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(marked, 4), timeout=20_000)
    qtbot.waitUntil(lambda: not window.workplace.jobs.running, timeout=20_000)

    assert not marked.panel.offers.isVisible()
    assert texts(marked) == list(SENTENCES)


def test_a_kept_report_without_its_file_says_so(qtbot, window, pane, kept):
    window.open_report(kept.id)
    pane._offering.read_from(None, None)

    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(pane.panel.view, Qt.Key.Key_F)

    assert "not at hand" in str(raised[0][1])


# --- another reading


def test_a_report_that_is_there_is_compared_taken_row_by_row_and_keeps_its_ids(
    qtbot, window, reading, kept, told
):
    view = reading.panel.view
    type_over(qtbot, reading.panel.detail.text, "The Government should fund large charities for ten years.")
    qtbot.keyClick(reading.panel.detail.text, Qt.Key.Key_Escape)
    choose(qtbot, reading, 2)
    qtbot.keyClick(view, Qt.Key.Key_D)
    qtbot.keyClick(view, Qt.Key.Key_S, CONTROL)
    window.read_text(PASTED)
    qtbot.waitUntil(said(told, "already"), timeout=20_000)

    told[-1][2]()
    offers = reading.panel.offers
    assert fates(reading) == ["changed", "new"]
    assert offers.head.text() == "Compared with what was read: 1 new, 1 changed, 2 the same"
    assert "large" in offers.words.toPlainText()
    assert "small" in offers.words.toPlainText()

    qtbot.keyClick(offers.view, Qt.Key.Key_Down)
    qtbot.keyClick(offers.view, Qt.Key.Key_Return)
    assert fates(reading) == ["changed"]
    qtbot.keyClick(offers.view, Qt.Key.Key_Return)

    assert texts(reading) == list(SENTENCES)
    assert [reading.panel.found[at].id for at in (0, 1, 3)] == [
        kept.recommendations[at].id for at in (0, 1, 3)
    ]
    assert (
        window.workplace.library.report(kept.id).recommendations[0].text != SENTENCES[0]
    )  # not before she saves


@pytest.mark.usefixtures("kept")
def test_what_the_reading_does_not_have_is_gone_and_dropped_only_when_taken(qtbot, reading):
    select_in_text(reading, SENTENCES[0])
    qtbot.keyClick(reading.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
    type_over(qtbot, reading.panel.detail.label, "9")
    type_over(qtbot, reading.panel.detail.text, "Something quite different from all of them.")
    reading.panel.detail.flush()

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D, CONTROL | SHIFT)

    assert fates(reading) == ["gone"]
    assert len(texts(reading)) == 5
    qtbot.mouseClick(reading.panel.offers.take_all, Qt.MouseButton.LeftButton)
    assert texts(reading) == list(SENTENCES)


@pytest.mark.usefixtures("kept")
def test_the_same_list_is_not_compared(qtbot, window, reading, told):
    window.read_text(PASTED)
    qtbot.waitUntil(said(told, "already"), timeout=20_000)
    assert told[-1][1].endswith("It reads the same.")

    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(reading.panel.view, Qt.Key.Key_D, CONTROL | SHIFT)

    assert "the same as the one that was read" in str(raised[0][1])


@pytest.mark.usefixtures("kept")
def test_what_she_added_herself_is_said_not_to_be_in_the_reading(qtbot, window, reading, told):
    select_in_text(reading, "small charities")
    qtbot.keyClick(reading.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)

    window.read_text(PASTED)

    qtbot.waitUntil(said(told, "already"), timeout=20_000)
    assert told[-1][1].endswith("It reads the same, but for the one that you added yourself.")


# --- what a response answers


def test_dropping_what_a_response_answers_names_it_and_is_undone(qtbot, window, reading, library, kept, told):
    response = response_of(new_response(library, report=kept.id, title="Our reply", by=OFFICER))
    set_stance(library, response, [kept.recommendations[0].id], Stance.WELCOME)

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)

    tone, said, act = told[-1]
    assert (tone, said.startswith("“Our reply” answers Recommendation 1")) == ("caution", True)
    assert window.banner.isVisible()
    act()
    assert [each.id for each in reading.panel.found] == [each.id for each in kept.recommendations]
    assert not window.banner.isVisible()


def test_bringing_back_what_was_dropped_leaves_alone_what_was_done_since(qtbot, reading, library, kept, told):
    response = response_of(new_response(library, report=kept.id, title="Our reply", by=OFFICER))
    set_stance(library, response, [kept.recommendations[0].id], Stance.WELCOME)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    *_, bring_back = told[-1]
    undo(qtbot, reading.panel.view)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_M)
    merged = texts(reading)

    with pytest.raises(NothingToDo):
        bring_back()

    assert texts(reading) == merged


def test_merging_away_what_a_response_answers_names_it_too(qtbot, reading, library, kept, told):
    response = response_of(new_response(library, report=kept.id, title="Our reply", by=OFFICER))
    set_stance(library, response, [kept.recommendations[1].id], Stance.WELCOME)

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_M)

    assert "answers Recommendation 2" in told[-1][1]


def test_dropping_what_nothing_answers_is_said_to_nobody(qtbot, reading, library, kept, told):
    before = len(told)
    new_response(library, report=kept.id, by=OFFICER)

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)

    assert len(told) == before


@pytest.mark.usefixtures("qapp")
def test_the_model_of_offers_keeps_its_promises(marked_differences):
    model = OfferedModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_offered(marked_differences)
    model.show_offered(marked_differences[:1])

    assert model.index(0).data(DIFFERENCE) == marked_differences[0]
    assert model.difference(4) is None


@pytest.fixture
def marked_differences():
    return compare_lists((), tuple(a_recommendation(text, named=text) for text in SENTENCES))


def test_nothing_can_be_taken_while_nothing_is_offered(reading):
    actions = reading._place.actions

    assert not actions[names.TAKE].isEnabled()
    assert not actions[names.TAKE_ALL].isEnabled()

"""Another list of the same report: nothing goes by its number, and hers is never lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drafter.domain.errors import NothingToDo
from drafter.domain.records.stances import Stance
from drafter.services import working
from drafter.services.answering import new_response, response_of, set_stance
from drafter.services.other_lists import ListAside
from tests.builders import OFFICER, a_recommendation, a_report
from tests.places import a_window_with
from tests.ui.reader.steps import CONTROL, PASTED, SENTENCES, SHIFT, is_open, redo, texts, undo

QUESTIONS = tuple(
    f"Do you agree with proposal {n}, and why?" for n in ("fees", "fares", "fairs", "fins", "furs")
)
TWO_LISTS = f"{PASTED}\n\nConsultation questions\n" + "\n".join(
    f"Question {number}: {text}" for number, text in enumerate(QUESTIONS, start=1)
)


@pytest.fixture
def reading(qtbot, window, pane):
    """Four recommendations; the list of five questions is one click away."""
    window.read_text(TWO_LISTS)
    qtbot.waitUntil(is_open(pane))
    if texts(pane) != list(SENTENCES):
        click_other(qtbot, pane)
        assert texts(pane) == list(SENTENCES)
    return pane


def click_other(qtbot, pane, named=""):
    """One of the lists beside “Or:”, by its words."""
    [other, *_] = [each for each in pane.panel.lists.others if each.isVisible() and named in each.text()]
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)


def press(qtbot, pane, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(pane.panel.view, key, modifier)


def accepted(pane):
    return [each.text for each in pane.panel.found if each.id in pane._hand.accepted]


def shown_list(pane):
    box = pane.panel.lists.box
    return box.currentText() if box.currentIndex() >= 0 else box.placeholderText()


def choose_in_box(qtbot, pane, named):
    """With the keys of the box, as it is opened and gone through."""
    box = pane.panel.lists.box
    [row] = [row for row in range(box.count()) if named in box.itemText(row)]
    box.setFocus()
    box.showPopup()
    rows = box.view()
    qtbot.waitUntil(rows.isVisible)
    place = rows.visualRect(rows.model().index(row, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


# --- what was answered


@pytest.fixture
def answered(library, kept):
    """A response welcomes the second of the kept report, and is neutral about the third."""
    response = response_of(new_response(library, report=kept.id, by=OFFICER))
    ids = [each.id for each in kept.recommendations]
    set_stance(library, response, [ids[1]], Stance.WELCOME)
    set_stance(library, response, [ids[2]], Stance.NEUTRAL)
    return response


def stances(library, response):
    """Of the report’s list as it is in the library now."""
    there = library.response(response)
    return [there.stance_on(each.id).stance.value for each in library.reports()[0].recommendations]


ANSWERED = ["undecided", "welcome", "neutral", "undecided"]


def test_what_was_answered_goes_to_nothing_in_another_list_and_comes_back_with_undo(
    qtbot, reading, answered, library, told, workplace
):
    assert stances(library, answered) == ANSWERED

    click_other(qtbot, reading)
    assert "answers Recommendation 2 and Recommendation 3: no longer in the list." in told[-1][1]
    assert "tied to nothing" in told[-1][1]
    told[-1][2]()  # the warning offers it
    assert texts(reading) == list(SENTENCES)
    assert not reading._hand.is_corrected
    click_other(qtbot, reading)
    press(qtbot, reading, Qt.Key.Key_S, CONTROL)

    assert texts(reading) == list(QUESTIONS)
    assert stances(library, answered) == ["undecided"] * 5
    workplace.history.library_stack.undo()
    assert texts(reading) == list(SENTENCES)
    assert stances(library, answered) == ANSWERED


@pytest.mark.long
def test_the_list_read_anew_is_the_kept_one_again_when_she_comes_back_to_it(
    qtbot, workplace, answered, library
):
    kept = library.reports()[0]
    window = a_window_with(qtbot, workplace, "report")
    pane = window.screen_named("report")
    window.open_report(kept.id)  # the reading gives what it finds ids of its own
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    qtbot.waitUntil(pane.panel.lists.others[0].isVisible)

    click_other(qtbot, pane)
    assert texts(pane) == list(QUESTIONS)
    press(qtbot, pane, Qt.Key.Key_A)
    click_other(qtbot, pane)

    assert pane.panel.found == kept.recommendations
    assert not pane._hand.is_corrected
    assert stances(library, answered) == ANSWERED


# --- what was accepted


def test_nothing_that_she_has_not_seen_is_accepted(qtbot, reading):
    for _ in range(3):
        press(qtbot, reading, Qt.Key.Key_A)

    click_other(qtbot, reading)
    assert accepted(reading) == []
    assert reading.panel.lists.summary.whole.startswith("5 in the list")
    assert "accepted" not in reading.panel.lists.summary.whole
    click_other(qtbot, reading)

    assert accepted(reading) == list(SENTENCES[:3])


# --- what was corrected


def test_the_list_as_she_corrected_it_stays_at_hand_with_what_is_accepted(qtbot, reading):
    press(qtbot, reading, Qt.Key.Key_A)
    press(qtbot, reading, Qt.Key.Key_D)
    mine = texts(reading)

    click_other(qtbot, reading, "5")
    assert reading.panel.lists.others[0].text() == "as you corrected it"
    click_other(qtbot, reading, "as you corrected it")
    assert (texts(reading), accepted(reading)) == (mine, list(SENTENCES[:1]))
    assert shown_list(reading) == "The list as you corrected it"
    click_other(qtbot, reading, "4")
    assert texts(reading) == list(SENTENCES)
    choose_in_box(qtbot, reading, "as you corrected it")
    assert texts(reading) == mine
    for _ in range(3):
        press(qtbot, reading, Qt.Key.Key_L, CONTROL | SHIFT)

    assert texts(reading) == mine  # round and round
    undo(qtbot, reading.panel.view)
    assert texts(reading) != mine
    redo(qtbot, reading.panel.view)
    assert texts(reading) == mine


def test_two_lists_that_she_corrected_are_told_apart(qtbot, reading):
    press(qtbot, reading, Qt.Key.Key_D)
    click_other(qtbot, reading, "5")
    press(qtbot, reading, Qt.Key.Key_D)
    click_other(qtbot, reading, "4 ")

    assert [each.text() for each in reading.panel.lists.others[:2]] == [
        "as you corrected it, 4 found",
        "as you corrected it, 3 found",
    ]
    choose_in_box(qtbot, reading, "as you corrected it, 4")
    assert texts(reading) == list(QUESTIONS[1:])


@pytest.mark.parametrize("other", ["4 ", "5 "])
def test_her_corrections_survive_quitting_while_she_looks_at_another_list(
    qtbot, workplace, window, reading, other
):
    press(qtbot, reading, Qt.Key.Key_D)
    click_other(qtbot, reading, other)
    window.close()

    anew = a_window_with(qtbot, workplace, "home", "report")
    pane = anew.screen_named("report")
    [line] = anew.screen_named("home").left.lines
    qtbot.mouseClick(line.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(is_open(pane))
    if other == "5 ":
        assert texts(pane) == list(QUESTIONS)
        click_other(qtbot, pane, "as you corrected it")

    assert texts(pane) == list(SENTENCES[1:])


@pytest.mark.long
@pytest.mark.usefixtures("kept")
def test_corrections_of_a_kept_report_survive_quitting_while_she_looks_at_it_as_it_was_found(
    qtbot, workplace, window, reading
):
    press(qtbot, reading, Qt.Key.Key_D)
    click_other(qtbot, reading, "4 ")
    assert not reading._hand.is_corrected
    window.close()

    anew = a_window_with(qtbot, workplace, "home", "report")
    pane = anew.screen_named("report")
    [line] = anew.screen_named("home").left.lines
    assert "corrections not saved" in line.accessibleName()
    qtbot.mouseClick(line.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(is_open(pane), timeout=20_000)

    assert texts(pane) == list(SENTENCES[1:])


def test_her_other_list_is_at_hand_where_the_file_has_gone(qtbot, window, pane, library, tmp_path):
    items = tuple(a_recommendation(text, named=text) for text in SENTENCES)
    report = replace(a_report(), recommendations=items, source="gone.pdf", fingerprint="f" * 64)
    aside = (ListAside(found=items[1:]),)
    working.keep_in_hand(library, report, read_from=tmp_path / "gone.pdf", aside=aside)

    window.screen_named("report").open_left(working.subject_of(report))
    window.show_screen("report")
    assert texts(pane) == list(SENTENCES)
    press(qtbot, pane, Qt.Key.Key_L, CONTROL | SHIFT)

    assert texts(pane) == list(SENTENCES[1:])


def test_once_another_list_is_saved_home_has_nothing_to_go_on_with(qtbot, workplace, window, reading):
    press(qtbot, reading, Qt.Key.Key_D)
    click_other(qtbot, reading, "5")
    press(qtbot, reading, Qt.Key.Key_S, CONTROL)
    assert reading.panel.lists.others[0].text() == "as you corrected it"  # as long as it is open
    window.close()

    assert a_window_with(qtbot, workplace, "home").screen_named("home").left.lines == []


def test_where_there_is_no_other_list_the_key_says_so(qtbot, window, pane):
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(pane, 4))

    with qtbot.capture_exceptions() as caught:  # the program says it in the bar
        press(qtbot, pane, Qt.Key.Key_L, CONTROL | SHIFT)

    [(kind, error, _)] = caught
    assert kind is NothingToDo
    assert error.sentence == "There is no other list: this is the only one that was found in the report."


def test_the_key_goes_round_all_lists_hers_and_the_kept_one_too(qtbot, window, pane):
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(pane, 4))
    press(qtbot, pane, Qt.Key.Key_D)
    press(qtbot, pane, Qt.Key.Key_S, CONTROL)
    press(qtbot, pane, Qt.Key.Key_D)
    shown = []
    for _ in range(3):
        press(qtbot, pane, Qt.Key.Key_L, CONTROL | SHIFT)
        shown.append((shown_list(pane), len(texts(pane))))

    assert shown == [
        ("The list as you kept it", 3),
        ("4 found, under “Recommendations”", 4),
        ("The list as you corrected it", 2),
    ]

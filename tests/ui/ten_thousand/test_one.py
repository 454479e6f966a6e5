"""What is done to one position among 10,000, through the window: what comes of it, not how fast."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QMenu

from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext_html import to_html
from drafter.services.spelling import own_words
from drafter.ui import spelling
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.panes import library_actions as names
from drafter.ui.spelling import LibrarySpelling
from tests.builders import OFFICER
from tests.ui.library_steps import CONTROL, go_to, press, press_action
from tests.ui.ten_thousand.laid import (
    LAST,
    OVERDUE,
    identity,
    left_as_found,
    position,
    standing,
    title_of,
    turned_back_and_on,
    words_of,
)
from tests.ui.writing_steps import CLEANED, FORMATS, PAGE, Few, press_format, select_all_by_key

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


def test_the_words_of_one_are_edited(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(50))
    before = words_of(library, 50)
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More: ")
    press_action(qtbot, window, names.SAVE)

    assert words_of(library, 50) == f"More: {before}"
    left_as_found(hand, lambda: words_of(library, 50), before)


def test_leaving_one_keeps_what_was_written_as_one_revision(hand, pane, library):
    hand.row(title_of(6))
    before = words_of(library, 6)
    hand.write(pane._editor.text, "More: ")

    hand.row(title_of(7))

    assert words_of(library, 6) == f"More: {before}"
    assert len(library.revisions(identity(6))) == 2
    left_as_found(hand, lambda: words_of(library, 6), before)


def test_every_form_is_given_taken_back_and_kept(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(51))
    before = standing(library, 51)
    select_all_by_key(qtbot, pane._editor)
    qtbot.keyClicks(pane._editor.text, "Fares.")
    for name, formed in FORMATS.items():
        select_all_by_key(qtbot, pane._editor)
        press_format(qtbot, pane._editor, name)
        assert to_html(pane._editor.text.rich_text()) == formed
        press(qtbot, Qt.Key.Key_Z, CONTROL)
        assert to_html(pane._editor.text.rich_text()) == "<p>Fares.</p>"
    page = QMimeData()
    page.setHtml(PAGE)
    address = QMimeData()
    address.setText("https://example.org")
    for held, pasted in ((page, CLEANED), (address, FORMATS["link"])):
        QApplication.clipboard().setMimeData(held)
        select_all_by_key(qtbot, pane._editor)
        press(qtbot, Qt.Key.Key_V, CONTROL)
        assert to_html(pane._editor.text.rich_text()) == pasted
        press(qtbot, Qt.Key.Key_Z, CONTROL)
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    QApplication.clipboard().clear()
    press_action(qtbot, window, names.SAVE)

    assert to_html(position(library, 51).newest.text) == FORMATS["link"]
    left_as_found(hand, lambda: standing(library, 51), before)


def test_a_wrong_word_is_put_right_and_learned(hand, qtbot, window, pane, library, monkeypatch):
    monkeypatch.setattr(spelling, "british_dictionary", Few)
    made = LibrarySpelling(window.workplace)
    hand.wait(lambda: window.workplace.spelling.is_there)
    go_to(qtbot, window, pane, title_of(52))
    select_all_by_key(qtbot, pane._editor)
    qtbot.keyClicks(pane._editor.text, "fares are payd")
    press(qtbot, Qt.Key.Key_F7)
    qtbot.keyClick(offered(hand), Qt.Key.Key_Return)
    assert to_html(pane._editor.text.rich_text()) == "<p>fares are paid</p>"
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    press(qtbot, Qt.Key.Key_F7)
    menu = offered(hand)
    while not menu.activeAction().text().startswith("Add “payd”"):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert own_words(library) == ("payd",)
    left_as_found(hand, lambda: own_words(library), ())
    made.deleteLater()


def offered(hand):
    """The menu that lies open."""
    hand.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_what_is_known_of_one_is_changed(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(53))
    before = standing(library, 53)
    form = pane._editor.facts_form
    hand.pick(form._kind, "Evidence")
    hand.pick(form._stance, Stance.OPPOSE.phrase)
    form._themes.setFocus()
    press(qtbot, Qt.Key.Key_End)
    qtbot.keyClicks(form._themes, ", tru")
    hand.pick_completion(form._themes, "Trust")
    hand.pick_day(form._review, 15)
    hand.bring_up(pane._editor.sources._add)
    hand.click(pane._editor.sources._add)
    qtbot.keyClicks(QApplication.focusWidget(), "Out of Pocket")
    press(qtbot, Qt.Key.Key_Return)
    hand.wait(lambda: len(pane._editor.sources.sources) == 1)
    press_action(qtbot, window, names.SAVE)

    after = position(library, 53)
    assert (after.facts.kind, after.facts.stance) == (Kind.EVIDENCE, Stance.OPPOSE)
    assert after.facts.themes == ("Volunteers", "Trust")
    assert after.facts.review_by.day == 15
    assert [each.title for each in after.newest.sources] == ["Out of Pocket"]
    left_as_found(hand, lambda: standing(library, 53), before)


def test_one_is_approved_with_a_note_and_what_is_edited_then_waits(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(60))
    before, words = standing(library, 60), words_of(library, 60)
    press_action(qtbot, window, names.APPROVE_NOTE)
    dialog = hand.the(ApproveDialog)
    qtbot.keyClicks(dialog.note, "Board, 3 May")
    press(qtbot, Qt.Key.Key_Return)
    approval = position(library, 60).current.approval
    assert (approval.by, approval.note) == (OFFICER.name, "Board, 3 May")
    turned_back_and_on(hand, lambda: standing(library, 60), before)

    approved = standing(library, 60)
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More: ")
    press_action(qtbot, window, names.SAVE)
    assert words_of(library, 60) == f"More: {words}"
    assert position(library, 60).current.text.plain == words
    left_as_found(hand, lambda: standing(library, 60), approved)
    press_action(qtbot, window, names.WITHDRAW)
    assert position(library, 60).status is Status.DRAFT


def test_one_is_retired_with_what_replaces_it(hand, library):
    hand.row(title_of(7))
    before = standing(library, 7)
    hand.press_on_bar(names.RETIRE)
    dialog = hand.the(RetireDialog)
    hand.write(dialog.replaced_by, title_of(LAST).casefold())
    hand.pick_completion(dialog.replaced_by, title_of(LAST))
    hand.click(dialog.yes)

    assert position(library, 7).facts.replaced_by == identity(LAST)
    left_as_found(hand, lambda: standing(library, 7), before)


def test_what_is_overdue_is_listed_by_its_bar_and_answered_in_three_ways(hand, qtbot, window, pane, library):
    def look():
        return [standing(library, number) for number in OVERDUE]

    before = look()
    bar = pane._dashboard.rows["Review overdue"]
    hand.wait(lambda: bar.count == len(OVERDUE))
    hand.click(bar)
    assert pane._list.count == len(OVERDUE)
    hand.row(title_of(OVERDUE[0]))
    press_action(qtbot, window, names.REVIEWED)
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "Newly: ")
    press_action(qtbot, window, names.CHANGED)
    press_action(qtbot, window, names.RETIRE)
    hand.the(RetireDialog)
    press(qtbot, Qt.Key.Key_Return)

    right, reworded, retired = (position(library, number) for number in OVERDUE)
    assert right.reviewed.revision == right.current.id
    assert reworded.reviewed.revision == reworded.newest.id != reworded.current.id
    assert retired.status is Status.RETIRED
    assert pane._list.count == 0
    left_as_found(hand, look, before, steps=len(OVERDUE))


def test_two_wordings_are_compared_and_an_old_one_is_brought_back(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(54))
    oldest = words_of(library, 54)
    for words in ("One. ", "Two. "):
        pane._editor.text.setFocus()
        press(qtbot, Qt.Key.Key_Home, CONTROL)
        qtbot.keyClicks(pane._editor.text, words)
        press_action(qtbot, window, names.SAVE)
    before = words_of(library, 54)
    press_action(qtbot, window, names.HISTORY)
    dialog = hand.the(RevisionsDialog)
    assert "Two." in dialog.differences.toPlainText()
    dialog.wordings.setFocus()
    press(qtbot, Qt.Key.Key_End)
    hand.click(dialog.bring)

    assert words_of(library, 54) == oldest
    left_as_found(hand, lambda: words_of(library, 54), before)

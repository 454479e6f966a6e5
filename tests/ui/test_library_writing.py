"""The words of a position in the library, by keys and by clicks: each form, links, paste, spelling."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from drafter.domain.richtext_html import to_html
from drafter.services.positions import approve
from drafter.services.spelling import own_words
from drafter.ui import spelling
from drafter.ui.panes import library_actions as names
from drafter.ui.spelling import LibrarySpelling
from tests.builders import a_change_of, a_position
from tests.places import a_window_with
from tests.ui.library_steps import CONTROL, go_to, press, press_action, undone_and_done_again
from tests.ui.mouse_steps import Hand
from tests.ui.writing_steps import (
    CLEANED,
    FORMATS,
    PAGE,
    Few,
    choose_in_text,
    click_format,
    press_format,
    select_all_by_key,
)

PLAIN = "<p>Fares.</p>"


@pytest.fixture
def fares(library):
    """Reads the position anew at each call."""
    made = a_position("Fares.", title="Fares", themes=("Travel",), owner="Ann")
    library.apply(a_change_of(made, a_position("Halls.", title="Halls", themes=("Buildings",))))
    approve(library, made.id, by="Ann")
    return lambda: library.position(made.id)


@pytest.fixture
def window(qtbot, workplace, fares):
    assert fares()
    return a_window_with(qtbot, workplace, "library")


@pytest.fixture
def pane(window):
    return window.screen_named("library")


@pytest.fixture
def hand(qtbot, window):
    """Fares is shown."""
    made = Hand(qtbot, window)
    made.row("Fares")
    yield made
    made.wait(lambda: not window.workplace.jobs.running)


@pytest.fixture
def clipboard(qapp):
    """Holds what a web page would put there."""

    def hold(*, html="", text=""):
        made = QMimeData()
        if html:
            made.setHtml(html)
        if text:
            made.setText(text)
        qapp.clipboard().setMimeData(made)

    yield hold
    qapp.clipboard().clear()


def words(pane):
    return to_html(pane._editor.text.rich_text())


def test_every_form_is_given_by_keys_taken_back_and_given_again(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    for name, formed in FORMATS.items():
        select_all_by_key(qtbot, pane._editor)
        press_format(qtbot, pane._editor, name)
        assert words(pane) == formed
        undone_and_done_again(qtbot, lambda: words(pane), PLAIN)
        press(qtbot, Qt.Key.Key_Z, CONTROL)
        assert words(pane) == PLAIN
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    press_action(qtbot, window, names.SAVE)

    assert to_html(fares().newest.text) == FORMATS["field"]
    assert to_html(fares().current.text) == PLAIN  # what was approved stays in use
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: to_html(fares().newest.text), PLAIN)


@pytest.mark.long
def test_every_form_is_given_by_clicks_taken_back_and_given_again(hand, pane, fares):
    for name, formed in FORMATS.items():
        choose_in_text(hand, "Select all")
        click_format(hand, name)
        assert words(pane) == formed
        choose_in_text(hand, "Undo")
        assert words(pane) == PLAIN
        choose_in_text(hand, "Redo")
        assert words(pane) == formed
        choose_in_text(hand, "Undo")
    choose_in_text(hand, "Redo")
    hand.choose(names.SAVE)

    assert to_html(fares().newest.text) == FORMATS["field"]
    hand.undone_and_done_again(lambda: to_html(fares().newest.text), PLAIN)


def test_an_address_pasted_over_words_links_them_and_what_is_pasted_from_a_page_is_cleaned(
    qtbot, window, pane, clipboard
):
    go_to(qtbot, window, pane, "Fares")
    for held, pasted in (({"text": "https://example.org"}, FORMATS["link"]), ({"html": PAGE}, CLEANED)):
        clipboard(**held)
        select_all_by_key(qtbot, pane._editor)
        press(qtbot, Qt.Key.Key_V, CONTROL)
        assert words(pane) == pasted
        undone_and_done_again(qtbot, lambda: words(pane), PLAIN)
        press(qtbot, Qt.Key.Key_Z, CONTROL)


@pytest.mark.long
def test_an_address_and_a_page_are_pasted_by_clicks(hand, pane, clipboard):
    for held, pasted in (({"text": "https://example.org"}, FORMATS["link"]), ({"html": PAGE}, CLEANED)):
        clipboard(**held)
        choose_in_text(hand, "Select all")
        choose_in_text(hand, "Paste")
        assert words(pane) == pasted
        choose_in_text(hand, "Undo")
        assert words(pane) == PLAIN
        choose_in_text(hand, "Redo")
        assert words(pane) == pasted
        choose_in_text(hand, "Undo")


# --- spelling


@pytest.fixture
def spelt(qtbot, window, monkeypatch):
    """As the program has it, with that dictionary."""
    monkeypatch.setattr(spelling, "british_dictionary", Few)
    made = LibrarySpelling(window.workplace)
    qtbot.waitUntil(lambda: window.workplace.spelling.is_there)
    yield window.workplace.spelling
    made.deleteLater()


def menu(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


@pytest.mark.usefixtures("spelt")
def test_a_wrong_word_is_put_right_and_learned_by_keys(qtbot, window, pane, library):
    go_to(qtbot, window, pane, "Fares")
    select_all_by_key(qtbot, pane._editor)
    qtbot.keyClicks(pane._editor.text, "fares are payd")
    press(qtbot, Qt.Key.Key_F7)
    qtbot.keyClick(menu(qtbot), Qt.Key.Key_Return)
    assert words(pane) == "<p>fares are paid</p>"
    undone_and_done_again(qtbot, lambda: words(pane), "<p>fares are payd</p>")

    press(qtbot, Qt.Key.Key_Z, CONTROL)
    press(qtbot, Qt.Key.Key_F7)
    offered = menu(qtbot)
    while not offered.activeAction().text().startswith("Add “payd”"):
        qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)

    assert own_words(library) == ("payd",)
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: own_words(library), ())


@pytest.mark.long
def test_a_wrong_word_is_put_right_and_learned_by_clicks(hand, pane, library, spelt):
    choose_in_text(hand, "Select all")
    hand.qtbot.keyClicks(pane._editor.text, "fares are payd")

    def word():
        cursor = QTextCursor(pane._editor.text.text_document)
        cursor.setPosition(len("fares are p"))
        return pane._editor.text.cursorRect(cursor).center()

    choose_in_text(hand, "paid", at=word())
    assert words(pane) == "<p>fares are paid</p>"
    choose_in_text(hand, "Undo")
    assert words(pane) == "<p>fares are payd</p>"
    choose_in_text(hand, "Redo")
    assert words(pane) == "<p>fares are paid</p>"
    choose_in_text(hand, "Undo")
    choose_in_text(hand, "Add “payd”", at=word())

    assert own_words(library) == ("payd",)
    assert spelt.mistakes("payd") == ()
    hand.undone_and_done_again(lambda: own_words(library), ())

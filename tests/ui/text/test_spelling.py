"""Wrong words on a page: marked, gone through by key, put right, learned."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from drafter.domain.richtext_html import to_html
from drafter.services.spelling import Speller
from drafter.ui.text.colours import LIGHT
from drafter.ui.text.format_bar import FormatBar
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.text.spelling import Spelling, mistake_after, mistakes_in
from drafter.ui.text.spelling_menu import go_to_next_mistake
from tests.builders import rich
from tests.services.test_spelling import Words


@pytest.fixture
def spelling():
    made = Spelling()
    made.take(Speller(Words("we welcome the fund but not this")))
    return made


@pytest.fixture
def edit(qtbot, spelling):
    made = RichTextEdit(colours=LIGHT)
    qtbot.addWidget(made)
    made.set_spelling(spelling)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def wrong(edit):
    block = edit.text_document.firstBlock()
    text = block.text().encode("utf-16-le")
    return [text[2 * a : 2 * b].decode("utf-16-le") for a, b in mistakes_in(block, edit.spelling)]


def reds(edit):
    """How many pixels wear the colour of a mistake."""
    edit.clearFocus()
    picture = edit.viewport().grab().toImage()
    wanted = LIGHT.misspelt
    return sum(
        abs(picture.pixelColor(x, y).red() - wanted.red()) < 12
        and abs(picture.pixelColor(x, y).green() - wanted.green()) < 12
        for x in range(picture.width())
        for y in range(min(picture.height(), 60))
    )


def test_wrong_words_are_found_beside_emoji_too(edit):
    edit.set_rich_text(rich("We 😀 wellcome the funnd"))

    assert wrong(edit) == ["wellcome", "funnd"]


def test_a_wave_is_drawn_under_a_wrong_word_alone(edit):
    edit.set_rich_text(rich("We welcome the fund"))
    right = reds(edit)
    edit.set_rich_text(rich("We wellcome the fund"))

    assert right == 0
    assert reds(edit) > 10


def test_what_a_merge_field_stands_for_is_never_wrong(edit):
    edit.set_field_values({"organisation": "Hearthsyde"})
    edit.set_rich_text(rich('<p><field name="organisation"/> wellcome</p>'))

    assert wrong(edit) == ["wellcome"]


def test_switched_off_nothing_is_wrong(edit, spelling):
    edit.set_rich_text(rich("We wellcome"))

    spelling.switch(on=False)

    assert wrong(edit) == []


def test_the_menu_offers_other_spellings_and_puts_the_chosen_one_in_as_one_step(edit):
    stack = QUndoStack()
    edit.follow_with(stack)
    edit.set_rich_text(rich("<p>We <strong>wellcome</strong> this</p>"))
    place = edit.cursorForPosition(edit.viewport().rect().topLeft())
    place.setPosition(5)
    menu = edit.context_menu(QPointF(edit.cursorRect(place).center()))

    next(action for action in menu.actions() if action.text() == "wellcome3").trigger()

    assert to_html(edit.rich_text()) == "<p>We <strong>wellcome3</strong> this</p>"
    edit.undo_step()
    assert to_html(edit.rich_text()) == "<p>We <strong>wellcome</strong> this</p>"


def test_the_menu_can_make_a_word_right_from_now_on(edit, spelling, qtbot):
    edit.set_rich_text(rich("We wellcome"))
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    menu = edit.context_menu(QPointF(edit.cursorRect().center()))
    learn = next(action for action in menu.actions() if "wellcome”" in action.text())

    with qtbot.waitSignal(spelling.learned) as learned:
        learn.trigger()

    assert learned.args == ["wellcome"]


def test_a_key_goes_from_one_wrong_word_to_the_next_and_round(edit):
    edit.set_rich_text(rich("<p>We wellcome the fund</p><p>but not thiss</p>"))
    first = mistake_after(edit.text_document, 0, edit.spelling)
    assert first is not None
    second = mistake_after(edit.text_document, first[1], edit.spelling)
    assert second is not None

    assert edit.text_document.findBlock(second[0]).text() == "but not thiss"
    assert mistake_after(edit.text_document, second[1], edit.spelling) == first


def test_going_to_a_wrong_word_opens_what_can_be_done_and_return_takes_the_first(edit, qtbot):
    edit.set_rich_text(rich("We wellcome the fund"))

    assert go_to_next_mistake(edit)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert to_html(edit.rich_text()) == "<p>We wellcome0 the fund</p>"


def test_where_nothing_is_wrong_the_key_says_so(edit, qtbot):
    bar = FormatBar(edit)
    qtbot.addWidget(bar)
    edit.set_rich_text(rich("We welcome the fund"))

    QTest.keyClick(edit, Qt.Key.Key_F7)

    assert QToolTip.text() == "No word here is misspelt."
    assert not go_to_next_mistake(edit)

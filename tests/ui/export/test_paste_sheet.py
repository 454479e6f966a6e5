"""The paste sheet in the window: each answer counted, and copied by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.composing import PlainAnswer
from drafter.domain.records.reports import LimitUnit
from drafter.domain.records.responses import Form
from drafter.ui.export.paste_list import PasteList


def answer(label, text, limit=None):
    return PlainAnswer(
        recommendation=label,
        label=label,
        question="What do you think?",
        text=text,
        count=len(text.split()),
        unit=LimitUnit.WORDS,
        limit=limit,
    )


@pytest.fixture
def shown(qtbot):
    made = PasteList()
    qtbot.addWidget(made)
    made.show_answers(
        (
            answer("Question 1", "Yes, we do.\n\n• one"),
            answer("Question 2", ""),
            answer("Question 3", "No no no", 2),
        )
    )
    made.resize(500, 400)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_copy_takes_one_answer_as_plain_text_alone(qtbot, shown):
    qtbot.mouseClick(shown.cards[0].copy, Qt.MouseButton.LeftButton)

    data = QApplication.clipboard().mimeData()
    assert data.text() == "Yes, we do.\n\n• one"
    assert not data.hasHtml()
    assert shown.cards[0].copy.text() == "Copied"


def test_keys_go_from_answer_to_answer_and_copy(qtbot, shown):
    first, second, third = shown.cards
    first.copy.setFocus()
    qtbot.keyClick(first.copy, Qt.Key.Key_Return)
    qtbot.keyClick(first.copy, Qt.Key.Key_Down)
    assert shown.focusWidget() is third.copy

    qtbot.keyClick(third.copy, Qt.Key.Key_Return)
    qtbot.keyClick(third.copy, Qt.Key.Key_Down)

    assert QApplication.clipboard().text() == "No no no"
    assert (first.copy.text(), third.copy.text()) == ("Copy", "Copied")
    assert not second.copy.isEnabled()


def test_each_says_how_long_it_is(shown):
    said = [each.length.text() for each in shown.cards]

    assert said == ["5 words", "0 words", "3 of 2 words: 1 too many"]
    assert shown.cards[2].length.property("kind") == "bad"


def test_the_same_answers_stay_where_they_are(shown):
    cards = shown.cards

    shown.show_answers(tuple(each.answer for each in cards))

    assert shown.cards is cards


def test_the_window_shows_answers_for_the_paste_sheet_alone(window, choose_form):
    assert window.tabs.count() == 1

    choose_form(window, Form.PASTE_SHEET)
    labels = [each.answer.label for each in window.answers.cards]
    assert window.tabs.currentWidget() is window.answers
    choose_form(window, Form.TABLE)

    assert len(labels) == 2
    assert "We agree with this" in window.answers.cards[0].answer.text
    assert window.tabs.count() == 1
    assert window.tabs.currentWidget() is window.preview

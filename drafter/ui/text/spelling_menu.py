"""What a wrong word offers: other spellings, and to be right from now on."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip

from drafter.ui.text.fields import format_at
from drafter.ui.text.spelling import Span, mistake_after, mistake_at
from drafter.ui.text.typing_edit import TypingEdit
from drafter.ui.widgets.row_menu import pop_up

_KEEP = QTextCursor.MoveMode.KeepAnchor


def offer_spellings(menu: QMenu, edit: TypingEdit, position: int) -> bool:
    """Head a menu with what can be done about the word at a position. Whether it is a wrong one."""
    spelling = edit.spelling
    span = mistake_at(edit.text_document, position, spelling) if spelling is not None else None
    if spelling is None or span is None:
        return False
    word = _selected(edit, span).selectedText()
    offered = spelling.suggestions(word)
    for each in offered:
        menu.addAction(each.replace("&", "&&"), _correction(edit, span, each))
    if not offered:
        menu.addAction("No other spelling is known").setEnabled(False)
    menu.addSeparator()
    menu.addAction(f"Add “{word}” to your organisation’s words", lambda: spelling.learned.emit(word))
    menu.addSeparator()
    return True


def go_to_next_mistake(edit: TypingEdit) -> bool:
    """Select the next wrong word and offer what can be done about it. Whether there is one."""
    spelling = edit.spelling
    cursor = edit.textCursor()
    span = (
        mistake_after(edit.text_document, cursor.selectionEnd(), spelling) if spelling is not None else None
    )
    if span is None:
        return False
    edit.setTextCursor(_selected(edit, span))
    edit.ensureCursorVisible()
    menu = QMenu(edit)
    menu.setAccessibleName("Spelling")
    offer_spellings(menu, edit, span[0])
    place = edit.cursorRect().bottomLeft() + QPoint(0, 4)
    pop_up(menu, edit.viewport().mapToGlobal(place))
    menu.setActiveAction(menu.actions()[0])
    return True


def check_spelling(edit: TypingEdit) -> None:
    """Go to the next wrong word, or say that there is none."""
    if not go_to_next_mistake(edit):
        is_there = edit.spelling is not None and edit.spelling.is_there
        words = "No word here is misspelt." if is_there else "This computer has no British dictionary."
        QToolTip.showText(edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft()), words, edit)


def _selected(edit: TypingEdit, span: Span) -> QTextCursor:
    cursor = QTextCursor(edit.text_document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], _KEEP)
    return cursor


def _correction(edit: TypingEdit, span: Span, word: str) -> Callable[[], None]:
    def correct() -> None:
        look = format_at(edit.text_document, span[0])
        with edit.step("Correct the spelling") as cursor:
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], _KEEP)
            edit.remove(cursor)
            cursor.insertText(word, look)

    return correct

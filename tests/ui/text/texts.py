"""How tests select, paste and read in the editor of a text."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from drafter.domain.richtext_html import to_html

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def written(edit):
    return to_html(edit.rich_text())


def select(edit, start, end=None):
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def at_end(edit):
    edit.moveCursor(QTextCursor.MoveOperation.End)


def pasted(edit, *, html="", text="", data=None):
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    for name, value in (data or {}).items():
        made.setData(name, value)
    edit.insertFromMimeData(made)

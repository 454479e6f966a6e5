"""A small draft in an editor of its own, and how tests go about in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QUndoStack

from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    ResponseId,
    RevisionId,
    SectionId,
)
from drafter.domain.records.responses import Passage, Section, Use
from drafter.ui.text.draft_edit import DraftEdit
from tests.builders import rich

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG_TERM = Use(position=PositionId("position-1"), revision=RevisionId("revision-1"))
REGISTER = Use(position=PositionId("position-2"), revision=RevisionId("revision-2"))


class Draft(DraftEdit):
    """An editor with its own history beside it."""

    stack: QUndoStack


def passage(name, html="", *, answers=(), use=None):
    text = rich(html) if html.startswith("<") or not html else rich(f"<p>{html}</p>")
    return Passage(id=PassageId(name), response=ResponseId("response"), text=text, answers=answers, use=use)


def section(name, *passages, heading=""):
    return Section(id=SectionId(name), heading=heading, passages=passages)


FUNDING = section(
    "s1",
    passage("p1", "We welcome longer grants.", answers=("r1",), use=LONG_TERM),
    passage("p2", "In our county it is overdue.", answers=("r1",)),
    heading="Funding",
)
VOLUNTEERS = section(
    "s2", passage("p3", "A register helps.", answers=("r2",), use=REGISTER), heading="Volunteers"
)


def go(edit, words, *, after=False):
    """Puts the cursor before some words, or behind them."""
    found = edit.document().find(words)
    assert not found.isNull(), words
    found.setPosition(found.selectionEnd() if after else found.selectionStart())
    edit.setTextCursor(found)


def select(edit, first, last):
    """Selects from the first words' start to the last words' end."""
    start, end = edit.document().find(first), edit.document().find(last)
    start.setPosition(start.selectionStart())
    start.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(start)


def passages(edit):
    return [each for one in edit.sections() for each in one.passages]


def said(edit):
    return [each.text.plain for each in passages(edit)]


def shape(edit):
    return [(one.heading, [each.text.plain for each in one.passages]) for one in edit.sections()]


def fields_of(piece):
    return {name: getattr(piece, name) for name in piece.__dataclass_fields__}

"""A text and a draft, each in an editor that is shown and has the keyboard."""

import pytest
from PySide6.QtGui import QUndoStack

from drafter.domain.records.ids import ResponseId
from drafter.ui.text.colours import LIGHT
from drafter.ui.text.draft_document import DraftDocument, fill
from drafter.ui.text.rich_text_edit import RichTextEdit
from tests.ui.text.drafts import Draft


@pytest.fixture
def edit(qtbot):
    made = RichTextEdit(colours=LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


@pytest.fixture
def draft(qtbot):
    """Opens sections in an editor that is shown."""

    edit = Draft(colours=LIGHT)
    qtbot.addWidget(edit)
    edit.resize(1000, 700)
    edit.show()
    qtbot.waitExposed(edit)
    edit.setFocus()

    def open_draft(*sections):
        document = DraftDocument(ResponseId("response"), edit)
        fill(document, sections)
        edit.stack = QUndoStack(edit)
        edit.open(document, edit.stack)
        return edit

    return open_draft

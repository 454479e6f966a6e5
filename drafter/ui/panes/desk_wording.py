"""The whole wording of one position, with its sources, to read before it goes into the draft."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QWidget

from drafter.domain.records.positions import Position, Revision
from drafter.domain.richtext import EMPTY, Source
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.widgets.labels import Elided, ToolButton, button
from drafter.ui.widgets.laying import SPRING, column, row
from drafter.ui.widgets.parts import as_part


class WordingView(QFrame):
    """Read only: it is changed in the library."""

    insert_wanted = Signal()

    def __init__(self, *, insert: QAction, open_it: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_filled = False
        self._title = Elided(bold=True)
        self.text = RichTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("The whole wording")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.set_zoom(90)
        self.text.text_document.setDocumentMargin(8)
        self.sources = Elided(kind="soft")
        self.insert = button("Insert", kind="primary", tip=insert.toolTip())
        self.insert.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.insert.clicked.connect(self.insert_wanted)
        self.open = ToolButton()
        self.open.setDefaultAction(open_it)
        self.open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        layout = column(self._title, spacing=6, margins=(12, 10, 12, 10))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.sources)
        layout.addLayout(row(self.insert, self.open, SPRING))
        self.setLayout(layout)
        self.setMinimumHeight(130)
        as_part(self, "The whole wording")
        self.show_position(None)

    def show_position(self, position: Position | None) -> None:
        """The words in use, and what backs them."""
        revision: Revision | None = position.current if position is not None else None
        self.is_filled = revision is not None
        self._title.setText(revision.title if revision is not None else "")
        self.text.set_rich_text(revision.text if revision is not None else EMPTY)
        sources = revision.sources if revision is not None else ()
        self.sources.setText(f"Source: {'; '.join(map(source_words, sources))}" if sources else "")
        self.sources.setVisible(bool(sources))
        self.insert.setEnabled(revision is not None)


def source_words(source: Source) -> str:
    """Title, publisher and date, as a reader would be told."""
    return ", ".join(filter(None, (source.title, source.publisher, source.date)))

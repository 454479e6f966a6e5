"""A footnote beside the page: its words, and the source that they rest on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.richtext import Footnote, Source, clean_characters, clean_source
from drafter.ui.text.link_dialog import mended_address

_PARTS = (
    ("title", "Source &title", "Funding that lasts"),
    ("publisher", "&Publisher", "Who published it"),
    ("date", "&Date", "March 2026"),
    ("address", "&Address", "https://example.org/report"),
)


class FootnoteDialog(QDialog):
    """Asks for a footnote. Words or a source are enough; neither, and there is no footnote."""

    def __init__(self, parent: QWidget | None = None, *, note: Footnote | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("FootnoteDialog")
        self.setWindowTitle("Edit footnote" if note is not None else "Insert footnote")
        self.setMinimumWidth(460)
        self._removed = False
        self.words = self._make_words("" if note is None else note.text)
        self.lines: dict[str, QLineEdit] = {}
        form = self._make_form(note.source if note is not None else None)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        if note is not None:
            remove = self.buttons.addButton("&Remove footnote", QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.words.textChanged.connect(self._judge)
        self._judge()
        self.words.setFocus()

    def _make_words(self, text: str) -> QPlainTextEdit:
        words = QPlainTextEdit(text)
        words.setAccessibleName("Footnote")
        words.setPlaceholderText("What the footnote says")
        words.setTabChangesFocus(True)
        words.setFixedHeight(words.fontMetrics().lineSpacing() * 4 + 16)
        words.installEventFilter(self)
        return words

    def _make_form(self, source: Source | None) -> QFormLayout:
        form = QFormLayout()
        form.addRow("&Footnote", self.words)
        for name, label, hint in _PARTS:
            line = QLineEdit("" if source is None else getattr(source, name))
            line.setPlaceholderText(hint)
            line.setAccessibleName(label.replace("&", ""))
            line.textChanged.connect(self._judge)
            form.addRow(label, line)
            self.lines[name] = line
        return form

    @property
    def note(self) -> Footnote | None:
        """The footnote; nothing where it is to go."""
        if self._removed:
            return None
        text = " ".join(clean_characters(self.words.toPlainText()).split())
        given = {name: line.text() for name, line in self.lines.items()}
        given["address"] = mended_address(given["address"])
        source = clean_source(Source(**given))
        return Footnote(text=text, source=source if source != Source(title="") else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A footnote is one paragraph: Return in it means done.
        if watched is self.words and isinstance(event, QKeyEvent) and _is_done(event):
            self._ok.click()
            return True
        return super().eventFilter(watched, event)

    def _judge(self) -> None:
        self._ok.setEnabled(self.note != Footnote(text=""))

    def _remove(self) -> None:
        self._removed = True
        self.accept()


def _is_done(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}

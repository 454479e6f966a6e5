"""The wording that joins two: both are shown, a person writes what holds from now on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from drafter.domain.records.positions import Wording
from drafter.services.lookalikes import Sides
from drafter.ui.dialogs.look_alikes_sides import TwoSides
from drafter.ui.icons import icon
from drafter.ui.schemes import scheme_of
from drafter.ui.text.format_bar import PICTURED, FormatBar
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.text.spelling import Spelling
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, row


class MergeDialog(QDialog):
    """Begins with the left words; Ctrl+Enter saves."""

    merged = Signal(object)
    """The Wording, of the position that goes on."""

    def __init__(self, sides: Sides, spelling: Spelling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1060, 660)
        self._sides = sides
        self._is_one = sides[0].position == sides[1].position
        self.setWindowTitle("Merge two wordings" if self._is_one else "Merge two positions")
        self.title = QLineEdit()
        self.title.setAccessibleName("Title")
        self.text = RichTextEdit()
        self.text.setAccessibleName("Wording that joins both")
        self.text.set_spelling(spelling)
        self.take_left = button("Take the &left words", tip="Into the wording below (Ctrl+1)")
        self.take_right = button("Take the &right words", tip="Into the wording below (Ctrl+2)")
        self.save = button("Save the wording", kind="primary", tip="Ctrl+Enter")
        self._lay_out()
        for each, key, side in ((self.take_left, "Ctrl+1", 0), (self.take_right, "Ctrl+2", 1)):
            each.clicked.connect(lambda _checked, which=side: self._take(which))
            QShortcut(QKeySequence(key), self, each.click)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save.click)
        self.text.text_document.contentsChanged.connect(self._judge)
        self._take(0)
        self.text.setFocus()

    @property
    def wording(self) -> Wording:
        """As it stands below, with the sources of both."""
        first, second = (each.wording for each in self._sides)
        return Wording(
            position=first.position,
            title=self.title.text(),
            text=self.text.rich_text(),
            sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
        )

    def accept(self) -> None:
        if self.save.isEnabled():
            wording = self.wording
            super().accept()
            self.merged.emit(wording)

    def _lay_out(self) -> None:
        both = TwoSides()
        said = both.show_sides(self._sides)
        bar = FormatBar(self.text)
        scheme = scheme_of(QApplication.palette())
        bar.set_icons(lambda name: icon(name, scheme) if name in PICTURED else QIcon())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        told = (
            "Two people reworded this apart. What you write here follows both; it is a draft until approved."
            if self._is_one
            else f"“{self._sides[0].wording.title}” goes on with the words below, and with the history and "
            "uses of both. The other is retired."
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(8)
        whole.addWidget(Heading("The wording that joins both", factor=1.3))
        whole.addWidget(text_label(f"{told} {said}", kind="soft"))
        whole.addWidget(both, 5)
        whole.addLayout(row(self.take_left, self.take_right, SPRING))
        whole.addWidget(self.title)
        whole.addWidget(bar)
        whole.addWidget(self.text, 5)
        whole.addWidget(buttons)

    def _take(self, which: int) -> None:
        wording = self._sides[which].wording
        self.title.setText(wording.title)
        self.text.set_rich_text(wording.text)
        self.text.setFocus()

    def _judge(self) -> None:
        self.save.setEnabled(not self.text.text_document.isEmpty())

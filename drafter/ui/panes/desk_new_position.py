"""Own words become a position: its title, what it is for and its themes, all suggested; Enter accepts."""

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from drafter.domain.records.positions import Kind
from drafter.domain.richtext import RichText
from drafter.services.tying import Suggested
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.last_word import LastWordCompleter
from drafter.ui.widgets.laying import column

_MOST = 300
"""So many characters of the words are shown again."""


class NewPositionDialog(QDialog):
    """`wanted` brings what she made of the suggestion."""

    wanted = Signal(Suggested)

    def __init__(
        self, text: RichText, suggested: Suggested, themes: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("New position")
        self.setMinimumWidth(560)
        self._suggested = suggested
        self.title = _line("Title", "What she will look for", suggested.title)
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind")
        for kind in Kind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.kind.setCurrentIndex(self.kind.findData(suggested.kind))
        self.themes = _line("Themes", "Themes, with commas between", ", ".join(suggested.themes))
        self.themes.setCompleter(LastWordCompleter(QStringListModel(list(themes), self), self))
        self.add = button("Add to the library", kind="primary")
        self._lay_out(text)
        self.title.textChanged.connect(lambda words: self.add.setEnabled(bool(words.strip())))
        self.title.selectAll()
        self.title.setFocus()

    def accept(self) -> None:
        themes = (" ".join(each.split()) for each in self.themes.text().split(","))
        given = replace(
            self._suggested,
            title=" ".join(self.title.text().split()),
            kind=Kind(self.kind.currentData()),
            themes=tuple(dict.fromkeys(filter(None, themes))),
        )
        super().accept()
        self.wanted.emit(given)

    def _lay_out(self, text: RichText) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.addRow("&Title", self.title)
        form.addRow("&Kind", self.kind)
        form.addRow("The&mes", self.themes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        said = text.plain if len(text.plain) <= _MOST else f"{text.plain[:_MOST].rstrip()} …"
        self.setLayout(
            column(
                Heading("New position from these words", factor=1.3),
                text_label(said, kind="soft"),
                form,
                text_label(self._sources(), kind="soft"),
                buttons,
                margins=(24, 20, 24, 18),
            )
        )
        self.add.setDefault(True)  # only now: before it is in the dialog, Qt would let Return cancel

    def _sources(self) -> str:
        many = len(self._suggested.sources)
        said = "It joins the library as a draft, to be approved."
        if not many:
            return said
        what = "1 footnote or link comes" if many == 1 else f"{many} footnotes and links come"
        return f"{said} {what} along as its source{'s' if many > 1 else ''}."


def _line(name: str, placeholder: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made

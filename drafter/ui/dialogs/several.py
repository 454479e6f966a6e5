"""The same change to several positions: what is filled in is set for all, the rest stays as it is."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.records.positions import Status
from drafter.services.several import Wish
from drafter.ui.widgets.day_edit import DayEdit
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.last_word import LastWordCompleter
from drafter.ui.widgets.laying import row

_AS_IT_IS, _BY_KIND, _ON_DAY, _NEVER = "as it is", "by kind", "on a day", "none"


class SeveralDialog(QDialog):
    """Enter changes them all, as one step that Undo takes back."""

    wished = Signal(object)
    """A Wish."""

    def __init__(
        self,
        many: int,
        themes: tuple[str, ...],
        owners: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Change several")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.add_themes = _line("Themes to add", "With commas between")
        self.drop_themes = _line("Themes to take away", "With commas between")
        for line in (self.add_themes, self.drop_themes):
            line.setCompleter(LastWordCompleter(QStringListModel(list(themes), self), self))
        self.owner = _line("Owner", "As it is")
        completer = QCompleter(list(owners), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.owner.setCompleter(completer)
        self.no_owner = QCheckBox("&No owner")
        self.status = QComboBox()
        self.status.setAccessibleName("Status")
        self.status.addItem("As it is", None)
        for status in Status:
            self.status.addItem(status.value.capitalize(), status)
        self.review = QComboBox()
        self.review.setAccessibleName("Review by")
        for words, what in (
            ("As it is", _AS_IT_IS),
            ("Counted from today, by kind", _BY_KIND),
            ("On this day", _ON_DAY),
            ("No date", _NEVER),
        ):
            self.review.addItem(words, what)
        self.day = DayEdit(name="Review by this day", none="Choose a day")
        self.day.show_day(None)
        self._lay_out(many)
        self._connect()
        self._judge()

    @property
    def wish(self) -> Wish:
        """What is filled in."""
        status = self.status.currentData()
        owner = " ".join(self.owner.text().split())
        review = self.review.currentData()
        return Wish(
            add_themes=_themes(self.add_themes),
            drop_themes=_themes(self.drop_themes),
            owner="" if self.no_owner.isChecked() else owner or None,
            status=Status(status) if status else None,
            sets_review=review in {_ON_DAY, _NEVER},
            review_by=self.day.day if review == _ON_DAY else None,
            review_by_kind=review == _BY_KIND,
        )

    def accept(self) -> None:
        if not self.yes.isEnabled():
            return
        wish = self.wish
        super().accept()
        self.wished.emit(wish)

    def _lay_out(self, many: int) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow("&Add themes", self.add_themes)
        form.addRow("&Take away", self.drop_themes)
        form.addRow(_label("&Owner", self.owner), row(self.owner, self.no_owner))
        form.addRow("&Status", self.status)
        form.addRow(_label("&Review by", self.review), row(self.review, self.day))
        self.yes = button(f"Change {many:,}", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading(f"Change {many:,} positions", factor=1.3))
        column.addWidget(
            text_label("What you leave empty stays as it is. One Undo takes it back.", kind="soft")
        )
        column.addLayout(form)
        column.addSpacing(6)
        column.addWidget(buttons)
        self.yes.setDefault(True)

    def _connect(self) -> None:
        for line in (self.add_themes, self.drop_themes, self.owner):
            line.textChanged.connect(self._judge)
        self.no_owner.toggled.connect(self._judge)
        self.status.currentIndexChanged.connect(self._judge)
        self.review.currentIndexChanged.connect(self._judge)
        self.day.dateChanged.connect(self._on_day)

    def _on_day(self) -> None:
        if self.day.day is not None:
            self.review.setCurrentIndex(self.review.findData(_ON_DAY))
        self._judge()

    def _judge(self) -> None:
        self.day.setVisible(self.review.currentData() == _ON_DAY)
        self.owner.setEnabled(not self.no_owner.isChecked())
        wish = self.wish
        is_dated = not wish.sets_review or wish.review_by is not None or self.review.currentData() == _NEVER
        self.yes.setEnabled(wish != Wish() and is_dated)


def _themes(line: QLineEdit) -> tuple[str, ...]:
    parted = (" ".join(each.split()) for each in line.text().split(","))
    return tuple(dict.fromkeys(filter(None, parted)))


def _label(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    return label


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    return line

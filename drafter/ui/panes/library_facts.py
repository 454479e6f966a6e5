"""What is known about a position besides its words: kind, usual stance, themes, owner, review date."""

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QGridLayout, QLineEdit, QWidget

from drafter.domain.records.positions import Facts, Kind
from drafter.domain.records.stances import Stance
from drafter.ui.widgets.day_edit import DayEdit
from drafter.ui.widgets.last_word import LastWordCompleter


class FactsForm(QWidget):
    """Two columns of fields; `edited` after each change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._kind = QComboBox()
        for kind in Kind:
            self._kind.addItem(kind.value.capitalize(), kind)
        self._stance = QComboBox()
        self._stance.addItem("None in particular", None)
        for stance in Stance:
            self._stance.addItem(stance.phrase, stance)
        self._themes = _line("Themes, with commas between")
        self._owner = _line("Who answers for it")
        self._known_themes, self._known_owners = QStringListModel(self), QStringListModel(self)
        self._themes.setCompleter(LastWordCompleter(self._known_themes, self))
        self._owner.setCompleter(_completer(self._known_owners, self))
        self._review = DayEdit(name="Review by", none="No date")
        self._lay_out()
        self._connect()

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The fields that are typed in."""
        return self._owner, self._themes

    def show_facts(self, facts: Facts) -> None:
        """Fill in without telling that it was edited."""
        self.blockSignals(True)
        self._facts = facts
        self._kind.setCurrentIndex(self._kind.findData(facts.kind))
        self._stance.setCurrentIndex(self._stance.findData(facts.stance) if facts.stance else 0)
        self._themes.setText(", ".join(facts.themes))
        self._owner.setText(facts.owner)
        self._review.show_day(facts.review_by)
        self.blockSignals(False)

    def offer(self, themes: tuple[str, ...], owners: tuple[str, ...]) -> None:
        """Complete from these while she types."""
        self._known_themes.setStringList(themes)
        self._known_owners.setStringList(owners)

    @property
    def facts(self) -> Facts | None:
        """What stands in the fields; None while nothing is shown."""
        if self._facts is None:
            return None
        themes = (" ".join(each.split()) for each in self._themes.text().split(","))
        return replace(
            self._facts,
            kind=Kind(self._kind.currentData()),  # Qt hands back the plain string that it is
            stance=Stance(stance) if (stance := self._stance.currentData()) else None,
            themes=tuple(dict.fromkeys(filter(None, themes))),
            owner=" ".join(self._owner.text().split()),
            review_by=self._review.day,
        )

    def _lay_out(self) -> None:
        left, right = QFormLayout(), QFormLayout()
        for form in (left, right):
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
            form.setHorizontalSpacing(10)
            form.setVerticalSpacing(6)
        left.addRow("&Kind", self._kind)
        left.addRow("&Owner", self._owner)
        right.addRow("Usual s&tance", self._stance)
        right.addRow("Review &by", self._review)
        below = QFormLayout()
        below.setHorizontalSpacing(10)
        below.addRow("The&mes", self._themes)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addLayout(below, 1, 0, 1, 2)
        names = ("Kind", "Usual stance", "Themes", "Owner", "Review by")
        widgets = (self._kind, self._stance, self._themes, self._owner, self._review)
        for name, widget in zip(names, widgets, strict=True):
            widget.setAccessibleName(name)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._tell)
        self._stance.currentIndexChanged.connect(self._tell)
        self._themes.textChanged.connect(self._tell)
        self._owner.textChanged.connect(self._tell)
        self._review.dateChanged.connect(self._tell)

    def _tell(self) -> None:
        self.edited.emit()


def _completer(known: QStringListModel, parent: QWidget) -> QCompleter:
    made = QCompleter(known, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made


def _line(placeholder: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    return made

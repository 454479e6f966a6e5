"""The form of an export and its options, those alone that the form has."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QWidget

from drafter.domain.composing import Choices
from drafter.domain.records.responses import Form
from drafter.services.exporting import FORMS
from drafter.ui.widgets.labels import Elided, text_label
from drafter.ui.widgets.laying import column

_FORM_WORDS = {
    Form.STATEMENT: ("&Statement", "Headline and running text"),
    Form.POINT_BY_POINT: ("&Point by point", "Recommendation, position, answer"),
    Form.TABLE: ("Ta&ble", "The same, in three columns"),
    Form.WRITTEN_EVIDENCE: ("&Written evidence", "For a committee, paragraphs numbered"),
    Form.PASTE_SHEET: ("Paste s&heet", "Plain answers for an online form"),
}
_TO_POINTS = frozenset({Form.POINT_BY_POINT, Form.TABLE, Form.PASTE_SHEET})
_WITH_ANNEXES = frozenset(Form) - {Form.PASTE_SHEET}
_OPTIONS = (
    ("list_unanswered", "&List what is not answered", _TO_POINTS),
    ("quote_recommendations", "&Quote recommendations", frozenset({Form.POINT_BY_POINT, Form.TABLE})),
    ("about_us", "Say who we &are", frozenset({Form.STATEMENT, Form.WRITTEN_EVIDENCE})),
    ("contact", "Add your co&ntact", frozenset({Form.STATEMENT})),
)
_ANNEXES = (
    ("annex_positions", "Pos&itions", "A table of your positions by recommendation"),
    ("annex_sources", "S&ources", "The sources that are cited, each once"),
    ("annex_earlier", "Sai&d before", "What earlier responses said in the same agreed words"),
)


class FormBox(QWidget):
    """Radio buttons for the form, check boxes for its options."""

    changed = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = QButtonGroup(self)
        self._boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._annexes = text_label("Annexes:", kind="soft", wrap=False)
        self.setLayout(column(self._form_rows(choices), 4, self._option_rows(choices), spacing=4))
        self._follow()

    @property
    def choices(self) -> Choices:
        """What is chosen now; an option that the form has not keeps its usual value."""
        form = self.form
        said: dict[str, Any] = {
            name: box.isChecked() for name, box in self._boxes.items() if form in _forms_of(name)
        }
        return replace(Choices(form=form), **said)

    @property
    def form(self) -> Form:
        return FORMS[max(self._forms.checkedId(), 0)]

    def begin(self) -> None:
        """Keys go to the form that is chosen."""
        self._forms.buttons()[FORMS.index(self.form)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_rows(self, choices: Choices) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(1)
        for row, form in enumerate(FORMS):
            name, what = _FORM_WORDS[form]
            radio = QRadioButton(name)
            radio.setObjectName(f"form-{form.value}")
            radio.setToolTip(what)
            radio.setAccessibleDescription(what)
            radio.setChecked(form is choices.form)
            radio.toggled.connect(self._on_form)
            self._forms.addButton(radio, row)
            described = Elided(what, kind="soft")
            rows.addWidget(radio, row, 0)
            rows.addWidget(described, row, 1)
        rows.setColumnStretch(1, 1)
        return rows

    def _option_rows(self, choices: Choices) -> QGridLayout:
        for name, words, _forms in _OPTIONS:
            self._box(name, words, getattr(choices, name))
        for name, words, tip in _ANNEXES:
            self._box(name, words, getattr(choices, name)).setToolTip(tip)
        return self._grid

    def _box(self, name: str, words: str, checked: bool) -> QCheckBox:
        box = self._boxes[name] = QCheckBox(words)
        box.setObjectName(f"option-{name}")
        box.setChecked(checked)
        box.toggled.connect(self.changed)
        return box

    def _on_form(self, is_on: bool) -> None:
        if is_on:
            self._follow()
            self.changed.emit()

    def _follow(self) -> None:
        """Show the options that the form has, two beside each other, and the annexes in a line."""
        while self._grid.count():
            self._grid.takeAt(0)
        shown = [self._boxes[name] for name, _, forms in _OPTIONS if self.form in forms]
        for number, box in enumerate(shown):
            self._grid.addWidget(box, number // 2, (number % 2) * 2, 1, 2)
        has_annexes = self.form in _WITH_ANNEXES
        if has_annexes:
            self._grid.addWidget(self._annexes, 2, 0)
            for at, (name, *_rest) in enumerate(_ANNEXES, start=1):
                self._grid.addWidget(self._boxes[name], 2, at)
        self._annexes.setVisible(has_annexes)
        for name, box in self._boxes.items():
            box.setVisible(self.form in _forms_of(name))


def _forms_of(option: str) -> frozenset[Form]:
    return next((forms for name, _, forms in _OPTIONS if name == option), _WITH_ANNEXES)

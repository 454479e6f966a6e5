"""The four fields that say who an officer is."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from drafter.domain.records.people import Person
from drafter.ui.widgets.labels import text_label

FIELDS = (
    ("name", "&Name", "Asha Verma"),
    ("role", "&Role", "Policy and Public Affairs Manager"),
    ("organisation", "&Organisation", "Your organisation’s name, as statements print it"),
    ("contact", "&Contact", "An e-mail address or a telephone number"),
)


class PersonForm(QWidget):
    """Reads and gives a Person; every field may stay empty."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._lines: dict[str, QLineEdit] = {}
        for name, label, hint in FIELDS:
            line = QLineEdit(getattr(person, name))
            line.setPlaceholderText(hint)
            line.setObjectName(name)
            line.setAccessibleName(label.replace("&", ""))
            line.setMaxLength(300)
            words = text_label(label, wrap=False)
            words.setBuddy(line)
            form.addRow(words, line)
            self._lines[name] = line

    @property
    def person(self) -> Person:
        given = {name: " ".join(line.text().split()) for name, line in self._lines.items()}
        return Person(**given)

    def begin(self) -> None:
        self._lines["name"].setFocus()

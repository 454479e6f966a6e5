"""The template of an export: chosen by name, and what was found in it, in plain words."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from drafter.services.templates import OWN_NAME, Looked, TemplateHealth, is_there, known_templates
from drafter.settings import Preferences
from drafter.ui.dialogs.files import ask_which_template
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import column, row

_ADD = "Another Word file…"


class TemplateBox(QWidget):
    """`chosen` brings a path, or None for Drafter's own; `added` a file that is not among hers yet."""

    chosen = Signal(object)
    added = Signal(str)
    styles_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.setAccessibleName("Word template")
        self.combo.setToolTip("The Word file whose styles, header and footer the export takes")
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.setMinimumContentsLength(8)
        self.combo.activated.connect(self._on_activated)
        self.styles = button("St&yles…", tip="Which of the template's styles each part of a response takes")
        self.styles.clicked.connect(self.styles_wanted)
        self.health = text_label(kind="soft")
        self.health.setObjectName("template-health")
        label = QLabel("Wo&rd template:")
        label.setBuddy(self.combo)
        self.setLayout(column(self._row(label), self.health, spacing=4))

    def _row(self, label: QLabel) -> QHBoxLayout:
        made = row(label, spacing=8)
        made.addWidget(self.combo, 1)
        made.addWidget(self.styles)
        return made

    def show_templates(self, preferences: Preferences, chosen: Path | None) -> None:
        """All of hers by name; one whose file has gone says so."""
        known = [(each.name, each.path) for each in known_templates(preferences)]
        if chosen is not None and chosen not in [path for _, path in known]:
            known.append((chosen.stem, chosen))
        self.combo.clear()
        self.combo.addItem(OWN_NAME, None)
        for name, path in known:
            self.combo.addItem(name if is_there(path) else f"{name} (not there)", path)
            self.combo.setItemData(self.combo.count() - 1, str(path), _TIP)
        self.combo.addItem(_ADD)
        self._select(chosen)
        self._chosen = chosen
        self.styles.setEnabled(chosen is not None and is_there(chosen))

    def show_found(self, looked: Looked | None, trouble: str = "") -> None:
        """What the template lacks and what was made up; or why it cannot be used."""
        words = trouble or (_health_words(looked.health) if looked is not None else "")
        self.health.setProperty("kind", "bad" if trouble else "soft")
        self.health.style().unpolish(self.health)
        self.health.style().polish(self.health)
        self.health.setText(words)
        self.health.setVisible(bool(words))
        whole = "\n".join(looked.health.findings) if looked is not None else ""
        self.health.setToolTip(whole)
        self.health.setAccessibleName(trouble or whole)

    def choose_file(self) -> None:
        """Ask for a Word file that is not among hers yet."""
        ask_which_template(self, lambda chosen: self.added.emit(str(chosen)))

    def _select(self, path: Path | None) -> None:
        at = next((n for n in range(self.combo.count()) if self.combo.itemData(n) == path), 0)
        self.combo.setCurrentIndex(at)

    def _on_activated(self, at: int) -> None:
        if self.combo.itemText(at) == _ADD and at == self.combo.count() - 1:
            self._select(self._chosen)
            self.choose_file()
            return
        path = self.combo.itemData(at)
        self._chosen = path
        self.styles.setEnabled(path is not None and is_there(path))
        self.chosen.emit(path)


_TIP = 3
"""Qt's role of tooltips, as a number: items of a combo box take no enum here."""


def _health_words(health: TemplateHealth) -> str:
    """The first finding, and how many more there are: the rest is in “Styles…” and the tooltip."""
    if not health.findings:
        return ""
    more = len(health.findings) - 1
    rest = f" {more} more {'note' if more == 1 else 'notes'}: see Styles…" if more else ""
    return f"{health.findings[0]}{rest}"

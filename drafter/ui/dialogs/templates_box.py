"""Her Word templates in Settings: added, named, taken away, one of them the usual."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from drafter.domain.errors import BadInput
from drafter.services.templates import (
    OWN_NAME,
    add_template,
    is_there,
    known_templates,
    make_usual,
    missing_sentence,
    name_of,
    remove_template,
    rename_template,
)
from drafter.settings import Preferences
from drafter.ui.dialogs.files import ask_which_template
from drafter.ui.icons import SIZE, icon
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import SPRING, column, row

_PATH = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _ROW = 104, 30


class TemplatesBox(QWidget):
    """Works on preferences that are kept when Settings is saved."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.list = QListWidget()
        self.list.setAccessibleName("Word templates")
        self.list.setFixedHeight(_HEIGHT)
        self.list.setIconSize(QSize(SIZE, SIZE))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.currentItemChanged.connect(self._follow)
        self.list.itemChanged.connect(self._on_edited)
        self.list.itemActivated.connect(self._make_usual)
        self.list.installEventFilter(self)
        self.words = text_label(kind="soft")
        self.words.setObjectName("template-words")
        self.add = button("&Add…", tip="A Word file whose styles, header and footer your responses take")
        self.add.clicked.connect(self._choose)
        self.usual = button("Make it the &usual one", tip="Take it wherever no other is chosen (Enter)")
        self.usual.clicked.connect(self._make_usual)
        self.rename = button("Rena&me", kind="plain", tip="Call it something else (F2)")
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.remove = button("Remo&ve", kind="plain", tip="Forget it; its file stays (Delete)")
        self.remove.clicked.connect(self._remove)
        buttons = row(self.add, self.usual, SPRING, self.rename, self.remove)
        self.setLayout(column(self.list, self.words, buttons, spacing=6))
        self._fill(preferences.template)

    def take(self, path: Path) -> None:
        """Add this file and show it; what cannot be used is told in words."""
        try:
            self.preferences = add_template(self.preferences, path)
        except BadInput as error:
            self._say(error.sentence, is_bad=True)
            return
        self._fill(path)
        self.changed.emit()

    @property
    def current(self) -> Path | None:
        item = self.list.currentItem()
        path = item.data(_PATH) if item is not None else None
        return path if isinstance(path, Path) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and self.list.hasFocus():  # keys of a name that is being typed come by, too
            act = {
                int(Qt.Key.Key_Delete): self._remove,
                int(Qt.Key.Key_Return): self._make_usual,
                int(Qt.Key.Key_Enter): self._make_usual,
            }.get(event.key())  # type: ignore[attr-defined] # it is a QKeyEvent
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    # --- showing

    def _fill(self, chosen: Path | None) -> None:
        usual = self.preferences.template
        self.list.blockSignals(True)
        self.list.clear()
        self._item(OWN_NAME, None, is_usual=usual is None)
        for each in known_templates(self.preferences):
            self._item(each.name, each.path, is_usual=each.path == usual)
        at = next((n for n in range(self.list.count()) if self.list.item(n).data(_PATH) == chosen), 0)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self._follow()

    def _item(self, name: str, path: Path | None, *, is_usual: bool) -> None:
        item = QListWidgetItem(name)
        item.setData(_PATH, path)
        item.setData(_NAME, name)
        said = f"{name}, the usual one" if is_usual else name
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setSizeHint(QSize(0, _ROW))
        blank = QPixmap(SIZE, SIZE)
        blank.fill(Qt.GlobalColor.transparent)
        item.setIcon(QIcon(blank))
        scheme = scheme_of(QApplication.palette())
        if is_usual:
            font = item.font()
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
            item.setIcon(icon("check", scheme))
        elif not is_there(path):
            item.setIcon(icon("warning", scheme))
        if path is not None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(str(path))
        self.list.addItem(item)

    def _follow(self) -> None:
        path = self.current
        self.usual.setEnabled(path != self.preferences.template)
        self.rename.setEnabled(path is not None)
        self.remove.setEnabled(path is not None)
        usual = "The usual one. " if path == self.preferences.template else ""
        if path is None:
            self._say(f"{usual}It comes with Drafter and has all that a response needs.")
        elif not is_there(path):
            self._say(missing_sentence(path), is_bad=True)
        else:
            self._say(f"{usual}{path}")

    def _say(self, words: str, *, is_bad: bool = False) -> None:
        self.words.setProperty("kind", "bad" if is_bad else "soft")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(words)

    # --- acting

    def _choose(self) -> None:
        ask_which_template(self, self.take)

    def _make_usual(self) -> None:
        self.preferences = make_usual(self.preferences, self.current)
        self._fill(self.current)
        self.changed.emit()

    def _remove(self) -> None:
        if (path := self.current) is not None:
            self.preferences = remove_template(self.preferences, path)
            self._fill(None)
            self.changed.emit()

    def _on_edited(self, item: QListWidgetItem) -> None:
        """The name was typed over. The item stays: its editor still has to close."""
        path, name = item.data(_PATH), item.text()
        if path is None or name == item.data(_NAME):
            return
        try:
            self.preferences = rename_template(self.preferences, path, name)
        except BadInput as error:
            item.setText(item.data(_NAME))
            self._say(error.sentence, is_bad=True)
            return
        kept = name_of(self.preferences, path)
        item.setData(_NAME, kept)
        item.setText(kept)
        self.changed.emit()

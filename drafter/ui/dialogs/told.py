"""“What have we told government about …?”: every use that went out, narrowed by words, theme and time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.fields import british_date
from drafter.services.told import About, Told, about
from drafter.ui.dialogs.files import TABLE, ask_where
from drafter.ui.widgets.day_edit import DayEdit
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import row

_COLUMNS = ("When", "To", "Response", "Answered", "Stance", "Position", "How")
_WIDTHS = (130, 180, 150, 110, 170)
"""Of all but the first, which is as wide as a day, and the last, which takes the rest."""
_ROUND = 20
"""What a cell leaves free around its text."""
_MOST = 1_000
_QUIET = 120
"""Milliseconds after the last key until the table follows."""


class ToldDialog(QDialog):
    """What is shown can be written to a file, for Word or for a spreadsheet."""

    response_opened = Signal(str)
    position_wanted = Signal(str)
    write_wanted = Signal(object, object, object)
    """What is listed, what was asked for (About), and the Path to write it to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What have we told them?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1220, 620)
        self._all: tuple[Told, ...] = ()
        self._found: tuple[Told, ...] = ()
        self._make_fields()
        self._make_parts()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._lay_out()
        self._connect()
        self._choose()
        self.words.setFocus()

    def show_all(self, found: Sequence[Told]) -> None:
        """What was read from the library."""
        self._all = tuple(found)
        themes = sorted({name for each in self._all for name in each.themes}, key=str.casefold)
        for name in themes:
            self.theme.addItem(name, name)
        self._narrow()

    @property
    def wanted(self) -> About:
        return About(
            words=self.words.text(),
            theme=self.theme.currentData(),
            since=self.since.day,
            until=self.until.day,
        )

    def _make_fields(self) -> None:
        self.words = QLineEdit()
        self.words.setPlaceholderText("About: words in what was said or asked, the response, to whom")
        self.words.setAccessibleName("About")
        self.words.setClearButtonEnabled(True)
        self.theme = QComboBox()
        self.theme.setAccessibleName("Theme")
        self.theme.addItem("Every theme", "")
        self.since = DayEdit(name="Since", none="From the start")
        self.until = DayEdit(name="Until", none="Until today")
        for day in (self.since, self.until):
            day.show_day(None)

    def _make_parts(self) -> None:
        self.table = QTreeWidget()
        self.table.setAccessibleName("What went out, newest first")
        self.table.setHeaderLabels(list(_COLUMNS))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        day = self.fontMetrics().horizontalAdvance("00 September 0000") + _ROUND
        for column, width in enumerate((day, *_WIDTHS)):
            self.table.header().resizeSection(column, width)
        self.table.header().setSectionResizeMode(len(_COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.said = QPlainTextEdit()
        self.said.setReadOnly(True)
        self.said.setAccessibleName("What was said")
        self._count = text_label("Reading what went out…", kind="soft")
        self.open_it = button("&Open the response", tip="On the desk (Enter)")
        self.show_it = button("Show the &position", tip="In the library")
        self.write = button("&Write to a file…", tip="What is listed, for Word or for a spreadsheet")

    def _lay_out(self) -> None:
        theme, since, until = QLabel("&Theme"), QLabel("&Since"), QLabel("&Until")
        for label, field in ((theme, self.theme), (since, self.since), (until, self.until)):
            label.setBuddy(field)
        filters = row(self.words, theme, self.theme, since, self.since, until, self.until)
        filters.setStretch(0, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.said)
        parts.setSizes([340, 140])
        parts.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for each in (self.open_it, self.show_it, self.write):
            buttons.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(Heading("What have we told them?", factor=1.3))
        whole.addLayout(filters)
        whole.addWidget(self._count)
        whole.addWidget(parts, 1)
        whole.addWidget(buttons)
        self.open_it.setDefault(True)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._quiet.start)
        self._quiet.timeout.connect(self._narrow)
        self.theme.currentIndexChanged.connect(self._narrow)
        self.since.dateChanged.connect(self._narrow)
        self.until.dateChanged.connect(self._narrow)
        self.table.currentItemChanged.connect(self._choose)
        self.table.itemDoubleClicked.connect(self._open)  # Enter in the table is the button’s
        self.open_it.clicked.connect(self._open)
        self.show_it.clicked.connect(self._show)
        self.write.clicked.connect(self._choose_file)

    def _narrow(self) -> None:
        self._found = about(self._all, self.wanted)
        self.table.clear()
        self.table.addTopLevelItems([_item(each) for each in self._found[:_MOST]])
        if (first := self.table.topLevelItem(0)) is not None:
            self.table.setCurrentItem(first)
        self._count.setText(self._counted())
        self.write.setEnabled(bool(self._found))
        self._choose()

    def _counted(self) -> str:
        if not self._all:
            return "Nothing yet: what a response says is remembered when it is exported, signed off or sent."
        many = len(self._found)
        said = f"{many:,} of {len(self._all):,} times" if many < len(self._all) else f"{many:,} times"
        return f"{said}, the newest {_MOST:,} of them here" if many > _MOST else said

    @property
    def current(self) -> Told | None:
        item = self.table.currentItem()
        at = self.table.indexOfTopLevelItem(item) if item is not None else -1
        return self._found[at] if 0 <= at < len(self._found) else None

    def _choose(self) -> None:
        now = self.current
        self.said.setPlainText(now.words if now is not None else "")
        for each in (self.open_it, self.show_it):
            each.setEnabled(now is not None)

    def _open(self) -> None:
        if (now := self.current) is not None:
            self.accept()
            self.response_opened.emit(now.response)

    def _show(self) -> None:
        if (now := self.current) is not None:
            self.accept()
            self.position_wanted.emit(now.position)

    def _choose_file(self) -> None:
        kinds = ("A Word document (*.docx)", TABLE)
        ask_where(self, "Write what is listed to a file", "what we said.docx", kinds, self.write_to)

    def write_to(self, name: str) -> None:
        self.write_wanted.emit(self._found, self.wanted, Path(name))


def _item(each: Told) -> QTreeWidgetItem:
    cells = (
        british_date(each.at.astimezone().date()),
        each.to,
        each.response_title,
        ", ".join(each.asked),
        each.stance_words,
        each.title,
        each.manner,
    )
    item = QTreeWidgetItem(list(cells))
    for column, words in enumerate(cells):
        item.setToolTip(column, words)
    return item

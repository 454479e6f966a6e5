"""Backups: which there are, what is in one, and the way back for the whole of it or for single things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QSplitter, QWidget

from drafter.domain.changes import Change
from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.backups import (
    Item,
    Since,
    Sort,
    back_up_now,
    bring_back,
    in_words,
    kept,
    matching,
)
from drafter.store.backup import Backup
from drafter.ui.backups.confirming import ConfirmWhole
from drafter.ui.backups.looking import Looking, Opened
from drafter.ui.backups.models import BackupsModel, ItemsModel
from drafter.ui.backups.wording import WordingView
from drafter.ui.jobs import Job, Jobs, Work, Worker
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.progress_line import ProgressLine
from drafter.ui.widgets.two_lines import TwoLinesDelegate
from drafter.ui.workplace import Workplace

_QUIET = 120
"""Milliseconds after the last key until the lists follow."""

_SORTS = (
    ("Everything", frozenset(Sort)),
    ("Changed or gone since", frozenset(Sort)),
    ("Positions", frozenset({Sort.POSITION})),
    ("Responses", frozenset({Sort.RESPONSE})),
    ("Reports", frozenset({Sort.REPORT})),
)
_WIDTHS = "backups/widths"
"""What QSettings remembers."""

_OTHER = 1
"""The row of what is no longer as it was."""

_NONE = (
    "There is no backup of this library yet. Drafter makes one every hour in which you write, and on leaving."
)
_BEGIN = (
    "Copies of your library, newest first. Choose one to look into; nothing changes until you bring it back."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of which library, and where its backups lie."""

    library: Path
    root: Path


class BackupsWindow(QDialog):
    """Without a workplace the library could not be opened: then one can look, and bring back the whole."""

    restore_wanted = Signal(object)
    """This Backup in the place of the library."""

    def __init__(
        self, where: Kept, jobs: Jobs, *, workplace: Workplace | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 640)
        self._where = where
        self._jobs = jobs
        self._place = workplace
        self._present = workplace.library if workplace is not None else None
        self._items: tuple[Item, ...] = ()
        self._is_bringing = False
        self._looking = Looking(jobs, self._present, self)
        self._make_lists()
        self.wording = WordingView(self._present)
        self._make_acts()
        self._lay_out()
        self._connect()
        self.reload()
        self.list.setFocus()

    # --- from the left

    def _make_lists(self) -> None:
        self.model, self.found = BackupsModel(self), ItemsModel(self)
        self.list = PaintedList(self.model, TwoLinesDelegate)
        self.list.setAccessibleName("Backups, newest first")
        self.items = PaintedList(self.found, TwoLinesDelegate, several=True)
        self.items.setAccessibleName("What is in the backup")
        for each in (self.list, self.items):
            each.setUniformItemSizes(True)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Search in this backup")
        self.words.setAccessibleName("Search in this backup")
        self.words.setClearButtonEnabled(True)
        self.sort = QComboBox()
        self.sort.setAccessibleName("What to list")
        for name, sorts in _SORTS:
            self.sort.addItem(name, sorts)

    def _make_acts(self) -> None:
        self.now = button("Back &up now", tip="Make a backup of your library as it is (Ctrl+U)")
        self.now.setVisible(self._present is not None)
        kind = "" if self._present is not None else "primary"
        self.whole = button(
            "Bring back the &whole…", kind=kind, tip="This backup in the place of your library (Ctrl+W)"
        )
        self.some = button(
            "&Bring these back", kind="primary", tip="Into your library; it can be undone (Ctrl+Return)"
        )
        self.some.setVisible(self._present is not None)
        self.counted = text_label(kind="soft")
        self.outcome = text_label()
        self.progress = ProgressLine()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setLayout(column(self.list, self.now, spacing=8, margins=(0, 0, 10, 0)))
        middle = QWidget()
        middle.setLayout(
            column(self.words, self.sort, self.items, self.counted, spacing=8, margins=(10, 0, 10, 0))
        )
        parts = QSplitter(Qt.Orientation.Horizontal)
        for each in (left, middle, self.wording):
            parts.addWidget(each)
        parts.setSizes([300, 340, 440])
        self.parts = parts
        if (state := QSettings().value(_WIDTHS)) is not None:
            parts.restoreState(state)
        parts.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Return in the search
        self._intro = text_label(_BEGIN, kind="soft")
        whole = column(
            Heading("Backups", factor=1.3),
            self._intro,
            spacing=10,
            margins=(24, 20, 24, 18),
        )
        whole.addWidget(parts, 1)
        below = row(self.progress, self.outcome, self.whole, self.some, buttons)
        below.setStretchFactor(self.outcome, 1)
        whole.addLayout(below)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._quiet = self._timer(self._look)
        self._typed = self._timer(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._on_backup)
        self.items.selectionModel().currentChanged.connect(self._read)
        self.items.selectionModel().selectionChanged.connect(self._count)
        self.words.textChanged.connect(self._typed.start)
        self.sort.currentIndexChanged.connect(self._narrow)
        self.now.clicked.connect(self._back_up)
        self.whole.clicked.connect(self._ask_whole)
        self.some.clicked.connect(self._bring)
        self._looking.started.connect(self.progress.watch)
        self._looking.opened.connect(self._on_opened)
        self._looking.told.connect(self._on_told)
        self._looking.failed.connect(self._on_failed)
        self._looking.checked.connect(self._on_checked)
        for key, act in (
            ("Ctrl+U", self.now.click),
            ("Ctrl+W", self.whole.click),
            ("Ctrl+Return", self.some.click),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.words.setFocus)

    def _timer(self, act: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(_QUIET)
        made.timeout.connect(act)
        return made

    # --- the backups

    @property
    def current(self) -> Backup | None:
        at = self.list.currentIndex().row()
        return self.model.kept[at] if 0 <= at < len(self.model.kept) else None

    def reload(self) -> None:
        """Look again which there are; the newest is chosen."""
        self.model.show_kept(kept(self._where.library, self._where.root))
        self._intro.setText(_BEGIN if self.model.kept else _NONE)
        self._clear()
        self.list.setCurrentIndex(self.model.index(0))
        self._check_next()

    def _check_next(self) -> None:
        if (waiting := self.model.unchecked) is not None:
            self._looking.check(waiting.path)

    def _on_checked(self, path: Path, whole: bool) -> None:
        self.model.tell(path, whole=whole)
        if self.sender() is self._looking:
            self._check_next()

    def _on_backup(self) -> None:
        self._clear()
        self._quiet.start()

    def _look(self) -> None:
        if (chosen := self.current) is not None:
            self._looking.look(chosen)

    def _clear(self) -> None:
        self._items = ()
        self.found.show_items(())
        self.wording.clear()
        self.whole.setEnabled(False)
        self._count()

    def _on_opened(self, opened: Opened) -> None:
        self._items = opened.items
        self.whole.setEnabled(True)
        self._narrow()

    def _on_told(self, items: tuple[Item, ...]) -> None:
        self._items = items
        self._narrow()

    def _on_failed(self, error: DrafterError) -> None:
        chosen = self.current
        if chosen is not None and not chosen.path.exists():  # a newer one took its place meanwhile
            self.reload()
            self.outcome.setText(error.sentence)
            return
        if chosen is not None:
            self.model.tell(chosen.path, whole=False)
        self.wording.clear(error.sentence)

    # --- what is in one

    @property
    def chosen(self) -> tuple[Item, ...]:
        """Those that are selected, in the order of the list."""
        rows = sorted(each.row() for each in self.items.selectionModel().selectedRows())
        return tuple(self.found.items[each] for each in rows)

    def _narrow(self) -> None:
        """The rows that the words leave; what was read stays chosen."""
        before = self.items.currentIndex().row()
        was = self.found.items[before].id if 0 <= before < len(self.found.items) else ""
        found = matching(self._items, self.words.text(), self.sort.currentData())
        if self.sort.currentIndex() == _OTHER:
            found = tuple(each for each in found if each.since not in {Since.SAME, Since.UNKNOWN})
        self.found.show_items(found)
        at = next((row for row, each in enumerate(self.found.items) if each.id == was), 0)
        # Not the view’s own way to choose: what that does depends on the keys that are held down.
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.items.selectionModel().setCurrentIndex(self.found.index(at), choose)
        self._read()
        self._count()

    def _count(self) -> None:
        many, chosen = len(self.found.items), len(self.chosen)
        if not self._items:
            self.counted.setText("")
        elif not many:
            self.counted.setText("Nothing in this backup is like that.")
        else:
            self.counted.setText(f"{many:,} listed, {chosen:,} chosen" if chosen > 1 else f"{many:,} listed")
        self.some.setText(
            "&Bring it back" if chosen == 1 else f"&Bring {chosen} back" if chosen else "&Bring back"
        )
        self.some.setEnabled(bool(chosen))

    def _read(self) -> None:
        at, opened = self.items.currentIndex().row(), self._looking.open
        if opened is not None and 0 <= at < len(self.found.items):
            self.wording.show_item(opened, self.found.items[at])
        else:
            self.wording.clear()

    # --- acts

    def _back_up(self) -> None:
        library, root = self._present, self._where.root
        if library is None:
            return
        job = self._start(lambda progress: back_up_now(library, root, progress=progress), "Backing up")
        job.succeeded.connect(self._on_backed_up)

    def _on_backed_up(self) -> None:
        self.reload()
        self.outcome.setText("Your library was backed up just now.")

    def _ask_whole(self) -> None:
        chosen = self.current
        if chosen is None:
            return
        asking = ConfirmWhole(chosen, self._where.library, self)
        asking.accepted.connect(partial(self._restore, chosen))
        asking.open()

    def _restore(self, chosen: Backup) -> None:
        self.accept()
        self.restore_wanted.emit(chosen)

    def _bring(self) -> None:
        place, opened, items = self._place, self._looking.open, self.chosen
        if place is None or opened is None or not items:
            return
        place.history.about_to_write.emit()
        person = place.preferences.person

        def work(_progress: Progress) -> Change:
            return bring_back(place.library, opened.copy, items, at=opened.backup.at, by=person)

        self._is_bringing = True
        job = self._start(work, "Bringing back", on=Worker.STORE)
        job.succeeded.connect(partial(self._on_brought, items, opened.backup))
        job.ended.connect(self._on_bring_ended)

    def _on_brought(self, items: Sequence[Item], backup: Backup, change: Change) -> None:
        place = self._place
        if place is None:
            return
        place.history.record(change, stack=place.history.library_stack)
        what = f"“{items[0].title}”" if len(items) == 1 else f"{len(items)} items"
        self.outcome.setText(f"{what} came back. Undo, in the library, takes it out again.")
        place.notices.say(f"{what} came back from the backup of {in_words(backup.at)}.")
        self._looking.compare()

    def _on_bring_ended(self) -> None:
        self._is_bringing = False

    def _start(self, work: Work, label: str, *, on: Worker = Worker.FILES) -> Job:
        job = self._jobs.start(work, on=on)
        job.label = label
        self.outcome.setText("")
        self.progress.watch(job)
        job.failed.connect(self._on_refused)
        return job

    def _on_refused(self, error: DrafterError) -> None:
        self.outcome.setText(error.sentence)

    def reject(self) -> None:
        """Not while something comes back: it is read from the backup that is open here."""
        if not self._is_bringing:
            super().reject()

    def done(self, result: int) -> None:
        self._looking.close()
        QSettings().setValue(_WIDTHS, self.parts.saveState())
        super().done(result)

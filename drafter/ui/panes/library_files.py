"""Positions from files and into files, as jobs that can be stopped."""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Wording
from drafter.services.arriving import Imported, add_entries
from drafter.services.csv_columns import Table, table_of
from drafter.services.files import is_larger, read_text
from drafter.services.importing import add_positions
from drafter.services.library_csv import write_library_csv
from drafter.services.library_files import PositionEntry, write_library_json
from drafter.services.past_responses import Proposal, State, add_proposals, proposals_of
from drafter.ui.dialogs.csv_columns import CsvColumnsDialog
from drafter.ui.dialogs.files import ask_where, ask_which
from drafter.ui.dialogs.past_responses import PastResponsesDialog
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.jobs import Worker
from drafter.ui.turning import AT_ONCE
from drafter.ui.workplace import Workplace

_WRITERS = {".json": write_library_json, ".csv": write_library_csv}

LARGE = 200_000
"""Bytes: more are some hundred positions, and take longer than a click may wait."""

Proposals = tuple[Proposal, ...]


class LibraryFiles(QObject):
    """What came in can be undone as one step. What must be asked is asked one thing after the other."""

    added = Signal()
    show_wanted = Signal(object)
    """The positions that came in, as a tuple of ids."""

    def __init__(self, workplace: Workplace, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._pane = pane
        self._asking: QDialog | None = None
        self._to_ask: deque[QDialog] = deque()
        self._troubles: tuple[str, ...] = ()
        """What went wrong with others of the files that were added together: said beside what came in."""

    def choose_to_add(self) -> None:
        kinds = ("Positions and past responses (*.json *.csv *.docx)",)
        ask_which(self._pane, "Add positions from files", kinds, lambda chosen: self.add(*chosen))

    def add(self, *paths: Path) -> None:
        """Bring files in; the window says what came and what was there. Past responses are read together."""
        self._troubles = ()
        past = tuple(each for each in paths if each.suffix.casefold() == ".docx")
        if past:
            self._read_past(past)
        for each in paths:
            match each.suffix.casefold():
                case ".docx":
                    pass
                case ".csv":
                    self._read_table(each)
                case _:
                    self._bring(each)

    def _bring(self, path: Path) -> None:
        act = partial(add_positions, self._place.library, path, by=self._place.by)
        self._start(act, f"Adding {path.name}", is_long=is_larger(path, LARGE))

    def _start(self, act: Callable[..., Imported], label: str, *, is_long: bool) -> None:
        """Let a service add something, which takes a `progress`."""

        def work(progress: Progress) -> Imported:
            return act(progress=progress)

        job = self._place.jobs.start(work, on=Worker.STORE, label=label)
        job.succeeded.connect(self._on_added)
        job.failed.connect(self._on_failed)
        if is_long:
            WaitDialog(job, self._pane).open()  # a click meanwhile would wait for all of it

    def _on_failed(self, error: DrafterError) -> None:
        self._troubles = (*self._troubles, error.sentence)
        self._place.notices.warn(" ".join(self._troubles))

    def _ask(self, dialog: QDialog) -> None:
        """Open it, or keep it until what is open has been answered."""
        if self._asking is not None:
            self._to_ask.append(dialog)
            return
        self._asking = dialog
        dialog.finished.connect(self._on_answered)
        dialog.open()

    def _on_answered(self) -> None:
        self._asking = None
        if self._to_ask:
            self._ask(self._to_ask.popleft())

    # --- a spreadsheet

    def _read_table(self, path: Path) -> None:
        job = self._place.jobs.start(
            lambda _progress: (path, table_of(read_text(path), path.name)), on=Worker.FILES
        )
        job.succeeded.connect(self._on_table)
        job.failed.connect(self._on_failed)

    def _on_table(self, read: tuple[Path, Table]) -> None:
        """Ours comes in as it is; of another’s she says which column is what."""
        path, table = read
        if table.is_ours:
            self._bring(path)
            return
        dialog = CsvColumnsDialog(table, self._pane)
        dialog.entries_given.connect(partial(self._bring_entries, table.name))
        self._ask(dialog)

    def _bring_entries(self, name: str, entries: tuple[PositionEntry, ...]) -> None:
        act = partial(add_entries, self._place.library, entries, name, by=self._place.by)
        self._start(act, f"Adding {name}", is_long=len(entries) > AT_ONCE)

    # --- past responses

    def _read_past(self, paths: tuple[Path, ...]) -> None:
        library, shelf = self._place.library, self._place.shelf

        def work(progress: Progress) -> tuple[int, Proposals]:
            suggestions = shelf.up_to_date(progress)
            return len(paths), proposals_of(paths, library, progress, suggestions=suggestions)

        what = paths[0].name if len(paths) == 1 else f"{len(paths)} past responses"
        job = self._place.jobs.start(work, on=Worker.LIKENESS, label=f"Reading {what}")
        job.succeeded.connect(self._on_proposals)
        job.failed.connect(self._on_failed)

    def _on_proposals(self, read: tuple[int, Proposals]) -> None:
        files, proposals = read
        if all(each.state is State.THERE for each in proposals):
            what = "1 paragraph" if len(proposals) == 1 else f"{len(proposals)} paragraphs"
            self._place.notices.say(f"Everything is in the library already: {what}.")
            return
        dialog = PastResponsesDialog(proposals, files, self._pane)
        dialog.accepted_all.connect(self._bring_proposals)
        self._ask(dialog)

    def _bring_proposals(self, chosen: Proposals) -> None:
        act = partial(add_proposals, self._place.library, chosen, by=self._place.by)
        self._start(act, "Adding from past responses", is_long=len(chosen) > AT_ONCE)

    def _on_added(self, done: Imported) -> None:
        history = self._place.history
        if done.change is not None:
            history.record(done.change, stack=history.library_stack)
        came = _came(done)
        say = self._place.notices.warn if self._troubles else self._place.notices.say
        said = " ".join((*self._troubles, done.sentence))
        if came:
            say(said, offer="Show them", act=partial(self.show_wanted.emit, came))
        else:
            say(said)
        self.added.emit()

    def choose_to_write(self) -> None:
        kinds = ("Everything (*.json)", "Current words, for a spreadsheet (*.csv)")
        ask_where(self._pane, "Write the library to a file", "library.json", kinds, self.write)

    def write(self, name: str) -> None:
        """Write all positions, in the form that the name's ending says."""
        path = Path(name)
        job = self._place.jobs.start(self._work(path), on=Worker.FILES, label=f"Writing {path.name}")
        job.succeeded.connect(self._on_written)

    def _work(self, path: Path) -> Callable[[Progress], tuple[int, Path]]:
        library, writer = self._place.library, _WRITERS.get(path.suffix.casefold(), write_library_json)

        def work(progress: Progress) -> tuple[int, Path]:
            return writer(library, path, progress), path

        return work

    def _on_written(self, done: tuple[int, Path]) -> None:
        count, path = done
        folder = QUrl.fromLocalFile(str(path.parent))
        self._place.notices.say(
            f"Wrote {count:,} positions to “{path.name}”.",
            offer="Show the folder",
            act=partial(QDesktopServices.openUrl, folder),
        )


def _came(done: Imported) -> tuple[PositionId, ...]:
    """What is new, or has new words."""
    edits = done.change.edits if done.change is not None else ()
    words = (each.after for each in edits)
    return tuple(dict.fromkeys(each.position for each in words if isinstance(each, Wording)))

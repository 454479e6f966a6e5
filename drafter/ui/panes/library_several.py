"""What is done to all positions that are selected, and to all that lie in the bin."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter.domain.changes import Change
from drafter.domain.progress import Progress
from drafter.domain.records.ids import PositionId
from drafter.domain.records.listing import Wanted
from drafter.services.clock import today
from drafter.services.several import Wish, change_several
from drafter.store import listing, purging
from drafter.ui.dialogs.empty_bin import EmptyBinDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.jobs import Worker
from drafter.ui.panes.library_list import EntryList
from drafter.ui.turning import AT_ONCE, Many
from drafter.ui.workplace import Workplace

Ids = tuple[PositionId, ...]


class Several(QObject):
    """Whatever the number, it is one change and one undo; emptying the bin alone has none."""

    emptied = Signal()

    def __init__(self, workplace: Workplace, entries: EntryList, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._entries = entries
        self._pane = pane
        self._many = Many(workplace, pane)

    def change(self) -> None:
        """Ask what shall be so for all of them."""
        wanted = self._entries.selection
        if not wanted:
            return
        self._place.history.about_to_write.emit()
        library = self._place.library
        themes = tuple(name for name, _ in library.themes())
        owners = tuple(name for name, _ in library.owners())
        dialog = SeveralDialog(len(wanted), themes, owners, self._pane)
        dialog.wished.connect(partial(self._change, wanted))
        dialog.open()

    def _change(self, wanted: Ids, wish: Wish) -> None:
        act = partial(change_several, self._place.library, wanted, wish, by=self._place.by)
        many = len(wanted)
        self._many.do(act, many, label=f"Changing {many:,} positions", then=self._say_changed)

    def _say_changed(self, change: Change) -> None:
        self._place.notices.say(f"{change.label}: done.", offer="Undo", act=self._place.history.undoing())

    def empty_bin(self) -> None:
        """Ask once, and say what goes."""
        many, revisions = purging.revisions_in_bin(self._place.library)
        if not many:
            self._place.notices.say("The bin is empty already.")
            return
        dialog = EmptyBinDialog(many, revisions, self._pane)
        dialog.agreed.connect(partial(self._empty, many))
        dialog.open()

    def _empty(self, many: int) -> None:
        library, by = self._place.library, self._place.by

        def work(progress: Progress) -> int:
            numbers = listing.listed(library, Wanted(day=today(), in_bin=True)).numbers
            return purging.purge(library, listing.positions_at(library, numbers), by=by, progress=progress)

        job = self._place.jobs.start(work, on=Worker.STORE, label="Emptying the bin")
        job.succeeded.connect(self._on_emptied)
        if many > AT_ONCE:
            WaitDialog(job, self._pane).open()

    def _on_emptied(self, many: int) -> None:
        what = "1 position is" if many == 1 else f"{many:,} positions are"
        self._place.notices.say(f"The bin is empty: {what} gone for good.")
        self.emptied.emit()

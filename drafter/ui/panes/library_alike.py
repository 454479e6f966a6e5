"""Look-alikes in the library: said when a position is saved, and looked for in the whole on demand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from drafter.domain.changes import Change
from drafter.domain.errors import NotFound
from drafter.domain.progress import Progress
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Position, Wording
from drafter.services import lookalikes
from drafter.services.lookalikes import LookAlike, Side, Sides
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace


class LookAlikes(QObject):
    """Each decision is one step of the library’s undo. She is told of a pair once a session."""

    def __init__(self, workplace: Workplace, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._pane = pane
        self._told = set[frozenset[PositionId]]()
        workplace.history.changed.connect(self._on_changed)

    # --- on demand

    def look(self) -> None:
        """Compare the whole library with itself, beside the window."""
        self._place.history.about_to_write.emit()
        library, shelf = self._place.library, self._place.shelf

        def work(progress: Progress) -> tuple[LookAlike, ...]:
            return lookalikes.look_alikes(library, shelf.up_to_date(progress), progress)

        job = self._place.jobs.start(work, on=Worker.LIKENESS, label="Looking for look-alikes")
        job.succeeded.connect(self._on_found)

    def _on_found(self, found: tuple[LookAlike, ...]) -> None:
        if found:
            self.compare(*found)
        else:
            self._place.notices.say("No two positions look alike.")

    def compare(self, *pairs: LookAlike) -> None:
        """Show these beside each other."""
        LookAlikesDialog(pairs, self, self._place.spelling, self._pane).open()

    # --- when one is saved

    def _on_changed(self, change: Change) -> None:
        """New words of one position; many at once are an import, which knows its own way."""
        worded = [each.record for each in change.edits if isinstance(each.after, Wording)]
        positions = {each.position for each in worded if isinstance(each, Wording)}
        position = next(iter(positions), None)
        if position is None or any(position not in each.key for each in change.edits):
            return
        library, shelf = self._place.library, self._place.shelf
        stored = next(iter(library.positions((position,))), None)
        if stored is not None and len(stored.heads) > 1:
            self._warn(
                stored, "“{}” still reads in two ways: the other words stand beside these until you merge."
            )

        def work(progress: Progress) -> LookAlike | None:
            try:
                return lookalikes.look_alike_of(library, shelf.up_to_date(progress), position)
            except NotFound:  # taken away again before its turn came
                return None

        job = self._place.jobs.start(work, on=Worker.LIKENESS)
        job.succeeded.connect(self._on_like)

    def _on_like(self, found: LookAlike | None) -> None:
        if found is None or (pair := frozenset((found.first, found.second))) in self._told:
            return
        self._told.add(pair)
        self._place.notices.say(
            f"This looks like “{found.titles[1]}”.", offer="Compare", act=partial(self.compare, found)
        )

    def tell_of_wordings(self, position: Position) -> None:
        """Say, where it is so, that two people reworded what is shown."""
        if len(position.heads) > 1 and frozenset({position.id}) not in self._told:
            self._warn(
                position, "Two people reworded “{}” apart. Until you merge them neither counts as approved."
            )

    def _warn(self, position: Position, sentence: str) -> None:
        self._told.add(frozenset({position.id}))
        title = position.newest.title
        pair = LookAlike(first=position.id, second=position.id, titles=(title, title))
        act = partial(self.compare, pair)
        self._place.notices.warn(sentence.format(title), offer="Merge", act=act)

    # --- what the dialog asks for

    def sides(self, pair: LookAlike) -> Sides | None:
        return lookalikes.sides_of(self._place.library, pair)

    def keep(self, pair: LookAlike, kept: Side, other: Side) -> None:
        library, by = self._place.library, self._place.by
        if pair.is_one:
            self._do(lambda: lookalikes.join_wordings(library, kept.wording, by=by))
        else:
            self._do(lambda: lookalikes.keep_one(library, kept.position, other.position, by=by))

    def merge(self, pair: LookAlike, wording: Wording, other: Side) -> None:
        library, by = self._place.library, self._place.by
        if pair.is_one:
            self._do(lambda: lookalikes.join_wordings(library, wording, by=by))
        else:
            self._do(lambda: lookalikes.merge(library, wording, other.position, by=by))

    def tell_apart(self, pair: LookAlike) -> None:
        library, by = self._place.library, self._place.by
        self._do(lambda: lookalikes.tell_apart(library, pair.first, pair.second, by=by))

    def undo(self) -> None:
        self._place.history.undo()

    def _do(self, act: Callable[[], Change]) -> None:
        history = self._place.history
        history.do(act, stack=history.library_stack)

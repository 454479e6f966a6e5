"""Reading the library's list beside the window: rows at each key, exact order and counts at a pause."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.domain.progress import Progress
from drafter.domain.records.listing import Facet, Line, Listed, Wanted
from drafter.store import listing
from drafter.store.library import Library
from drafter.store.stopping import Stop
from drafter.ui.widgets.latest import Latest
from drafter.ui.workplace import Workplace

FIRST_SEEN = 16
"""So many rows come with the answer; the others are read as they are scrolled to."""

PAINTED = 30
"""Milliseconds until new rows are seen: until then nothing that takes long is asked."""

QUIET = 200
"""Milliseconds without a key after which the rest is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was found, for whom, and what the first rows show."""

    wanted: Wanted
    listed: Listed
    lines: Mapping[int, Line]


class Asking(QObject):
    """A newer question ends the older one, also in the middle of its statement."""

    found = Signal(Rows)
    counted = Signal(object)
    """The facets that the words leave, as a tuple."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = workplace.library
        self._stop = Stop()
        self._rows: Rows | None = None
        self._wanted: Wanted | None = None
        self._is_finding = False
        self._quickly = Latest(workplace.jobs, self)
        self._exactly = Latest(workplace.jobs, self)
        self._counting = Latest(workplace.jobs, self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quickly.answered.connect(self._on_found)
        self._exactly.answered.connect(self.found)
        self._counting.answered.connect(self.counted)
        self._quiet.timeout.connect(self._ask_rest)

    @property
    def is_finding(self) -> bool:
        """Rows are on their way."""
        return self._is_finding

    def find(self, wanted: Wanted) -> None:
        """Rows at once; the exact order of very many, and the counts, when she pauses."""
        self.drop()
        self._wanted = wanted
        self._is_finding = True
        self._quickly.ask(partial(_read, self._library, wanted, exact=False, stop=self._stop))

    def count(self, wanted: Wanted, *, at_once: bool = False) -> None:
        """Only the counts: when she pauses, or (at once) as soon as the rows are painted."""
        self.drop()
        self._wanted = wanted
        self._quiet.start(PAINTED if at_once else QUIET)

    def drop(self) -> None:
        """Nothing that was asked until now matters any more."""
        self._stop.set()
        self._stop = Stop()
        self._rows = self._wanted = None
        self._is_finding = False
        self._quiet.stop()
        for each in (self._quickly, self._exactly, self._counting):
            each.drop()

    def _on_found(self, rows: Rows) -> None:
        self._rows = rows
        self._is_finding = False
        self._quiet.start(QUIET)
        self.found.emit(rows)

    def _ask_rest(self) -> None:
        if self._wanted is None:
            return
        if self._rows is not None and not self._rows.listed.is_exact:
            self._exactly.ask(partial(_read, self._library, self._wanted, exact=True, stop=self._stop))
        self._counting.ask(partial(_count, self._library, self._wanted, self._stop))


class Names(QObject):
    """Themes and owners that there are: in a large library counting them takes longer than a key may."""

    known = Signal(tuple, tuple)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = workplace.library
        self._latest = Latest(workplace.jobs, self)
        self._latest.answered.connect(self._on_read)

    def read(self) -> None:
        self._latest.ask(partial(_names, self._library))

    def _on_read(self, names: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self.known.emit(*names)


def _names(library: Library, _progress: Progress) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name for name, _ in found) for found in (library.themes(), library.owners()))


def _read(library: Library, wanted: Wanted, _progress: Progress, *, exact: bool, stop: Stop) -> Rows:
    listed = listing.listed(library, wanted, exact=exact, stop=stop)
    lines = listing.lines(library, listed.numbers[:FIRST_SEEN], words=wanted.words)
    return Rows(wanted=wanted, listed=listed, lines=lines)


def _count(library: Library, wanted: Wanted, stop: Stop, _progress: Progress) -> tuple[Facet, ...]:
    return listing.facets(library, wanted, stop=stop)

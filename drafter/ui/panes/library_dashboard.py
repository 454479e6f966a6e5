"""What needs attention in the library, at a glance: a bar for each, and a click lists them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from drafter.domain.changes import Change
from drafter.domain.progress import Progress
from drafter.domain.records.positions import Approval, Deletion, Retirement, Wording
from drafter.domain.records.working import NotAlike
from drafter.services.clock import today
from drafter.services.lookalikes import look_alikes
from drafter.services.suggesting import Shelf
from drafter.store import listing
from drafter.store.library import Library
from drafter.ui.jobs import Worker
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.latest import Latest
from drafter.ui.widgets.laying import at_left, column
from drafter.ui.widgets.share_row import ShareRow
from drafter.ui.workplace import Workplace

_COMPARED_UNASKED = 10_000
"""So many are compared in some seconds beside the window. In a larger library a click does it."""

_MAKE_ALIKE = (Wording, Approval, Retirement, Deletion, NotAlike)

_SAID = {
    "Review overdue": "Review overdue",
    "Review due": "Due within 30 days, or overdue",
    "Never reviewed": "Never reviewed",
    "No review date": "No review date",
    "No owner": "No owner",
    "No source": "No source",
    "Never used": "Never used",
    "Newer draft": "A newer draft waits for approval",
}


class Dashboard(QWidget):
    """Shown while no position is: counts come from beside the window."""

    listed = Signal(str)
    """The facet of “Attention” that was clicked."""
    alike_wanted = Signal()
    """Those that look alike shall be compared."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = workplace.library
        self._latest = Latest(workplace.jobs, self)
        self._latest.answered.connect(self._show)
        self._comparing = Latest(workplace.jobs, self, on=Worker.LIKENESS)
        self._comparing.answered.connect(self._show_alike)
        self._shelf = workplace.shelf
        self._total = 0
        self._many_alike: int | None = None
        workplace.history.changed.connect(self._on_changed)
        self.rows = {name: ShareRow(said) for name, said in _SAID.items()}
        self._said = text_label(kind="soft")
        self.review = button("Go through what is due", kind="primary", tip="One after the other (F8)")
        self.alike = ShareRow("Look alike")
        self.alike.clicked.connect(self.alike_wanted)
        self._lay_out()
        self.setFocusProxy(self.rows["Review overdue"])

    def _lay_out(self) -> None:
        inside = QWidget()
        lines = column(spacing=2)
        for name, row in self.rows.items():
            row.clicked.connect(partial(self.listed.emit, name))
            lines.addWidget(row)
        lines.addWidget(self.alike)
        whole = column(
            Heading("What needs attention", factor=1.45), self._said, lines, 6, at_left(self.review),
            spacing=10, margins=(20, 22, 24, 16),
        )  # fmt: skip
        whole.addStretch()
        inside.setLayout(whole)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def reload(self) -> None:
        """Count anew."""
        self._latest.ask(partial(_count, self._library))

    def _show(self, counted: tuple[int, Mapping[str, int]]) -> None:
        total, counts = counted
        self._total = total
        if self._many_alike is not None:
            self.alike.show_share(self._many_alike, total)
        elif total <= _COMPARED_UNASKED:
            self._comparing.ask(partial(_alike, self._library, self._shelf))
        for name, row in self.rows.items():
            row.show_share(counts[name], total)
        due = counts["Review due"]
        self.review.setEnabled(due > 0)
        wants = [name for name, count in counts.items() if count]
        what = f"{total:,} position{'' if total == 1 else 's'}"
        said = "nothing wants attention." if not wants else "choose a line to list what it counts."
        self._said.setText(f"{what}: {said} Choose a position in the list to read or change it.")

    def _on_changed(self, change: Change) -> None:
        """What was compared holds until words change, come or go."""
        if change.touches(*_MAKE_ALIKE):
            self._many_alike = None
            self._comparing.drop()

    def _show_alike(self, many: int) -> None:
        self._many_alike = many
        self.alike.show_share(many, self._total)


def _alike(library: Library, shelf: Shelf, progress: Progress) -> int:
    """How many positions look like another."""
    pairs = look_alikes(library, shelf.up_to_date(progress), progress)
    return len({each for pair in pairs for each in (pair.first, pair.second)})


def _count(library: Library, _progress: Progress) -> tuple[int, Mapping[str, int]]:
    return listing.in_use(library), listing.attention(library, today())

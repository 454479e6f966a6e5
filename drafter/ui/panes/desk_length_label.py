"""The line under the draft that counts what has a limit: the answer at the cursor, and the whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.domain.checks.lengths import Measured
from drafter.ui.widgets.labels import Elided


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What has a limit, by name, and how far it is."""

    name: str
    measured: Measured

    @property
    def words(self) -> str:
        over = self.measured.many - self.measured.limit.count
        return f"{self.name}: {self.measured.words}" + (f", {over:,} over" if over > 0 else "")


class LengthLabel(Elided):
    """Says it in words, and in another colour where it is too long; without a limit it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(14, 5, 12, 0)
        self.hide()

    def show_lengths(self, counted: Iterable[Counted]) -> None:
        given = tuple(counted)
        self.setText(" · ".join(each.words for each in given))
        self.setVisible(bool(given))
        kind = "bad" if any(each.measured.is_over for each in given) else "soft"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            style = self.style()
            style.unpolish(self)
            style.polish(self)

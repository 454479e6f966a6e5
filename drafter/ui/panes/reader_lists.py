"""Which list of a report is shown: the lists that were found, each with its count and pages, or guesses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from drafter.domain.records.reports import Candidate
from drafter.services.comparing_lists import closest
from drafter.services.correcting import Found
from drafter.ui.panes.reader_list_names import long_names, short_names
from drafter.ui.widgets.elided_box import ElidedBox
from drafter.ui.widgets.labels import Elided, button, text_label
from drafter.ui.widgets.laying import SPRING, at_left, column, row

_CORRECTED, _KEPT = "The list as you corrected it", "The list as you kept it"
_MAY_BE = "A list that may be meant"
_AT_HAND = 3
"""So many of the other lists have a button of their own where there is room; all stand in the box."""
_BETWEEN = 4


class ListChoice(QWidget):
    """The box names the list that is shown; the likeliest others are one click below it."""

    candidate_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self._names: tuple[str, ...] = ()
        self._short_names: tuple[str, ...] = ()
        self._is_empty, self._is_kept = True, False
        self._at_hand = 0
        self.box = ElidedBox()
        self.box.setAccessibleName("Which list")
        self.box.setToolTip("Every list that was found in the report, the likeliest first (Ctrl+Shift+L)")
        self.box.setSizeAdjustPolicy(ElidedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(self.candidate_chosen)
        self._or = text_label("Or:", kind="soft", wrap=False)
        self.others = tuple(self._other(number) for number in range(_AT_HAND))
        self.sentence = text_label()
        self.guesses = button("", kind="plain")
        self._wants_guesses = True
        self.summary = Elided(kind="soft")
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.setSpacing(4)
        self._foot.addLayout(row(self._or, *self.others, SPRING, spacing=_BETWEEN))
        self._foot.addWidget(self.summary, 1)
        self._keep_room()
        self.setLayout(column(self.box, self.sentence, at_left(self.guesses), self._foot, spacing=4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def offer(self, candidates: tuple[Candidate, ...], sentence: str, *, guesses: int) -> None:
        """The lists that are plausible, best first; or what to say where there is none."""
        self._candidates = candidates
        self.box.clear()
        self._names, self._short_names = long_names(candidates), short_names(candidates)
        for number, each in enumerate(candidates):
            self.box.addItem(self._names[number])
            self.box.setItemData(number, each.heading, Qt.ItemDataRole.ToolTipRole)
        self.box.setVisible(bool(candidates))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._wants_guesses = True
        self.show_guesses(guesses)
        is_one = len(candidates) <= 1
        self._foot.setDirection(
            QBoxLayout.Direction.RightToLeft if is_one else QBoxLayout.Direction.TopToBottom
        )
        self.show_current(())

    def show_guesses(self, count: int) -> None:
        """Offer to take in so many passages that are not in the list yet."""
        self.guesses.setText(
            f"Take in {count} passages that seem to recommend something"
            if count > 1
            else "Take in the passage that seems to recommend something"
        )
        self.guesses.setVisible(self._wants_guesses and count > 0)

    def leave_guesses(self) -> None:
        """They were taken in; what she drops of them is not offered again."""
        self._wants_guesses = False
        self.guesses.hide()

    def show_current(self, found: Found) -> None:
        """Name the list that this is, where it is one of them, and put the others at hand."""
        known = [_said(each.recommendations) for each in self._candidates]
        current = known.index(_said(found)) if _said(found) in known else -1
        self.box.setCurrentIndex(current)
        others = [number for number in range(len(known)) if number != current]
        self._at_hand = len(others[:_AT_HAND])
        for made, number in zip(self.others, others, strict=False):
            self._name(made, number)
        self._fit()
        self._or.setVisible(bool(others))
        self._is_empty = not found
        self._call_it()

    def show_kept(self, *, kept: bool) -> None:
        """Whether it is in the library as it is shown here."""
        self._is_kept = kept
        self._call_it()

    def closest(self, found: Found) -> Found:
        """The list as it was read that this one was made from."""
        return closest(found, self._candidates)

    @property
    def next_number(self) -> int | None:
        """The list after the one that is shown, round and round."""
        count = len(self._candidates)
        return (self.box.currentIndex() + 1) % count if count else None

    def _keep_room(self) -> None:
        """A list that is offered when she has corrected hers comes into room that was there.

        Nothing below it sinks away under her mouse: it stands beside the summary where there is one list,
        and where there are several one of them always stands above it.
        """
        kept = self.others[0].sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.others[0].setSizePolicy(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No name is cut: those that have no room stand in the box alone."""
        room = self.width() - self._or.sizeHint().width()
        for place, made in enumerate(self.others):
            room -= made.sizeHint().width() + _BETWEEN
            made.setVisible(place < self._at_hand and (room >= 0 or place == 0))

    def _call_it(self) -> None:
        """What to call a list that is none of those that were found: hers, as it is in the library or not."""
        may_be = self._is_empty and bool(self._candidates) and self._candidates[0].doubted
        self.box.setPlaceholderText(_MAY_BE if may_be else _KEPT if self._is_kept else _CORRECTED)

    def _other(self, place: int) -> QPushButton:
        made = button("", kind="link")
        made.setAccessibleName(f"Other list {place + 1}")
        made.setMinimumWidth(1)  # the room that there is decides how many are shown, not they about the room
        made.clicked.connect(self._on_other)
        return made

    def _name(self, made: QPushButton, number: int) -> None:
        words = self._names[number]
        made.setText(self._short_names[number].replace("&", "&&"))
        made.setToolTip(f"Show this list instead: {words}")
        made.setAccessibleName(f"Other list: {words}")
        made.setProperty("drafter_list", number)

    def _on_other(self) -> None:
        self.candidate_chosen.emit(self.sender().property("drafter_list"))


def _said(found: Found) -> tuple[tuple[str, ...], ...]:
    """All that she can type or choose in its items."""
    return tuple((each.label, each.kind.value, each.heading, " ".join(each.text.split())) for each in found)

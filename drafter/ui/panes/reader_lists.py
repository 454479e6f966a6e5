"""Which list of a report is shown: the lists that were found, each with its count and pages, or guesses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from drafter.domain.records.reports import Candidate
from drafter.services.comparing_lists import closest
from drafter.services.correcting import Found
from drafter.services.other_lists import Said, said_in
from drafter.ui.panes.reader_list_names import long_names, names_of_hers, short_names
from drafter.ui.widgets.elided_box import ElidedBox
from drafter.ui.widgets.labels import Elided, button, text_label
from drafter.ui.widgets.laying import SPRING, at_left, column, row

_CORRECTED, _KEPT = "as you corrected it", "as you kept it"
_THE_LIST = "The list "
_MAY_BE = "A list that may be meant"
_AT_HAND = 3
"""So many of the other lists have a button of their own where there is room; all stand in the box."""
_BETWEEN = 10


class ListChoice(QWidget):
    """The box names the list that is shown; the likeliest others are one click below it."""

    candidate_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self._names: tuple[str, ...] = ()
        self._short_names: tuple[str, ...] = ()
        self._is_kept = False
        self._at_hand = 0
        self._found: Found = ()
        self._kept: Found = ()
        self._aside: tuple[Found, ...] = ()
        self._hers: tuple[Found, ...] = ()
        self.box = ElidedBox()
        self.box.setAccessibleName("Which list")
        self.box.setToolTip(
            "Every list that was found in the report, the likeliest first, then yours (Ctrl+Shift+L)"
        )
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
        self.setLayout(column(self.box, self.sentence, at_left(self.guesses), self._foot, spacing=4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def offer(self, candidates: tuple[Candidate, ...], sentence: str, *, guesses: int) -> None:
        """The lists that are plausible, best first; or what to say where there is none."""
        self._candidates = candidates
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._wants_guesses = True
        self.show_guesses(guesses)
        is_one = len(candidates) <= 1
        self._keep_room(kept=not is_one)
        self.summary.setMinimumHeight(self.others[0].sizeHint().height() if is_one else 0)
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

    def show_hers(self, kept: Found, aside: tuple[Found, ...]) -> None:
        """The list as the library has it, and those that she turned away from: they stay among the others."""
        if (kept, aside) != (self._kept, self._aside):
            self._kept, self._aside = kept, aside
            self.show_current(self._found)

    def show_current(self, found: Found) -> None:
        """Name the list that this is, and put the others at hand: hers first."""
        self._found = found
        read = [said_in(each.recommendations) for each in self._candidates]
        self._list_all(read)
        known = [*read, *map(said_in, self._hers)]
        current = known.index(said_in(found)) if said_in(found) in known else -1
        self.box.setCurrentIndex(current)
        order = (*range(len(read), self.count), *range(len(read)))
        others = [number for number in order if number != current]
        most = _AT_HAND if len(read) > 1 else 1  # beside the summary there is room for one
        self._at_hand = len(others[:most])
        for made, number in zip(self.others, others, strict=False):
            self._name(made, number)
        self._fit()
        self.box.setVisible(bool(read) or bool(others))
        may_be = not found and bool(self._candidates) and self._candidates[0].doubted
        hers = f"{_THE_LIST}{_KEPT if self._is_kept else _CORRECTED}"
        self.box.setPlaceholderText(_MAY_BE if may_be else hers)

    def _list_all(self, read: Sequence[Said]) -> None:
        """Those that were read in their order, then hers that are none of them, in one that stays."""
        kept = self._found if self._is_kept else self._kept
        lists = {said_in(each): each for each in (*self._aside, self._found) if each}
        own = tuple(lists[said] for said in sorted(lists) if said not in (*read, said_in(kept)))
        as_kept = (kept,) if kept and said_in(kept) not in read else ()
        self._hers = (*own, *as_kept)
        hers = names_of_hers(own, _CORRECTED) + (_KEPT,) * len(as_kept)
        before = self._names
        self._names = (*long_names(self._candidates), *(f"{_THE_LIST}{each}" for each in hers))
        self._short_names = (*short_names(self._candidates), *hers)
        if self._names != before:
            self.box.clear()
            self.box.addItems(self._names)
        for number, each in enumerate(self._candidates):
            self.box.setItemData(number, each.heading, Qt.ItemDataRole.ToolTipRole)

    def show_kept(self, *, kept: bool) -> None:
        """Whether it is in the library as it is shown here."""
        if kept != self._is_kept:
            self._is_kept = kept
            self.show_current(self._found)

    def closest(self, found: Found) -> Found:
        """The list as it was read that this one was made from."""
        return closest(found, self._candidates)

    @property
    def hers(self) -> tuple[Found, ...]:
        """Those of the box that come after what was read."""
        return self._hers

    @property
    def count(self) -> int:
        """How many lists stand in the box."""
        return len(self._names)

    @property
    def next_number(self) -> int | None:
        """The list after the one that is shown, round and round; none where there is no other one."""
        current = self.box.currentIndex()
        following = (current + 1) % self.count if self.count else current
        return following if following != current else None

    def _keep_room(self, *, kept: bool) -> None:
        """A list that is offered when she has corrected hers comes into room that was there.

        Nothing below it sinks away under her mouse: it stands beside the summary where there is one list,
        whose line is as high and is all the summary's until then, and where there are several one of them
        always stands above it.
        """
        policy = self.others[0].sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.others[0].setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No name is cut, nor the summary beside it: those that have no room stand in the box alone."""
        room = self.width() - self._or.sizeHint().width()
        is_beside = len(self._candidates) <= 1
        if is_beside:
            said = self.summary.fontMetrics().horizontalAdvance(self.summary.whole)
            room -= said + 2 * self._foot.spacing()
        for place, made in enumerate(self.others):
            room -= made.sizeHint().width() + _BETWEEN
            made.setVisible(place < self._at_hand and (room >= 0 or (place == 0 and not is_beside)))
        self._or.setVisible(any(not each.isHidden() for each in self.others))

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

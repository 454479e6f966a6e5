"""What she does to the list of a report: each act is one correction of what is in hand."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from drafter.domain.errors import NothingToDo
from drafter.domain.records.reports import PageText, Reading, Recommendation, RecommendationKind
from drafter.services import correcting, parting
from drafter.services.comparing_lists import offered, take
from drafter.services.correcting import Found
from drafter.services.marking import Marked, add_marked
from drafter.ui.actions import Actions, tip_with_key
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_document import DocumentView
from drafter.ui.panes.reader_found import FoundPanel
from drafter.ui.panes.reader_in_hand import InHand
from drafter.ui.panes.reader_list_names import called
from drafter.ui.workplace import Workplace

_LONGEST_NAME = 40
"""Characters of an item’s name in a menu."""


class Corrections(QObject):
    """Joins the panel and the document to the report in hand."""

    def __init__(
        self,
        workplace: Workplace,
        in_hand: InHand,
        panel: FoundPanel,
        document: DocumentView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notices, self._actions = workplace.notices, workplace.actions
        self._told = ""
        self._hand = in_hand
        self._panel = panel
        self._document = document
        self._reading: Reading | None = None
        self._merged: Found = ()
        """What was merged, as it was before, the last first."""
        detail = panel.detail
        detail.relabelled.connect(self._on_relabelled)
        detail.reworded.connect(self._on_reworded)
        detail.reheaded.connect(self._on_reheaded)
        detail.kind_chosen.connect(self._on_kind)
        panel.titled.connect(self._on_titled)
        panel.guesses_wanted.connect(self._take_guesses)
        panel.chosen.connect(self._name_target)
        panel.chosen.connect(in_hand.look_at)
        in_hand.changed.connect(self._on_changed)

    def bind(self, actions: Actions) -> None:
        """Join each row of the table that corrects to what it does."""
        acts: dict[str, Callable[[], object]] = {
            names.ACCEPT: self._accept,
            names.DROP: self._drop,
            names.MERGE: self._merge,
            names.SPLIT: self._split,
            names.KIND: self._next_kind,
            names.ADD: self._add,
            names.AS_TEXT: self._take_text,
            names.APPEND: self._append,
            names.AS_LABEL: self._take_label,
            names.UP: partial(self._move, -1),
            names.DOWN: partial(self._move, 1),
            names.GUESSES: self._take_guesses,
        }
        for name, act in acts.items():
            actions.bind(name, act)

    def read_from(self, reading: Reading | None) -> None:
        """Where guesses come from."""
        self._reading, self._merged = reading, ()

    # --- the list as a whole

    def turn(self, found: Found, label: str, *, row: int | None = None) -> None:
        """Another list in hand, and the row to choose in it."""
        report, at = self._hand.report, self._panel.row
        if report is not None:
            after = replace(report, recommendations=found)
            self._hand.turn(after, label, at=at, row=at if row is None else row)

    def _take_guesses(self) -> None:
        """Those that are not in the list yet, each where the document has it."""
        found, reading = self._hand.found, self._reading
        guesses = correcting.guesses_left(found, reading.guesses if reading else ())
        if reading is None or not guesses:
            raise NothingToDo("Nothing more in this document seems to recommend anything.")
        self.turn(take(found, offered(found, guesses, reading.text)), "Take in what may be recommended")

    def _on_titled(self, title: str) -> None:
        report, row = self._hand.report, self._panel.row
        if report is not None and title and title != report.title:
            self._hand.turn(replace(report, title=title), "Change title", at=row, row=row)

    # --- one of it

    def row(self) -> int:
        """Which one is meant; what is typed in it is told first. Raises NothingToDo where none is chosen."""
        self._panel.detail.flush()
        if self._panel.row < 0:
            raise NothingToDo("Choose one in the list first.")
        return self._panel.row

    def _accept(self) -> None:
        row = self.row()
        on = min(row + 1, len(self._hand.found) - 1)
        self._hand.accept(self._hand.found[row].id, at=row, row=on)
        self._panel.choose(on)

    def _drop(self) -> None:
        row = self.row()
        found = correcting.drop(self._hand.found, row)
        self.turn(found, "Drop one", row=min(row, len(found) - 1))

    def _merge(self) -> None:
        row = self.row()
        before = self._hand.found
        self.turn(parting.merge_with_next(before, row), "Merge two")
        self._merged = (*before[row : row + 2], *self._merged)

    def _split(self) -> None:
        """Where the selected words of the page begin in it, or where she clicked there.

        Else, and while she is in its text, at the cursor there.
        """
        row, found = self.row(), self._hand.found
        is_below = self._panel.detail.text.hasFocus()
        words = self._document.selected
        for each in (row, *range(len(found))) if not is_below else ():
            text = found[each].text
            at = correcting.place_in(text, words) if words else self._document.place_in(text)
            if at and at < len(text):
                self._part(each, at)
                self._document.let_go()
                return
        self._part(row, len(correcting.tidied(self._panel.detail.before_cursor)))

    def _part(self, row: int, at: int) -> None:
        found = self._hand.found
        lists = self._reading.candidates if self._reading is not None else ()
        read = (each for candidate in lists for each in candidate.recommendations)
        known = (*self._merged, *self._panel.lists.closest(found), *read)
        self.turn(parting.split(found, row, at, text=self._text, known=known), "Split one", row=row)

    def _move(self, by: int) -> None:
        row = self.row()
        self.turn(correcting.move(self._hand.found, row, by), "Move one", row=row + by)

    def _next_kind(self) -> None:
        kinds = tuple(RecommendationKind)
        item = self._hand.found[self.row()]
        self._on_kind(kinds[(kinds.index(item.kind) + 1) % len(kinds)])

    def _on_kind(self, kind: str) -> None:
        row = self.row()
        found = correcting.set_kind(self._hand.found, row, RecommendationKind(kind))
        self.turn(found, "Change kind")

    def _on_relabelled(self, identity: str, label: str) -> None:
        self._typed(
            identity, "Change label", lambda row: correcting.amend(self._hand.found, row, label=label)
        )

    def _on_reworded(self, identity: str, text: str) -> None:
        self._typed(identity, "Change text", lambda row: correcting.amend(self._hand.found, row, text=text))

    def _on_reheaded(self, identity: str, heading: str) -> None:
        self._typed(
            identity, "Change heading", lambda row: correcting.set_heading(self._hand.found, row, heading)
        )

    def _typed(self, identity: str, label: str, act: Callable[[int], Found]) -> None:
        """What was typed in an item, which need not be the chosen one any more."""
        report = self._hand.report
        row = next((row for row, each in enumerate(self._hand.found) if each.id == identity), None)
        if report is not None and row is not None:
            after = replace(report, recommendations=act(row))
            self._hand.turn(after, label, at=row, row=max(self._panel.row, 0))

    # --- from the document

    @property
    def _text(self) -> tuple[PageText, ...]:
        return self._reading.text if self._reading is not None else ()

    def _selected(self) -> Marked:
        """The words selected in the document. Raises NothingToDo where there are none."""
        if not self._document.selected:
            raise NothingToDo(
                "Select words in the document first: drag over them; or go there with F6, hold Shift and use "
                "the arrow keys."
            )
        return self._document.marked

    def _add(self) -> None:
        marked = self._selected()
        self._panel.detail.flush()
        found, row = add_marked(self._hand.found, self._panel.row + 1, marked, self._text)
        self.turn(found, "Add one", row=row)
        self._document.let_go()
        if not found[row].label:
            self._panel.name_it()

    def _take_text(self) -> None:
        marked, row = self._selected(), self.row()
        words = correcting.from_page(marked.words)
        found = correcting.amend(self._hand.found, row, text=words, regions=marked.regions)
        self._take(
            found, row, "Change text", f"Took {_counted(words)} as the text of", "these words are the text"
        )

    def _append(self) -> None:
        marked, row = self._selected(), self.row()
        found = parting.append(self._hand.found, row, marked.words, page=marked.page, regions=marked.regions)
        self._take(found, row, "Add to the text", f"Added {_counted(marked.words)} to the text of")

    def _take_label(self) -> None:
        marked, row = self._selected(), self.row()
        found = correcting.relabel(self._hand.found, row, marked.words)
        self._take(
            found,
            row,
            "Change label",
            f"Took “{found[row].label}” as the label of",
            f"“{found[row].label}” is the label",
        )

    def _take(self, found: Found, row: int, label: str, said: str, same: str = "") -> None:
        """Words of the document into one item; whose they are now is told, for she looked at the page."""
        target, has_news = called(self._hand.found[row]), found != self._hand.found
        self.turn(found, label)
        self._document.let_go()
        if has_news:
            self._told = f"{said} {target}."
            self._notices.say(self._told, offer="Undo", act=self._hand.undoing())
        else:
            self._told = f"Nothing changed: {same} of {target} already."
            self._notices.tell(self._told)

    def _on_changed(self) -> None:
        """What was told last is past: she has gone on, or taken it back."""
        self._notices.take_back(self._told)
        self._told = ""

    def _name_target(self, item: Recommendation | None) -> None:
        """Menus and tooltips say which one would take the selected words."""
        whose = f" of {_short(called(item))}" if item is not None else ""
        for name in (names.AS_TEXT, names.APPEND, names.AS_LABEL):
            row, action = self._actions.row(name), self._actions[name]
            action.setText(f"{row.text}{whose.replace('&', '&&')}")
            tip = row.tip.replace(" of the chosen one", whose or " of the chosen one")
            action.setToolTip(tip_with_key(tip, action.shortcuts()))


def _counted(words: str) -> str:
    count = len(words.split())
    return f"{count} word{'' if count == 1 else 's'}"


def _short(name: str) -> str:
    """A label may be a whole line."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"

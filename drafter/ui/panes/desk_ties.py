"""What is done on the desk about where a passage comes from; each is one step of the response's history."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from drafter.domain.changes import Change
from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import PassageId
from drafter.domain.richtext import RichText
from drafter.services.tying import (
    Origin,
    Suggested,
    add_words,
    newest_use,
    origin_of,
    suggested_for,
    take_over,
)
from drafter.ui.panes.desk_open import OnTheDesk
from drafter.ui.panes.desk_sheet import SheetPane
from drafter.ui.panes.desk_writer import Writer
from drafter.ui.text.draft_own import OwnWords
from drafter.ui.text.ties import Ties
from drafter.ui.workplace import Workplace


class TieActs(QObject):
    """Of the response in hand."""

    def __init__(
        self, workplace: Workplace, open_one: OnTheDesk, sheet: SheetPane, writer: Writer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._open = open_one
        self._edit = sheet.edit
        self._writer = writer
        self._stack = workplace.history.stack_of(open_one.id)

    # --- where a passage comes from

    def origin(self, passage: PassageId) -> Origin | None:
        """The library's side of it, where it has one."""
        ties = self._edit.ties(passage)
        return origin_of(self._place.library, ties.use) if ties is not None and ties.use is not None else None

    def text(self, passage: PassageId) -> RichText:
        return self._edit.passage_text(passage)

    def drawn_from(self, passage: PassageId) -> tuple[str, ...]:
        """The titles of what was woven into own words."""
        ties = self._edit.ties(passage)
        found = self._place.library.revisions_of(ties.drawn_from if ties is not None else ())
        return tuple(dict.fromkeys(each.title for each in found.values()))

    def go_back(self, passage: PassageId) -> None:
        """The library's words as they are now, in place of these."""
        origin, ties = self.origin(passage), self._edit.ties(passage)
        if origin is not None and ties is not None:
            self._edit.replace_passage(passage, origin.words.text, Ties(answers=ties.answers, use=origin.use))
            self._follow()

    def keep(self, passage: PassageId) -> None:
        """These words stay; a newer wording was seen, and is what they are compared with from now on."""
        origin, ties = self.origin(passage), self._edit.ties(passage)
        if origin is not None and ties is not None and ties.use != origin.use:
            self._edit.set_ties(passage, replace(ties, use=origin.use))
            self._follow()

    def hand_over(self, passage: PassageId) -> None:
        """These words become the library's newest, as a draft, and the passage says them word for word."""
        origin, ties = self.origin(passage), self._edit.ties(passage)
        if origin is None or origin.position is None or ties is None:
            return
        library, position, words = self._place.library, origin.position.id, self.text(passage)

        def tie(_change: Change) -> None:
            self._edit.set_ties(passage, replace(ties, use=newest_use(library, position)))

        try:
            self._place.history.do_with(
                lambda: take_over(library, position, words, by=self._place.by), tie, stack=self._stack
            )
        except NothingToDo:  # somebody wrote the very same already
            self._edit.set_ties(passage, replace(ties, use=newest_use(library, position)))
        self._follow()

    def cut(self, passage: PassageId) -> None:
        """Own words from now on."""
        ties = self._edit.ties(passage)
        if ties is not None and ties.origins:
            self._edit.set_ties(passage, ties.own_words())
            self._follow()

    # --- own words become a position

    def own_words(self) -> OwnWords | None:
        """The paragraphs that are meant, where they are her own."""
        return self._edit.own_words()

    def suggested(self, words: OwnWords) -> Suggested:
        heading = dict(self._edit.outline()).get(words.section, "")
        answered = self._open.named(words.answers)
        return suggested_for(
            self._place.library, self._open.response, words.text, heading=heading, answered=answered
        )

    def add(self, words: OwnWords, given: Suggested) -> None:
        """A new position, and the paragraphs tied to it."""
        place, made = self._place, []

        def create() -> Change:
            change, use = add_words(place.library, words.text, given, by=place.preferences.person)
            made.append(use)
            return change

        place.history.do_with(create, lambda _change: self._edit.tie_words(words, made[0]), stack=self._stack)
        self._follow()

    def _follow(self) -> None:
        self._writer.read_now()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

"""Finding words in the report that is open: each hit becomes what is selected, and can be taken at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from drafter.domain.placing import Span
from drafter.domain.progress import Progress
from drafter.domain.records.reports import PageText
from drafter.ui.actions import Actions
from drafter.ui.jobs import Jobs, Worker
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_document import DocumentView
from drafter.ui.panes.reader_find_text import FoldedText, Hit, PagePlaces, folded
from drafter.ui.widgets.find_line import NOT_FOUND
from drafter.ui.widgets.latest import Latest

_LONGEST = 80
"""Characters; a longer passage that is selected is hardly what she looks for."""
_AWAITED = "Still being read…"
_NO_TEXT = "No text here"


class Finding(QObject):
    """Joins the find line to the document, picture or text. `reach` brings that to the front."""

    def __init__(
        self, document: DocumentView, jobs: Jobs, reach: Callable[[], object], pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._document, self._line, self._reach = document, document.find_line, reach
        self._pane = pane
        self._text: tuple[PageText, ...] = ()
        """What is looked through, or will be: the line closes where another document comes."""
        self._asked: tuple[PageText, ...] = ()
        self._index: FoldedText | None = None
        self._folding = Latest(jobs, self, on=Worker.FILES)
        self._begun = 0
        """Where she began to look: what is typed is found from there on."""
        self._at: int | None = None
        self._hit: Hit | None = None
        """The present one; `_at` is its place in the folded text."""
        self._is_due = False
        """It has not come into sight yet, or only in the picture and not in the text."""
        self._is_text = False
        self._selected = ""
        self._places: PagePlaces | None = None
        self._came_from: QWidget | None = None
        self._folding.answered.connect(self._on_folded)
        self._line.changed.connect(self._on_typed)
        self._line.asked.connect(lambda is_backwards: self._step(is_backwards=is_backwards))
        self._line.left.connect(self.leave)
        document.marked_anew.connect(self._follow)
        bar = document.plain.verticalScrollBar()
        for moved in (bar.valueChanged, bar.rangeChanged):
            moved.connect(self._on_scrolled)

    def bind(self, actions: Actions) -> None:
        actions.bind(names.FIND, self.enter)
        actions.bind(names.FIND_NEXT, partial(self._step, is_backwards=False))
        actions.bind(names.FIND_PREVIOUS, partial(self._step, is_backwards=True))
        self._line.next.setToolTip(actions[names.FIND_NEXT].toolTip())
        self._line.previous.setToolTip(actions[names.FIND_PREVIOUS].toolTip())
        self._document.finder.setToolTip(actions[names.FIND].toolTip())
        self._document.finder.clicked.connect(self.enter)

    def enter(self) -> None:
        """Begin, with what is selected in the document unless that is what was found."""
        if not self._is_open:
            focused = QApplication.focusWidget()
            self._came_from = focused if self._pane.isAncestorOf(focused or self._pane) else None
            self._at = self._hit = None
        self._reach()
        selected = self._document.selected
        is_hers = bool(selected) and selected != self._selected and len(selected) <= _LONGEST
        self._begin()
        self._line.enter(selected if is_hers and "\n" not in selected else "")
        self._find()

    def leave(self) -> None:
        """What was found last stays selected; the keys go back to where they were."""
        had_keys = self._line.isAncestorOf(QApplication.focusWidget() or self._line)
        self._line.hide()
        self._mark()
        came_from, self._came_from = self._came_from, None
        if had_keys:
            document = self._document
            page = document.plain if document.is_text else document.area
            back = came_from if came_from is not None and came_from.isVisible() else page
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_open(self) -> bool:
        return self._line.isVisibleTo(self._document)

    @property
    def _words(self) -> str:
        return folded(self._line.words.text())

    # --- what is looked through

    def _follow(self) -> None:
        """Another page or document stands there, or its text has come."""
        text = self._document.text
        if text is not self._text:
            was_awaited = not self._text
            self._text, self._index, self._places = text, None, None
            self._at = self._hit = None
            self._folding.drop()
            self._asked = ()
            if self._is_open and not was_awaited:
                self.leave()
            elif self._is_open:
                self._find()
        if self._is_text is not self._document.is_text:
            self._is_text = self._document.is_text
            self._is_due = self._hit is not None
        self._mark()

    def _on_folded(self, index: object) -> None:
        if isinstance(index, FoldedText):
            self._index = index
            if self._is_open:
                self._begin()
                self._find()

    def _begin(self) -> None:
        """From where she is: from what is selected, or the first that is in sight."""
        document, index = self._document, self._index
        if index is None:
            return
        at: int | None = document.plain.in_sight[0] if document.is_text else 0
        if document.selected:
            at = document.marked.at
        self._begun = index.place(document.page, at or 0)

    # --- what is found

    def _on_typed(self) -> None:
        if self._hit is not None and self._hit.page != self._document.page:
            self._begin()  # she has turned the page
        self._find()

    def _find(self) -> None:
        """The first from where she began."""
        index = self._index
        if index is None:
            self._await()
            return
        self._go(index.after(self._words, self._begun) if self._words else None)

    def _await(self) -> None:
        if not self._text:
            self._line.say(_AWAITED if self._document.awaits_text else _NO_TEXT, many=0)
        elif self._asked is not self._text:
            self._asked = self._text
            self._folding.ask(_folding(self._text))

    def _step(self, *, is_backwards: bool) -> None:
        """The next one, or the one before, round the end; from the page that she has turned to."""
        index, words = self._index, self._words
        if not words or not self._is_open or index is None:
            self.enter()
            return
        if self._at is None or self._hit is None or self._hit.page != self._document.page:
            self._begin()
            start = end = self._begun
        else:
            start, end = self._at, self._at + len(words)
        self._go(index.before(words, start) if is_backwards else index.after(words, end))
        self._begun = self._at if self._at is not None else self._begun

    def _go(self, at: int | None) -> None:
        """The place becomes the present one, and what stands there is selected."""
        index, words = self._index, self._words
        self._at, self._hit = at, None
        if index is not None and at is not None:
            self._hit, self._is_due = index.hit(at, words), True
            self._document.turn_to(self._hit.page)
        elif self._selected and self._document.selected == self._selected:
            self._document.unselect()
        self._say()
        self._mark()

    def _say(self) -> None:
        index, words = self._index, self._words
        if index is None or not words:
            self._line.say("", many=0)
        elif not len(index):
            self._line.say(_NO_TEXT, many=0)
        elif self._at is None:
            self._line.say(NOT_FOUND, many=0)
        else:
            many = index.count(words)
            self._line.say(f"{index.count(words, self._at) + 1:,} of {many:,}", many=many)

    # --- how it shows

    def _mark(self) -> None:
        """All that are in sight, and the present one."""
        if not self._is_open or self._index is None:
            self._document.plain.show_found(())
            self._document.area.picture.show_found(())
        elif self._document.is_text:
            self._mark_text(self._index)
        else:
            self._mark_picture(self._index)

    def _on_scrolled(self) -> None:
        """Others are in sight now; where the text is another, it is marked anew right after."""
        is_there = self._is_open and self._document.text is self._text and not self._is_due
        if is_there and self._index is not None and self._document.is_text:
            self._mark_text(self._index)

    def _mark_text(self, index: FoldedText) -> None:
        plain, here = self._document.plain, self._here
        if self._is_due and here is not None:
            self._is_due = False
            plain.select(here)
            self._selected = self._document.selected
        plain.show_found(self._spans(index, plain.in_sight), here)

    def _mark_picture(self, index: FoldedText) -> None:
        area, words = self._document.area, self._document.words
        text = next((each.text for each in self._text if each.number == self._document.page), "")
        if words is None:
            return
        if self._places is None or self._places.printed is not words:
            self._places = PagePlaces(words, text)
        places = self._places
        spans = self._spans(index, (0, len(text)))
        ranges = tuple(each for each in map(places.words, spans) if each is not None)
        here = places.words(self._here) if self._here is not None else None
        area.picture.show_found(ranges, here)
        if self._is_due and here is not None:
            self._is_due = not area.picture.has_picture
            area.picture.select(here)
            area.bring_up_found()
            self._selected = self._document.selected

    @property
    def _here(self) -> Span | None:
        """Where the present one is, if it is on the page that stands there."""
        hit = self._hit
        return hit.span if hit is not None and hit.page == self._document.page else None

    def _spans(self, index: FoldedText, within: Span) -> tuple[Span, ...]:
        words = self._words
        return tuple(index.hit(at, words).span for at in index.within(words, self._document.page, within))


def _folding(text: tuple[PageText, ...]) -> Callable[[Progress], FoldedText]:
    return lambda _progress: FoldedText(text)

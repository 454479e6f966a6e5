"""The left of the reader: the page as a picture or as text, and the way from page to page."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from drafter.domain.placing import Searched
from drafter.domain.printed import Printed, Range, text_of
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import PageText, Recommendation
from drafter.services.correcting import Found
from drafter.services.marking import Marked
from drafter.services.pages import Pages
from drafter.services.whereabouts import with_marks
from drafter.ui.jobs import Jobs
from drafter.ui.panes.reader_area import PageArea
from drafter.ui.panes.reader_foot import PageFoot
from drafter.ui.panes.reader_pictures import PagePictures
from drafter.ui.panes.reader_text import DocumentText
from drafter.ui.widgets.find_line import FindLine
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.row_menu import pop_up

_NO_FILE = "The file of this report is not in the library: open it again to see its pages beside the list."
_NONE: Mapping[RecommendationId, int] = MappingProxyType({})
_READING = "The text is being read…"


class DocumentView(QWidget):
    """Formats without pages show their text as one page."""

    clicked = Signal(str)
    """The id of an item that was clicked on the page."""
    menu_opens = Signal(QMenu)
    """A right click on the page or on its text: what else can be done is put into the menu first."""
    left = Signal()
    """She goes back to the list."""
    marked_anew = Signal()
    """Another page stands here, or it as text, or its words have come, or something else is marked on it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: tuple[PageText, ...] = ()
        self._has_pictures = False
        self._found: Found = ()
        self._current: Recommendation | None = None
        self._is_clicked = False
        self._pages_told = _NONE
        self._placed: dict[Recommendation, Recommendation] = {}
        """Items as they are marked on the page that is shown, where their words stand."""
        self._pictures = PagePictures(jobs, self, with_words=True)
        self.area = PageArea()
        self.plain = DocumentText()
        self.find_line = FindLine("Find in the report", margins=(16, 6, 12, 6))
        self._foot = PageFoot()
        self.number, self.switcher = self._foot.number, self._foot.switcher
        self.smaller, self.larger, self.finder = self._foot.smaller, self._foot.larger, self._foot.finder
        self._lay_out()
        self._connect()

    def show_document(self, text: tuple[PageText, ...], pages: Pages | None, count: int | None) -> None:
        """Another document; `pages` draws it where it has pages."""
        self._found, self._current = (), None
        self.area.picture.clear_selection()
        self.plain.setPlaceholderText(_READING if pages is not None else _NO_FILE)
        self._pictures.turn_to(pages, count or 0)
        self._has_pictures = pages is not None and count is not None
        self._foot.begin(max(count or len(text), 1))
        self._show_side(as_text=not self._has_pictures)
        self._take_text(text, _NONE)
        self._show_page()
        self._mark()

    def show_text(self, text: tuple[PageText, ...], pages: Mapping[RecommendationId, int] = _NONE) -> None:
        """The text of the document, which came after its pictures: those stay as they are.

        `pages` are those of items that name none themselves.
        """
        self._take_text(text, pages)
        self._show_text_of_page()
        self._mark(bring_up=False)

    def _take_text(self, text: tuple[PageText, ...], pages: Mapping[RecommendationId, int]) -> None:
        self._text, self._pages_told = text, pages
        self.switcher.setVisible(self._has_pictures and bool(text))
        self._foot.setVisible(self._has_pictures or self._foot.has_pages)

    @property
    def page(self) -> int:
        return self.number.value()

    @property
    def text(self) -> tuple[PageText, ...]:
        """All of it; none while it is being read, or where the file is not there."""
        return self._text

    @property
    def awaits_text(self) -> bool:
        """Its pages are there, and its text is not yet."""
        return self._has_pictures and not self._text

    @property
    def words(self) -> Printed | None:
        """Those of the picture that is shown, where they are known by now."""
        return self._pictures.words(self.page)

    @property
    def selected(self) -> str:
        """What is selected in the text, or on the page, whichever is shown."""
        if not self.is_text:
            return self.area.picture.selected
        words, printed = self.plain.selected, self._printed
        said = text_of([printed]) if printed is not None else ""
        span = Searched(said).find(words)
        own = Searched(words).find(words)
        if span is None or own is None:
            return words
        return words[: own[0]] + said[slice(*span)] + words[own[1] :]

    def place_in(self, text: str) -> int | None:
        """At which character of an item's text she put the cursor on the page."""
        if self.is_text:
            return self.plain.place_in(text)
        return self.area.picture.selection.place_in(text, self.page)

    @property
    def marked(self) -> Marked:
        """That, and where it stands as far as is known."""
        begun = self._printed
        if self.is_text:
            at: int | None = self.plain.span[0]
            regions = begun[0].regions(begun[1]) if begun is not None else ()
        else:
            regions = self.area.picture.selection.regions
            at = self._character_of(*begun) if begun is not None else None
        page = self.page if self._has_pictures else None
        return Marked(words=self.selected, page=page, at=at, regions=regions)

    @property
    def _printed(self) -> tuple[Printed, Range] | None:
        """The selected words on their page, on the first one where they go on over two."""
        if not self.is_text:
            return self.area.picture.selection.begins
        words = self._pictures.words(self.page)
        found = words.find(self.plain.selected, self.plain.times_before) if words is not None else None
        return (words, found) if words is not None and found is not None else None

    def _character_of(self, printed: Printed, range_: Range) -> int | None:
        """Where words of a page begin in its text."""
        text = next((each.text for each in self._text if each.number == printed.page), "")
        span = Searched(text).find_again(text_of([(printed, range_)]), printed.times_before(range_))
        return span[0] if span is not None else None

    def copy(self) -> None:
        """What is selected to the clipboard."""
        if self.is_text:
            self.plain.copy()
        else:
            self.area.copy()

    def let_go(self) -> None:
        """What was selected on the page has been taken: the mark of the item shows instead."""
        self.area.picture.let_go()

    def unselect(self) -> None:
        """Nothing is selected any more, in the text or on the page."""
        if self.is_text:
            self.plain.unselect()
        else:
            self.area.picture.let_go()

    def select_all(self) -> None:
        """All the text of the page."""
        if self.is_text:
            self.plain.selectAll()
        else:
            self.area.picture.select_all()

    def turn_to(self, page: int) -> None:
        self.number.setValue(page)

    def turn(self, by: int) -> None:
        self.number.setValue(self.number.value() + by)

    def switch(self) -> None:
        """From the picture to the text, and back."""
        if self._has_pictures and self._text:
            had_focus = self.area.hasFocus() or self.plain.hasFocus()
            self._show_side(as_text=not self.is_text)
            self._mark()
            if had_focus:
                (self.plain if self.is_text else self.area).setFocus()

    def switch_by_key(self) -> None:
        """The same, and the keys go into the text, wherever they went before: there they select words."""
        self.switch()
        if self.is_text:
            self.plain.setFocus()

    def zoom(self, steps: int) -> None:
        """The page, or its text, larger or smaller."""
        if self.is_text:
            self.plain.zoom(steps)
        else:
            self.area.zoom(steps)

    def zoom_back(self) -> None:
        """Both as large as usual."""
        self.plain.zoom_back()
        self.area.fit_again()

    def mark(self, found: Found, current: Recommendation | None) -> None:
        """Mark what was found, and turn to the page of what is chosen."""
        moved = current is not None and (self._current is None or current.id != self._current.id)
        self._found, self._current = found, current
        if moved and current is not None and (page := self._page_of(current)) is not None:
            self.number.setValue(page)
        self._mark()

    def bring_back(self, item: Recommendation) -> None:
        """She points at an item of the list that is chosen already: to where it stands, from wherever."""
        if (page := self._page_of(item)) is not None:
            self.number.setValue(page)
        self._mark()

    def _page_of(self, item: Recommendation) -> int | None:
        """The page to turn to for an item; none where it is on the one that is shown."""
        page = item.page if item.page is not None else self._pages_told.get(item.id)
        return page if page is not None and self.page not in (page, *item.pages) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._foot.fit(self.width(), is_text=self.is_text)

    def close_down(self) -> None:
        self._pictures.close()

    def _connect(self) -> None:
        self._foot.turned.connect(self._on_page)
        self._foot.zoomed.connect(self.zoom)
        self.switcher.clicked.connect(self.switch)
        self._pictures.drawn.connect(self._on_drawn)
        self._pictures.failed.connect(self._on_failed)
        self._pictures.worded.connect(self._on_worded)
        self.area.picture.clicked.connect(self._on_clicked)
        self.area.picture.menu_wanted.connect(self._open_menu)
        self.area.left.connect(self.left)
        self.area.widened.connect(self._draw)
        self.area.turned.connect(self._on_turned)
        self.plain.clicked.connect(self._on_clicked)
        self.plain.menu_wanted.connect(self._open_menu)
        self.plain.left.connect(self.left)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.plain)
        self.find_line.hide()
        whole = column(self.find_line, self._stack, self._foot, spacing=0)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)

    # --- the page

    @property
    def is_text(self) -> bool:
        """The text stands there, and not the picture."""
        return self._stack.currentWidget() is self.plain

    def _show_side(self, *, as_text: bool) -> None:
        self._stack.setCurrentWidget(self.plain if as_text else self.area)
        self._foot.fit(self.width(), is_text=as_text)

    def _on_page(self) -> None:
        self._show_page()
        self._mark()

    def _on_turned(self, by: int) -> None:
        before = self.page
        self.turn(by)
        if self.page != before:
            self.area.go_to_end(last=by < 0)

    def _show_page(self) -> None:
        self._placed.clear()
        self._show_text_of_page()
        self.area.picture.show_page(self.page, None)
        self.area.picture.show_words(self._pictures.words(self.page))
        self.area.go_to_end(last=False)
        self._draw()

    def _show_text_of_page(self) -> None:
        index = self.page - 1
        self.plain.show_page(self._text[index] if index < len(self._text) else None)

    def _draw(self) -> None:
        if not self._has_pictures:
            return
        image = self._pictures.ask(self.page, self.area.picture.pixels)
        if image is not None:
            self.area.picture.show_page(self.page, image)

    def _on_drawn(self, page: int, image: QImage) -> None:
        if page != self.page:
            return
        had = self.area.picture.has_picture
        self.area.picture.show_page(page, image)
        if not had:
            self._mark()

    def _on_worded(self, page: int) -> None:
        """Its own words, or those of the page where an item of it begins."""
        if page in (self.page, self.page - 1):
            self._placed.clear()
            self.area.picture.show_words(self._pictures.words(self.page))
            self._mark(bring_up=self._current is not None and not self._current.regions)

    def _on_clicked(self, identity: str) -> None:
        """What she points at is in sight: the page stays where it is."""
        self._is_clicked = True
        self.clicked.emit(identity)
        self._is_clicked = False

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.menu_opens.emit(menu)
        menu.addSeparator()
        if self.selected:
            menu.addAction("&Copy\tCtrl+C", self.copy)
        menu.addAction("Select a&ll of the page\tCtrl+A", self.select_all)
        pop_up(menu, at)

    def _on_failed(self, page: int, sentence: str) -> None:
        """A page that cannot be drawn can still be read."""
        if page == self.page:
            self.area.picture.show_page(page, None, sentence)

    def _mark(self, *, bring_up: bool = True) -> None:
        current = self._current
        marked = tuple(map(self._with_marks, self._found))
        self.area.picture.mark(marked, current.id if current is not None else None)
        if current is not None and bring_up and not self._is_clicked:
            self.area.bring_up(self._with_marks(current))
        if self.is_text:
            self.plain.mark(self._found, current)
        self.marked_anew.emit()

    def _with_marks(self, item: Recommendation) -> Recommendation:
        """An item that does not say where on this page it stands, marked where its words do."""
        words = self._pictures.words(self.page)
        if words is None:
            return item
        known = self._placed.get(item)
        if known is None:
            before = self._pictures.words(self.page - 1)
            known = self._placed[item] = with_marks(item, words, before)
        return known

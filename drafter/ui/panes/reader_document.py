"""The left of the reader: the page as a picture or as text, and the way from page to page."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from drafter.domain.records.reports import PageText, Recommendation
from drafter.services.correcting import Found
from drafter.services.pages import Pages
from drafter.ui.icons import SIZE, icon
from drafter.ui.jobs import Jobs
from drafter.ui.panes.reader_page import PageArea
from drafter.ui.panes.reader_pictures import PagePictures
from drafter.ui.panes.reader_text import DocumentText
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import button, text_label

_NO_TEXT = "The text of this document was not kept. Its list is beside."


class DocumentView(QWidget):
    """Formats without pages show their text as one page."""

    clicked = Signal(str)
    """The id of an item that was clicked on the page."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: tuple[PageText, ...] = ()
        self._has_pictures = False
        self._found: Found = ()
        self._current: Recommendation | None = None
        self._pictures = PagePictures(jobs, self)
        self.area = PageArea()
        self.plain = DocumentText()
        self.plain.setPlaceholderText(_NO_TEXT)
        self.number = QSpinBox()
        self.number.setAccessibleName("Page")
        self.number.setKeyboardTracking(False)
        self._of = text_label(wrap=False)
        self.smaller = _icon_button("Smaller")
        self.larger = _icon_button("Larger")
        self.switcher = button("Show the text", kind="plain", tip="The page’s text, to select from (Ctrl+P)")
        self._lay_out()
        self.number.valueChanged.connect(self._on_page)
        self.switcher.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
        self.switcher.clicked.connect(self.switch)
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self._tint()
        self._pictures.drawn.connect(self._on_drawn)
        self._pictures.failed.connect(self._on_failed)
        self.area.picture.clicked.connect(self.clicked)
        self.area.widened.connect(self._draw)
        self.area.turned.connect(self._on_turned)
        self.plain.clicked.connect(self.clicked)

    def show_document(
        self, text: tuple[PageText, ...], pages: Pages | None, count: int | None, *, as_text: bool = False
    ) -> None:
        """Another document; `pages` draws it where it has pages. `as_text`: there is much to select."""
        self._found, self._current = (), None
        self._pictures.turn_to(pages, count or 0)
        self._has_pictures = pages is not None and count is not None
        self.number.blockSignals(True)
        self.number.setRange(1, max(count or len(text), 1))
        self.number.setValue(1)
        self.number.blockSignals(False)
        self._of.setText(f"of {self.number.maximum()}")
        for widget in (self.number, self._of, self._page_word):
            widget.setVisible(self.number.maximum() > 1)
        self._show_side(as_text=as_text or not self._has_pictures)
        self.show_text(text)

    def show_text(self, text: tuple[PageText, ...]) -> None:
        """The text of the document, which may come after its pictures."""
        self._text = text
        self.switcher.setVisible(self._has_pictures and bool(text))
        self._foot.setVisible(self._has_pictures or self.number.maximum() > 1)
        self._show_page()
        self._mark()

    @property
    def page(self) -> int:
        return self.number.value()

    @property
    def selected(self) -> str:
        """What is selected in the text, where the text is shown."""
        return self.plain.selected if self._is_text else ""

    def turn(self, by: int) -> None:
        self.number.setValue(self.number.value() + by)

    def switch(self) -> None:
        """From the picture to the text, and back."""
        if self._has_pictures and self._text:
            had_focus = self.area.hasFocus() or self.plain.hasFocus()
            self._show_side(as_text=not self._is_text)
            self._mark()
            if had_focus:
                (self.plain if self._is_text else self.area).setFocus()

    def zoom(self, steps: int) -> None:
        """The page, or its text, larger or smaller."""
        if self._is_text:
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
        if moved and current is not None and current.page is not None and self.page not in current.pages:
            self.number.setValue(current.page)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def close_down(self) -> None:
        self._pictures.close()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.plain)
        self._page_word = QLabel("P&age")
        self._page_word.setBuddy(self.number)
        self._foot = QWidget()
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(16, 6, 12, 8)
        line.setSpacing(8)
        line.addWidget(self._page_word)
        line.addWidget(self.number)
        line.addWidget(self._of)
        line.addStretch()
        line.addWidget(self.smaller)
        line.addWidget(self.larger)
        line.addWidget(self.switcher)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _tint(self) -> None:
        scheme = scheme_of(self.palette())
        self.smaller.setIcon(icon("zoom-out", scheme))
        self.larger.setIcon(icon("zoom-in", scheme))

    # --- the page

    @property
    def _is_text(self) -> bool:
        return self._stack.currentWidget() is self.plain

    def _show_side(self, *, as_text: bool) -> None:
        self._stack.setCurrentWidget(self.plain if as_text else self.area)
        self.switcher.setText("Show the page" if as_text else "Show the text")

    def _on_page(self) -> None:
        self._show_page()
        self._mark()

    def _on_turned(self, by: int) -> None:
        before = self.page
        self.turn(by)
        if self.page != before:
            self.area.go_to_end(last=by < 0)

    def _show_page(self) -> None:
        index = self.page - 1
        self.plain.show_text(self._text[index].text if index < len(self._text) else "")
        self.area.picture.show_page(self.page, None)
        self.area.go_to_end(last=False)
        self._draw()

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

    def _on_failed(self, page: int, sentence: str) -> None:
        """A page that cannot be drawn can still be read."""
        if page == self.page:
            self.area.picture.show_page(page, None, sentence)

    def _mark(self) -> None:
        self.area.picture.mark(self._found, self._current.id if self._current is not None else None)
        if self._current is not None:
            self.area.bring_up(self._current)
        if self._is_text:
            self.plain.mark(self._found, self._current)


def _icon_button(name: str) -> QToolButton:
    made = QToolButton()
    made.setIconSize(QSize(SIZE, SIZE))
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made

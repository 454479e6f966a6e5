"""The report beside the draft: its page as a picture or as text, at what is chosen, to quote from."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import PageText, Report
from drafter.services.pages import Pages
from drafter.services.reading import read_report
from drafter.ui.jobs import Job, Worker
from drafter.ui.panes.reader_document import DocumentView
from drafter.ui.widgets.labels import Elided, ToolButton, button
from drafter.ui.widgets.laying import column, row
from drafter.ui.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Selected words, and the page that they are on."""

    words: str
    page: int | None


class ReportPane(QWidget):
    """Reads the kept file when it is first wanted, and keeps its text while the response is open."""

    loaded = Signal(object)
    """The text of the report, page by page."""
    failed = Signal(DrafterError)

    def __init__(self, workplace: Workplace, *, quote: QAction, close: QAction) -> None:
        super().__init__()
        self._place = workplace
        self._report: Report | None = None
        self._pages: Pages | None = None
        self._text: tuple[PageText, ...] = ()
        self._job: Job | None = None
        self._is_loaded = False
        self._selects_next = False
        """She wants to quote, and the text is still being read."""
        self._wanted: RecommendationId | None = None
        self.document = DocumentView(workplace.jobs)
        self._quote = quote
        self.document.menu_opens.connect(self._offer_quote)
        self._title = Elided(bold=True)
        self.quote = button("Quote", kind="plain", tip=quote.toolTip())
        self.quote.clicked.connect(quote.trigger)
        self.close_button = ToolButton()
        self.close_button.setText("\N{MULTIPLICATION SIGN}")
        self.close_button.setAccessibleName("Close the report")
        self.close_button.setToolTip(f"Close the report ({close.shortcut().toString()})")
        self.close_button.clicked.connect(close.trigger)
        top = row(self._title, self.quote, self.close_button, margins=(12, 6, 6, 4))
        top.setStretch(0, 1)
        layout = column(top, spacing=0)
        layout.addWidget(self.document, 1)
        self.setLayout(layout)
        self.setMinimumWidth(260)

    def show_report(self, report: Report | None) -> None:
        """Of the response in hand; nothing is read before `load`."""
        if report is not None and self._report is not None and report.id == self._report.id:
            self._report = report
            return
        self._stop()
        self._report, self._pages, self._text, self._is_loaded = report, None, (), False
        self._title.setText(report.title if report is not None else "")
        self.document.show_document((), None, None)

    @property
    def text(self) -> tuple[PageText, ...]:
        return self._text

    def load(self) -> None:
        """Read it, unless that was done already."""
        if self._report is None or self._is_loaded:
            return
        self._is_loaded = True
        self._pages = Pages.of_kept(self._place.library, self._report)
        count = self._report.pages if self._pages is not None else None
        self.document.show_document((), self._pages, count)
        if self._pages is None:
            self.document.show_text((_list_of(self._report),))
        else:
            self._job = self._place.jobs.start(partial(_text_of, self._pages.path), on=Worker.FILES)
            self._job.succeeded.connect(self._on_read)
            self._job.failed.connect(self._on_failed)

    def follow(self, wanted: RecommendationId | None) -> None:
        """Turn to the page of what is chosen, and mark it."""
        self._wanted = wanted
        report = self._report
        if report is not None and self._is_loaded:
            chosen = report.recommendation(wanted) if wanted is not None else None
            self.document.mark(report.recommendations, chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Also where it comes as a tab of its own."""
        super().showEvent(event)
        self.load()
        self.follow(self._wanted)

    def quoted(self) -> Quoted | None:
        """What is selected on the page."""
        words = self.document.selected
        has_pages = self._pages is not None and self._report is not None and self._report.pages is not None
        return Quoted(words=words, page=self.document.page if has_pages else None) if words.strip() else None

    def show_to_select(self) -> None:
        """The text of the page: there words are selected by keys as well."""
        self._selects_next = not self._text and self._job is not None
        if not self.document.plain.isVisible():
            self.document.switch()
        self.document.plain.setFocus()

    def close_down(self) -> None:
        self._stop()
        self.document.close_down()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _offer_quote(self, menu: QMenu) -> None:
        if self.document.selected:
            menu.addAction(self._quote)

    def _on_read(self, text: tuple[PageText, ...]) -> None:
        if self.sender() is self._job:
            self._job, self._text = None, text
            self.document.show_text(text)
            if self._selects_next:
                self.show_to_select()
            self.loaded.emit(text)

    def _on_failed(self, error: DrafterError) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(error)


def _list_of(report: Report) -> PageText:
    """What can be read of a report whose file was not kept: its list."""
    items = (f"{each.name}\n{each.text}" for each in report.recommendations)
    return PageText(number=1, text="\n\n".join(items))


def _text_of(path: Path, progress: Progress) -> tuple[PageText, ...]:
    return read_report(path, progress=progress).text

"""Reading a report: the document on the left, what was found on the right, to correct and to keep."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.domain.records.ids import ReportId
from drafter.domain.records.reports import Reading, Recommendation
from drafter.services import importing, working
from drafter.services.correcting import Found
from drafter.services.left_half_way import WayBack, way_back
from drafter.services.pages import Pages
from drafter.services.whereabouts import pages_by_words
from drafter.ui.jobs import Job, Worker
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_choosing import Choosing
from drafter.ui.panes.reader_corrections import Corrections
from drafter.ui.panes.reader_document import DocumentView
from drafter.ui.panes.reader_find import Finding
from drafter.ui.panes.reader_found import FoundPanel
from drafter.ui.panes.reader_in_hand import InHand
from drafter.ui.panes.reader_keeping import Keeping
from drafter.ui.panes.reader_lost import LostAnswers
from drafter.ui.panes.reader_menu import ReaderMenus
from drafter.ui.panes.reader_offering import Offering
from drafter.ui.panes.reader_opened import Opened, Source
from drafter.ui.panes.reader_paging import bind_paging
from drafter.ui.panes.reader_waiting import no_report, not_read, stopped, waiting
from drafter.ui.widgets.empty_state import EmptyState
from drafter.ui.widgets.folding import Fold, FoldingPanes
from drafter.ui.widgets.parts import as_part
from drafter.ui.workplace import Workplace

FOLDS_BELOW = 860
_WIDTHS = "reader/widths"
_NONE: Found = ()


class ReaderPane(QWidget):
    """Nothing enters the library until she says so; what she corrected meanwhile survives a crash."""

    response_opened = Signal(str)
    report_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._job: Job | None = None
        self._guesses = _NONE
        self._read = self._warned = ""
        self._way: WayBack | None = None
        """Where what is being read is wanted to go on with a report."""
        self._hand = InHand(workplace, self)
        self.document = DocumentView(workplace.jobs)
        self.panel = FoundPanel(workplace.actions)
        self._corrections = Corrections(workplace, self._hand, self.panel, self.document, self)
        self._choosing = Choosing(self._hand, self.panel, workplace.actions, self)
        self._offering = Offering(workplace, self._hand, self.panel, self._corrections, self._choosing)
        self._lost = LostAnswers(workplace, self._hand, self)
        self._keeping = Keeping(workplace, self._hand, self.panel, self)
        self._lay_out()
        self._connect()
        self._bind()
        self._offer(None, None)
        self._enable()

    # --- what the window may ask

    @property
    def first_stop(self) -> QWidget:
        page = self._pages.currentWidget()
        return page.buttons[0] if isinstance(page, EmptyState) else self.panel.view

    def shown(self) -> None:
        self._place.history.group.setActiveStack(self._hand.stack)
        report = self._hand.report
        title = report.title if report is not None else ""
        self._place.notices.title(f"Reading {self._read}" if self._is_waiting else title)
        self._keeping.say_how_it_stands()

    def close_down(self) -> None:
        self._stop()
        self.panel.flush()
        self._hand.keep()
        self.document.close_down()
        QSettings().setValue(_WIDTHS, self._panes.save_state())

    def open_file(self, path: Path) -> None:
        """Read a file in the reading process; what is shown stays until that is done."""

        def work(progress: Progress) -> Opened:
            return Opened(reading=importing.read_report(path, progress=progress), source=path)

        self._wait_for(work, path.name)

    def open_text(self, text: str) -> None:
        """Pasted text is a report without a file."""

        def work(_progress: Progress) -> Opened:
            return Opened(reading=importing.read_pasted_report(text), source=text)

        self._wait_for(work, "the pasted text")

    def open_report(self, report: ReportId) -> None:
        """One that is kept, to correct or to answer again; its text is read anew from the kept file."""
        self._turn_away()
        kept = self._place.library.report(report)
        pages = Pages.of_kept(self._place.library, kept)
        self._begin_on(None, pages.path if pages is not None else None, pages, count=kept.pages)
        left = working.in_hand(self._place.library, kept, same_id=True)
        accepted = working.accepted_in_hand(self._place.library, kept)
        self._hand.take(left or kept, stored=kept, is_kept=True, accepted=accepted)
        self._turn_to(self._panes)
        if pages is not None:
            self._read_again(pages.path)

    def open_left(self, subject: str) -> None:
        """Go on with one that she left half-way: with its document, where that is still there."""
        mine = self._hand.report
        if mine is not None and working.subject_of(mine) == subject and self._job is None:
            self._turn_to(self._panes)
            return
        self._turn_away()
        way = way_back(self._place.library, subject)
        if way.kept is not None and way.kept.fingerprint == way.report.fingerprint:
            self.open_report(way.kept.id)
        elif way.pasted:
            self.open_text(way.pasted)
        elif way.path is not None and way.path.is_file():
            self.open_file(way.path)
            self._way = way
        else:
            self._go_on_without(way, "is no longer where it was")

    def hideEvent(self, event: QHideEvent) -> None:
        """Home, which may come now, offers to go on with what she leaves."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._hand.keep_if_due()

    # --- laying out

    def _lay_out(self) -> None:
        self._none = no_report(self.report_wanted.emit, self.text_wanted.emit)
        self._waiting = waiting(self._stop)
        found = as_part(self.panel, "What was found", first=self.panel.view)
        self._panes = FoldingPanes(
            (
                Fold(title="Document", widget=as_part(self.document, "Document"), width=640, stretch=1),
                Fold(title="Found", widget=found, width=500),
            ),
            threshold=FOLDS_BELOW,
            first_tab=1,
        )
        widths = QSettings().value(_WIDTHS)
        if widths is not None:
            self._panes.restore_state(widths)
        self._pages = QStackedWidget()
        for widget in (self._none, self._waiting, self._panes):
            self._pages.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _turn_to(self, page: QWidget) -> None:
        """Show the list, or an empty state; the focus goes where she will begin."""
        self._pages.setCurrentWidget(page)
        if self.isVisible():
            self.first_stop.setFocus()
        if self.isVisibleTo(self.window()):
            self.shown()

    @property
    def _is_waiting(self) -> bool:
        return self._pages.currentWidget() is self._waiting

    def _connect(self) -> None:
        self.panel.chosen.connect(self._on_chosen)
        self.panel.pointed_at.connect(self.document.bring_back)
        self.panel.typed.connect(self._on_typed)
        self.panel.naming.connect(partial(self._panes.bring_up, self.panel))
        self.panel.offer_chosen.connect(self._on_offer_chosen)
        self.document.clicked.connect(self._on_clicked)
        self.document.left.connect(self.panel.view.setFocus)
        self._hand.changed.connect(self._on_changed)
        self._hand.standing_changed.connect(self._enable)
        self._hand.forgotten.connect(self._on_forgotten)
        self._keeping.response_opened.connect(self.response_opened)
        self._place.history.about_to_write.connect(self.panel.flush)

    def _bind(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            names.NEXT: partial(self.panel.step, 1),
            names.PREVIOUS: partial(self.panel.step, -1),
            names.NEXT_ODD: self.panel.step_to_doubtful,
        }
        for name, act in acts.items():
            self._place.actions.bind(name, act)
        reach = partial(self._panes.bring_up, self.document)
        bind_paging(self.document, self._place.actions, reach)
        Finding(self.document, self._place.jobs, reach, self).bind(self._place.actions)
        self._corrections.bind(self._place.actions)
        self._choosing.bind(self._place.actions)
        self._offering.bind(self._place.actions)
        self._keeping.bind(self._place.actions)
        ReaderMenus(self.document, self.panel, self._place.actions, self)

    # --- a reading comes

    def _wait_for(self, work: Callable[[Progress], Opened], what: str) -> None:
        self._turn_away()
        self._read = what
        self._job = self._place.jobs.start(work, on=Worker.FILES, label=f"Reading {what}")
        self._job.succeeded.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._turn_to(self._waiting)

    def _read_again(self, path: Path) -> None:
        self._read, found = self._hand.report.source if self._hand.report else "", self._hand.found

        def work(progress: Progress) -> Opened:
            reading = importing.read_report(path, progress=progress)
            return Opened(reading=reading, source=path, told=pages_by_words(found, reading.text))

        self._job = self._place.jobs.start(work, on=Worker.FILES)
        self._job.succeeded.connect(self._on_read_again)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _on_read(self, opened: Opened) -> None:
        if self._job is None or self.sender() is not self._job or self._job.is_cancelled:
            return  # she has stopped it, or opened another one since
        way, self._way = self._way, None
        reading = opened.reading
        if way is not None and way.report.fingerprint != reading.fingerprint:
            self._go_on_without(way, "is another file by now")
            return
        fresh = importing.report_from_reading(reading)
        known = importing.known_as(self._place.library, fresh)
        mine, source = known.left or known.stored, opened.source
        accepted = working.accepted_in_hand(self._place.library, mine)
        pages = Pages(source) if isinstance(source, Path) and reading.pages is not None else None
        self._begin_on(reading, source, pages, count=reading.pages)
        self._hand.take(mine, stored=known.stored, is_kept=known.is_kept, accepted=accepted, read_from=source)
        self._turn_to(self._panes)
        self._offering.tell(known)

    def _go_on_without(self, way: WayBack, why: str) -> None:
        """Her list as she left it, without the document."""
        self._way = None
        self._begin_on(None, None)
        accepted = working.accepted_in_hand(self._place.library, way.report)
        kept = way.kept
        self._hand.take(
            way.report, stored=kept, is_kept=kept is not None, accepted=accepted, read_from=way.path
        )
        self._turn_to(self._panes)
        said = f"“{way.report.source or way.report.title}” {why}. Here is your list as you left it."
        self._place.notices.say(said, offer="Open the report…", act=self.report_wanted.emit)

    def _on_forgotten(self) -> None:
        if self._pages.currentWidget() is not self._panes:
            return  # another one is being read
        self._stop()
        self._job = None
        self._begin_on(None, None)
        self._turn_to(self._none)

    def _on_read_again(self, opened: Opened) -> None:
        if self.sender() is self._job:
            self.document.show_text(opened.reading.text, opened.told)
            self._offer(opened.reading, opened.source)
            self._on_changed(self.panel.row)

    def _begin_on(
        self,
        reading: Reading | None,
        source: Source | None,
        pages: Pages | None = None,
        *,
        count: int | None = None,
    ) -> None:
        """Another document, or none: what was found in the one before has no place in it."""
        self.panel.show_found(())
        text = reading.text if reading is not None else ()
        self.document.show_document(text, pages, count if pages is not None else None)
        self._offer(reading, source)

    def _offer(self, reading: Reading | None, source: Source | None) -> None:
        self._guesses = reading.guesses if reading is not None else _NONE
        self._corrections.read_from(reading)
        self._offering.read_from(reading, source)
        candidates, sentence = (reading.candidates, reading.sentence) if reading is not None else ((), "")
        self.panel.offer(candidates, sentence, guesses=len(self._guesses))
        self._choosing.read_from(reading)
        can = self._place.actions
        can[names.COMPARE].setEnabled(len(candidates) > 0)
        can[names.GUESSES].setEnabled(bool(self._guesses))

    def _on_failed(self, error: DrafterError) -> None:
        if self._job is None or self.sender() is not self._job or self._job.is_cancelled:
            return
        if self._way is not None:
            self._go_on_without(self._way, "cannot be read now")
        else:
            still_open = self._hand.report if self._is_waiting else None
            self._warned = not_read(self._read, error, still_open)
            offer = "Paste its text…" if self._is_waiting else ""
            self._place.notices.warn(self._warned, offer=offer, act=self.text_wanted.emit)

    def _on_ended(self) -> None:
        if self._job is None or self.sender() is not self._job:
            return
        was_stopped, self._job = self._job.is_cancelled, None
        if not self._is_waiting:
            return
        if was_stopped:
            self._warned = stopped(self._read, self._hand.report)
            self._place.notices.tell(self._warned)
        self._turn_to(self._panes if self._hand.report is not None else self._none)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _turn_away(self) -> None:
        """Another report is wanted: nothing that is being read matters now, and what was typed is safe."""
        self._stop()
        self._job = self._way = None
        self._place.notices.take_back(self._warned)
        self._lost.leave()
        self.panel.flush()
        self._hand.keep()

    # --- showing

    def _on_changed(self, row: int) -> None:
        report = self._hand.report
        if report is not None:
            self.panel.show_title(report.title)
            self.panel.show_found(
                report.recommendations, row, accepted=self._hand.accepted, guesses=self._guesses
            )
            if self.isVisible():
                self.shown()

    def _on_chosen(self, item: Recommendation | None) -> None:
        self.document.mark(self.panel.found, item)

    def _on_clicked(self, identity: str) -> None:
        """The single keys of the list are for what she has pointed at."""
        self.panel.choose_id(identity)
        if not self.panel.offers.is_open:
            self.panel.view.setFocus()

    def _on_offer_chosen(self, item: Recommendation | None) -> None:
        shown = (*self.panel.found, *((item,) if item is not None else ()))
        self.document.mark(tuple({each.id: each for each in shown}.values()), item)

    def _on_typed(self) -> None:
        """What is being typed can be kept at once."""
        self._place.actions[names.KEEP].setEnabled(self._hand.report is not None)

    def _enable(self) -> None:
        """Only what can be done now."""
        is_there = self._hand.report is not None
        for name in names.NEED_A_REPORT:
            self._place.actions[name].setEnabled(is_there)
        for name in names.NEED_AN_ITEM:
            self._place.actions[name].setEnabled(bool(self._hand.found))
        can_keep = is_there and (self._hand.is_changed or not self._hand.is_kept)
        self._place.actions[names.KEEP].setEnabled(can_keep)
        self._place.actions[names.START_POINTS].setEnabled(bool(self._hand.found))
        hand = self._hand
        self.panel.show_kept(
            kept=hand.is_kept, corrected=hand.is_corrected, other_file=hand.is_changed and hand.is_other_file
        )


def make_reader(workplace: Workplace) -> ReaderPane:
    return ReaderPane(workplace)

"""Finding the rest like one item, and comparing with what was read: what can be taken is offered."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from drafter.domain.errors import DrafterError, NothingToDo
from drafter.domain.progress import Progress
from drafter.domain.records.reports import Reading, Recommendation, Report
from drafter.services import working
from drafter.services.alike import find_the_rest
from drafter.services.comparing_lists import (
    Differences,
    closest,
    compare_lists,
    left_open,
    offered,
    placed_as,
    take,
)
from drafter.services.correcting import Found
from drafter.services.importing import Known
from drafter.ui.actions import Actions
from drafter.ui.jobs import Job, Worker
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_choosing import Choosing
from drafter.ui.panes.reader_corrections import Corrections
from drafter.ui.panes.reader_found import FoundPanel
from drafter.ui.panes.reader_in_hand import InHand
from drafter.ui.panes.reader_list_names import pages_words
from drafter.ui.panes.reader_offers import counted
from drafter.ui.panes.reader_opened import Source
from drafter.ui.workplace import Workplace


class Offering(QObject):
    """Joins the offers to the report in hand; what is taken is a correction like any other."""

    def __init__(
        self,
        workplace: Workplace,
        in_hand: InHand,
        panel: FoundPanel,
        corrections: Corrections,
        choosing: Choosing,
    ) -> None:
        super().__init__(choosing.parent())
        self._place = workplace
        self._hand = in_hand
        self._panel = panel
        self._corrections = corrections
        self._choosing = choosing
        self._reading: Reading | None = None
        self._source: Source | None = None
        self._job: Job | None = None
        self._wanted: Recommendation | None = None
        """The one that the rest is looked for, or offered, as being like it."""
        self._told = ""
        """What was said of this report, or of what was looked for in it: nothing, once something else is."""
        self._can_compare = False
        """What was said offers to turn to another report, as it is kept."""
        panel.offers.left.connect(self.leave)

    def bind(self, actions: Actions) -> None:
        """Join the acts to what they do, and follow her list: the panel has shown the change by then."""
        self._hand.changed.connect(self._on_changed)
        actions.bind(names.REST, self._find)
        actions.bind(names.COMPARE, self.compare)
        actions.bind(names.TAKE, self._take_one)
        actions.bind(names.TAKE_ALL, self._take_all)

    def read_from(self, reading: Reading | None, source: Source | None) -> None:
        """Another document, or none yet: nothing of the one before is offered any more."""
        self._reading, self._source = reading, source
        self._place.notices.take_back(self._told)
        self._can_compare = False
        self._stop()
        self._show(None)

    def _differences(self) -> Differences:
        if self._reading is None or not self._reading.candidates:
            return ()
        return compare_lists(self._hand.found, closest(self._hand.found, self._reading.candidates))

    def compare(self) -> None:
        """Raises NothingToDo where nothing was read, or nothing differs."""
        self._panel.flush()
        if self._reading is None or not self._reading.candidates:
            raise NothingToDo("No list was read in this document, so there is none to compare with yours.")
        told = self._differences()
        if not left_open(self._hand.found, told):
            raise NothingToDo(f"Your list is the same as the one that was read{self._but_for_her_own(told)}.")
        self._stop()
        self._wanted = None
        self._show(f"Compared with what was read: {counted(told)}", told)

    def tell(self, known: Known) -> None:
        """Where her list is not what was just read, say what it is, and offer what was read."""
        notices, has_list = self._place.notices, bool(self._reading and self._reading.has_list)
        self._can_compare = known.like is not None
        if known.like is not None:
            self._told = f"“{known.like.title}” is in the library already, from another file or text."
            notices.say(self._told, offer="Compare with it", act=partial(self._compare_with, known.like))
        elif known.is_kept:
            told = self._differences()
            differs = bool(left_open(self._hand.found, told))
            said = "This report is in the library already. Here it is as you kept it"
            said += ", with the corrections that you have not saved." if known.left else "."
            said += "" if differs or not has_list else f" It reads the same{self._but_for_her_own(told)}."
            self._told = said
            notices.say(said, offer="Compare with this reading" if differs else "", act=self.compare)
        elif known.left:
            self._told = "Here is your list as you left it."
            notices.say(
                self._told,
                offer="Take the list as it was found" if has_list else "",
                act=partial(self._choosing.take_read, 0),
            )

    def _but_for_her_own(self, told: Differences) -> str:
        """What a reading never has, and what no comparison therefore calls gone."""
        own = len({each.id for each in self._hand.found} - {each.item.id for each in told})
        return f", but for {'the one' if own == 1 else f'the {own}'} that you added yourself" if own else ""

    def _compare_with(self, kept: Report) -> None:
        """Her list of the report as it is kept, beside what this other file of it says.

        Looking changes nothing: only saving takes this file in place of the one before.
        """
        fresh = self._hand.report
        if fresh is None:
            return
        self._can_compare = False
        working.let_go(self._place.library, fresh)
        mine = replace(
            kept,
            fingerprint=fresh.fingerprint,
            source=fresh.source,
            pages=fresh.pages,
            recommendations=placed_as(kept.recommendations, fresh.recommendations),
        )
        accepted = working.accepted_in_hand(self._place.library, kept)
        self._hand.take(
            mine,
            stored=kept,
            is_kept=True,
            accepted=accepted,
            read_from=self._source,
            passed_over=fresh,
        )
        if left_open(self._hand.found, self._differences()):
            self.compare()
            return
        self._panel.view.setFocus()
        has_list = self._reading is not None and self._reading.candidates
        same = "Your list is the same as in this file" if has_list else "No list was found in this file"
        self._told = f"{same}. The library goes on with the one that it has."
        self._place.notices.say(
            self._told, offer="Take this file instead", act=self._place.actions[names.KEEP].trigger
        )

    def leave(self) -> None:
        """Back to her list."""
        self._show(None)
        self._panel.view.setFocus()

    # --- the rest like one

    def _find(self) -> None:
        wanted = self._hand.found[self._corrections.row()]
        source, found = self._source, self._hand.found
        if source is None:
            raise NothingToDo("The file of this report is not at hand. Open it again, then find the rest.")

        def work(progress: Progress) -> Found:
            return find_the_rest(source, wanted, found, progress=progress)

        self._stop()
        self._place.notices.take_back(self._told)
        self._wanted = wanted
        self._job = self._place.jobs.start(
            work, on=Worker.FILES, label=f"Looking for more like {_short(wanted)}"
        )
        self._job.succeeded.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _on_found(self, more: Found) -> None:
        wanted = self._wanted
        if self._job is None or self.sender() is not self._job or self._job.is_cancelled or wanted is None:
            return  # she has stopped it, or opened another report since
        told = left_open(
            self._hand.found, offered(self._hand.found, more, self._reading.text if self._reading else ())
        )
        if not told:
            self._say_none(wanted)
            return
        pages = [each.item.page for each in told if each.item.page is not None]
        said = f"{len(told)} more like {_quoted(wanted.name)}"
        self._show(f"{said}, {pages_words(pages)}" if pages else said, told)

    def _say_none(self, wanted: Recommendation) -> None:
        """Whether those that are in her list look like it nobody asked: only that there are no others."""
        self._told = f"Nothing else in the document looks like {_quoted(wanted.name)}"
        self._told += (
            ", besides what is in your list."
            if len(self._hand.found) > 1
            else ". Mark another one, or add them one by one."
        )
        self._place.notices.tell(self._told)

    def _on_failed(self, error: DrafterError) -> None:
        if self.sender() is self._job:
            self._told = error.sentence
            self._place.notices.warn(self._told)

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    # --- taking

    def _take_one(self) -> None:
        current = self._panel.offers.current
        if not self._panel.offers.is_open or current is None:
            raise NothingToDo("Nothing is offered now: find the rest like one item, or compare, first.")
        self._take((current,), "Take what is offered")

    def _take_all(self) -> None:
        self._take(self._panel.offers.open_ones, "Take all that is offered")

    def _take(self, told: Differences, label: str) -> None:
        found = take(self._hand.found, told)
        ids = [each.id for each in found]
        row = next((ids.index(each.item.id) for each in told if each.item.id in ids), self._panel.row)
        self._corrections.turn(found, label, row=row)

    def _show(self, title: str | None, told: Differences = ()) -> None:
        self._panel.show_offers(title, told, self._hand.found)
        for name in (names.TAKE, names.TAKE_ALL):
            self._place.actions[name].setEnabled(title is not None)

    def _on_changed(self) -> None:
        wanted, offers = self._wanted, self._panel.offers
        if self._can_compare and (self._hand.is_corrected or self._hand.accepted):
            self._can_compare = False
            self._place.notices.take_back(self._told)  # comparing would leave what she did here behind
        if wanted is not None and wanted.id not in {each.id for each in self._hand.found}:
            self._wanted = None  # adding it was undone: nothing is like it any more
            self._stop()
            if offers.is_open:
                self.leave()
        offers.follow(self._hand.found)


def _quoted(name: str) -> str:
    return f"“{name}”"


def _short(item: Recommendation) -> str:
    return item.name if item.label else "the one you marked"

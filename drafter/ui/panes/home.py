"""Home: the ways in, the responses in hand, and what is due."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QInputDialog, QMenu, QScrollArea, QVBoxLayout, QWidget

from drafter.domain.changes import Change
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import ResponseHead
from drafter.services.answering import delete_response, set_head
from drafter.services.clock import today
from drafter.services.overview import Overview, overview
from drafter.ui.panes.home_actions import DELETE, OPEN, RENAME
from drafter.ui.panes.home_card import Card
from drafter.ui.panes.home_left import HomeLeft
from drafter.ui.panes.home_side import HomeSide
from drafter.ui.panes.home_welcome import FirstSteps, WayIn
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, at_left, column, row
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.row_menu import pop_up
from drafter.ui.workplace import Workplace

WIDEST = 1120
NARROW = 860
"""Below this many logical pixels things go under each other."""
WIDE_MARGIN, NARROW_MARGIN = 32, 16


class HomePane(QWidget):
    """Shows an Overview; says what is wanted and leaves the doing to the window."""

    report_wanted = Signal()
    text_wanted = Signal()
    statement_wanted = Signal()
    sample_wanted = Signal()
    library_wanted = Signal()
    due_wanted = Signal()
    response_opened = Signal(str)
    report_opened = Signal(str)
    left_opened = Signal(str)
    report_dropped = Signal(Path)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._shown: Overview | None = None
        self.cards: list[Card] = []
        self._current: ResponseId | None = None
        self.way_in = WayIn()
        self._steps = FirstSteps()
        self.side = HomeSide()
        self.left = HomeLeft(workplace)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._heading = Heading("Responses", factor=1.3)
        self._none = text_label("No response yet. Open a report to begin one.", kind="soft")
        self.bin = button("", kind="plain", tip="Put one back")
        self._lay_out()
        self._connect()

    @property
    def first_stop(self) -> QWidget:
        return self.way_in.open

    def shown(self) -> None:
        """Read anew: coverage and deadlines move on while other screens are in front."""
        self._show(overview(self._place.library))
        self._place.history.turn_to(None)
        self._place.notices.title("")

    def show_drop(self, words: str) -> None:
        """The large way in says what letting go of a file would do; "" where there is none to let go."""
        self.way_in.show_drop(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet in the middle; where it is narrow, put beside each other only what has room."""
        super().resizeEvent(event)
        spare = max((self.width() - WIDEST) // 2, 0)
        margin = WIDE_MARGIN if self.width() >= NARROW else NARROW_MARGIN
        self._sheet.setContentsMargins(spare + margin, 20, spare + margin, 28)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._below.setDirection(across if self.width() >= NARROW else down)
        self.way_in.set_narrow(self.width() < NARROW)
        self._steps.set_narrow(self.width() < NARROW)

    # --- laying out, from the top

    def _lay_out(self) -> None:
        self._in_hand = QWidget()
        self._in_hand.setLayout(column(self._heading, self._none, self._list, at_left(self.bin), SPRING))
        self._below = row(spacing=28)
        self._below.addWidget(self._in_hand, 5)
        self._below.addWidget(self.side, 2)
        self._sheet = column(self.way_in, self.left, self._steps, self._below, SPRING, spacing=20)
        inner = QWidget()
        inner.setLayout(self._sheet)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(scroll))
        as_part(self.way_in, "Ways to begin")
        as_part(self.left, "Reports that you were correcting")
        as_part(self._in_hand, "Responses")
        as_part(self.side, "Due and waiting")

    def _connect(self) -> None:
        way = self.way_in
        way.report_wanted.connect(self.report_wanted)
        way.text_wanted.connect(self.text_wanted)
        way.statement_wanted.connect(self.statement_wanted)
        way.sample_wanted.connect(self.sample_wanted)
        self._steps.library_wanted.connect(self.library_wanted)
        self.side.due_wanted.connect(self.due_wanted)
        self.side.report_opened.connect(self.report_opened)
        self.left.left_opened.connect(self.left_opened)
        self.bin.clicked.connect(self._open_bin)
        actions = self._place.actions
        for name, each in (
            ("report.open", way.open),
            ("report.paste", way.paste),
            ("statement.new", way.statement),
            ("sample.open", way.sample),
        ):
            each.setToolTip(actions[name].toolTip())
        actions.bind(OPEN, self._open_current)
        actions.bind(RENAME, self._rename_current)
        actions.bind(DELETE, self._delete_current)
        self._place.history.changed.connect(self._on_change)
        self._take_focus(None)

    # --- showing

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self._show(overview(self._place.library))

    def _show(self, now: Overview) -> None:
        if now == self._shown:
            return
        self._shown = now
        self.left.show_left(now.left)
        self._steps.setVisible(now.is_empty)
        self._in_hand.setVisible(not now.is_empty)
        self.side.setVisible(bool(now.due or now.unanswered))
        self.side.show_overview(now)
        self._none.setVisible(not now.responses)
        self.bin.setVisible(bool(now.binned))
        self.bin.setText(f"Bin: {len(now.binned)}")
        self._deal(now)

    def _deal(self, now: Overview) -> None:
        """New cards for old; the focus stays with its response, or goes to its neighbour."""
        had_focus = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        wanted = self._current
        for card in self.cards:
            self._list.removeWidget(card)
            card.deleteLater()
        self.cards = [self._card(Card(each, today())) for each in now.responses]
        self._take_focus(None)
        if had_focus is not None and self.cards:
            kept = next((card for card in self.cards if card.response == wanted), None)
            (kept or self.cards[min(had_focus, len(self.cards) - 1)]).setFocus()

    def _card(self, card: Card) -> Card:
        card.chosen.connect(self.response_opened)
        card.focused.connect(self._take_focus)
        card.menu_wanted.connect(self.open_menu)
        card.moved.connect(self._move)
        self._list.addWidget(card)
        card.show()  # now, so that it can take the focus over
        return card

    def _move(self, step: int) -> None:
        at = next((at for at, card in enumerate(self.cards) if card.hasFocus()), 0) + step
        if 0 <= at < len(self.cards):
            self.cards[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_focus(self, response: ResponseId | None) -> None:
        self._current = response
        for name in (OPEN, RENAME, DELETE):
            self._place.actions[name].setEnabled(response is not None)

    # --- doing

    def _open_current(self) -> None:
        if self._current is not None:
            self.response_opened.emit(self._current)

    def _rename_current(self) -> None:
        head = self._head(self._current)
        if head is None:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle("Rename the response")
        dialog.setLabelText("Its headline")
        dialog.setTextValue(head.title)
        dialog.resize(520, dialog.height())
        dialog.textValueSelected.connect(lambda title: self._rename(head, title))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _rename(self, head: ResponseHead, title: str) -> None:
        wanted = " ".join(title.split())
        if wanted and wanted != head.title:
            self._do_head(head, replace(head, title=wanted))

    def _delete_current(self) -> None:
        head = self._head(self._current)
        if head is None:
            return
        history = self._place.history
        history.do(
            lambda: delete_response(self._place.library, head.id, by=self._place.by),
            stack=history.library_stack,
        )
        self._place.notices.say(f"“{head.title}” is in the bin.", offer="Undo", act=history.undoing())

    def _put_back(self, head: ResponseHead) -> None:
        self._do_head(head, replace(head, deleted=False))

    def _do_head(self, before: ResponseHead, after: ResponseHead) -> None:
        assert before.id == after.id  # noqa: S101 - one head, twice
        history = self._place.history
        history.do(
            lambda: set_head(self._place.library, after, by=self._place.by), stack=history.library_stack
        )

    def _head(self, wanted: ResponseId | None) -> ResponseHead | None:
        cards = self._shown.responses if self._shown is not None else ()
        return next((card.head for card in cards if card.head.id == wanted), None)

    def open_menu(self, response: ResponseId, at: QPoint) -> None:
        self._take_focus(response)
        menu = QMenu(self)
        menu.addActions([self._place.actions[name] for name in (OPEN, RENAME, DELETE)])
        pop_up(menu, at)

    def _open_bin(self) -> None:
        menu = QMenu(self)
        for head in self._shown.binned if self._shown is not None else ():
            title = head.title.replace("&", "&&")
            menu.addAction(f"Put back “{title}”").triggered.connect(
                lambda _on, head=head: self._put_back(head)
            )
        pop_up(menu, self.bin.mapToGlobal(QPoint(0, self.bin.height())))


def make_home(workplace: Workplace) -> HomePane:
    return HomePane(workplace)

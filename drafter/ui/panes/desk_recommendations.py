"""The left of the desk: what the report recommends, how each stands, and the one that is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QSplitter, QToolButton, QWidget

from drafter.domain.coverage import Coverage, Covered
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.ui.models.recommendations import COVERED, Filter, RecommendationsModel, Show
from drafter.ui.panes.desk_detail import RecommendationDetail
from drafter.ui.panes.desk_row_paint import RecommendationDelegate
from drafter.ui.widgets.labels import ToolButton, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.row_menu import pop_up


class RecommendationsPane(QWidget):
    """Tells which are chosen, and whether she chose them or the cursor in the draft did."""

    chosen_changed = Signal()
    """Others are chosen, whoever chose them."""
    chosen_by_hand = Signal()
    """She chose one here: the draft goes to it."""
    answer_wanted = Signal()
    reasoned = Signal(str, str, str)

    def __init__(
        self,
        *,
        stances: Iterable[QAction],
        aside: QAction,
        others: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._menu_actions = (*stances, aside)
        self._others = tuple(others)
        self._following = False
        self._chosen: tuple[RecommendationId, ...] = ()
        self._offered = _filters(Shape.POINT_BY_POINT)
        self.model = RecommendationsModel(self)
        self.list = PaintedList(self.model, RecommendationDelegate, several=True)
        self.filter = QComboBox()
        self.heading = QComboBox()
        self.more = ToolButton()
        self.detail = RecommendationDetail(stances, aside)
        self._none = text_label("", kind="soft")
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._name_boxes()
        self._lay_out()
        self._connect()

    # --- what is shown and chosen

    def show_coverage(self, coverage: Coverage) -> None:
        """How all stand now; what is chosen stays chosen."""
        self._following = True
        self.model.show_coverage(coverage)
        self._following = False
        self._count(coverage)
        self._restore()
        self._say_none(coverage)
        self._show_detail()

    @property
    def chosen(self) -> tuple[RecommendationId, ...]:
        """In the order of the list."""
        return self._chosen

    @property
    def current(self) -> RecommendationId | None:
        """The one to suggest for and to answer."""
        covered = self.list.currentIndex().data(COVERED)
        if isinstance(covered, Covered) and covered.recommendation.id in self._chosen:
            return covered.recommendation.id
        return self._chosen[0] if self._chosen else None

    def choose(self, recommendation: RecommendationId) -> None:
        """Choose one because the cursor in the draft is in its answer; nothing else follows from it."""
        if self._chosen == (recommendation,):
            return
        row = self.model.row_of(recommendation)
        if row is None and self.model.is_narrowed:
            self.filter.setCurrentIndex(0)
            self.heading.setCurrentIndex(0)
            self._on_heading(0)
            self._on_filter(0)
            row = self.model.row_of(recommendation)
        if row is None:
            return
        self._following = True
        self._select(self.model.index(row))
        self._following = False

    def clear(self) -> None:
        """Choose none."""
        self._following = True
        self.list.clearSelection()
        self._following = False

    def go_to_open(self, step: int) -> bool:
        """Choose the next one that something is to be done about. Whether there is one."""
        row = self.model.next_open(self.list.currentIndex().row(), step)
        if row is None:
            return False
        self._select(self.model.index(row))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    # --- laying out

    def _name_boxes(self) -> None:
        self.filter.setAccessibleName("Which recommendations are listed")
        self.filter.setToolTip("Which recommendations are listed")
        self.heading.setAccessibleName("Under which heading of the report")
        self.heading.setToolTip("Under which heading of the report")
        self.heading.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.heading.setMinimumContentsLength(6)
        self.filter.setSizeAdjustPolicy(self.heading.sizeAdjustPolicy())
        self.filter.setMinimumContentsLength(6)

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(90)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(PaintedList.DragDropMode.DragOnly)
        self.more.setText("+")
        self.more.setAccessibleName("More for recommendations")
        self.more.setToolTip("Name an idea, set aside what is not mentioned")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions(list(self._others))
        self.more.setMenu(menu)
        top = row(margins=(10, 8, 8, 8), spacing=6)
        top.addWidget(self.filter, 1)
        top.addWidget(self.heading, 1)
        top.addWidget(self.more)
        upper = QWidget()
        upper.setLayout(column(top, self._none, self.list, spacing=0))
        self._none.setContentsMargins(12, 4, 12, 8)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([380, 220])
        self.setLayout(column(self.splitter, spacing=0))
        self.setMinimumWidth(250)
        as_part(self.list, "Recommendations")
        as_part(self.detail, "The chosen recommendation")

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.clicked.connect(self._on_click)
        self.filter.activated.connect(self._on_filter)
        self.heading.activated.connect(self._on_heading)
        self.detail.answer_wanted.connect(self.answer_wanted)
        self.detail.reasoned.connect(self.reasoned)

    # --- choosing

    def _select(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)
        # The first one with the heading above it.
        self.list.scrollTo(self.model.index(0) if index.row() == 1 else index)

    def _restore(self) -> None:
        """After the rows changed: what was chosen and is still listed."""
        wanted = [row for each in self._chosen if (row := self.model.row_of(each)) is not None]
        selected = {index.row() for index in self.list.selectionModel().selectedIndexes()}
        if selected == set(wanted):
            return
        self._following = True
        selection = self.list.selectionModel()
        selection.clearSelection()
        for number, each in enumerate(wanted):
            if number == 0:
                selection.setCurrentIndex(self.model.index(each), QItemSelectionModel.SelectionFlag.NoUpdate)
            selection.select(self.model.index(each), QItemSelectionModel.SelectionFlag.Select)
        self._following = False

    def _on_selection(self) -> None:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        chosen = tuple(
            each.recommendation.id for row in rows if (each := self.model.covered(row)) is not None
        )
        if self._following and not chosen:
            return
        if chosen == self._chosen:
            return
        self._chosen = chosen
        QTimer.singleShot(0, self, self._keep_chosen)
        self._show_detail()
        self.chosen_changed.emit()
        if not self._following and len(chosen) == 1:
            self.chosen_by_hand.emit()

    def _keep_chosen(self) -> None:
        """What is chosen stays listed; what was kept for that reason may go."""
        self._following = True
        self.model.keep(self._chosen)
        self._following = False
        self._restore()

    def _on_click(self, _index: QModelIndex) -> None:
        """A click on the one that is chosen already shows it in the draft again."""
        if len(self._chosen) == 1:
            self.chosen_by_hand.emit()

    def _show_detail(self) -> None:
        chosen = tuple(
            covered
            for each in self._chosen
            if (row := self.model.row_of(each)) is not None
            and (covered := self.model.covered(row)) is not None
        )
        self.detail.show_covered(chosen, names_idea=self.model.rowCount() > 0)

    # --- filtering

    def _count(self, coverage: Coverage) -> None:
        """The headings; and the filters, each with how many it lets through."""
        self._offered = _filters(coverage.shape)
        self._offer_headings()
        self._count_again()

    def _count_again(self) -> None:
        texts = [f"{word} ({self.model.count(each)})" for each, word in self._offered]
        if self.filter.count() != len(texts):
            self.filter.clear()
            self.filter.addItems(texts)
        for at, text in enumerate(texts):
            self.filter.setItemText(at, text)

    def _on_filter(self, at: int) -> None:
        self._following = True
        self.model.keep(self._chosen)
        self.model.set_filter(self._offered[at][0])
        self._following = False
        self._restore()
        self._none.setVisible(self.model.rowCount() == 0)
        self._none.setText("None at the moment.")

    def _offer_headings(self) -> None:
        """Where the report has several; what was chosen stays chosen while it is there."""
        names = [each or "No heading" for each in self.model.headings]
        words = ["Every heading", *names]
        if words != [self.heading.itemText(at) for at in range(self.heading.count())]:
            self.heading.clear()
            self.heading.addItems(words)
            self.model.set_heading(None)
        self.heading.setVisible(len(names) > 1)

    def _on_heading(self, at: int) -> None:
        self._following = True
        self.model.keep(self._chosen)
        self.model.set_heading(self.model.headings[at - 1] if at > 0 else None)
        self._following = False
        self._count_again()
        self._restore()
        self._none.setVisible(self.model.rowCount() == 0)
        self._none.setText("None at the moment.")

    def _say_none(self, coverage: Coverage) -> None:
        if not coverage.total:
            self._none.setText(
                "This response answers no report. Write and insert as you like; "
                "an idea can be named once a report is there."
            )
        else:
            self._none.setText("None at the moment.")
        self._none.setVisible(self.model.rowCount() == 0)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self._menu_actions))
        menu.addSeparator()
        menu.addActions(list(self._others))
        pop_up(menu, self.list.viewport().mapToGlobal(at))


def _filters(shape: Shape) -> tuple[tuple[Filter, str], ...]:
    is_statement = shape is Shape.STATEMENT
    return (
        (Show.ALL, "All"),
        (Show.OPEN, "Not mentioned" if is_statement else "Unanswered"),
        *(((Show.SET_ASIDE, "Not covered here"),) if is_statement else ()),
        *((stance, stance.phrase) for stance in Stance),
    )

"""The matrix: every recommendation against stance and positions used, its gaps glowing and in words."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.stances import Stance
from drafter.services.matrix import MatrixRow, matrix_html, matrix_plain
from drafter.ui.dialogs.files import TABLE, ask_where
from drafter.ui.models.matrix import (
    MATRIX_ROW,
    MISSING_COLUMN,
    STANCE_COLUMN,
    WORDS_COLUMN,
    MatrixModel,
    NarrowedMatrix,
)
from drafter.ui.schemes import Tint, scheme_of
from drafter.ui.text.clipboard import blank_data
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.pill import paint_pill, pill_size
from drafter.ui.widgets.row_ground import paint_ground

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = (140, 130, 250, 170, 200, 60)
_PAD = 10
_TALL = 34


class MatrixDialog(QDialog):
    """`wanted` brings the recommendation to go to; `write_wanted` the rows and the Path for them."""

    wanted = Signal(str)
    write_wanted = Signal(object, object)

    def __init__(self, rows: tuple[MatrixRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("The response at a glance")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 640)
        self._rows = rows
        self.model = MatrixModel(self)
        self.model.show_rows(rows)
        self.narrowed = NarrowedMatrix(self.model, self)
        self.words = QLineEdit()
        self.which = QComboBox()
        self.table = QTableView()
        self._count = text_label("", kind="soft")
        self.go = button("&Go to it", kind="primary", tip="In the list and in the draft (Enter)")
        self.copy = button("&Copy as a table", tip="For Word or an e-mail: what is listed, as it is sorted")
        self.write = button("&Write to a file…", tip="What is listed, as a table for a spreadsheet")
        self._fill()
        self._lay_out()
        self._connect()
        self._narrow()
        self.table.setFocus()

    @property
    def current(self) -> MatrixRow | None:
        found = self.table.currentIndex().data(MATRIX_ROW)
        return found if isinstance(found, MatrixRow) else None

    def _fill(self) -> None:
        gaps = sum(bool(each.missing) for each in self._rows)
        self.words.setPlaceholderText("Words in any column")
        self.words.setAccessibleName("Words in any column")
        self.words.setClearButtonEnabled(True)
        self.which.setAccessibleName("Which recommendations are listed")
        self.which.addItem(f"All ({len(self._rows)})", None)
        self.which.addItem(f"With gaps ({gaps})", "gaps")
        for stance in Stance:
            many = sum(each.stance is stance for each in self._rows)
            self.which.addItem(f"{stance.phrase} ({many})", stance)
        self.table.setModel(self.narrowed)
        self.table.setItemDelegate(MatrixDelegate(self.table))
        self.table.setAccessibleName("Recommendations, stances and positions used")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(max(_TALL, self.fontMetrics().height() + 16))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, width in enumerate(_WIDTHS):
            header.resizeSection(at, width)
        header.setSectionResizeMode(MISSING_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def _lay_out(self) -> None:
        filters = row(self.words, self.which)
        filters.setStretch(0, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for each in (self.go, self.copy, self.write):
            buttons.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.setLayout(
            column(
                Heading("The response at a glance", factor=1.3),
                filters,
                self._count,
                self.table,
                buttons,
                margins=(24, 20, 24, 18),
            )
        )
        self.go.setDefault(True)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._narrow)
        self.which.currentIndexChanged.connect(self._narrow)
        self.table.doubleClicked.connect(self._go)
        self.go.clicked.connect(self._go)
        self.copy.clicked.connect(self._copy)
        self.write.clicked.connect(self._choose_file)

    def _narrow(self) -> None:
        chosen = self.which.currentData()
        stance = Stance(chosen) if chosen not in {None, "gaps"} else None
        self.narrowed.narrow(self.words.text(), stance=stance, gaps=chosen == "gaps")
        listed = self.narrowed.rows()
        if listed and self.current is None:
            self.table.selectRow(0)
        gaps = sum(bool(each.missing) for each in listed)
        self._count.setText(f"{len(listed)} of {len(self._rows)} listed, {gaps} with something missing")
        for each in (self.go, self.copy, self.write):
            each.setEnabled(bool(listed))

    def _go(self) -> None:
        if (chosen := self.current) is not None:
            self.accept()
            self.wanted.emit(RecommendationId(chosen.recommendation))

    def _copy(self) -> None:
        made = blank_data()
        made.setHtml(matrix_html(self.narrowed.rows()))
        made.setText(matrix_plain(self.narrowed.rows()))
        QGuiApplication.clipboard().setMimeData(made)
        self._count.setText(
            f"{len(self.narrowed.rows())} rows are on the clipboard. Paste them where you like."
        )

    def _choose_file(self) -> None:
        ask_where(self, "Write what is listed to a file", "response at a glance.csv", (TABLE,), self.write_to)

    def write_to(self, name: str) -> None:
        """Have what is listed written to this file."""
        self.write_wanted.emit(self.narrowed.rows(), Path(name))


class MatrixDelegate(QStyledItemDelegate):
    """A stance is a pill; what is missing has a ground that is seen from afar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(MATRIX_ROW)
        if not isinstance(found, MatrixRow):
            return
        scheme = scheme_of(option.palette)
        painter.save()
        paint_ground(painter, option, scheme)
        words = str(index.data())
        if index.column() == STANCE_COLUMN:
            _paint_pill(painter, option, words, scheme.stance(found.stance))
        elif index.column() == MISSING_COLUMN and found.missing:
            _paint_pill(painter, option, words, scheme.bad if len(found.missing) > 1 else scheme.caution)
        else:
            right = index.column() == WORDS_COLUMN
            align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
            shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(QColor(scheme.soft if index.column() == MISSING_COLUMN else scheme.ink))
            painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


def _paint_pill(painter: QPainter, option: QStyleOptionViewItem, words: str, tint: Tint) -> None:
    size = pill_size(words, option.font)
    top = option.rect.top() + (option.rect.height() - size.height()) / 2
    width = min(size.width(), option.rect.width() - _PAD)
    paint_pill(
        painter, QRectF(option.rect.left() + _PAD - 4, top, width, size.height()), words, tint, option.font
    )

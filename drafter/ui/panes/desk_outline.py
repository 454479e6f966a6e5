"""The outline beside the draft: sections in order; a click goes there, a drag or a key moves one."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drafter.domain.records.ids import SectionId
from drafter.ui.models.outline import OUTLINE_ROW, OutlineModel, OutlineRow
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import text_label
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.row_ground import paint_ground

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y = 14, 8
_GAP = 8
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class OutlinePane(QWidget):
    """`wanted` brings the section to go to."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = OutlineModel(self)
        self.list = PaintedList(self.model, OutlineDelegate)
        self.list.setDragEnabled(True)
        self.list.setAcceptDrops(True)
        self.list.setDropIndicatorShown(True)
        self.list.setDragDropMode(PaintedList.DragDropMode.DragDrop)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        said = text_label("Drag a section, or press Alt+Shift+Up or Down, to move it.", kind="soft")
        said.setContentsMargins(14, 10, 14, 8)
        layout = column(said, spacing=0)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.list.clicked.connect(self._go)
        self.list.installEventFilter(self)
        as_part(self.list, "Outline")

    @property
    def current(self) -> SectionId | None:
        found = self.list.currentIndex().data(OUTLINE_ROW)
        return found.section if isinstance(found, OutlineRow) else None

    def show_rows(self, rows: tuple[OutlineRow, ...], here: SectionId) -> None:
        """The sections as they are, with the one chosen in which the cursor is."""
        self.model.show_rows(rows)
        self.choose(here)

    def choose(self, section: SectionId) -> None:
        at = self.model.row_of(section)
        if at is not None and at != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(at))

    def enter(self) -> None:
        """Keys go to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._go()
            return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        if self.current is not None:
            self.wanted.emit(self.current)


class OutlineDelegate(QStyledItemDelegate):
    """Title and length, what it answers, its first words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(OUTLINE_ROW)
        if not isinstance(row, OutlineRow):
            return
        scheme = scheme_of(option.palette)
        painter.save()
        paint_ground(painter, option, scheme)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        height = _line(option.font)
        top = QRect(inner.left(), inner.top(), inner.width(), height)
        length = QFontMetrics(option.font).horizontalAdvance(row.length) + _GAP
        painter.setFont(option.font)
        painter.setPen(QColor(scheme.bad.ink if row.is_over else scheme.soft))
        painter.drawText(top, _RIGHT, row.length)
        painter.setPen(QColor(scheme.ink))
        _draw(painter, top.adjusted(0, 0, -length, 0), row.title, strong)
        lines = [each for each in (row.answers if row.answers != row.title else "", row.first_words) if each]
        for number, words in enumerate(lines, start=1):
            painter.setPen(QColor(scheme.caution.ink if row.is_empty and words == lines[-1] else scheme.soft))
            _draw(painter, top.translated(0, number * height), words, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(OUTLINE_ROW)
        has_answers = isinstance(row, OutlineRow) and bool(row.answers) and row.answers != row.title
        return QSize(0, (3 if has_answers else 2) * _line(option.font) + 2 * _PAD_Y)


def _line(font: QFont) -> int:
    return QFontMetrics(font).lineSpacing() + 1


def _draw(painter: QPainter, room: QRect, words: str, font: QFont) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, shown)

"""The readiness list: each finding leads to its place in the draft, or to its recommendation."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from drafter.domain.checks import Finding, Severity
from drafter.ui.models.findings import FINDING, SEVERITY_WORDS, FindingsModel
from drafter.ui.schemes import Scheme, scheme_of
from drafter.ui.widgets.labels import text_label
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.parts import as_part

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y = 14, 9
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ReadinessPane(QWidget):
    """`wanted` brings the finding to go to."""

    wanted = Signal(Finding)
    counted = Signal(int)
    """How many findings are more than advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.list = PaintedList(self.model, FindingDelegate)
        self._sentence = text_label("", kind="soft")
        self._sentence.setContentsMargins(14, 10, 14, 8)
        layout = column(self._sentence, spacing=0)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.list.clicked.connect(self._go)
        self.list.installEventFilter(self)
        as_part(self.list, "What is not ready")
        self.show_findings(())

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.model.show_findings(findings)
        self._sentence.setText(summary(findings))
        self.counted.emit(sum(each.severity is not Severity.ADVICE for each in findings))

    def enter(self) -> None:
        """Keys go to the list, and it shows where they will begin."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._go(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _go(self, index: QModelIndex) -> None:
        finding = index.data(FINDING)
        if isinstance(finding, Finding):
            self.wanted.emit(finding)


def summary(findings: tuple[Finding, ...]) -> str:
    """Count them: "2 must be mended, 5 to look at, 1 piece of advice"."""
    counts = {severity: sum(each.severity is severity for each in findings) for severity in Severity}
    advice = counts[Severity.ADVICE]
    said = (
        f"{counts[Severity.BLOCKS]} must be mended" if counts[Severity.BLOCKS] else "",
        f"{counts[Severity.WARNING]} to look at" if counts[Severity.WARNING] else "",
        f"{advice} {'piece' if advice == 1 else 'pieces'} of advice" if advice else "",
    )
    return ", ".join(filter(None, said)) or "Nothing was found that should be looked at."


class FindingDelegate(QStyledItemDelegate):
    """The severity as a word, then the sentence, as long as it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding = index.data(FINDING)
        if not isinstance(finding, Finding):
            return
        scheme = scheme_of(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(scheme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(scheme.accent_wash))
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        small = _small(option.font)
        painter.setFont(small)
        painter.setPen(QColor(_colour(finding.severity, scheme)))
        painter.drawText(inner, _WRAP, SEVERITY_WORDS[finding.severity])
        painter.setFont(option.font)
        painter.setPen(QColor(scheme.ink))
        painter.drawText(
            inner.adjusted(0, QFontMetrics(small).lineSpacing() + 1, 0, 0), _WRAP, finding.sentence
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        room = QRect(0, 0, max(self._width(option) - 2 * _PAD_X, 80), 10_000)
        words = QFontMetrics(option.font).boundingRect(room, _WRAP, str(index.data()))
        top = QFontMetrics(_small(option.font)).lineSpacing() + 1
        return QSize(0, words.height() + top + 2 * _PAD_Y)

    def _width(self, option: QStyleOptionViewItem) -> int:
        """What a row has once the scroll bar is there: it comes only after the rows were measured."""
        view = self.parent()
        if not isinstance(view, QListView):
            return option.rect.width()
        bar = view.verticalScrollBar()
        return view.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    small.setWeight(QFont.Weight.DemiBold)
    return small


def _colour(severity: Severity, scheme: Scheme) -> str:
    return {
        Severity.BLOCKS: scheme.bad.ink,
        Severity.WARNING: scheme.caution.ink,
        Severity.ADVICE: scheme.soft,
    }[severity]

"""How a finding of the readiness list is painted: its severity as a word, then its sentence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.domain.checks import Finding, Severity
from drafter.ui.models.findings import FINDING, SEVERITY_WORDS
from drafter.ui.schemes import Scheme, scheme_of

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y = 14, 9
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


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

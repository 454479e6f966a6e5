"""Two wordings as one text: what was added is underlined, what was removed is struck through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from drafter.domain.comparing import Comparison, Mark
from drafter.ui.schemes import Scheme, scheme_of

_MARGIN, _BETWEEN = 10, 8


class DifferenceView(QTextBrowser):
    """Read-only; the words beside the marks are as large as the window's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName("Differences")
        self.document().setDocumentMargin(_MARGIN)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_comparison(self, comparison: Comparison) -> None:
        self.clear()
        scheme = scheme_of(self.palette())
        cursor = QTextCursor(self.document())
        apart = QTextBlockFormat()
        apart.setBottomMargin(_BETWEEN)
        for number, paragraph in enumerate(comparison.paragraphs):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(apart)
            for piece in paragraph.pieces:
                mark = piece.mark if paragraph.mark is Mark.SAME else paragraph.mark
                look = _format(mark, scheme)
                if paragraph.style.is_heading:
                    look.setFontWeight(QFont.Weight.DemiBold)
                cursor.insertText(piece.text, look)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _format(mark: Mark, scheme: Scheme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(scheme.ink))
    match mark:
        case Mark.ADDED:
            made.setFontUnderline(True)
            made.setForeground(QColor(scheme.good.ink))
            made.setBackground(QColor(scheme.good.wash))
        case Mark.REMOVED:
            made.setFontStrikeOut(True)
            made.setForeground(QColor(scheme.bad.ink))
            made.setBackground(QColor(scheme.bad.wash))
        case Mark.RESTYLED:
            made.setFontItalic(True)
            made.setBackground(QColor(scheme.caution.wash))
        case Mark.SAME:
            pass
    return made

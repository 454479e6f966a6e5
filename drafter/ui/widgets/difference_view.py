"""Two wordings as one text: what was added is underlined, what was removed is struck through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from drafter.domain.comparing import Comparison, Mark
from drafter.ui.schemes import Scheme, scheme_of

_MARGIN, _BETWEEN = 10, 8


class DifferenceView(QTextBrowser):
    """Read-only; it opens at the first difference, and F3 and Shift+F3 go to the next and the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName("Differences")
        self.setToolTip("Next difference (F3), previous (Shift+F3)")
        self._places: tuple[int, ...] = ()
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
        places: list[int] = []
        before = Mark.SAME
        for number, paragraph in enumerate(comparison.paragraphs):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(apart)
            for piece in paragraph.pieces:
                mark = piece.mark if paragraph.mark is Mark.SAME else paragraph.mark
                if mark is not Mark.SAME and before is Mark.SAME:
                    places.append(cursor.position())
                before = mark
                look = _format(mark, scheme)
                if paragraph.style.is_heading:
                    look.setFontWeight(QFont.Weight.DemiBold)
                cursor.insertText(piece.text, look)
        self._places = tuple(places)
        self._go_to(self._places[0] if self._places else 0)

    def go_on(self, *, back: bool = False) -> None:
        """To the next difference, or the one before; from the last to the first."""
        if not self._places:
            return
        here = self.textCursor().position()
        if back:
            wanted = next((each for each in reversed(self._places) if each < here), self._places[-1])
        else:
            wanted = next((each for each in self._places if each > here), self._places[0])
        self._go_to(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3:
            self.go_on(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_up()

    def _go_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._bring_up()

    def _bring_up(self) -> None:
        """Scroll so that the line of the cursor stands a third down, with what leads to it above."""
        bar, line = self.verticalScrollBar(), self.cursorRect()
        if not self.viewport().rect().contains(line):
            bar.setValue(bar.value() + line.top() - self.viewport().height() // 3)


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

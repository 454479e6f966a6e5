"""A template's look as Qt's formats: paragraphs, characters, tables."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTableCell,
    QTextTableFormat,
)

from drafter.domain.composing import Table
from drafter.services.templates import StyleLook

RULE = QTextFormat.Property.UserProperty + 1
"""A block's rule at its left: the colour."""
KEEPS = QTextFormat.Property.UserProperty + 2
"""Set where a block stays on a page with the next."""

INK = "000000"
CELL_GAP = 3.0
_CELL_PADDING = 4.0
_HEADER_WASH = "EEF1F4"
_GRID = "A7B0BA"
_FALLBACK = "Arial"
_ALIGN = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "end": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
    "distribute": Qt.AlignmentFlag.AlignJustify,
}


def paragraph(look: StyleLook, unit: float) -> QTextBlockFormat:
    """A paragraph of this look.

    Qt measures gaps, lines and tabs in the screen's pixels (`unit` makes points of them), but not indents.
    """
    made = QTextBlockFormat()
    made.setTopMargin(look.before * unit)
    made.setBottomMargin(look.after * unit)
    made.setLeftMargin(look.left)
    made.setRightMargin(look.right)
    made.setTextIndent(look.first)
    made.setAlignment(_ALIGN.get(look.align, Qt.AlignmentFlag.AlignLeft))
    kinds = QTextBlockFormat.LineHeightTypes
    if look.lines:
        made.setLineHeight(look.lines * 100, kinds.ProportionalHeight.value)
    else:
        made.setLineHeight(look.leading * unit, kinds.MinimumHeight.value)
    if look.first < 0:
        made.setTabPositions([QTextOption.Tab(-look.first * unit, QTextOption.TabType.LeftTab)])
    if look.rule:
        made.setProperty(RULE, f"#{look.rule}")
    return made


def characters(look: StyleLook) -> QTextCharFormat:
    font = QFont(look.font or _FALLBACK)
    font.setPointSizeF(max(look.size, 1.0))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    font.setUnderline(look.underlined)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if look.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QBrush(QColor(f"#{look.colour or INK}")))
    return made


def table_format(table: Table, unit: float) -> QTextTableFormat:
    """As wide as the text, its columns in their shares, its header row again on every page."""
    whole = sum(each.share for each in table.columns) or 1
    percent = QTextLength.Type.PercentageLength
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setCellPadding(_CELL_PADDING * unit)
    made.setCellSpacing(0)
    made.setBorderCollapse(True)
    made.setBorder(0.5)
    made.setBorderBrush(QBrush(QColor(f"#{_GRID}")))
    made.setWidth(QTextLength(percent, 100))
    made.setColumnWidthConstraints([QTextLength(percent, 100 * each.share / whole) for each in table.columns])
    return made


def wash_header(cell: QTextTableCell) -> None:
    """The ground of a header cell."""
    washed = cell.format()
    washed.setBackground(QColor(f"#{_HEADER_WASH}"))
    cell.setFormat(washed)

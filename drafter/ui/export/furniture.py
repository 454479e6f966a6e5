"""Header and footer of the preview's sheets."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from drafter.domain.composing import Composition
from drafter.services.templates import (
    AUTHOR,
    ORGANISATION,
    PAGE,
    PAGES,
    TITLE,
    FurnitureLine,
    SheetLook,
    TemplateLook,
)

_ALIGN = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "end": Qt.AlignmentFlag.AlignRight,
}
_LEADING = 1.3
_DOTS_AN_INCH = 72


class Furniture:
    """Painted in points, with the sheet's corner at nought."""

    def __init__(self, composition: Composition, look: TemplateLook) -> None:
        self._look = look
        self._words = {
            TITLE: composition.title,
            ORGANISATION: composition.organisation,
            AUTHOR: composition.author,
        }
        self._pictures = {
            id(each): QImage.fromData(each.data)
            for line in (*look.head, *look.foot, *(look.first_head or ()), *(look.first_foot or ()))
            for each in line.pictures
        }

    def paint(self, painter: QPainter, sheet: SheetLook, *, page: int, count: int) -> None:
        """Round the page of that number, from nought."""
        said = {**self._words, PAGE: str(page + 1), PAGES: str(count)}
        head, foot = self._on(page)
        top = sheet.header
        for line in head:
            top += self._line(painter, line, _room(sheet, line, top), said)
        top = sheet.height - sheet.footer - sum(map(_height, foot))
        for line in foot:
            top += self._line(painter, line, _room(sheet, line, top), said)

    def _on(self, page: int) -> tuple[tuple[FurnitureLine, ...], tuple[FurnitureLine, ...]]:
        """The header and footer of a page."""
        look = self._look
        head = look.first_head if not page and look.first_head is not None else look.head
        foot = look.first_foot if not page and look.first_foot is not None else look.foot
        return head, foot

    def _line(self, painter: QPainter, line: FurnitureLine, room: QRectF, said: dict[str, str]) -> float:
        left, top = room.left(), room.top()
        for each in line.pictures:
            image = self._pictures[id(each)]
            width = min(each.width, room.width())
            painter.drawImage(QRectF(left, top, width, each.height * width / max(each.width, 1)), image)
            left += width
        font = QFont(self._look.of("body").font or "Arial")
        # The painter's device decides what a point is; the sheet's unit is a point.
        font.setPixelSize(max(round(line.size), 1))
        font.setBold(line.is_bold)
        painter.setFont(font)
        painter.setPen(QPen(QColor(f"#{line.colour}" if line.colour else "black")))
        text = "".join(said.get(each, each) for each in line.text)
        flags = _ALIGN.get(line.align, Qt.AlignmentFlag.AlignLeft)
        for place, words in zip(_places(text, flags), text.split("\t"), strict=True):
            painter.drawText(room, int(place | Qt.AlignmentFlag.AlignVCenter), words)
        return room.height()


def _room(sheet: SheetLook, line: FurnitureLine, top: float) -> QRectF:
    return QRectF(sheet.left, top, max(sheet.width - sheet.left - sheet.right, 1), _height(line))


def _places(text: str, flags: Qt.AlignmentFlag) -> tuple[Qt.AlignmentFlag, ...]:
    """Where the pieces between tabs stand: at the left, in the middle, at the right."""
    match text.count("\t"):
        case 0:
            return (flags,)
        case 1:
            return flags, Qt.AlignmentFlag.AlignRight
        case many:
            between = (Qt.AlignmentFlag.AlignHCenter,) * (many - 1)
            return flags, *between, Qt.AlignmentFlag.AlignRight


def _height(line: FurnitureLine) -> float:
    pictures = [each.height for each in line.pictures]
    return max([line.size * _LEADING, *pictures])

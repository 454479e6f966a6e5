"""What the margin of a draft says about a passage, and how it draws it: by shape, by colour and in words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from drafter.domain.records.stances import Stance
from drafter.ui.text.colours import TextColours


class MarkKind(StrEnum):
    """How a passage stands to the library."""

    OWN = "own words"
    VERBATIM = "library text"
    TAILORED = "tailored library text"
    NEWER = "a newer wording exists"
    RETIRED = "retired"
    UNAPPROVED = "not approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One passage's mark: `tip` says more than the shape does; `label` names what it answers."""

    kind: MarkKind = MarkKind.OWN
    tip: str = ""
    label: str = ""
    stance: Stance | None = None
    length: str = ""
    """How long the answer is, where it has a limit: “212 of 300 words”."""
    is_over: bool = False

    @property
    def words(self) -> str:
        """All of it, for a tooltip."""
        answered = " · ".join(
            filter(None, (self.label, self.stance.phrase if self.stance else "", self.length))
        )
        return "\n".join(filter(None, (answered, self.tip or (self.kind.value.capitalize()))))


def mark_colour(kind: MarkKind, colours: TextColours) -> QColor:
    return {
        MarkKind.OWN: colours.quiet,
        MarkKind.VERBATIM: colours.verbatim,
        MarkKind.TAILORED: colours.tailored,
        MarkKind.NEWER: colours.newer,
        MarkKind.RETIRED: colours.retired,
        MarkKind.UNAPPROVED: colours.unapproved,
    }[kind]


_DASHES = {MarkKind.NEWER: [3.0, 2.0], MarkKind.UNAPPROVED: [0.1, 2.2], MarkKind.RETIRED: [3.0, 2.0]}
_STROKE = 1.6


def draw_bar(
    painter: QPainter, kind: MarkKind, x: float, top: float, bottom: float, colours: TextColours
) -> None:
    """The thin line beside all of a passage: whole, dashed or dotted."""
    colour = QColor(mark_colour(kind, colours))
    colour.setAlphaF(0.55)
    pen = QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if kind in _DASHES:
        pen.setDashPattern(_DASHES[kind])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def draw_glyph(painter: QPainter, kind: MarkKind, box: QRectF, colours: TextColours) -> None:
    """The sign beside a passage's first line."""
    colour = mark_colour(kind, colours)
    painter.setPen(
        QPen(colour, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(_STROKE / 2, _STROKE / 2, -_STROKE / 2, -_STROKE / 2)
    match kind:
        case MarkKind.VERBATIM:
            painter.setBrush(colour)
            painter.drawEllipse(inner)
        case MarkKind.TAILORED:
            painter.drawEllipse(inner)
            painter.setBrush(colour)
            painter.drawPie(inner, 90 * 16, 180 * 16)
        case MarkKind.NEWER:
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([inner.bottomLeft(), inner.bottomRight(), _top(inner)]))
        case MarkKind.UNAPPROVED:
            painter.drawEllipse(inner)
        case MarkKind.RETIRED:
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
        case MarkKind.OWN:
            return


def _top(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.top())

"""The parts of a screen that F6 goes through, each with a name that a screen reader says."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

_PROPERTY, _FIRST = "drafter_part", "drafter_first"


def as_part(widget: QWidget, name: str, *, first: QWidget | None = None) -> QWidget:
    """Mark a widget as a part.

    It takes the focus itself, or hands it to the child that had it last; at first to `first`, or to the first
    of its children that can have it.
    """
    widget.setProperty(_PROPERTY, name)
    widget.setProperty(_FIRST, first)
    if not widget.accessibleName():
        widget.setAccessibleName(name)
    return widget


def parts_of(window: QWidget) -> tuple[QWidget, ...]:
    """The parts that can be seen now, as one reads: from left to right, then from the top."""
    found = [each for each in window.findChildren(QWidget) if each.property(_PROPERTY) and each.isVisible()]

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(window, QPoint(0, 0))
        return corner.x(), corner.y()

    return tuple(sorted(found, key=place))


def focus_next_part(window: QWidget, step: int) -> None:
    """Move the focus `step` parts on; from outside any part, to the first or last."""
    parts = parts_of(window)
    if not parts:
        return
    focused = QApplication.focusWidget()
    holding = [
        index
        for index, part in enumerate(parts)
        if focused is not None and (part is focused or part.isAncestorOf(focused))
    ]
    if holding:
        order = [parts[(holding[-1] + step * n) % len(parts)] for n in range(1, len(parts) + 1)]
    else:
        order = list(parts if step > 0 else reversed(parts))
    for part in order:
        if _focus(part):
            return


def _focus(part: QWidget) -> bool:
    for widget in _candidates(part):
        target = widget.focusProxy() or widget
        if target.focusPolicy() & Qt.FocusPolicy.TabFocus and target.isVisible() and target.isEnabled():
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _candidates(part: QWidget) -> Iterable[QWidget]:
    yield part
    for each in (part.focusWidget(), part.property(_FIRST)):
        if isinstance(each, QWidget) and each is not part:
            yield each
    yield from part.findChildren(QWidget)

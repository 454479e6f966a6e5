"""What stands before the items of lists and before counted paragraphs, counted as Word counts them."""

from drafter.domain.composing.blocks import Block, BlockRole
from drafter.domain.counting import numeral

_BULLETS = ("•", "–", "▪")


class ListMarks:
    """Asked in reading order."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._paragraphs = 0

    def mark(self, block: Block) -> str:
        """A bullet, a number with its stop, or nothing."""
        level = block.level
        if block.role is BlockRole.COUNTED:
            self._counts, self._paragraphs = {}, self._paragraphs + 1
            return f"{self._paragraphs}."
        if block.role is BlockRole.NUMBER:
            before = 0 if block.restart else self._counts.get(level, 0)
            self._counts = {at: count for at, count in self._counts.items() if at < level}
            self._counts[level] = before + 1
            return f"{numeral(before + 1, level)}."
        if block.role is BlockRole.BULLET:
            self._counts = {at: count for at, count in self._counts.items() if at < level}
            return _BULLETS[min(level, len(_BULLETS) - 1)]
        self._counts = {}
        return ""

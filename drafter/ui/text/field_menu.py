"""The merge fields that can be put into a text, each with what it stands for now."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from drafter.domain.fields import FIELDS

_NAMES = {
    "organisation": "Organisation",
    "author": "Author",
    "role": "Author’s role",
    "report.title": "Report: title",
    "report.author": "Report: author",
    "report.publisher": "Report: publisher",
    "report.published": "Report: date published",
    "response.title": "Response: title",
    "response.date": "Response: date",
    "recommendation.label": "Recommendation: label",
}
_LONGEST = 40


class FieldMenu(QMenu):
    """Offers the fields of the house and the organisation's own; `chosen` is called with a name."""

    def __init__(self, chosen: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__("Merge field", parent)
        self.setAccessibleName("Merge field")
        self._chosen = chosen
        self.offer()

    def offer(self, values: Mapping[str, str] | None = None, *, own: Iterable[str] = ()) -> None:
        """Makes the menu anew, with what the fields stand for at this moment."""
        self.clear()
        known = values or {}
        others = tuple(name for name in dict.fromkeys((*own, *known)) if name not in FIELDS)
        for name in FIELDS:
            self._add(name, known)
        if others:
            self.addSeparator()
        for name in others:
            self._add(name, known)

    def _add(self, name: str, known: Mapping[str, str]) -> None:
        value = known.get(name, "")
        shown = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1].rstrip()}…"
        text = f"{field_name(name)}\t{shown}" if value else f"{field_name(name)}\tto fill in"
        action = self.addAction(text.replace("&", "&&"))
        action.setData(name)
        action.triggered.connect(lambda: self._chosen(name))


def field_name(name: str) -> str:
    """What people call a field."""
    return _NAMES.get(name, name)

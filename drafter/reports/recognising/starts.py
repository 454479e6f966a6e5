"""Where the items of a list begin, and the run of labels that they make up."""

from dataclasses import dataclass, field, replace

from drafter.reports.recognising.labels import Form, Label
from drafter.reports.recognising.paragraphs import paragraph_from
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.sections import is_telling, section_end

CLOSE_ABOVE = 60
"""Rows: so far above its first item may the heading of a list stand."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins."""

    row: Row
    label: Label

    def listed(self, count: int, word: str = "") -> "Start":
        """As the item of that count in a list that we count ourselves, its number as printed."""
        return Start(self.row, replace(self.label, form=Form.LISTED, word=word, value=(count,), sign=""))


@dataclass(slots=True)
class Run:
    """Labels that belong to one list, in the document's order."""

    form: Form
    word: str
    starts: list[Start]
    limit: int
    """The row before which the last item ends at the latest."""
    heading: Row | None = None
    """The heading that names the list."""
    copies: list["Run"] = field(default_factory=list)
    """The same list printed elsewhere."""

    @property
    def values(self) -> list[tuple[int, ...]]:
        return [start.label.value for start in self.starts]

    @property
    def ends(self) -> list[int]:
        """For each item, the row at which the next begins."""
        return [start.row.index for start in self.starts[1:]] + [self.limit]

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(start.row.page for start in self.starts))


def said_from(body: Body, start: Start, *, rows: int | None = None) -> str:
    """The words of its paragraph behind the label, those of so many rows at the most."""
    below = paragraph_from(body.rows, start.row.index, rows)[1:]
    return " ".join([start.label.rest, *(row.text for row in below)])


def naming_heading(body: Body, run: Run) -> Row | None:
    """The heading shortly above the first item that names the list and reaches over its last."""
    first, last = run.starts[0].row, run.starts[-1].row
    for heading in body.headed_above(first.index, CLOSE_ABOVE):
        if is_telling(heading) and section_end(body.rows, heading) > last.index:
            return heading
    return None

"""The whole response at a glance: each recommendation with stance, positions used, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from drafter.domain.coverage import Cover, Covered, coverage
from drafter.domain.fields import names_of
from drafter.domain.records.ids import PositionId, RecommendationId
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Passage, Response
from drafter.domain.records.stances import Stance
from drafter.services.spreadsheets import write_table
from drafter.store.library import Library

COLUMNS = ("Recommendation", "Under", "What it says", "Stance", "Positions used", "Words", "What is missing")

OWN_WORDS = "own words"

_MISSING = {
    Cover.GAP: ("no stance", "no answer"),
    Cover.STANCE_ONLY: ("no answer",),
    Cover.WORDS_ONLY: ("no stance",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One recommendation against what was done about it; `missing` holds the gaps in words."""

    recommendation: RecommendationId
    name: str
    heading: str
    text: str
    stance: Stance
    positions: tuple[str, ...]
    """The titles of the positions in its answer, "own words" among them where there are any."""
    words: int
    missing: tuple[str, ...]
    cover: str

    @property
    def cells(self) -> tuple[str, ...]:
        """As it is written to a file, in the order of COLUMNS."""
        return (
            self.name,
            self.heading,
            self.text,
            self.stance.phrase,
            "; ".join(self.positions),
            str(self.words),
            self.standing,
        )

    @property
    def standing(self) -> str:
        """What is missing; where nothing is, how it stands."""
        return ", ".join(self.missing) or self.cover


def matrix(library: Library, response: Response, report: Report | None) -> tuple[MatrixRow, ...]:
    """A row for each recommendation, in the report's order."""
    passages = {each.id: each for each in response.passages}
    used = {each.use.position for each in response.passages if each.use is not None}
    titles = {each.id: each.current.title for each in library.positions(used)}
    covered = coverage(response, report).recommendations
    names = names_of(each.recommendation for each in covered)
    rows = (_row(each, tuple(passages[identity] for identity in each.passages), titles) for each in covered)
    return tuple(replace(each, name=names[each.recommendation]) for each in rows)


def write_matrix(rows: Iterable[MatrixRow], target: Path) -> int:
    """Write it as a table for a spreadsheet, which runs nothing in it; how many rows."""
    return write_table(COLUMNS, (each.cells for each in rows), target)


def matrix_html(rows: Iterable[MatrixRow]) -> str:
    """The table as Word and e-mails take it from the clipboard."""
    head = "".join(f"<th>{escape(each)}</th>" for each in COLUMNS)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in each.cells)}</tr>" for each in rows)
    return f'<table border="1"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def matrix_plain(rows: Iterable[MatrixRow]) -> str:
    """A line a row with tabs between, for what takes no HTML."""
    lines = (COLUMNS, *([" ".join(cell.split()) for cell in each.cells] for each in rows))
    return "\n".join("\t".join(line) for line in lines)


def _row(covered: Covered, answer: tuple[Passage, ...], titles: dict[PositionId, str]) -> MatrixRow:
    asked = covered.recommendation
    said = (OWN_WORDS if each.use is None else titles.get(each.use.position, OWN_WORDS) for each in answer)
    aside = covered.cover is Cover.NOT_COVERED and not covered.taken.set_aside
    return MatrixRow(
        recommendation=asked.id,
        name=asked.name,
        heading=asked.heading,
        text=" ".join(asked.text.split()),
        stance=covered.stance,
        positions=tuple(dict.fromkeys(said)),
        words=sum(each.text.words for each in answer),
        missing=_MISSING.get(covered.cover, ()),
        cover="not mentioned" if aside else covered.cover.value,
    )

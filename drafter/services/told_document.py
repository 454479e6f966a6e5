"""What we have told them, as a Word document: what was asked for, then a table by time."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.domain.composing.blocks import Block, BlockRole, Cell, Column, Composition, Table, line, strong
from drafter.domain.fields import british_date
from drafter.domain.records.people import Person
from drafter.domain.records.responses import Form
from drafter.services.clock import today
from drafter.services.told import About, Told
from drafter.word.writing import write

_TITLE = "What we have said"
_COLUMNS = (
    Column(name="When and to whom", share=20),
    Column(name="On what", share=22),
    Column(name="Our position", share=14),
    Column(name="What we said", share=44),
)


def write_told_document(
    found: Iterable[Told], target: Path, *, wanted: About, person: Person, template: Path | None = None
) -> int:
    """In the style of the template; how many rows. Raises CannotWrite, NotATemplate."""
    rows = tuple(_row(each) for each in found)
    composition = Composition(
        form=Form.TABLE,
        response="",
        title=_TITLE,
        author=person.name,
        organisation=person.organisation,
        blocks=tuple(_blocks(rows, wanted)),
    )
    write(composition, target, template=template)
    return len(rows)


def _blocks(rows: tuple[tuple[Cell, ...], ...], wanted: About) -> Iterator[Block | Table]:
    yield line(BlockRole.TITLE, _TITLE)
    yield line(BlockRole.BODY, asked_words(wanted))
    yield Table(
        title=_TITLE,
        description="What went out, newest first: when and to whom, on what, our position, and the words.",
        columns=_COLUMNS,
        rows=rows,
        is_wide=True,
    )


def asked_words(wanted: About) -> str:
    """What was looked for, as a sentence."""
    parts = (
        f"about “{wanted.words.strip()}”" if wanted.words.strip() else "",
        f"on the theme “{wanted.theme}”" if wanted.theme else "",
        f"from {british_date(wanted.since)}" if wanted.since is not None else "",
        f"until {british_date(wanted.until)}" if wanted.until is not None else "",
    )
    said = ", ".join(each for each in parts if each)
    of_what = f" {said}" if said else ""
    return f"What went out in our responses{of_what}, the newest first. Listed on {british_date(today())}."


def _row(each: Told) -> tuple[Cell, ...]:
    when = british_date(each.at.astimezone().date())
    on_what = (*each.asked, each.report or each.response_title)
    return (
        (strong(BlockRole.BODY, when), *_lines(each.to)),
        tuple(block for words in on_what for block in _lines(words)) or _lines("–"),
        _lines(each.stance_words or "–"),
        (strong(BlockRole.BODY, each.title), *_lines(each.words), *_lines(f"({each.manner})")),
    )


def _lines(words: str) -> Cell:
    return tuple(line(BlockRole.BODY, each.strip()) for each in words.splitlines() if each.strip())

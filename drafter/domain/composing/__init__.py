"""A response laid out for one form: the same blocks become a Word file, HTML, plain text and the preview."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from drafter.domain.composing.annexes import annexes
from drafter.domain.composing.blocks import (
    HEADINGS,
    Background,
    Block,
    BlockRole,
    Cell,
    Choices,
    Column,
    Composition,
    Earlier,
    Table,
)
from drafter.domain.composing.list_marks import ListMarks
from drafter.domain.composing.material import Material
from drafter.domain.composing.paste_sheet import PlainAnswer, paste_sheet, sheet
from drafter.domain.composing.plain import plain_page, plain_text
from drafter.domain.composing.point_by_point import point_by_point
from drafter.domain.composing.statement import statement
from drafter.domain.composing.table import table
from drafter.domain.composing.written_evidence import submitted_by, written_evidence
from drafter.domain.fields import FieldValues
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Form, Response

__all__ = [
    "HEADINGS",
    "Background",
    "Block",
    "BlockRole",
    "Cell",
    "Choices",
    "Column",
    "Composition",
    "Earlier",
    "ListMarks",
    "PlainAnswer",
    "Table",
    "compose",
    "paste_sheet",
    "plain_page",
    "plain_text",
]

_NOTHING_KNOWN = Background()


def compose(
    response: Response,
    report: Report | None,
    values: FieldValues,
    choices: Choices,
    background: Background = _NOTHING_KNOWN,
) -> Composition:
    """Lay the response out. Sections stay in her order; the form adds labels, quotations and stances."""
    material = Material.of(response, report, values, choices, background)
    head = response.head
    body = tuple(_laid_out(material))
    composition = Composition(
        form=choices.form,
        response=response.id,
        title=submitted_by(material) if choices.form is Form.WRITTEN_EVIDENCE else head.title,
        author=head.author or values("author") or "",
        subject=f"Response to {report.title}" if report is not None else "",
        organisation=head.organisation or values("organisation") or "",
        blocks=body,
    )
    added = tuple(annexes(material, composition.paragraphs))
    return replace(composition, blocks=(*body, *added)) if added else composition


def _laid_out(material: Material) -> Iterator[Block | Table]:
    form = material.choices.form
    match form:
        case Form.STATEMENT:
            return statement(material)
        case Form.POINT_BY_POINT:
            return point_by_point(material)
        case Form.TABLE:
            return table(material)
        case Form.WRITTEN_EVIDENCE:
            return written_evidence(material)
        case Form.PASTE_SHEET:
            return sheet(material)
        case _:
            assert_never(form)

"""The table: recommendation, our position, our response; what answers nothing stands before and after it."""

import math
from collections.abc import Iterator
from dataclasses import replace

from drafter.domain.composing.blocks import (
    HEADINGS,
    Block,
    BlockRole,
    Cell,
    Column,
    Table,
    as_sentence,
    capital,
    line,
    strong,
)
from drafter.domain.composing.material import Answer, Material
from drafter.domain.composing.passages import (
    lines_of,
    passage_blocks,
    says_all_in_its_name,
    sections_as_they_are,
    title_block,
)
from drafter.domain.fields import joined_labels
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Section
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Run

_POSITION = 14
_LEAST, _MOST = 28, 58
"""What the narrower and the wider of the other two columns may take of the width, in hundredths."""

NOTHING = "–"


def table(material: Material) -> Iterator[Block | Table]:
    sections = material.response.sections
    said = [bool(_answered_in(material, each)) for each in sections]
    first = said.index(True) if any(said) else len(sections)
    yield from title_block(material)
    yield from sections_as_they_are(material, sections[:first])
    rows = tuple(_rows(material))
    if rows:
        report = material.report.title if material.report is not None else ""
        yield line(BlockRole.HEADING1, "Our response to each recommendation")
        yield line(
            BlockRole.BODY, f"The recommendations of “{report}” in its order, with our position on each."
        )
        yield Table(
            title="Our response to each recommendation",
            description=f"One row for each recommendation of “{report}”: "
            "what it says, our position on it, and our response.",
            columns=_columns(rows),
            rows=rows,
            is_wide=True,
        )
    left = (each for each, is_answer in zip(sections[first:], said[first:], strict=True) if not is_answer)
    yield from sections_as_they_are(material, tuple(left))


def _columns(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Column, ...]:
    """Recommendations and answers share the width as they share the words.

    By the square root of their lengths: that is when the longer one is not the taller by far.
    """
    asked, said = (math.sqrt(sum(len(block.plain) for row in rows for block in row[at]) + 1) for at in (0, 2))
    room = 100 - _POSITION
    share = min(max(round(room * asked / (asked + said)), _LEAST), _MOST)
    return (
        Column(name="Recommendation", share=share),
        Column(name="Our position", share=_POSITION),
        Column(name="Our response", share=room - share),
    )


def _answered_in(material: Material, section: Section) -> tuple[Answer, ...]:
    return tuple(each for each in material.answers(section) if each.recommendations)


def _rows(material: Material) -> Iterator[tuple[Cell, ...]]:
    """Recommendations in the report's order; words for several stand in the row of the first."""
    answers: dict[str, list[Answer]] = {}
    for section in material.response.sections:
        for answer in _answered_in(material, section):
            for each in answer.recommendations:
                answers.setdefault(each.id, []).append(answer)
    printed: dict[int, Recommendation] = {}
    for each in material.known.values():
        said = tuple(_response(material, each, answers.get(each.id, []), printed))
        position = _position(material, each)
        if said or position:
            shown = position or (line(BlockRole.BODY, NOTHING),)
            yield _asked(material, each), shown, said or (line(BlockRole.BODY, NOTHING),)
        elif material.choices.list_unanswered:
            yield (
                _asked(material, each),
                (line(BlockRole.BODY, NOTHING),),
                (line(BlockRole.BODY, "Not answered here."),),
            )


def _asked(material: Material, recommendation: Recommendation) -> Cell:
    """Its label and, unless she leaves quotations out, what it says."""
    name = strong(BlockRole.BODY, capital(joined_labels((recommendation,))))
    if says_all_in_its_name(recommendation) or not material.choices.quote_recommendations:
        return (name,)
    return name, *(line(BlockRole.BODY, each) for each in lines_of(recommendation))


def _position(material: Material, recommendation: Recommendation) -> Cell:
    taken = material.stance_on(recommendation)
    if taken.stance is Stance.UNDECIDED or taken.set_aside:
        return ()
    return (strong(BlockRole.BODY, taken.stance.phrase),)


def _response(
    material: Material,
    recommendation: Recommendation,
    answers: list[Answer],
    printed: dict[int, Recommendation],
) -> Iterator[Block]:
    """The reason for the position, then the answers, each where it is printed first, else where it is."""
    taken = material.stance_on(recommendation)
    if taken.reason.strip() and taken.stance is not Stance.UNDECIDED and not taken.set_aside:
        yield line(BlockRole.BODY, as_sentence(taken.reason.strip()))
    elsewhere: dict[str, Recommendation] = {}
    for answer in answers:
        place = printed.setdefault(id(answer), recommendation)
        if place is recommendation:
            yield from _printed(material, answer)
        else:
            elsewhere[place.id] = place
    if elsewhere:
        yield line(BlockRole.BODY, f"See our response to {joined_labels(tuple(elsewhere.values()))}, above.")


def _printed(material: Material, answer: Answer) -> Iterator[Block]:
    if answer.is_first and answer.section.heading:
        yield strong(BlockRole.BODY, answer.section.heading)
    if len(answer.recommendations) > 1:
        yield line(BlockRole.BODY, f"This is our response to {joined_labels(answer.recommendations)}.")
    for passage in answer.passages:
        for each in passage_blocks(passage, material.values_in(passage), heading=1):
            yield in_a_cell(each)


def in_a_cell(block: Block) -> Block:
    """A heading among the words of a cell is a strong line: it is no heading of the document."""
    if block.role not in HEADINGS:
        return block
    runs = tuple(replace(each, bold=True) if isinstance(each, Run) else each for each in block.inlines)
    return replace(block, role=BlockRole.BODY, inlines=runs)

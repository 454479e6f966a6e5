"""The paste sheet: each question with its answer as plain text, counted against its limit.

What answers several questions stands in the answer to each: every text box is read by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.domain.composing.blocks import (
    Background,
    Block,
    BlockRole,
    Choices,
    as_sentence,
    capital,
    line,
    strong,
)
from drafter.domain.composing.material import Material
from drafter.domain.composing.passages import (
    passage_blocks,
    quotation,
    says_all_in_its_name,
    stance_block,
    title_block,
)
from drafter.domain.composing.plain import plain_text
from drafter.domain.fields import FieldValues, joined_labels
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Limit, LimitUnit, Recommendation, Report
from drafter.domain.records.responses import Passage, Response
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainAnswer:
    """A question and what goes into its box; the text is empty while it is not answered."""

    recommendation: RecommendationId
    label: str
    """What the question is called: "Question 12a"."""
    question: str
    position: str = ""
    """The stance in words, for the box that is ticked beside the text; it is not part of the text."""
    text: str = ""
    count: int = 0
    """In the limit's unit; words where there is no limit."""
    unit: LimitUnit = LimitUnit.WORDS
    limit: int | None = None

    @property
    def over(self) -> int:
        """By how many it is too long; nought where it is not."""
        return max(self.count - self.limit, 0) if self.limit is not None else 0

    @property
    def length(self) -> str:
        """“212 of 250 words”, "1,204 characters, 204 too many", "96 words"."""
        if self.limit is None:
            return f"{self.count:,} {_units(self.count, self.unit)}"
        said = f"{self.count:,} of {self.limit:,} {_units(self.limit, self.unit)}"
        return f"{said}: {self.over:,} too many" if self.over else said


def paste_sheet(response: Response, report: Report | None, values: FieldValues) -> tuple[PlainAnswer, ...]:
    """One record for each question of the report, in its order."""
    return _answers(Material.of(response, report, values, Choices(), Background()))


def counted(text: str, unit: LimitUnit) -> int:
    """As the boxes of web forms count: words between white space; characters with the ends of lines."""
    match unit:
        case LimitUnit.WORDS:
            return len(text.split())
        case LimitUnit.CHARACTERS:
            return len(text)


def sheet(material: Material) -> Iterator[Block]:
    """The same as a document to copy from."""
    yield from title_block(material)
    answers = {each.recommendation: each for each in _answers(material)}
    for recommendation in material.known.values():
        answer = answers[recommendation.id]
        if answer.text or answer.position or material.choices.list_unanswered:
            yield from _point(material, recommendation, answer)
    yield from _others(material)


def _answers(material: Material) -> tuple[PlainAnswer, ...]:
    passages: dict[RecommendationId, list[Passage]] = {}
    for section in material.response.sections:
        for answer in material.answers(section):
            for each in answer.recommendations:
                passages.setdefault(each.id, []).extend(answer.passages)
    return tuple(_answer(material, each, passages.get(each.id, [])) for each in material.known.values())


def _answer(material: Material, recommendation: Recommendation, passages: list[Passage]) -> PlainAnswer:
    taken = material.stance_on(recommendation)
    has_stance = taken.stance is not Stance.UNDECIDED and not taken.set_aside
    reason = as_sentence(taken.reason.strip()) if has_stance and taken.reason.strip() else ""
    text = plain_text(_blocks(material, passages)) or reason
    limit = recommendation.limit or Limit(count=0, unit=LimitUnit.WORDS)
    return PlainAnswer(
        recommendation=recommendation.id,
        label=capital(joined_labels((recommendation,))),
        question="\n".join(each.plain for each in quotation(recommendation)),
        position=taken.stance.phrase if has_stance else "",
        text=text,
        count=counted(text, limit.unit),
        unit=limit.unit,
        limit=limit.count if recommendation.limit is not None else None,
    )


def _blocks(material: Material, passages: list[Passage]) -> Iterator[Block]:
    return (block for each in passages for block in passage_blocks(each, material.values_in(each), heading=1))


def _point(material: Material, recommendation: Recommendation, answer: PlainAnswer) -> Iterator[Block]:
    yield line(BlockRole.HEADING1, answer.label)
    if not says_all_in_its_name(recommendation):
        yield from quotation(recommendation)
    taken = material.stance_on(recommendation)
    is_answer = bool(taken.reason.strip()) and answer.text == as_sentence(taken.reason.strip())
    stance = stance_block(replace(taken, reason="") if is_answer else taken)
    if answer.position and stance is not None:
        yield stance
    if not answer.text:
        yield line(BlockRole.BODY, "Not answered here.")
        return
    yield strong(BlockRole.STANCE, f"Our answer ({answer.length}):")
    yield from _as_lines(answer.text)


def _others(material: Material) -> Iterator[Block]:
    """What answers no question, under her own headings: a form may have a box for it."""
    for section in material.response.sections:
        passages = [each for each in section.passages if not each.text.is_empty]
        if not passages or any(material.answered_by(each) for each in passages):
            continue
        text = plain_text(_blocks(material, passages))
        yield line(BlockRole.HEADING1, section.heading or "Text that answers no question")
        yield strong(BlockRole.STANCE, f"Our text ({_length(text)}):")
        yield from _as_lines(text)


def _as_lines(text: str) -> Iterator[Block]:
    """Lines as they are pasted: the marks of lists are characters, and nothing is strong."""
    lines = (each.strip() for each in text.split("\n"))
    return (Block(role=BlockRole.BODY, inlines=(Run(text=each),)) for each in lines if each)


def _length(text: str) -> str:
    count = counted(text, LimitUnit.WORDS)
    return f"{count:,} {_units(count, LimitUnit.WORDS)}"


def _units(count: int, unit: LimitUnit) -> str:
    return unit.value.removesuffix("s") if count == 1 else unit.value

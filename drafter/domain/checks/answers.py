"""Answers: none is missing in a point-by-point response, none without its reason, none over its length."""

from collections.abc import Iterable, Iterator

from drafter.domain.checks.findings import Code, Draft, Finding, Severity
from drafter.domain.composing.written_evidence import is_summary
from drafter.domain.coverage import Cover, Coverage, Covered, coverage
from drafter.domain.fields import names_of
from drafter.domain.records.reports import Limit, LimitUnit
from drafter.domain.records.responses import UNTITLED, Form, Passage, Shape
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import RichText, resolve

_WANT_A_REASON = {Stance.NO_COMMENT, Stance.OPPOSE, Stance.WELCOME_WITH_CAVEATS}


def check_answers(draft: Draft) -> Iterator[Finding]:
    response = draft.response
    covered = coverage(response, draft.report)
    yield from _whole(draft, covered)
    yield from _summary(draft)
    if response.head.shape is Shape.POINT_BY_POINT:
        names = names_of(each.recommendation for each in covered.recommendations)
        for each in covered.recommendations:
            yield from _gap(each, names[each.recommendation.id])
    yield from _lengths(draft, covered)
    yield from _answering_nothing(draft)


def _whole(draft: Draft, covered: Coverage) -> Iterator[Finding]:
    response = draft.response
    if response.head.title.strip() in {"", UNTITLED}:
        yield Finding(
            code=Code.NO_HEADLINE, severity=Severity.WARNING, sentence="The response has no headline yet."
        )
    if not covered.answered and all(each.text.is_empty for each in response.passages):
        yield Finding(
            code=Code.NOTHING_WRITTEN,
            severity=Severity.WARNING,
            sentence="Nothing is written in the response yet.",
        )
    if draft.limit is not None:
        yield from _over(draft, "The response", tuple(response.passages), draft.limit)


def _summary(draft: Draft) -> Iterator[Finding]:
    """Written evidence opens with one. Its numbers are made at export, so they cannot be missing."""
    sections = draft.response.sections
    is_written = any(section.words for section in sections)
    if draft.form is Form.WRITTEN_EVIDENCE and is_written and not any(map(is_summary, sections)):
        yield Finding(
            code=Code.NO_SUMMARY,
            severity=Severity.ADVICE,
            sentence="The written evidence has no summary of your own: one is made of first sentences.",
        )


def _gap(covered: Covered, name: str) -> Iterator[Finding]:
    recommendation, taken = covered.recommendation, covered.taken

    def finding(code: Code, severity: Severity, sentence: str) -> Finding:
        place = covered.passages[0] if covered.passages else None
        return Finding(
            code=code,
            severity=severity,
            sentence=f"{name} {sentence}",
            recommendation=recommendation.id,
            passage=place,
        )

    if covered.cover is Cover.GAP:
        yield finding(Code.NO_STANCE, Severity.WARNING, "has no stance yet.")
        yield finding(Code.NO_ANSWER, Severity.WARNING, "is not answered yet.")
    elif covered.cover is Cover.WORDS_ONLY:
        yield finding(Code.NO_STANCE, Severity.WARNING, "is answered but has no stance yet.")
    elif taken.stance in _WANT_A_REASON and not taken.reason.strip():
        said = f"has the stance “{taken.stance.phrase}”"
        if covered.passages:
            yield finding(Code.NO_REASON, Severity.ADVICE, f"{said}: readers look for a reason beside it.")
        else:
            yield finding(Code.NO_REASON, Severity.WARNING, f"{said} but says no reason yet.")
    elif covered.cover is Cover.STANCE_ONLY:
        yield finding(Code.NO_ANSWER, Severity.WARNING, "has a stance but no words answer it yet.")


def _lengths(draft: Draft, covered: Coverage) -> Iterator[Finding]:
    """An answer against the limit of its question."""
    passages = {each.id: each for each in draft.response.passages}
    for each in covered.recommendations:
        limit = each.recommendation.limit
        if limit is not None and each.passages:
            answer = tuple(passages[identity] for identity in each.passages)
            for over in _over(draft, f"The answer to {each.recommendation.name}", answer, limit):
                yield Finding(
                    code=over.code,
                    severity=over.severity,
                    sentence=over.sentence,
                    passage=each.passages[-1],
                    recommendation=each.recommendation.id,
                )


def _over(draft: Draft, what: str, passages: tuple[Passage, ...], limit: Limit) -> Iterator[Finding]:
    many = length(draft, passages, limit.unit)
    if many > limit.count:
        yield Finding(
            code=Code.OVER_LENGTH,
            severity=Severity.WARNING,
            sentence=f"{what} has {many:,} {limit.unit}; the limit is {limit.count:,}.",
        )


def length(draft: Draft, passages: Iterable[Passage], unit: LimitUnit) -> int:
    """How long these passages are with their fields filled in, a line break counting as one character."""
    texts = [_filled_in(draft, each) if each.text.fields else each.text for each in passages]
    if unit is LimitUnit.WORDS:
        return sum(each.words for each in texts)
    return len("\n".join(each.plain for each in texts if not each.is_empty))


def _filled_in(draft: Draft, passage: Passage) -> RichText:
    known = draft.recommendations
    answered = tuple(known[each] for each in passage.answers if each in known)
    return resolve(passage.text, draft.values.answering(answered))


def _answering_nothing(draft: Draft) -> Iterator[Finding]:
    """Passages that say they answer what the report no longer holds."""
    if draft.response.head.report is None:
        return  # there is no report that could have lost anything
    known = draft.recommendations
    for passage in draft.response.passages:
        if any(each not in known for each in passage.answers) and not passage.text.is_empty:
            yield Finding(
                code=Code.ANSWERS_NOTHING,
                severity=Severity.WARNING,
                sentence="A passage answers what is no longer in the report. Choose what it answers.",
                passage=passage.id,
            )

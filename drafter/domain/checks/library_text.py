"""Library text in a draft: whether the organisation still says so, and whether it agrees with itself."""

from collections.abc import Iterator
from itertools import combinations

from drafter.domain.checks.findings import Code, Draft, Finding, Severity
from drafter.domain.comparing import same_words
from drafter.domain.records.positions import Position, Revision, Status
from drafter.domain.records.responses import Passage


def check_library_text(draft: Draft) -> Iterator[Finding]:
    for passage in draft.response.passages:
        yield from _use(draft, passage)
        yield from _woven_in(draft, passage)
        yield from _against_the_stance(draft, passage)
    yield from _opposite_positions(draft)


def _use(draft: Draft, passage: Passage) -> Iterator[Finding]:
    use = passage.use
    if use is None:
        return
    position = draft.positions.get(use.position)
    revision = draft.revisions.get(use.revision)
    if position is None or position.deletion is not None:
        yield _gone(passage, revision)
        return
    title = position.current.title
    if position.status is Status.RETIRED:
        yield _finding(Code.RETIRED, passage, position, f"“{title}” has been retired.")
        return
    pinned = revision or position.current
    if pinned.id == position.newest.id != position.current.id:
        said = f"These words of “{title}” are a draft that has not been approved."
        yield _finding(Code.UNAPPROVED, passage, position, said)
    elif not _is_current(passage, pinned, position):
        yield _finding(
            Code.NEWER_WORDING, passage, position, f"“{title}” has a newer wording than the one used here."
        )
    elif position.status is not Status.APPROVED:
        yield _finding(Code.UNAPPROVED, passage, position, f"“{title}” has not been approved.")
    if _is_overdue(draft, position):
        yield _finding(Code.REVIEW_DUE, passage, position, f"“{title}” is overdue for review.", advice=True)


def _woven_in(draft: Draft, passage: Passage) -> Iterator[Finding]:
    """Own words that hold some of the library's: advice, for what was taken of them nobody can tell."""
    for each in passage.drawn_from:
        position = draft.position_of(each)
        if position is None:
            continue
        draws = f"These words draw on “{position.current.title}”, which"
        if position.status is Status.RETIRED or position.deletion is not None:
            yield _finding(Code.RETIRED, passage, position, f"{draws} has been retired.", advice=True)
        elif not same_words(draft.revisions[each].text, position.current.text):
            yield _finding(
                Code.NEWER_WORDING, passage, position, f"{draws} has a newer wording.", advice=True
            )
        elif position.status is not Status.APPROVED:
            yield _finding(Code.UNAPPROVED, passage, position, f"{draws} has not been approved.", advice=True)


def _is_current(passage: Passage, pinned: Revision, position: Position) -> bool:
    """Words are compared, not ids: old words that were brought back make nothing stale."""
    current = position.current
    if pinned.id == current.id or same_words(pinned.text, current.text):
        return True
    return same_words(passage.text, current.text)


def _is_overdue(draft: Draft, position: Position) -> bool:
    return position.facts.review_by is not None and position.facts.review_by < draft.today


def _gone(passage: Passage, revision: Revision | None) -> Finding:
    named = f"“{revision.title}”" if revision is not None else "A position"
    return Finding(
        code=Code.GONE,
        severity=Severity.WARNING,
        sentence=f"{named} is no longer in the library. Its words here are kept; check that they still hold.",
        passage=passage.id,
        position=passage.use.position if passage.use is not None else None,
    )


def _finding(
    code: Code, passage: Passage, position: Position, sentence: str, *, advice: bool = False
) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ADVICE if advice else Severity.WARNING,
        sentence=sentence,
        passage=passage.id,
        position=position.id,
    )


def _against_the_stance(draft: Draft, passage: Passage) -> Iterator[Finding]:
    """Words that usually oppose, under a stance in favour, or the other way round."""
    position = draft.positions.get(passage.use.position) if passage.use is not None else None
    if position is None or position.facts.stance is None:
        return
    known = draft.recommendations
    for answered in passage.answers:
        taken = draft.response.stance_on(answered).stance
        if answered in known and position.facts.stance.is_opposite(taken):
            name = known[answered].name
            yield Finding(
                code=Code.AGAINST_STANCE,
                severity=Severity.WARNING,
                sentence=f"“{position.current.title}” usually says {position.facts.stance}; "
                f"the stance on {name} is {taken}.",
                passage=passage.id,
                recommendation=answered,
                position=position.id,
            )


def _opposite_positions(draft: Draft) -> Iterator[Finding]:
    """Two positions of opposite stances on one theme, each pair once, at the later of the two."""
    found: dict[str, tuple[Position, Passage]] = {}
    for passage in draft.response.passages:
        for each in _positions(draft, passage):
            found.setdefault(each.id, (each, passage))
    for (one, _), (other, passage) in combinations(found.values(), 2):
        stance = one.facts.stance
        if stance is None or not stance.is_opposite(other.facts.stance):
            continue
        if themes := _shared_themes(one, other):
            yield Finding(
                code=Code.OPPOSITE_POSITIONS,
                severity=Severity.WARNING,
                sentence=f"“{one.current.title}” and “{other.current.title}” "
                f"take opposite stances on {themes[0]}.",
                passage=passage.id,
                position=other.id,
            )


def _positions(draft: Draft, passage: Passage) -> Iterator[Position]:
    if passage.use is not None and (used := draft.positions.get(passage.use.position)) is not None:
        yield used
    yield from (each for drawn in passage.drawn_from if (each := draft.position_of(drawn)) is not None)


def _shared_themes(one: Position, other: Position) -> tuple[str, ...]:
    theirs = {each.casefold() for each in other.facts.themes}
    return tuple(each for each in one.facts.themes if each.casefold() in theirs)

"""How long a response may be as a whole: as set for it, else as its form is limited where it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from drafter.domain.changes import Change, Edit, changed
from drafter.domain.checks import Code, Finding, Severity
from drafter.domain.composing import Composition, PlainAnswer, plain_page
from drafter.domain.errors import BadInput
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.reports import Limit, LimitUnit
from drafter.domain.records.responses import Form
from drafter.domain.records.working import Setting
from drafter.store.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """How long a response may be. `source` says who says so, where it was not set for this response."""

    limit: Limit
    source: str = ""


PUBLISHED: Final = {
    Form.WRITTEN_EVIDENCE: Allowed(
        limit=Limit(count=3_000, unit=LimitUnit.WORDS),
        source="House of Commons select committees recommend at most 3,000 words, "
        "unless the terms of reference say otherwise.",
    ),
}
"""Forms that are limited where they are sent; all that is printed in them counts."""


def limit_of(library: Library, response: ResponseId, form: Form | None = None) -> Allowed | None:
    """The limit of a whole response: its own, else the published one of the form."""
    own = own_limit(library, response)
    if own is not None:
        return Allowed(limit=own)
    return PUBLISHED.get(form) if form is not None else None


def own_limit(library: Library, response: ResponseId) -> Limit | None:
    """As it was set for this response."""
    kept = library.setting(_name(response))
    if not kept:
        return None
    count, unit = kept.split()
    return Limit(count=int(count), unit=LimitUnit(unit))


def set_limit(library: Library, response: ResponseId, limit: Limit | None, *, by: str = "") -> Change:
    """Set its own limit, or take it away. Raises BadInput for a limit that nothing could keep to."""
    label = "Take the limit away" if limit is None else f"Limit: {limit.count:,} {limit.unit}"
    return library.apply(Change.of(label, limit_edits(library, response, limit), by=by))


def limit_edits(library: Library, response: ResponseId, limit: Limit | None) -> tuple[Edit, ...]:
    """What `set_limit` writes, for a change that does more."""
    if limit is not None and limit.count < 1:
        raise BadInput("A limit is at least 1. To have none, take it away.")
    name = _name(response)
    before = library.setting(name)
    after = f"{limit.count} {limit.unit}" if limit is not None else None
    return changed(
        Setting(name=name, value=before) if before is not None else None,
        Setting(name=name, value=after) if after is not None else None,
    )


def too_long(composition: Composition, allowed: Allowed) -> Iterator[Finding]:
    """The whole against its limit, with all that is printed in it."""
    limit = allowed.limit
    many = composition.words if limit.unit is LimitUnit.WORDS else len(plain_page(composition))
    if many > limit.count:
        name = composition.form.value.replace("-", " ")
        said = (
            f"The {name} has {many:,} {limit.unit}; the limit is {limit.count:,}.",
            allowed.source,
            "Shorten it, or ask whether more is allowed.",
        )
        yield Finding(code=Code.OVER_LENGTH, severity=Severity.WARNING, sentence=" ".join(filter(None, said)))


def answers_too_long(answers: tuple[PlainAnswer, ...]) -> Iterator[Finding]:
    """Answers as they are pasted, list marks and addresses too, against the limits of their questions."""
    for each in answers:
        if each.over and each.limit is not None:
            yield Finding(
                code=Code.OVER_LENGTH,
                severity=Severity.WARNING,
                sentence=f"The answer to {each.label} has {each.count:,} {each.unit} as it is pasted; "
                f"the limit is {each.limit:,}.",
                recommendation=each.recommendation,
            )


def _name(response: ResponseId) -> str:
    return f"limit of {response}"

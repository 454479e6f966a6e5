"""A response out of the door: what is not ready, then the file, then what it used is remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.domain.changes import Change, added
from drafter.domain.checks import Code, Draft, Finding, Severity, readiness
from drafter.domain.composing import (
    Choices,
    Composition,
    PlainAnswer,
    compose,
    paste_sheet,
    plain_page,
)
from drafter.domain.errors import BadInput, NotReady, Unresolved
from drafter.domain.fields import FieldValues, field_values
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import ResponseId, new_id
from drafter.domain.records.people import Person
from drafter.domain.records.reports import PageText
from drafter.domain.records.responses import Form, Manifest, ManifestEntry, Response, Shape
from drafter.services.answering import report_of
from drafter.services.background import background_of
from drafter.services.clock import now, today
from drafter.services.files import write_text
from drafter.services.filling_in import own_fields
from drafter.services.limits import PUBLISHED, answers_too_long, limit_of, too_long
from drafter.services.quoting import quoted_pages
from drafter.services.response_files import write_response_json
from drafter.services.uses import uses_of
from drafter.services.web_page import html_body, html_page
from drafter.store.library import Library
from drafter.word.writing import free_name, write

FORMS = tuple(Form)
"""The forms that can be exported."""

_NO_ENTRIES: tuple[ManifestEntry, ...] = ()

MOST_NAMED = 3
"""So many warnings are named in a refusal; the readiness list holds the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to write where. `force` passes over warnings, never over an unresolved field."""

    target: Path
    choices: Choices
    template: Path | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Which of the template's styles stand in for built-in ones (`word.mapping`)."""
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written; `change` holds the manifest and the uses (None where a form remembers nothing)."""

    path: Path
    findings: tuple[Finding, ...] = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebCopy:
    """A statement as it goes onto the clipboard: semantic HTML, and plain text for what takes no HTML."""

    html: str
    text: str


def another_name(target: Path) -> Path | None:
    """Where the file could go instead, where one of its name stands in the way."""
    return free_name(target) if target.is_file() else None


def default_form(shape: Shape) -> Form:
    """The form that a shape is usually sent in."""
    return Form.STATEMENT if shape is Shape.STATEMENT else Form.POINT_BY_POINT


def values_of(library: Library, response: Response, person: Person) -> FieldValues:
    """The values of merge fields in one response."""
    return field_values(response.head, report_of(library, response.head), person, own_fields(library))


def draft_of(library: Library, response: Response, *, person: Person, form: Form | None = None) -> Draft:
    """All that the checks look at."""
    allowed = limit_of(library, response.id, form)
    revisions = library.revisions_of(
        revision
        for each in response.passages
        for revision in (*((each.use.revision,) if each.use is not None else ()), *each.drawn_from)
    )
    used = {each.use.position for each in response.passages if each.use is not None}
    used |= {each.wording.position for each in revisions.values()}
    return Draft(
        response=response,
        report=report_of(library, response.head),
        values=values_of(library, response, person),
        today=today(),
        positions={each.id: each for each in library.positions(used)},
        revisions=revisions,
        limit=allowed.limit if allowed is not None else None,
        form=form,
    )


def check(
    library: Library,
    response: ResponseId,
    *,
    person: Person,
    form: Form | None = None,
    pages: tuple[PageText, ...] | None = None,
    advise: bool = False,
) -> tuple[Finding, ...]:
    """The readiness list of a response as it is stored; with a form also what is too long for it.

    Quotations are looked up in these pages; where none are given, in the report's file if it was kept.
    """
    stored = library.response(response)
    said = quoted_pages(library, stored) if pages is None else pages
    draft = replace(draft_of(library, stored, person=person, form=form), pages=said, advise=advise)
    allowed = limit_of(library, response, form) if form in PUBLISHED else None
    found = readiness(draft if allowed is None else replace(draft, limit=None))
    if form is Form.PASTE_SHEET:
        others = (each for each in found if each.code is not Code.OVER_LENGTH or each.recommendation is None)
        found = (*others, *answers_too_long(pasted(library, response, person=person)))
    if form is not None and allowed is not None:
        laid_out = composed(library, response, Choices(form=form), person=person)
        found = (*found, *too_long(laid_out, allowed))
    order = tuple(Severity)
    return tuple(sorted(found, key=lambda each: order.index(each.severity)))


def composed(library: Library, response: ResponseId, choices: Choices, *, person: Person) -> Composition:
    """The finished document as blocks: for the file, the web page and the preview."""
    stored = library.response(response)
    values = values_of(library, stored, person)
    background = background_of(library, stored, choices, values=values, person=person)
    return compose(stored, report_of(library, stored.head), values, choices, background)


def pasted(library: Library, response: ResponseId, *, person: Person) -> tuple[PlainAnswer, ...]:
    """The paste sheet for the window: one record a question."""
    stored = library.response(response)
    return paste_sheet(stored, report_of(library, stored.head), values_of(library, stored, person))


def copy_for_web(library: Library, response: ResponseId, *, person: Person) -> WebCopy:
    """The statement for the clipboard. Raises Unresolved where a merge field has no value."""
    found = check(library, response, person=person, pages=())
    blocking = [each for each in found if each.severity is Severity.BLOCKS]
    refuse_unready(tuple(blocking), force=True)
    composition = composed(library, response, Choices(form=Form.STATEMENT), person=person)
    return WebCopy(html=html_body(composition), text=plain_page(composition))


def export(
    library: Library, response: ResponseId, order: Order, *, person: Person, progress: Progress = silent
) -> Exported:
    """Write a response as .docx, .html or .json, by the target's ending.

    Raises Unresolved where a merge field has no value, even when forced; NotReady where there are warnings
    and it is not; CannotWrite where the target cannot be replaced. JSON is a copy and needs no readiness.
    """
    target, choices = order.target, order.choices
    suffix = target.suffix.casefold()
    if suffix == ".json":
        write_response_json(library, library.response(response), target)
        return Exported(path=target)
    if suffix not in {".docx", ".html"}:
        raise BadInput(f"“{target.name}” has no ending that Drafter writes. Choose .docx, .html or .json.")
    # A changed quotation is a warning: where those are passed over, the report need not be read.
    pages = () if order.force else None
    findings = check(library, response, person=person, form=choices.form, pages=pages)
    refuse_unready(findings, force=order.force)
    composition = composed(library, response, choices, person=person)
    identity, entries = new_id(), _NO_ENTRIES
    if suffix == ".html":
        write_text(target, html_page(composition))
    else:
        entries = write(
            composition,
            target,
            template=order.template,
            mapping=order.mapping,
            export=identity,
            progress=progress,
        )
    manifest = Manifest(
        id=identity, response=response, at=now(), form=choices.form, file_name=target.name, entries=entries
    )
    return Exported(path=target, findings=findings, change=remember(library, manifest, by=person.name))


def refuse_unready(findings: tuple[Finding, ...], *, force: bool) -> None:
    """Raises where the findings forbid an export."""
    blocking = [each for each in findings if each.severity is Severity.BLOCKS]
    if blocking:
        # A script needs the names as files have them.
        names = ", ".join(dict.fromkeys(each.gap for each in blocking if each.gap))
        raise Unresolved(" ".join((*(each.sentence for each in blocking), f"(Fields: {names})")))
    warnings = [each.sentence for each in findings if each.severity is Severity.WARNING]
    if warnings and not force:
        rest = len(warnings) - MOST_NAMED
        more = f" (and {rest} more)" if rest > 0 else ""
        raise NotReady(
            f"Not ready: {' '.join(warnings[:MOST_NAMED])}{more} "
            "See the readiness list, or export in spite of the warnings."
        )


def remember(library: Library, manifest: Manifest, *, by: str) -> Change:
    """Keep what was written, what it used and a copy of the draft as it went out."""
    stored = library.response(manifest.response)
    edits = (*added(manifest), *uses_of(library, stored))
    with library.together():
        change = library.apply(Change.of(f"Export “{stored.head.title}”", edits, by=by))
        library.save_draft(stored, label=f"Exported as {manifest.file_name}", by=by)
    return change

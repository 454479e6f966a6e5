"""A response out of the door: what is not ready, then the file, then what it used is remembered."""

from dataclasses import dataclass
from pathlib import Path

from drafter.domain.changes import Change, added
from drafter.domain.checks import Draft, Finding, Severity, readiness
from drafter.domain.composing import Choices, Composition, compose
from drafter.domain.errors import BadInput, NotReady, Unresolved
from drafter.domain.fields import FieldValues, field_values
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import ResponseId, new_id
from drafter.domain.records.people import Person
from drafter.domain.records.responses import Form, Manifest, ManifestEntry, Response, Shape
from drafter.services.answering import report_of
from drafter.services.clock import now, today
from drafter.services.files import write_text
from drafter.services.filling_in import own_fields
from drafter.services.response_files import write_response_json
from drafter.services.uses import uses_of
from drafter.services.web_page import html_page
from drafter.store.library import Library
from drafter.word.writing import free_name, write

FORMS = (Form.STATEMENT, Form.POINT_BY_POINT)
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
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written; `change` holds the manifest and the uses (None where a form remembers nothing)."""

    path: Path
    findings: tuple[Finding, ...] = ()
    change: Change | None = None


def another_name(target: Path) -> Path | None:
    """Where the file could go instead, where one of its name stands in the way."""
    return free_name(target) if target.is_file() else None


def default_form(shape: Shape) -> Form:
    """The form that a shape is usually sent in."""
    return Form.STATEMENT if shape is Shape.STATEMENT else Form.POINT_BY_POINT


def values_of(library: Library, response: Response, person: Person) -> FieldValues:
    """The values of merge fields in one response."""
    return field_values(response.head, report_of(library, response.head), person, own_fields(library))


def draft_of(library: Library, response: Response, *, person: Person) -> Draft:
    """All that the checks look at."""
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
    )


def check(library: Library, response: ResponseId, *, person: Person) -> tuple[Finding, ...]:
    """The readiness list of a response as it is stored."""
    return readiness(draft_of(library, library.response(response), person=person))


def composed(library: Library, response: ResponseId, choices: Choices, *, person: Person) -> Composition:
    """The finished document as blocks: for the file, the web page and the preview."""
    stored = library.response(response)
    return compose(stored, report_of(library, stored.head), values_of(library, stored, person), choices)


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
    if choices.form not in FORMS:
        raise BadInput(
            f"The form “{choices.form.value}” is not there yet. Choose statement or point-by-point."
        )
    findings = check(library, response, person=person)
    refuse_unready(findings, force=order.force)
    composition = composed(library, response, choices, person=person)
    identity, entries = new_id(), _NO_ENTRIES
    if suffix == ".html":
        write_text(target, html_page(composition))
    else:
        entries = write(composition, target, template=order.template, export=identity, progress=progress)
    manifest = Manifest(
        id=identity, response=response, at=now(), form=choices.form, file_name=target.name, entries=entries
    )
    return Exported(path=target, findings=findings, change=_remember(library, manifest, by=person.name))


def refuse_unready(findings: tuple[Finding, ...], *, force: bool) -> None:
    """Raises where the findings forbid an export."""
    blocking = [each.sentence for each in findings if each.severity is Severity.BLOCKS]
    if blocking:
        raise Unresolved(" ".join(blocking))
    warnings = [each.sentence for each in findings if each.severity is Severity.WARNING]
    if warnings and not force:
        rest = len(warnings) - MOST_NAMED
        more = f" (and {rest} more)" if rest > 0 else ""
        raise NotReady(
            f"Not ready: {' '.join(warnings[:MOST_NAMED])}{more} "
            "See the readiness list, or export in spite of the warnings."
        )


def _remember(library: Library, manifest: Manifest, *, by: str) -> Change:
    """Keep what was written, what it used and a copy of the draft as it went out."""
    stored = library.response(manifest.response)
    edits = (*added(manifest), *uses_of(library, stored))
    with library.together():
        change = library.apply(Change.of(f"Export “{stored.head.title}”", edits, by=by))
        library.save_draft(stored, label=f"Exported as {manifest.file_name}", by=by)
    return change

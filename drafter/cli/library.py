"""drafter library: add, find, suggest, export."""

from pathlib import Path

import click

from drafter.cli.invocation import Invocation, pass_invocation
from drafter.cli.opening import looked_into, officer, opened
from drafter.cli.saying import as_json, say, say_json, say_rows
from drafter.domain.errors import BadInput, NotFound
from drafter.domain.records.ids import ReportId, id_from
from drafter.domain.records.positions import Hit
from drafter.services import finding, importing
from drafter.services.library_csv import write_library_csv
from drafter.services.library_files import write_library_json
from drafter.services.naming import ambiguous, named
from drafter.store.library import Library

_LIMIT = click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)


@click.group()
def library() -> None:
    """The positions that your organisation has agreed."""


@library.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@pass_invocation
def add(invocation: Invocation, files: tuple[Path, ...]) -> None:
    """Bring in positions from .json, .csv or .docx; says what came in and what was there already."""
    by = officer().name
    with opened(invocation) as library:
        for file in files:
            done = importing.add_positions(library, file, by=by)
            say(f"{file.name}: {done.sentence}")


@library.command("find")
@click.argument("words", nargs=-1, required=True)
@_LIMIT
@as_json
@pass_invocation
def find(invocation: Invocation, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Positions that hold these words, best first."""
    with looked_into(invocation) as library:
        hits = finding.find(library, " ".join(words), limit=limit)
    _say_hits(hits, as_json=as_json)


@library.command("suggest")
@click.argument("text", required=False)
@click.option("--report", "report_id", help="The report's id, with --label.")
@click.option("--label", help="The label of one of its recommendations.")
@_LIMIT
@as_json
@pass_invocation
def suggest(
    invocation: Invocation,
    text: str | None,
    report_id: str | None,
    label: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """Positions that could answer TEXT, or a recommendation of a report in the library."""
    if (text is None) == (report_id is None) or (report_id is None) != (label is None):
        raise click.UsageError("Give either TEXT, or --report ID and --label L.")
    with looked_into(invocation) as library:
        if text is not None:
            hits = finding.suggest(library, text, limit=limit)
        else:
            hits = _suggested(library, str(report_id), str(label), limit=limit)
    _say_hits(hits, as_json=as_json)


@library.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_invocation
def export(invocation: Invocation, file: Path) -> None:
    """Write the library as .json (everything) or .csv (the current wordings)."""
    writers = {".json": write_library_json, ".csv": write_library_csv}
    writer = writers.get(file.suffix.casefold())
    if writer is None:
        raise BadInput(f"“{file.name}” has no ending that Drafter writes. Choose .json or .csv.")
    with looked_into(invocation) as library:
        count = writer(library, file)
    say(f"Wrote {count} positions to {file}.")


def _suggested(library: Library, report_id: str, label: str, *, limit: int) -> tuple[Hit, ...]:
    report = library.report(ReportId(id_from(report_id)))
    found = named(report.recommendations, label)
    if not found:
        raise NotFound(f"“{report.title}” has no recommendation “{label}”. `drafter report show` lists them.")
    if len(found) > 1:
        raise BadInput(ambiguous(label, found))
    suggestions = finding.Suggestions.build(library).suggest_for(found[0], limit=limit)
    return tuple(each.hit for each in suggestions)


def _say_hits(hits: tuple[Hit, ...], *, as_json: bool) -> None:
    if as_json:
        say_json([_facts(each) for each in hits])
        return
    if not hits:
        say("Nothing was found.")
    say_rows(
        (each.entry.id, each.entry.title, each.entry.kind.value, each.entry.status.value, f"{each.score:.2f}")
        for each in hits
    )


def _facts(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.entry.id,
        "title": hit.entry.title,
        "kind": hit.entry.kind.value,
        "status": hit.entry.status.value,
        "score": round(hit.score, 4),
        "snippet": hit.snippet.replace("\x02", "").replace("\x03", ""),
        "why": list(hit.why),
    }

"""drafter report: read, add, list, show."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from drafter.cli.invocation import Invocation, pass_invocation
from drafter.cli.opening import looked_into, officer, opened
from drafter.cli.saying import as_json, say, say_json, say_rows
from drafter.domain.records.ids import ReportId, id_from
from drafter.domain.records.reports import Reading, Recommendation, Report
from drafter.services.reading import read_report

_FIRST_WORDS = 14
_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def report() -> None:
    """Read reports and keep them."""


@report.command("read")
@_FILE
@as_json
def read(file: Path, *, as_json: bool) -> None:
    """Find the recommendations of FILE; keeps nothing."""
    reading = read_report(file)
    if reading.sentence:
        click.echo(reading.sentence, err=True)
    if as_json:
        say_json(_reading_facts(reading))
        return
    say(f"{reading.title} ({_counted(len(reading.recommendations))})")
    say_rows(_row(each) for each in reading.recommendations)


@report.command("add")
@_FILE
@click.option("--title", default="", help="The report's title, where the file does not say it well.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--published", default="", help="When, as a sentence says it: 14 October 2026.")
@pass_invocation
def add(invocation: Invocation, /, file: Path, title: str, **facts: Any) -> None:  # noqa: ANN401 - strings
    """Keep FILE and its recommendations in the library; prints its id."""
    # The library's rooms are loaded for the commands that need one: `report read` does not.
    from drafter.services import importing  # noqa: PLC0415

    reading = read_report(file)
    kept = replace(importing.report_from_reading(reading, title=title), **facts)
    with opened(invocation) as library:
        importing.keep_report(library, kept, path=file, by=officer().name)
    if reading.sentence:
        click.echo(reading.sentence, err=True)
    say(kept.id)


@report.command("list")
@as_json
@pass_invocation
def list_reports(invocation: Invocation, *, as_json: bool) -> None:
    """The reports in the library, newest first."""
    with looked_into(invocation) as library:
        found = library.reports()
    if as_json:
        say_json(
            [
                {"id": each.id, "title": each.title, "recommendations": len(each.recommendations)}
                for each in found
            ]
        )
        return
    say_rows((each.id, each.title, _counted(len(each.recommendations))) for each in found)


@report.command("show")
@click.argument("identity", metavar="ID")
@as_json
@pass_invocation
def show(invocation: Invocation, identity: str, *, as_json: bool) -> None:
    """One report with its recommendations."""
    with looked_into(invocation) as library:
        found = library.report(ReportId(id_from(identity)))
    if as_json:
        say_json(_report_facts(found))
        return
    say(f"{found.title} ({_counted(len(found.recommendations))})")
    say_rows(_row(each) for each in found.recommendations)


def _reading_facts(reading: Reading) -> dict[str, object]:
    return {
        "title": reading.title,
        "source": reading.source,
        "pages": reading.pages,
        "recommendations": [recommendation_facts(each) for each in reading.recommendations],
        "candidates": [
            {
                "heading": each.heading,
                "pages": list(each.pages),
                "count": len(each.recommendations),
                "score": round(each.score, 3),
            }
            for each in reading.candidates
        ],
    }


def _report_facts(found: Report) -> dict[str, object]:
    return {
        "id": found.id,
        "title": found.title,
        "author": found.author,
        "publisher": found.publisher,
        "published": found.published,
        "source": found.source,
        "pages": found.pages,
        "recommendations": [{"id": each.id} | recommendation_facts(each) for each in found.recommendations],
    }


def recommendation_facts(given: Recommendation) -> dict[str, object]:
    """One recommendation as the command line's JSON says it."""
    facts: dict[str, object] = {
        "label": given.label,
        "kind": given.kind.value,
        "text": given.text,
        "heading": given.heading,
        "page": given.page,
        "pages": list(given.pages),
        "parts": [{"label": each.label, "text": each.text} for each in given.parts],
    }
    if given.options:
        facts["options"] = list(given.options)
    if given.limit is not None:
        facts["limit"] = {"count": given.limit.count, "unit": given.limit.unit.value}
    return facts


def _row(given: Recommendation) -> tuple[str, ...]:
    words = given.text.split()
    first = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
    return given.label, given.kind.value, "" if given.page is None else f"page {given.page}", first


def _counted(number: int) -> str:
    return f"{number} recommendation" + ("" if number == 1 else "s")

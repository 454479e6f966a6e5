"""drafter response: new, list, show, load, check, export."""

from collections.abc import Callable
from pathlib import Path

import click
import msgspec

from drafter.cli.invocation import Invocation, pass_invocation
from drafter.cli.opening import looked_into, officer, opened, preferences
from drafter.cli.saying import as_json, say, say_json, say_rows
from drafter.domain.composing import Choices
from drafter.domain.coverage import coverage
from drafter.domain.records.ids import ReportId, ResponseId, id_from
from drafter.domain.records.responses import Form, Shape
from drafter.services import answering, exporting, importing
from drafter.services.response_files import response_json
from drafter.services.templates import mapping_for

_ID = click.argument("identity", metavar="ID")
_CHOICES = {
    "annex_positions": ("--annex-positions", "End with a table of the positions by recommendation."),
    "annex_sources": ("--annex-sources", "End with the sources that are cited, each once."),
    "annex_earlier": ("--annex-earlier", "End with what earlier responses said in the same agreed words."),
    "list_unanswered": ("--list-unanswered", "Name what was not answered."),
    "quote_recommendations": ("--quote/--no-quote", "Quote the recommendations."),
    "about_us": ("--about-us/--no-about-us", "Say who we are, where the draft does not."),
    "contact": ("--contact/--no-contact", "End a statement with whom to ask."),
}
"""What can be chosen for one export: flag and help by the name in `Choices`."""


def _choices(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command a flag for each choice, with the default that the export window has."""
    for name, (flag, words) in reversed(_CHOICES.items()):
        usual = getattr(Choices(), name)
        command = click.option(flag, name, default=usual, is_flag=True, help=words, show_default="/" in flag)(
            command
        )
    return command


@click.group()
def response() -> None:
    """Responses to reports."""


@response.command("new")
@click.option("--report", "report_id", required=True, help="The report's id.")
@click.option("--title", default="", help="The headline.")
@click.option(
    "--shape", type=click.Choice([each.value for each in Shape]), default=Shape.POINT_BY_POINT.value
)
@pass_invocation
def new(invocation: Invocation, report_id: str, title: str, shape: str) -> None:
    """Start a response to a report in the library; prints its id."""
    with opened(invocation) as library:
        change = answering.new_response(
            library, report=ReportId(id_from(report_id)), shape=Shape(shape), title=title, by=officer()
        )
    say(answering.response_of(change))


@response.command("list")
@as_json
@pass_invocation
def list_responses(invocation: Invocation, *, as_json: bool) -> None:
    """The responses in the library."""
    with looked_into(invocation) as library:
        heads = library.response_heads()
    if as_json:
        say_json(
            [{"id": each.id, "title": each.title, "shape": each.shape, "state": each.state} for each in heads]
        )
        return
    say_rows((each.id, each.title, each.shape.value, each.state.value) for each in heads)


@response.command("show")
@_ID
@as_json
@pass_invocation
def show(invocation: Invocation, identity: str, *, as_json: bool) -> None:
    """One response: as JSON everything that it holds."""
    with looked_into(invocation) as library:
        stored = library.response(ResponseId(id_from(identity)))
        covered = coverage(stored, answering.report_of(library, stored.head))
        whole = response_json(library, stored) if as_json else ""
    if as_json:
        say(whole.rstrip())
        return
    say(f"{stored.head.title} ({stored.head.shape.value}, {stored.head.state.value})")
    say(covered.sentence)
    say_rows(
        (section.heading or "(no heading)", f"{section.words} words", f"{len(section.answers)} answered")
        for section in stored.sections
    )


@response.command("load")
@click.argument("file", type=click.Path(path_type=Path))
@pass_invocation
def load(invocation: Invocation, file: Path) -> None:
    """Bring in a response from a .json file; prints its id."""
    with opened(invocation) as library:
        loaded = importing.add_response(library, file, by=officer())
    for each in loaded.remarks:
        click.echo(each, err=True)
    say(loaded.response)


@response.command("check")
@_ID
@as_json
@pass_invocation
def check(invocation: Invocation, identity: str, *, as_json: bool) -> None:
    """What the readiness list says."""
    with looked_into(invocation) as library:
        chosen = preferences()
        findings = exporting.check(
            library, ResponseId(id_from(identity)), person=chosen.person, advise=chosen.advice
        )
    if as_json:
        say_json(msgspec.to_builtins(findings))
        return
    if not findings:
        say("Ready: nothing was found.")
    say_rows((each.severity.value, each.sentence) for each in findings)


@response.command("export")
@_ID
@click.option(
    "--out", "target", required=True, type=click.Path(path_type=Path), help="A .docx, .html or .json file."
)
@click.option(
    "--form", type=click.Choice([each.value for each in Form]), help="Default: the response's own shape."
)
@click.option("--template", type=click.Path(path_type=Path), help="A Word file that lends its styles.")
@click.option("--force", is_flag=True, help="Export in spite of warnings (never with an unresolved field).")
@_choices
@pass_invocation
def export(
    invocation: Invocation,
    /,
    identity: str,
    target: Path,
    form: str | None,
    template: Path | None,
    *,
    force: bool,
    **choices: bool,
) -> None:
    """Write a response as a file."""
    with looked_into(invocation) as library:
        wanted = ResponseId(id_from(identity))
        shape = library.response(wanted).head.shape
        chosen = template or preferences().template
        done = exporting.export(
            library,
            wanted,
            exporting.Order(
                target=target,
                choices=Choices(form=Form(form) if form else exporting.default_form(shape), **choices),
                template=chosen,
                mapping=mapping_for(preferences(), chosen),
                force=force,
            ),
            person=officer(),
        )
    for each in done.findings:
        click.echo(f"{each.severity.value}: {each.sentence}", err=True)
    say(f"Wrote {done.path}.")

"""drafter doctor: versions, integrity, backups, where things are."""

from pathlib import Path

import click
import msgspec

from drafter import paths
from drafter.cli.invocation import Invocation, pass_invocation
from drafter.cli.saying import as_json, say, say_json
from drafter.services.doctor import examine, write_report


@click.command()
@click.option(
    "--report",
    "report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to a file for support, with the end of the log; no text of your library is in it.",
)
@as_json
@pass_invocation
def doctor(invocation: Invocation, report: Path | None, *, as_json: bool) -> int:
    """Say how the program and the library are, and where things lie. Exit 1 where something is not well."""
    library = invocation.library or paths.default_library()
    facts = examine(library) if report is None else write_report(library, report)
    if as_json:
        say_json(msgspec.to_builtins(facts))
    else:
        for each in facts:
            say(f"{'!' if each.trouble else ' '} {each.about}: {each.says}")
    return int(any(each.trouble for each in facts))

"""drafter doctor: versions, integrity, backups, where things are."""

import click
import msgspec

from drafter import paths
from drafter.cli.invocation import Invocation, pass_invocation
from drafter.cli.saying import as_json, say, say_json
from drafter.services.doctor import examine


@click.command()
@as_json
@pass_invocation
def doctor(invocation: Invocation, *, as_json: bool) -> int:
    """Say how the program and the library are, and where things lie. Exit 1 where something is not well."""
    facts = examine(invocation.library or paths.default_library())
    if as_json:
        say_json(msgspec.to_builtins(facts))
    else:
        for each in facts:
            say(f"{'!' if each.trouble else ' '} {each.about}: {each.says}")
    return int(any(each.trouble for each in facts))

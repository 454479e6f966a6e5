"""Which library a command works on, and who works on it."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from drafter.cli.invocation import Invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.domain.records.people import Person
    from drafter.settings import Preferences
    from drafter.store.library import Library


@contextmanager
def opened(invocation: Invocation) -> "Iterator[Library]":
    """The library, open for the length of one command, made where there is none.

    Raises LibraryInUse while a window has it.
    """
    # The store is loaded for the commands that need a library, and so is what finds the folders.
    from drafter import paths  # noqa: PLC0415
    from drafter.services.keeping import open_library  # noqa: PLC0415
    from drafter.store.synchronising import warning  # noqa: PLC0415

    path = invocation.library or paths.default_library()
    with open_library(path, paths.backups_folder()) as library:
        if said := warning(path):
            click.echo(said, err=True)
        yield library


@contextmanager
def looked_into(invocation: Invocation) -> "Iterator[Library]":
    """Likewise for a command that only looks: where there is no library it finds and makes nothing."""
    from drafter import paths  # noqa: PLC0415 - as above
    from drafter.store.library import Library  # noqa: PLC0415 - as above

    path = invocation.library or paths.default_library()
    if path.exists():
        with opened(invocation) as library:
            yield library
        return
    with Library.in_memory() as library:
        yield library
    click.echo(f"There is no library at {path} yet. Adding something makes it.", err=True)


def preferences() -> "Preferences":
    """Who the first start asked for, and which template she uses."""
    from drafter import paths  # noqa: PLC0415 - as above
    from drafter.settings import read_preferences  # noqa: PLC0415 - as above

    return read_preferences(paths.settings_file())


def officer() -> "Person":
    return preferences().person

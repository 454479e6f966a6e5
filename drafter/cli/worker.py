"""The hidden command behind the reading worker: the same program, started as a process of its own."""

import click

from drafter.reports.worker_entry import serve


@click.command(hidden=True)
def worker() -> None:
    """Read reports for another Drafter, over standard input and output."""
    serve()

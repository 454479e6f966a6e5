"""How the command line says things: facts to standard output, as text or JSON, trouble in one line."""

import json
from collections.abc import Iterable

import click


def say(line: str) -> None:
    click.echo(line)


def say_json(facts: object) -> None:
    click.echo(json.dumps(facts, ensure_ascii=False, indent=1))


def say_rows(rows: Iterable[tuple[str, ...]]) -> None:
    """Rows with columns apart by a tab, so that other programs can take them to pieces."""
    for row in rows:
        click.echo("\t".join(" ".join(cell.split()) for cell in row))


as_json = click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")

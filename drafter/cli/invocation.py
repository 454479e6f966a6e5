"""What was said before the command."""

from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """Which library to work on, where that was said."""

    library: Path | None = None


pass_invocation = click.make_pass_decorator(Invocation)

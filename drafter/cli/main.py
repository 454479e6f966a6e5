"""The commands together, and the one place where an error becomes a line and an exit code."""

import sys
from importlib import import_module
from pathlib import Path

import click

from drafter import __version__
from drafter.cli.invocation import Invocation
from drafter.domain.errors import Cancelled, DrafterError

OK, WRONG, USAGE = 0, 1, 2


COMMANDS = {
    "demo": "drafter.cli.demo",
    "report": "drafter.cli.reports",
    "library": "drafter.cli.library",
    "response": "drafter.cli.responses",
    "doctor": "drafter.cli.doctor",
    "worker": "drafter.cli.worker",
}
"""Each command and the module that holds it under its own name."""


class Commands(click.Group):
    """Loads a command's module, and the rooms below it, only when that command is asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name]), name)
        return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="Drafter keeps the words your organisation has agreed, takes reports apart and exports your "
    "response.\n\nWithout a command it opens the window.",
)
@click.version_option(__version__, prog_name="drafter")
@click.option(
    "--library",
    "library_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The library file (or DRAFTER_LIBRARY; default: the one in your data folder).",
)
@click.pass_context
def drafter(context: click.Context, library_file: Path | None) -> None:
    context.obj = Invocation(library=library_file)
    if context.invoked_subcommand is None:
        # Qt is loaded for the window alone.
        from drafter.app import run_window  # noqa: PLC0415

        context.exit(run_window(library_file, sys.argv[:1]))


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0; 1 after one line that says what is wrong and what to do; 2 for usage."""
    _speak_utf8()
    try:
        result = drafter.main(args=arguments, prog_name="drafter", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return WRONG
    except (click.Abort, Cancelled, KeyboardInterrupt):
        click.echo("Stopped. Nothing was changed.", err=True)
        return WRONG
    except DrafterError as error:
        click.echo(" ".join(error.sentence.split()), err=True)
        return WRONG
    except BrokenPipeError:
        # Whoever read the output has gone, which is no trouble of ours.
        sys.stdout = None  # Python would flush it once more at exit, and complain
        return OK
    return result if isinstance(result, int) else OK


def _speak_utf8() -> None:
    """Windows consoles and pipes speak an old code page unless told otherwise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")

"""drafter demo: the whole job on the sample, in a library in memory."""

from pathlib import Path

import click

from drafter import paths
from drafter.cli.saying import say
from drafter.domain.composing import Choices
from drafter.domain.coverage import coverage
from drafter.domain.records.people import Person
from drafter.services import answering, exporting, importing, sample
from drafter.services.finding import suggest
from drafter.store.library import Library


@click.command()
@click.option(
    "--out", "target", type=click.Path(path_type=Path), default=Path("response.docx"), show_default=True
)
def demo(target: Path) -> None:
    """Do the whole job once on the sample: read a report, suggest, respond, export to Word."""
    folder = paths.resource("sample")
    reading = importing.read_report(folder / sample.REPORT)
    say(f"Read “{reading.title}”: {len(reading.recommendations)} recommendations on {reading.pages} pages.")
    with Library.in_memory() as library:
        response = sample.add_sample(library, folder)
        say(f"The library holds {len(library.entries())} agreed positions.")
        first = reading.recommendations[0]
        best = suggest(library, f"{first.heading}\n{first.text}", limit=1)
        if best:
            say(f"Best for {first.name}: “{best[0].entry.title}”.")
        stored = library.response(response)
        say(coverage(stored, answering.report_of(library, stored.head)).sentence)
        choices = Choices(form=exporting.default_form(stored.head.shape))
        order = exporting.Order(target=target, choices=choices, force=True)
        exporting.export(library, response, order, person=Person())
    say(f"Wrote {target}.")

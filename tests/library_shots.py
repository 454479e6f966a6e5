"""What the pictures of look-alikes and of past responses are taken of, made from the sample library."""

import tempfile
from dataclasses import replace
from pathlib import Path

import docx
from PySide6.QtWidgets import QWidget

from drafter.domain.records.positions import Facts
from drafter.domain.richtext_html import from_html, to_html
from drafter.services import lookalikes
from drafter.services.finding import Suggestions
from drafter.services.past_responses import proposals_of
from drafter.services.positions import create, new_position_id
from drafter.store.library import Library
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.dialogs.look_alikes_merge import MergeDialog
from drafter.ui.dialogs.past_responses import PastResponsesDialog
from drafter.ui.text.spelling import Spelling

SAID = (
    "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff.",
    "We warmly welcome long-term grants for small charities so that trustees plan and keep good staff.",
    "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week.",
)


class _Looks:
    """What the dialog asks of the library, as far as a picture needs it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def sides(self, pair: lookalikes.LookAlike) -> lookalikes.Sides | None:
        return lookalikes.sides_of(self._library, pair)


def _pairs(library: Library) -> tuple[lookalikes.LookAlike, ...]:
    """Three positions of the library, and each of them again in slightly other words."""
    for each in list(library.positions())[:3]:
        again = new_position_id()
        words = to_html(each.newest.text).replace(" the ", " every ", 2).replace(" and ", " or ", 1)
        title = f"{each.newest.title}, as in 2024"
        wording = replace(each.newest.wording, position=again, title=title, text=from_html(words))
        create(library, wording, Facts(position=again), by="Tom Keel")
    return lookalikes.look_alikes(library, Suggestions.build(library))


def look_alikes(library: Library) -> QWidget:
    return LookAlikesDialog(_pairs(library), _Looks(library), Spelling())  # type: ignore[arg-type] # it only looks


def merging(library: Library) -> QWidget:
    sides = lookalikes.sides_of(library, _pairs(library)[0])
    assert sides is not None
    return MergeDialog(sides, Spelling())


def past_responses(library: Library) -> QWidget:
    """Three files: a paragraph that recurs, a new one, one that is there, one that is like another."""
    there = [each.newest.text.plain.split("\n")[0] for each in library.positions()]
    long = [each for each in there if len(each.split()) > 20]
    with tempfile.TemporaryDirectory() as folder:
        files = [
            _file(Path(folder), "Response to the Fairweather review", "4 March 2021", SAID[0], SAID[2]),
            _file(Path(folder), "Evidence on small grants", "June 2024", SAID[1], long[0]),
            _file(Path(folder), "To the council", "1 May 2022", SAID[0], long[1].replace(" the ", " each ")),
        ]
        return PastResponsesDialog(proposals_of(files, library), len(files))


def _file(folder: Path, title: str, on: str, *paragraphs: str) -> Path:
    made = docx.Document()
    made.add_paragraph(title, style="Title")
    made.add_paragraph(on)
    made.add_heading("What we say", 2)
    for each in paragraphs:
        made.add_paragraph(each)
    path = folder / f"{title}.docx"
    made.save(str(path))
    return path

"""How soon the export window shows the first pages after a choice, for the sample and for a long response."""

from time import process_time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from drafter.domain.composing import Choices
from drafter.domain.records.responses import Form
from drafter.paths import resource
from drafter.services.exporting import composed
from drafter.services.sample import add_sample
from drafter.services.templates import look_over
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.export.draft_sheets import DraftSheets
from tests.builders import OFFICER

AT_MOST = 0.1
"""Seconds of the processor: what else runs on this computer is not counted."""
TIMES = 7


def first_pages(library, response, choices, look):
    """Compose, build what the first moment allows, paint the first page: what a change of form takes."""
    started = process_time()
    sheets = DraftSheets(composed(library, response, choices, person=OFFICER), look)
    sheets._build()
    page = QImage(640, 905, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    sheets.paint(painter, 0, QRectF(page.rect()))
    painter.end()
    return process_time() - started


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.value)
def test_the_samples_first_pages_are_there_at_once(form):
    look = look_over(Preferences(), None).look
    with Library.in_memory() as library:
        response = add_sample(library, resource("sample"))
        times = sorted(first_pages(library, response, Choices(form=form), look) for _ in range(TIMES))

    assert times[len(times) // 2] < AT_MOST, f"{times[len(times) // 2] * 1000:.0f} ms"


@pytest.mark.usefixtures("qapp")
def test_a_template_is_looked_over_in_time():
    times = []
    for _ in range(TIMES):
        started = process_time()
        look_over(Preferences(), None)
        times.append(process_time() - started)

    assert sorted(times)[TIMES // 2] < AT_MOST

"""Pages of a report or an export: what draws them ends with them."""

import gc
import tempfile
from pathlib import Path

from drafter.services.pages import Pages
from tests.reports.papers import Page, a_pdf


def test_pages_that_nobody_took_end_their_process_and_folder(tmp_path):
    folder = tempfile.TemporaryDirectory(dir=tmp_path)
    where = Path(folder.name)
    pages = Pages(a_pdf(where, Page().say("We welcome this.")), folder=folder)
    assert pages.picture(1, width=40)
    worker = pages._renderer._worker
    assert worker is not None
    process = worker._process

    del folder, pages, worker
    gc.collect()

    assert process.poll() is not None
    assert not where.exists()

"""The worker reads and draws in a process of its own; what happens to it happens to it alone."""

import os
import signal
import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from drafter.domain.errors import Cancelled, NotAReport, NoTextLayer, TooLarge
from drafter.domain.progress import cancellable
from drafter.reports import frames
from drafter.reports.process_bounds import Limits
from drafter.reports.reading import read
from drafter.reports.rendering import png
from drafter.reports.worker import PageRenderer, read_in_worker, worker_command
from drafter.reports.worker_entry import serve
from tests.reports.papers import Page, a_pdf, labels


@pytest.fixture
def report(tmp_path):
    page = (
        Page()
        .heading("Recommendations")
        .paragraph("1. Ministers should act now.")
        .paragraph("2. They must report.")
    )
    return a_pdf(tmp_path, page, Page().paragraph("The second page says little."))


def children_of_this_process():
    found = set()
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            facts = each.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(facts[1]) == os.getpid() and facts[0] != "Z":
            found.add(int(each.parent.name))
    return found


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="looks its processes up in /proc"
)


def without_ids(reading):
    return [(item.label, item.text, item.page, item.kind, item.regions) for item in reading.recommendations]


def test_the_worker_reads_what_this_process_reads(report):
    here, there = read(report), read_in_worker(report)

    assert without_ids(here) == without_ids(there)
    assert (here.title, here.fingerprint, here.text) == (there.title, there.fingerprint, there.text)


def test_errors_come_back_as_what_they_are(tmp_path):
    scan = a_pdf(tmp_path, Page())

    with pytest.raises(NoTextLayer, match="scan"):
        read_in_worker(scan)


def test_progress_is_told_and_reaches_the_end(report):
    steps = []

    read_in_worker(report, progress=lambda done, total: steps.append((done, total)))

    assert (2, 2) in steps


@needs_proc
def test_stopping_ends_the_process(report):
    before = children_of_this_process()

    with pytest.raises(Cancelled):
        read_in_worker(report, progress=cancellable(lambda _done, _total: None, lambda: True))

    assert children_of_this_process() <= before


def test_what_takes_too_long_is_stopped_with_a_sentence(report):
    with pytest.raises(TooLarge, match="longer than"):
        read_in_worker(report, limits=Limits(seconds=0.0))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bound memory differently")
def test_what_takes_too_much_memory_ends_with_a_sentence(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body>" + "<p>Ministers said a few words here.</p>" * 200_000, encoding="utf-8")

    with pytest.raises((TooLarge, NotAReport), match=r"[Ss]ave|paste"):
        read_in_worker(path, limits=Limits(memory=64 * 1024 * 1024))


def test_pages_are_drawn_as_wide_as_asked(report):
    with PageRenderer() as renderer:
        first, second = (renderer.render_page(report, page, width=200) for page in (1, 2))

    assert struct.unpack(">I", first[16:20]) == (200,)
    assert first != second


@needs_proc
def test_one_process_draws_page_after_page_and_closing_ends_it(report):
    before = children_of_this_process()
    renderer = PageRenderer()
    renderer.render_page(report, 1, width=50)
    one = children_of_this_process() - before
    renderer.render_page(report, 2, width=50)

    assert children_of_this_process() - before == one
    renderer.close()
    assert children_of_this_process() <= before


@needs_proc
def test_a_crash_costs_no_more_than_the_process(report):
    before = children_of_this_process()
    with PageRenderer() as renderer:
        picture = renderer.render_page(report, 1, width=50)
        (worker,) = children_of_this_process() - before
        os.kill(worker, signal.SIGKILL)
        again = renderer.render_page(report, 1, width=50)

    assert again == picture


def test_a_page_that_is_not_there_says_so(report):
    with PageRenderer() as renderer, pytest.raises(NotAReport, match="no page 3"):
        renderer.render_page(report, 3, width=50)


def test_a_file_that_went_away_says_so(report):
    with PageRenderer() as renderer:
        renderer.render_page(report, 1, width=50)
        report.unlink()
        with pytest.raises(NotAReport, match="no longer there"):
            renderer.render_page(report, 1, width=50)


def test_a_picture_is_a_png_file():
    picture = png(b"\xff\x00\x00\x00\xff\x00\x99\x99", 2, 1, stride=8, channels=3)
    data = picture[picture.index(b"IDAT") + 4 : picture.index(b"IEND") - 8]

    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert zlib.decompress(data) == b"\x00\xff\x00\x00\x00\xff\x00"


def test_one_stream_in_one_stream_out(report):
    asked, answered = BytesIO(), BytesIO()
    frames.send(asked, frames.ReadFile(str(report)))
    frames.send(asked, frames.RenderPage(str(report), 1, 40))
    asked.seek(0)

    serve(asked, answered)

    answered.seek(0)
    answers = []
    while (answer := frames.next_answer(answered)) is not None:
        answers.append(answer)
    finished, rendered = (each for each in answers if not isinstance(each, frames.Progressed))
    assert isinstance(finished, frames.Finished)
    assert labels(finished.reading) == ["1", "2"]
    assert isinstance(rendered, frames.Rendered)


@pytest.mark.parametrize("cut", [1, 3, 10])
def test_a_frame_cut_short_is_the_end(cut):
    stream = BytesIO()
    frames.send(stream, frames.Progressed(1, 2))

    assert frames.next_answer(BytesIO(stream.getvalue()[:-cut])) is None


def test_the_frozen_program_starts_its_command_line(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "drafter-window"))

    assert worker_command() == [
        str(tmp_path / ("drafter.exe" if sys.platform == "win32" else "drafter")),
        "worker",
    ]


def test_the_source_tree_starts_its_module():
    assert worker_command() == [sys.executable, "-P", "-m", "drafter.reports.worker_entry"]

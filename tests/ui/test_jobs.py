"""Work beside the window."""

import threading

import pytest
from PySide6.QtCore import QThread

from drafter.domain.errors import DrafterError
from drafter.ui.jobs import Jobs, Worker

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def jobs():
    made = Jobs()
    yield made
    made.close()


def forever(started):
    """Work that goes on until it is stopped."""

    def work(progress):
        started.set()
        while True:
            progress(1, 0)
            threading.Event().wait(0.001)

    return work


def test_a_result_arrives_on_the_windows_thread(qtbot, qapp, jobs):
    where = []
    job = jobs.start(lambda _progress: 6 * 7, on=Worker.FILES)
    job.succeeded.connect(lambda result: where.append((result, QThread.currentThread() is qapp.thread())))

    with qtbot.waitSignal(job.ended):
        pass

    assert where == [(42, True)]


def test_work_runs_on_another_thread(qtbot, jobs):
    job = jobs.start(lambda _progress: threading.get_ident(), on=Worker.STORE)

    with qtbot.waitSignal(job.succeeded) as caught:
        pass

    assert caught.args != [threading.get_ident()]


def test_all_that_touches_the_database_runs_on_one_thread_in_order(qtbot, jobs):
    ran = []

    def work(number):
        def run(_progress):
            ran.append((number, threading.get_ident()))

        return run

    started = [jobs.start(work(number), on=Worker.STORE) for number in range(20)]
    with qtbot.waitSignal(started[-1].ended):
        pass

    assert [number for number, _ in ran] == list(range(20))
    assert len({thread for _, thread in ran}) == 1


def test_progress_is_told_to_the_end(qtbot, jobs):
    def work(progress):
        for step in range(1, 1001):
            progress(step, 1000)

    told = []
    job = jobs.start(work, on=Worker.FILES)
    job.progressed.connect(lambda done, total: told.append((done, total)))

    with qtbot.waitSignal(job.ended):
        pass

    assert told[-1] == (1000, 1000)
    assert len(told) < 100


def test_a_cancelled_job_stops_at_its_next_step_and_says_so(qtbot, jobs):
    started = threading.Event()
    job = jobs.start(forever(started), on=Worker.FILES)
    said = []
    job.succeeded.connect(lambda _: said.append("succeeded"))
    job.failed.connect(lambda _: said.append("failed"))
    job.cancelled.connect(lambda: said.append("cancelled"))
    job.ended.connect(lambda: said.append("ended"))
    started.wait(5)

    with qtbot.waitSignal(job.ended):
        job.cancel()

    assert said == ["cancelled", "ended"]


def test_a_job_that_is_cancelled_before_its_turn_does_nothing(qtbot, jobs):
    started, done = threading.Event(), []
    first = jobs.start(forever(started), on=Worker.STORE)
    second = jobs.start(lambda _progress: done.append("done"), on=Worker.STORE)
    started.wait(5)
    second.cancel()

    with qtbot.waitSignals([first.cancelled, second.cancelled]):
        first.cancel()

    assert done == []


def test_a_known_error_is_told_as_failed(qtbot, jobs):
    def work(_progress):
        raise DrafterError("This PDF is a scan. Ask for the Word file.")

    job = jobs.start(work, on=Worker.FILES)
    with qtbot.waitSignal(job.failed) as caught:
        pass

    assert caught.args[0].sentence == "This PDF is a scan. Ask for the Word file."


@pytest.mark.parametrize("error", [ValueError("a bug"), DrafterError("Nobody listens to failed.")])
def test_what_nobody_listens_for_reaches_the_hook_for_errors(qtbot, jobs, error):
    def work(_progress):
        raise error

    with qtbot.captureExceptions() as caught:
        job = jobs.start(work, on=Worker.FILES)
        with qtbot.waitSignal(job.ended):
            pass

    assert [each[1] for each in caught] == [error]


def test_closing_stops_everything_and_waits_for_it(jobs):
    started = threading.Event()
    jobs.start(forever(started), on=Worker.FILES)
    started.wait(5)

    jobs.close()

    assert jobs.running == ()
    assert not [each for each in threading.enumerate() if each.name.startswith(("files", "store"))]


def test_after_closing_nothing_is_started_and_nothing_is_told(qtbot, jobs):
    started, told = threading.Event(), []
    running = jobs.start(forever(started), on=Worker.FILES)
    running.ended.connect(lambda: told.append("ended"))
    started.wait(5)
    jobs.close()

    late = jobs.start(lambda _progress: told.append("ran"), on=Worker.STORE)

    assert late.is_cancelled
    qtbot.waitUntil(lambda: jobs.running == ())
    assert told == []


def test_an_ended_job_is_let_go(qtbot, jobs):
    job = jobs.start(lambda _progress: None, on=Worker.FILES)

    with qtbot.waitSignal(job.ended):
        pass

    assert jobs.running == ()

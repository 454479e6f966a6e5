"""Garbage is collected on the window's thread alone."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from drafter.ui.jobs import Jobs, Worker
from drafter.ui.sweeping import Sweeper, due

MANY = 20_000


class Knot(QObject):
    """What only a sweep can let go, with a timer that may be stopped on its own thread alone."""

    def __init__(self):
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(10_000)


@pytest.fixture
def jobs(qapp):  # noqa: ARG001 - the application must be there before its objects
    made = Jobs()
    yield made
    made.close()


def litter(_progress):
    """Ask for so much memory that Python would sweep many times."""
    return len([[number] for number in range(MANY)])


def test_what_a_window_left_is_let_go_on_its_own_thread_while_others_work(qtbot, jobs):
    gone = []
    knots = [Knot() for _ in range(50)]
    watched = [weakref.ref(each, lambda _: gone.append(threading.current_thread())) for each in knots]
    knots.clear()

    while len(gone) < len(watched):
        with qtbot.waitSignal(jobs.start(litter, on=Worker.FILES).ended):
            pass

    assert set(gone) == {threading.main_thread()}


def test_what_a_job_asked_of_is_let_go_on_the_windows_thread(qtbot, jobs):
    gone = []

    class Held:
        def __call__(self, _progress):
            return None

    held = Held()
    watched = weakref.ref(held, lambda _: gone.append(threading.current_thread()))
    job = jobs.start(held, on=Worker.FILES)
    del held
    with qtbot.waitSignal(job.ended):
        pass

    assert watched() is None
    assert gone == [threading.main_thread()]


def test_python_sweeps_itself_again_when_the_last_one_has_stopped(qapp):  # noqa: ARG001 - see jobs
    first, second = Sweeper(), Sweeper()
    first.stop()
    between = gc.isenabled()
    second.stop()
    second.stop()

    assert not between
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("counts", "generation"),
    [((700, 99, 99), None), ((701, 10, 10), 0), ((701, 11, 10), 1), ((701, 0, 11), 2), ((701, 11, 11), 2)],
)
def test_the_oldest_generation_that_is_due_is_swept(counts, generation):
    assert due(counts, (700, 10, 10)) == generation

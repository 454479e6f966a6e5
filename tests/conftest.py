"""What every test gets: folders of its own, no network, no window left open, no question left unanswered."""

import atexit
import gc
import os
import socket
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QDialog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first test makes the application

hypothesis.settings.register_profile(
    "usual",
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],  # a machine that is busy is no fault of a test
)
hypothesis.settings.register_profile("long", hypothesis.settings.get_profile("usual"), max_examples=1_000)
hypothesis.settings.load_profile("usual")  # `dev.py test --long` asks for the other

COUNTED = "counted"

PATIENCE = 10_000
"""How many milliseconds a dialog or a menu may stay open in a test before it is taken for forgotten."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection():
    """Look for no garbage in what is imported and collected: it is large, and stays to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Mark what measures; begin with what takes longest, so that no process waits for it at the end."""
    tests = config.rootpath / "tests"
    for item in items:
        if item.path.is_relative_to(tests / "benchmarks"):
            item.add_marker("bench")
    yield
    slowest = (tests / "fuzz", tests / "faults" / "test_kills.py")
    items.sort(key=lambda item: not any(item.path.is_relative_to(each) for each in slowest))


def pytest_unconfigure(config):
    """Let one of several processes end at once: taking all apart that its tests left would take seconds."""
    if hasattr(config, "workerinput"):
        atexit.register(os._exit, 0)  # the last that was registered is the first that is called


@pytest.fixture
def counted(request):
    """Count what a test really did (kills, faults, files tried) for the summary at the end of the run."""

    def count(what, times=1):
        request.node.user_properties.append((COUNTED, (what, times)))

    return count


def pytest_terminal_summary(terminalreporter):
    """Say what was done to Drafter; each test has failed where anything was lost by it."""
    told = [
        each.user_properties
        for reports in terminalreporter.stats.values()
        for each in reports
        if getattr(each, "when", "") == "call"
    ]
    counts: Counter[str] = Counter()
    for name, value in (each for properties in told for each in properties):
        if name == COUNTED:
            counts[value[0]] += value[1]
    if counts:
        terminalreporter.section("what was tried")
        for what, times in sorted(counts.items()):
            terminalreporter.line(f"{times:>8,} {what}")
        failed = len(terminalreporter.getreports("failed"))
        terminalreporter.line(f"{failed} tests failed: see above." if failed else "Nothing was lost.")


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Apart from the folders that tests ask for: each of those is made after a look at all beside it."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_folders(homes, monkeypatch):
    """Give the program a home that is thrown away, so that no test can touch a real library."""
    home = Path(tempfile.mkdtemp(prefix="home-", dir=homes))
    monkeypatch.delenv("DRAFTER_LIBRARY", raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("APPDATA", "LOCAL_APPDATA"):  # platformdirs asks Windows itself, unless it finds these
        monkeypatch.setenv(name.replace("_", ""), str(home / name.lower()))
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / name.lower()))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "qt"))
    return home


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """Refuse every address but a file's: nothing leaves the laptop."""
    connect = socket.socket.connect

    def refuse(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"A test reached for the network: {address}")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(autouse=True)
def no_trace(request):
    """See to it that a test leaves the application as it was; one for both, for each test pays for each."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    qapp = request.getfixturevalue("qapp")
    with no_forgotten_windows(qapp), own_dress(qapp):
        yield
    # Where no event loop ran since, its closed windows live on, and would hear what the next test does.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def own_dress(qapp):
    """Take off again what a test made the application wear, or it would colour the next test’s widgets."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield
    if qapp.styleSheet() != sheet:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is gone need not be undressed
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
        qapp.setFont(font)


@contextmanager
def no_forgotten_windows(qapp):
    """Fail a test that leaves a window open, or that waits in a dialog or menu that nobody answers."""
    before = shown_windows(qapp)
    forgotten: list[str] = []
    seen: Counter[object] = Counter()

    def look():
        waiting = qapp.activePopupWidget() or qapp.activeModalWidget()
        seen[waiting] += timer.interval()
        if waiting is not None and seen[waiting] >= PATIENCE:
            forgotten.append(described(waiting))
            dismiss(waiting)

    timer = QTimer()
    timer.setInterval(250)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    left = shown_windows(qapp) - before
    named = [described(window) for window in left]
    for window in left:
        dismiss(window)
        window.deleteLater()
    assert not forgotten, f"Nobody answered: {', '.join(forgotten)}"
    assert not named, f"Still open at the end: {', '.join(named)}"


def dismiss(window):
    """Let an exec() that nobody answers return, so that the test ends; some dialogs refuse to be closed."""
    if isinstance(window, QDialog):
        QDialog.done(window, 0)
    else:
        window.close()


def shown_windows(qapp):
    return {window for window in qapp.topLevelWidgets() if window.isVisible()}


def described(widget):
    words = (widget.windowTitle(), getattr(widget, "text", str)())
    return f"{type(widget).__name__} {' '.join(filter(None, words))}".strip()

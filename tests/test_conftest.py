"""The guards that every test gets can fail a test: each is tried on a test that deserves it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

DESERVING = """
import os, pathlib, socket
from PySide6.QtCore import QSettings, qWarning
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

kept = []


def test_window_left_open(qtbot):
    window = QWidget()
    kept.append(window)
    window.setWindowTitle("left behind")
    window.show()


def test_question_unanswered(qtbot):
    QMessageBox.question(None, "Really", "Shall we?")


def test_dialog_unanswered(qtbot):
    QDialog().exec()


def test_menu_unanswered(qtbot):
    menu = QMenu()
    menu.addAction("One")
    menu.exec()


def test_qt_warns(qtbot):
    qWarning("something is off")


def test_python_warns():
    import warnings
    warnings.warn("something is off")


def test_network_reached_for():
    socket.create_connection(("127.0.0.1", 9))


def test_blameless(qtbot, own_folders):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert own_folders in pathlib.Path(QSettings("a", "b").fileName()).parents
    assert pathlib.Path.home() == own_folders
    assert "DRAFTER_LIBRARY" not in os.environ
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """Run the tests above under a copy of the guards that loses patience sooner."""
    folder = tmp_path_factory.mktemp("guarded")
    impatient = CONFTEST.read_text(encoding="utf-8") + "\nPATIENCE = 250\n"
    (folder / "conftest.py").write_text(impatient, encoding="utf-8")
    (folder / "test_deserving.py").write_text(DESERVING, encoding="utf-8")
    settings = CONFTEST.parent.parent / "pyproject.toml"
    command = [sys.executable, "-m", "pytest", "-c", settings, "--rootdir", folder, "-rA", "--timeout=30"]
    env = {**os.environ, "COLUMNS": "200", "DRAFTER_LIBRARY": "a-real-one.sqlite"}
    env.pop("PYTEST_ADDOPTS", None)
    run = subprocess.run(  # noqa: S603 - our own interpreter, our own file
        [*command, folder / "test_deserving.py"],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        ("window_left_open", "Still open at the end: QWidget left behind"),
        ("question_unanswered", "Nobody answered: QMessageBox Really Shall we?"),
        ("dialog_unanswered", "Nobody answered: QDialog"),
        ("menu_unanswered", "Nobody answered: QMenu"),
        ("network_reached_for", "A test reached for the network"),
    ],
)
def test_a_guard_says_what_is_wrong(outcome, test, reason):
    told = [
        line
        for line in outcome.splitlines()
        if line.startswith(("FAILED", "ERROR")) and f"test_{test}" in line
    ]

    assert any(reason in line for line in told), outcome


@pytest.mark.parametrize("warned", ["test_qt_warns", "test_python_warns"])
def test_a_warning_fails_its_test(outcome, warned):
    assert f"FAILED test_deserving.py::{warned}" in outcome


def test_a_blameless_test_passes_in_folders_of_its_own(outcome):
    assert "PASSED test_deserving.py::test_blameless" in outcome

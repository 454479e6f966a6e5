"""Nothing leaves the laptop: whole jobs run where one word to the network ends the process.

So does every Drafter that test_kills.py begins, with its window.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def job(name, folder, *, before=()):
    command = [*before, sys.executable, "-m", "tests.faults.no_net", name, str(folder)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)  # noqa: S603 - this Python


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """Whether this system can end a process that reaches for the network: one that does is the proof."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can forbid a process the network from within")
    done = job("reach out", tmp_path_factory.mktemp("out"))
    if "allows no such filter" in done.stderr or "KeyError" in done.stderr:
        pytest.skip(f"this system allows no such filter: {done.stderr[-200:]}")
    return done.returncode


def test_a_process_that_reaches_for_the_network_is_ended(guarded):
    assert guarded == -signal.SIGSYS


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("name", ["demo", pytest.param("window", marks=pytest.mark.long)])
def test_no_job_reaches_for_the_network_or_for_a_file_that_a_document_names(tmp_path, counted, name):
    done = job(name, tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    counted("jobs without a network")


@pytest.mark.long
@pytest.mark.parametrize("name", ["demo", "window"])
def test_every_job_is_done_where_there_is_no_network_at_all(tmp_path, counted, name):
    unshare = shutil.which("unshare")
    alone = [unshare, "-rn"] if unshare is not None else []
    if not alone or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:  # noqa: S603 - a tool of the system
        pytest.skip("no network can be taken away here")

    assert job(name, tmp_path, before=alone).returncode == 0
    counted("jobs without a network")


def test_qt_is_used_for_calls_within_the_laptop_alone():
    """The filter above sees what is done in these jobs; this sees what could be done at all."""
    sources = [each.read_text(encoding="utf-8") for each in (ROOT / "drafter").rglob("*.py")]
    named = {
        name
        for source in sources
        for name in (
            "QNetworkAccessManager",
            "QTcpSocket",
            "QUdpSocket",
            "QSslSocket",
            "QWebEngine",
            "urllib.request",
            "import socket",
        )
        if name in source
    }

    assert len(sources) > 100
    assert named == set()

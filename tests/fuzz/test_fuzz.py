"""Fuzzing the readers: twenty seconds in the usual run, ten minutes in the long one; a crash is a failure.

What was found and mended lies in test_found.py, as it was found.
"""

import base64
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.corpus import seeds

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("pdf", "word", "package", "html", "text", "pasted", "library_json", "library_csv", "response_json")

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this system or Python"
    ),
    pytest.mark.timeout(900),
]


def fuzzed(folder, seconds, *names):
    """Fuzz for so long; how many files were tried."""
    made = seeds(folder)
    (folder / "corpus").mkdir()
    for place, name in enumerate(names):
        for number, seed in enumerate(made[name]):
            chooser = bytes([place]) if len(names) > 1 else b""
            (folder / "corpus" / f"{name}-{number}").write_bytes(chooser + seed)
    command = [sys.executable, "-m", "tests.fuzz.run", folder, str(seconds), *names]
    env = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(  # noqa: S603 - this Python
        command, cwd=ROOT, env=env, check=False, capture_output=True, text=True, errors="replace"
    )
    found = [(each.name, base64.b85encode(each.read_bytes()).decode()) for each in folder.glob("found-*")]
    assert found == [], done.stdout[-3000:] + done.stderr[-1000:]
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    (tried,) = re.findall(r"number_of_executed_units:\s*(\d+)", done.stderr)
    return int(tried)


def test_no_file_makes_a_reader_crash_in_twenty_seconds_between_them(tmp_path, counted):
    tried = fuzzed(tmp_path, 20, *NAMES)

    assert tried > 50
    counted("files tried by fuzzing", tried)


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_no_file_makes_a_reader_crash_in_ten_minutes_between_them(tmp_path, counted, name):
    tried = fuzzed(tmp_path, 67, name)

    assert tried > 200
    counted("files tried by fuzzing", tried)

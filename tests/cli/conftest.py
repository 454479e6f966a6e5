"""The command line as a person types it: arguments in; exit code, output and trouble out."""

import json
from dataclasses import dataclass

import pytest

from drafter.cli import main
from drafter.services import importing
from drafter.store.library import Library

REPORT = (
    "A review of local charities\n\nChapter 1: Funding\n\n"
    "Recommendation 1: The Government should fund small charities for at least three years at a time.\n\n"
    "Recommendation 2: The Government should publish what it has spent on local charities every year.\n\n"
    "Recommendation 3: Councils should let charities use empty buildings without charging them rent.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def facts(self):
        return json.loads(self.out)


@pytest.fixture
def drafter(tmp_path, capfd):
    """Run one command on a library of its own."""

    def run(*arguments):
        code = main(["--library", str(tmp_path / "library.drafter"), *map(str, arguments)])
        said = capfd.readouterr()
        return Said(code=code, out=said.out, err=said.err)

    return run


@pytest.fixture
def report_file(tmp_path):
    """A short report, as plain text."""
    file = tmp_path / "review.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def kept_report(tmp_path):
    """The id of the same report, kept: read here, for a process of its own takes its time."""
    report = importing.report_from_reading(importing.read_pasted_report(REPORT))
    with Library.open(tmp_path / "library.drafter") as library:
        importing.keep_report(library, report, pasted=REPORT)
    return report.id


@pytest.fixture
def library_file(tmp_path):
    """Two agreed positions."""
    file = tmp_path / "positions.json"
    positions = [
        {"title": "Long-term funding", "themes": ["Funding"], "status": "approved",
         "body": "<p>We welcome funding for three years: small charities can then plan.</p>"},
        {"title": "Empty buildings", "themes": ["Buildings"], "status": "approved",
         "body": "<p>Councils hold empty buildings that charities could use rent free.</p>"},
    ]  # fmt: skip
    content = {"format": "drafter-library", "version": 1, "positions": positions}
    file.write_text(json.dumps(content), encoding="utf-8")
    return file

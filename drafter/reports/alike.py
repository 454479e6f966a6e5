"""The rest like one item of a report: its file is read once more, for the Lines that no Reading keeps."""

from pathlib import Path

from drafter.domain.progress import Progress, silent
from drafter.domain.records.reports import Recommendation
from drafter.reports.reading import document_of
from drafter.reports.recognising.likeness import like
from drafter.reports.recognising.measuring import measured
from drafter.reports.text_lines import read_plain

Found = tuple[Recommendation, ...]


def find_alike(path: Path, wanted: Recommendation, found: Found, *, progress: Progress = silent) -> Found:
    """What is like `wanted` in a file and not in the list yet. The window asks a worker process instead."""
    return like(measured(document_of(path, progress=progress)), wanted, found)


def find_alike_in_text(text: str, wanted: Recommendation, found: Found) -> Found:
    """The same in pasted text."""
    return like(measured(read_plain(text)), wanted, found)

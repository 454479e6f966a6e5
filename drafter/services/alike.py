"""The rest like one item of a report, found in the file that it was read from or in pasted text."""

from pathlib import Path

from drafter.domain.errors import NotFound
from drafter.domain.progress import Progress, silent
from drafter.domain.records.reports import Recommendation
from drafter.reports.alike import find_alike_in_text
from drafter.reports.worker import find_alike_in_worker
from drafter.services.correcting import Found


def find_the_rest(
    source: Path | str, wanted: Recommendation, found: Found, *, progress: Progress = silent
) -> Found:
    """What looks or speaks like one item and is not in the list yet. A file is read in the worker process."""
    if isinstance(source, str):
        return find_alike_in_text(source, wanted, found)
    if not source.is_file():
        raise NotFound(
            f"The file “{source.name}” is no longer there. Open the report’s file again, then try."
        )
    return find_alike_in_worker(source, wanted, found, progress=progress)

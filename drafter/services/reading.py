"""Reading a report's file: nothing is kept, so that no library is needed, nor what knows one."""

from pathlib import Path

from drafter.domain.errors import NotFound
from drafter.domain.progress import Progress, silent
from drafter.domain.records.reports import Reading
from drafter.reports.worker import read_in_worker


def read_report(path: Path, *, progress: Progress = silent) -> Reading:
    """Find what a file recommends or asks, in a process of its own."""
    if not path.is_file():
        raise NotFound(f"There is no file “{path.name}” there. Check its name and folder.")
    return read_in_worker(path, progress=progress)

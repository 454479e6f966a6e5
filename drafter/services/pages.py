"""A report's pages as pictures, and their words: of the file she opened, or the copy in the library."""

import tempfile
import weakref
from pathlib import Path
from typing import Self

from drafter.domain.progress import Progress, silent
from drafter.domain.records.page_words import PageWords
from drafter.domain.records.reports import Report
from drafter.reports.worker import PageRenderer
from drafter.store.library import Library


class Pages:
    """Draws pages and finds their words in a process of its own.

    Closed when the report is; called from a job, never from the window. Where a job's answer came too late
    for anybody to take it, process and folder end with it.
    """

    def __init__(self, path: Path, *, folder: tempfile.TemporaryDirectory[str] | None = None) -> None:
        self.path = path
        self._folder = folder
        self._renderer = PageRenderer()
        weakref.finalize(self, _let_go, self._renderer, folder)

    @classmethod
    def of_kept(cls, library: Library, report: Report) -> Self | None:
        """The pages of a report whose file the library keeps; None where it keeps none."""
        kept = library.report_file(report.fingerprint) if report.fingerprint else None
        if kept is None:
            return None
        folder = tempfile.TemporaryDirectory(prefix="drafter-")
        # The name is the file's own from outside: only its ending is used.
        path = Path(folder.name) / f"report{Path(kept[0]).suffix[:8]}"
        path.write_bytes(kept[1])
        return cls(path, folder=folder)

    def picture(self, page: int, *, width: int, progress: Progress = silent) -> bytes:
        """One page (from 1) as PNG, so many pixels wide."""
        return self._renderer.render_page(self.path, page, width=width, progress=progress)

    def words(self, page: int, *, progress: Progress = silent) -> PageWords:
        """The words of one page (from 1) and where they stand."""
        return self._renderer.words_of_page(self.path, page, progress=progress)

    def close(self) -> None:
        _let_go(self._renderer, self._folder)


def _let_go(renderer: PageRenderer, folder: tempfile.TemporaryDirectory[str] | None) -> None:
    renderer.close()
    if folder is not None:
        folder.cleanup()

"""The very pages of an export: its Word file as Word or LibreOffice lays it out, as pictures and as a PDF."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.domain.changes import Change
from drafter.domain.composing import Composition
from drafter.domain.errors import NoOffice, NotAReport
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import ResponseId, new_id
from drafter.domain.records.responses import Form, Manifest
from drafter.services.clock import now
from drafter.services.exporting import remember
from drafter.services.files import write_bytes
from drafter.services.office import Office, make_pdf
from drafter.services.pages import Pages
from drafter.store.library import Library
from drafter.word.writing import write

_STAMP = 16
"""Pixels across a page that is drawn only to see whether it is there."""
_PRINTED_WIDTH = 1654
"""Pixels across a printed page: 200 to the inch on A4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """The template that the pages take, and which of its styles stand in for built-in ones."""

    template: Path | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactPages:
    """A PDF and its pages; `pages.close()` when they are no longer looked at."""

    pdf: Path
    count: int
    pages: Pages

    def save(self, target: Path) -> None:
        """The PDF under a name of hers. Raises CannotWrite; what was there stays whole then."""
        write_bytes(target, self.pdf.read_bytes())


def exact_pages(
    composition: Composition, dress: Dress, *, by: Office, progress: Progress = silent
) -> ExactPages:
    """Lay the pages out. Raises NoOffice, Unresolved, NotATemplate or Cancelled, and leaves nothing then."""
    folder = tempfile.TemporaryDirectory(prefix="drafter-pages-", ignore_cleanup_errors=True)
    try:
        pdf = pdf_of(composition, dress, Path(folder.name), by=by, progress=progress)
    except BaseException:
        folder.cleanup()
        raise
    pages = Pages(pdf, folder=folder)
    try:
        return ExactPages(pdf=pdf, count=_count(pages, progress), pages=pages)
    except BaseException:
        pages.close()
        raise


def pdf_of(
    composition: Composition, dress: Dress, folder: Path, *, by: Office, progress: Progress = silent
) -> Path:
    """The same as a PDF alone."""
    source = folder / "response.docx"
    write(composition, source, template=dress.template, mapping=dress.mapping)
    made = folder / "pdf"
    made.mkdir()
    return make_pdf(source, made, by=by, progress=progress)


def remember_pdf(library: Library, response: ResponseId, target: Path, *, form: Form, by: str) -> Change:
    """Keep what the PDF used and how the draft stood. A PDF does not come back, so no paragraph is named."""
    manifest = Manifest(id=new_id(), response=response, at=now(), form=form, file_name=target.name)
    return remember(library, manifest, by=by)


def pictures(exact: ExactPages, progress: Progress = silent) -> tuple[bytes, ...]:
    """Every page as a PNG that is fit to be printed."""
    drawn: list[bytes] = []
    for page in range(1, exact.count + 1):
        progress(page - 1, exact.count)
        drawn.append(exact.pages.picture(page, width=_PRINTED_WIDTH))
    return tuple(drawn)


def _count(pages: Pages, progress: Progress) -> int:
    """How many pages there are: the process that draws them is asked for ever later ones, as stamps.

    Reading the file would tell as well, but takes longer, and refuses one with few words for a scan.
    """
    there, beyond = 0, 1
    while _has(pages, beyond, progress):
        there, beyond = beyond, beyond * 2
    while beyond - there > 1:
        middle = (there + beyond) // 2
        if _has(pages, middle, progress):
            there = middle
        else:
            beyond = middle
    if not there:
        raise NoOffice("The pages could not be read. Export the Word file and open it in Word.")
    return there


def _has(pages: Pages, page: int, progress: Progress) -> bool:
    try:
        pages.picture(page, width=_STAMP, progress=progress)
    except NotAReport:
        return False
    return True

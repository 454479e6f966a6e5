"""What the report says page by page, where a draft quotes it: readiness looks the quotations up in it."""

import logging

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress, silent
from drafter.domain.quoting import quotations
from drafter.domain.records.reports import PageText
from drafter.domain.records.responses import Response
from drafter.services.answering import report_of
from drafter.services.pages import Pages
from drafter.services.reading import read_report
from drafter.store.library import Library

_log = logging.getLogger(__name__)


def is_quoting(response: Response) -> bool:
    """Somewhere it says words in quotation marks, and the page that they are on."""
    return any(True for each in response.passages for _ in quotations(each.text))


def quoted_pages(
    library: Library, response: Response, *, progress: Progress = silent
) -> tuple[PageText, ...]:
    """All that the report says; nothing where nothing is quoted, or the report's file was not kept."""
    report = report_of(library, response.head)
    pages = Pages.of_kept(library, report) if report is not None and is_quoting(response) else None
    if pages is None:
        return ()
    try:
        return read_report(pages.path, progress=progress).text
    except DrafterError as error:  # what cannot be read any more is no reason to say nothing else
        _log.warning("Quotations in %s were not looked up: %s", response.id, type(error).__name__)
        return ()
    finally:
        pages.close()

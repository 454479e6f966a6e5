"""What goes onto the clipboard: the statement for a website, one answer for a form."""

from PySide6.QtGui import QGuiApplication

from drafter.domain.records.ids import ResponseId
from drafter.services.exporting import copy_for_web
from drafter.ui.text.clipboard import blank_data
from drafter.ui.workplace import Workplace


def copy_response(place: Workplace, response: ResponseId) -> None:
    """HTML for editors of web pages and e-mails, plain text for all that take no HTML.

    Raises Unresolved where a merge field has no value; the clipboard stays as it was then.
    """
    copy = copy_for_web(place.library, response, person=place.preferences.person)
    made = blank_data()
    made.setHtml(copy.html)
    made.setText(copy.text)
    QGuiApplication.clipboard().setMimeData(made)


def copy_plain(text: str) -> None:
    """Plain text alone: a box on a web page would take HTML's spaces and quotes along."""
    made = blank_data()
    made.setText(text)
    QGuiApplication.clipboard().setMimeData(made)

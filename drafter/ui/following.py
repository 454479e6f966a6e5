"""Following a link that stands in the officer's text: what it opens lies outside the program."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from drafter.domain.addresses import safe_address


def follow(address: str) -> None:
    """Open the address where it may be a link; a file, a script or the like opens nothing."""
    if safe := safe_address(address):  # looked at once more, however the text came in
        QDesktopServices.openUrl(QUrl(safe))

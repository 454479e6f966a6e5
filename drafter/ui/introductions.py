"""Who hears whom: the one place where what a screen says is joined to what the window does about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from drafter.ui.screens import ShowsDrops

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from drafter.ui.main_window import MainWindow


def introduce(window: MainWindow, screen: QWidget) -> None:
    """Connect the signals that this screen has. They are known by name.

    They mean the same on every screen:

    report_wanted()                 she wants to open a report: ask which
    report_dropped(Path)            this file
    text_wanted()                   she wants to paste a report's text
    report_opened(ReportId)         a report that was kept
    left_opened(str)                a report that she was correcting when she left it
    response_opened(ResponseId)     this response, on the desk
    statement_wanted()              a new statement without a report
    sample_wanted()                 the sample
    position_wanted(PositionId)     this position, in the library
    library_wanted()                the library as it is
    words_wanted(tuple[Passage])    these passages of the response on the desk shall read so
    due_wanted()                    the positions that are due for review
    home_wanted()                   back to Home

    One that shows drops hears of what is dragged over the window.
    """
    heard = {
        "report_wanted": window.choose_report,
        "report_dropped": window.read_report,
        "text_wanted": window.paste_report,
        "report_opened": window.open_report,
        "left_opened": window.go_on_with,
        "response_opened": window.open_response,
        "statement_wanted": window.start_statement,
        "sample_wanted": window.open_sample,
        "position_wanted": window.show_position,
        "library_wanted": window.show_library,
        "words_wanted": window.take_words,
        "due_wanted": window.show_due,
        "home_wanted": window.show_home,
    }
    for name, act in heard.items():
        signal = getattr(screen, name, None)
        if isinstance(signal, SignalInstance):
            signal.connect(act)
    if isinstance(screen, ShowsDrops):
        window.drop_offered.connect(screen.show_drop)

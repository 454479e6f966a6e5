"""The export window on a small response, ready to be clicked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from drafter.domain.changes import Change, added
from drafter.services import answering
from drafter.ui.dialogs.export import ExportDialog
from tests.builders import OFFICER, a_report, rich


@pytest.fixture
def response(library):
    """Two questions, one of them answered."""
    report = a_report("Fund it.", "Count it.")
    library.apply(Change.of("Keep", added(report)))
    change = answering.new_response(library, report=report.id, title="Ours", by=OFFICER)
    identity = answering.response_of(change)
    write_answer(library, identity, "<p>We agree with <a href='https://example.org/'>this</a>.</p>")
    return identity


def write_answer(library, identity, html):
    """These words answer the first recommendation."""
    stored = library.response(identity)
    report = library.report(stored.head.report)
    [section] = stored.sections[:1]
    passage = replace(section.passages[0], text=rich(html), answers=(report.recommendations[0].id,))
    answering.save_text(library, identity, (replace(section, passages=(passage,)),))


def has_focus_in(window):
    focused = QApplication.focusWidget()
    return focused is not None and window.isAncestorOf(focused)


@pytest.fixture
def open_window(qtbot, workplace, response):
    """Open the window, and wait until it shows the preview."""

    def make():
        made = ExportDialog(workplace, response)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # pytest-qt closes it once more
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.prepared):
            made.show()
        made.activateWindow()
        qtbot.waitUntil(lambda: has_focus_in(made))
        return made

    return make


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def choose_form(qtbot):
    """Click on a form's radio button, and wait until the preview follows."""

    def choose(window, form):
        radio = window.findChild(QRadioButton, f"form-{form.value}")
        with qtbot.waitSignal(window.prepared):
            qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().center() * 0.2)

    return choose

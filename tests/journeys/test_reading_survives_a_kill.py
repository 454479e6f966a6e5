"""What was corrected is there again after the process was killed, and is not in the library."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.services import working
from drafter.services.importing import read_pasted_report, report_from_reading
from drafter.services.left_half_way import left_half_way, way_back
from drafter.store.library import Library

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Recommendations\n" + "\n".join(
    f"Recommendation {number}: The Government should fund hall {number}." for number in range(1, 6)
)
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.actions import Actions
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.main_window import MainWindow
from drafter.ui.screens import SCREENS, rows_of
from drafter.ui.workplace import KeptPreferences, Notices, Workplace

app = QApplication([])
library = Library.open(Path(sys.argv[1]))
place = Workplace(
    library=library, history=History(library), jobs=Jobs(), notices=Notices(),
    actions=Actions(rows_of(SCREENS)),
    preferences=KeptPreferences(Preferences(asked=True), Path(sys.argv[1]).with_name("settings.json")),
)
window = MainWindow(place)
window.show()
window.read_text(sys.argv[2])
pane = window.screen_named("report")
looking = QTimer()


def look():
    if len(pane.panel.found) == 5:
        QTest.keyClick(pane.panel.view, Qt.Key.Key_A)
        QTest.keyClick(pane.panel.view, Qt.Key.Key_D)
    elif library.working_copies():
        looking.stop()
        print("written", flush=True)


looking.timeout.connect(look)
looking.start(20)
app.exec()
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that cannot be caught")
def test_corrections_survive_a_kill_and_nothing_has_entered_the_library(tmp_path):
    path = tmp_path / "library.drafter"
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", WINDOW, str(path), TEXT],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()

    with Library.open(path) as library:
        fresh = report_from_reading(read_pasted_report(TEXT))
        left = working.in_hand(library, fresh)
        assert left is not None
        assert [each.label for each in left.recommendations] == ["1", "3", "4", "5"]
        assert working.accepted_in_hand(library, fresh) == {left.recommendations[0].id}
        assert library.reports() == ()
        [told] = left_half_way(library)
        assert told.standing == "1 of 4 looked at"
        assert way_back(library, told.subject).pasted == TEXT

"""Files into and out of a library of 10,000 positions, and its bin, through the window."""

import csv
import json

import docx
import pytest
from PySide6.QtCore import Qt

from drafter.ui.dialogs.csv_columns import CsvColumnsDialog
from drafter.ui.dialogs.empty_bin import EmptyBinDialog
from drafter.ui.dialogs.past_responses import PastResponsesDialog
from drafter.ui.panes import library_actions as names
from tests.ui.library_steps import CONTROL, back, press, press_action, type_file
from tests.ui.ten_thousand.laid import PAIRS, turned_back_and_on, words_of

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


def there(library):
    return len(library.entries())


def asked_for(qtbot, window, pane, name, path):
    """The key of an action that asks for a file, and the name of it."""
    back(qtbot, window)
    pane._list.search.setFocus()
    press_action(qtbot, window, name)
    type_file(qtbot, window, path)


def test_all_is_written_and_read_in_again(hand, qtbot, window, pane, library, tmp_path):
    many = there(library)
    for name in ("ours.json", "ours.csv"):
        path = tmp_path / name
        asked_for(qtbot, window, pane, names.WRITE_FILE, path)
        hand.wait(lambda path=path: path.name in window.banner.sentence)
        with path.open(encoding="utf-8-sig", newline="") as opened:
            is_json = path.suffix == ".json"
            written = json.load(opened)["positions"] if is_json else list(csv.DictReader(opened))
        assert len(written) == many

        asked_for(qtbot, window, pane, names.ADD_FILE, path)
        hand.wait(lambda: "There already" in window.banner.sentence)
        assert there(library) == many


def test_a_spreadsheet_of_thousands_comes_in_by_its_columns(hand, qtbot, window, pane, library, tmp_path):
    many = there(library)
    rows = "".join(f"Topic {number % 9},The line on case {number} is new.\n" for number in range(3_000))
    (tmp_path / "old.csv").write_text(f"Topic,What we say\n{rows}", encoding="utf-8")
    asked_for(qtbot, window, pane, names.ADD_FILE, tmp_path / "old.csv")
    dialog = hand.the(CsvColumnsDialog)
    dialog.choices["body"].setFocus()
    qtbot.keyClicks(dialog.choices["body"], "What")
    press(qtbot, Qt.Key.Key_Return)

    hand.wait(lambda: there(library) == many + 3_000 and not window.workplace.jobs.running)
    turned_back_and_on(hand, lambda: there(library), many)


def test_past_responses_are_told_from_what_is_there_and_added(hand, qtbot, window, pane, library, tmp_path):
    many = there(library)
    said = ["Trains that run on time bring more people to the meetings of small groups in every town."]
    said += [f"{each} We say so in each of our answers to every government." for each in said]
    for name, paragraphs in (("a", [words_of(library, PAIRS[0][0]), said[0]]), ("b", [said[0], said[1]])):
        made = docx.Document()
        for words in paragraphs:
            made.add_paragraph(words)
        made.save(tmp_path / f"{name}.docx")
    both = f'"{tmp_path / "a.docx"}" "{tmp_path / "b.docx"}"'
    asked_for(qtbot, window, pane, names.ADD_FILE, both)
    dialog = hand.the(PastResponsesDialog)
    rows = dialog.model.rowCount()
    for key in (Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_Up, Qt.Key.Key_M, Qt.Key.Key_Return):
        press(qtbot, key)

    assert rows >= 2
    hand.wait(lambda: there(library) == many + 1 and not window.workplace.jobs.running)
    turned_back_and_on(hand, lambda: there(library), many)


def test_all_are_deleted_and_recovered(hand, qtbot, window, pane, library):
    many = there(library)
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press(qtbot, Qt.Key.Key_Delete)
    hand.wait(lambda: not window.workplace.jobs.running and there(library) == 0)
    turned_back_and_on(hand, lambda: there(library), many)

    hand.back()
    press_action(qtbot, window, names.BIN)
    assert pane._list.count == many
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press_action(qtbot, window, names.RECOVER)
    hand.wait(lambda: not window.workplace.jobs.running and there(library) == many)
    turned_back_and_on(hand, lambda: there(library), 0)
    assert pane._list.count == 0


def test_a_third_is_deleted_and_gone_for_good_once_the_bin_is_emptied(hand, qtbot, window, pane, library):
    many = there(library)
    hand.leaf("Theme", "Halls")
    hand.wait(lambda: 0 < pane._list.count < many)
    gone = pane._list.count
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press(qtbot, Qt.Key.Key_Delete)
    hand.wait(lambda: not window.workplace.jobs.running and there(library) == many - gone)
    hand.back()
    press_action(qtbot, window, names.BIN)
    assert pane._list.count == gone
    press_action(qtbot, window, names.EMPTY_BIN)
    hand.click(hand.the(EmptyBinDialog).yes)

    hand.wait(lambda: not window.workplace.jobs.running)
    assert len(library.entries(include_deleted=True)) == many - gone
    hand.wait(lambda: pane._list.count == 0)

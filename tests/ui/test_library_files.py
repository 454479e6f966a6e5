"""Files into the library through the window: spreadsheets and past responses, several at once."""

import json

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from drafter.domain.records.positions import Status
from drafter.services.past_responses import proposals_of
from drafter.ui.dialogs.csv_columns import CsvColumnsDialog
from drafter.ui.dialogs.past_responses import PastResponsesDialog
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.models.proposals import ProposalsModel, Verdict
from drafter.ui.panes import library_files
from tests.builders import a_change_of, a_position
from tests.places import a_window_with

GRANTS = "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff."
LATER = "We warmly welcome long-term grants for small charities so that trustees plan and keep good staff."
HALLS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week."
FARES = "Volunteers who travel to help their neighbours should have every fare paid on the day they make it."


@pytest.fixture
def window(qtbot, workplace):
    return a_window_with(qtbot, workplace, "library")


@pytest.fixture
def a_file(tmp_path):
    def make(name, *paragraphs):
        path = tmp_path / name
        if path.suffix == ".docx":
            made = docx.Document()
            for each in paragraphs:
                made.add_paragraph(each)
            made.save(path)
        else:
            path.write_text("\n".join(paragraphs), encoding="utf-8")
        return path

    return make


def drop(window, *paths):
    """Drag in and let go over the middle of the window, as the system does it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(window.width() // 2, window.height() // 2)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window.windowHandle(), QDragEnterEvent(middle, copy, mime, left, none))
    QApplication.sendEvent(window.windowHandle(), QDropEvent(middle.toPointF(), copy, mime, left, none))


def the(qtbot, window, kind):
    """The dialog of this kind, once it has the keyboard."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


def press(qtbot, dialog, *keys):
    for key in keys:
        qtbot.keyClick(dialog.list, key)


def verdicts(dialog):
    return [each.verdict for each in dialog.model.rows]


def words_of(library):
    return sorted(each.current.text.plain for each in library.positions() if each.deletion is None)


ADD, OUT, NEW_WORDS = Verdict.ACCEPTED, Verdict.DROPPED, Verdict.REWORDS


def test_past_responses_that_are_dropped_are_sorted_by_keys_and_added(qtbot, window, library, a_file):
    drop(window, a_file("a.docx", GRANTS, HALLS), a_file("b.docx", FARES, "A short one."))
    dialog = the(qtbot, window, PastResponsesDialog)
    assert verdicts(dialog) == [ADD, ADD, ADD]

    press(qtbot, dialog, Qt.Key.Key_Down, Qt.Key.Key_D)
    assert verdicts(dialog) == [ADD, OUT, ADD]
    press(qtbot, dialog, Qt.Key.Key_Up, Qt.Key.Key_A)
    assert verdicts(dialog) == [ADD, ADD, ADD]
    press(qtbot, dialog, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_M)
    assert [each.proposal.text.plain for each in dialog.model.rows] == [f"{GRANTS}\n{HALLS}", FARES]
    press(qtbot, dialog, Qt.Key.Key_Down, Qt.Key.Key_D)
    assert dialog.add.text() == "Add 1"
    press(qtbot, dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: words_of(library) == [f"{GRANTS}\n{HALLS}"])
    qtbot.waitUntil(lambda: "Came in: 1 position" in window.banner.sentence)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words_of(library) == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert words_of(library) == [f"{GRANTS}\n{HALLS}"]


def test_each_decision_is_taken_back_in_the_dialog(qtbot, window, a_file):
    drop(window, a_file("a.docx", GRANTS, HALLS))
    dialog = the(qtbot, window, PastResponsesDialog)
    before = dialog.model.rows
    press(qtbot, dialog, Qt.Key.Key_M, Qt.Key.Key_D)
    assert len(dialog.model.rows) == 1

    for _ in range(2):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert dialog.model.rows == before
    assert not dialog.undo.isEnabled()
    press(qtbot, dialog, Qt.Key.Key_Escape)


def test_escape_forgets_what_was_decided_only_at_the_second_time(qtbot, window, library, a_file):
    drop(window, a_file("a.docx", GRANTS, HALLS))
    dialog = the(qtbot, window, PastResponsesDialog)
    press(qtbot, dialog, Qt.Key.Key_D, Qt.Key.Key_Escape)

    assert dialog.isVisible()
    assert "once more" in dialog._said.text()

    with qtbot.waitSignal(dialog.rejected):
        press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not words_of(library)


def test_a_file_that_cannot_be_read_is_still_told_when_the_others_are_in(qtbot, window, library, a_file):
    good = a_file("good.csv", "title,body", f"Grants,{GRANTS}")
    said: list[str] = []
    window.workplace.notices.said.connect(lambda _tone, sentence, *_rest: said.append(sentence))

    drop(window, a_file("bad.csv", "title,body", '"Halls,and no end'), good)

    qtbot.waitUntil(lambda: words_of(library) == [GRANTS])
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "bad.csv" in said[-1]
    assert "Came in: 1 position." in said[-1]


def test_every_decision_has_a_button(qtbot, window, library, a_file):
    library.apply(a_change_of(a_position(LATER, title="Grants", status=Status.DRAFT)))
    drop(window, a_file("a.docx", GRANTS, HALLS))
    dialog = the(qtbot, window, PastResponsesDialog)
    assert verdicts(dialog) == [OUT, ADD]
    assert "Alike" in dialog.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.other.currentText().startswith("“Grants” in the library, ")
    assert "added" in dialog._summary.text()
    assert not dialog.merge.isHidden()

    def click(made):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)

    click(dialog.accept_one)
    click(dialog.drop)
    assert verdicts(dialog) == [ADD, OUT]
    click(dialog.undo)
    dialog.list.setCurrentIndex(dialog.model.index(0))
    press(qtbot, dialog, Qt.Key.Key_W)
    assert verdicts(dialog) == [NEW_WORDS, ADD]
    click(dialog.undo)
    click(dialog.reword)
    assert verdicts(dialog) == [NEW_WORDS, ADD]
    click(dialog.add)

    qtbot.waitUntil(lambda: len(words_of(library)) == 2)
    assert words_of(library) == [HALLS, GRANTS]


def test_what_is_all_there_already_is_said_without_a_question(qtbot, window, library, a_file):
    library.apply(a_change_of(a_position(GRANTS, title="Grants", status=Status.DRAFT)))

    drop(window, a_file("a.docx", GRANTS))

    qtbot.waitUntil(lambda: window.banner.sentence == "Everything is in the library already: 1 paragraph.")
    assert window.findChildren(PastResponsesDialog) == []


def test_reading_can_be_stopped_by_a_click(qtbot, window, library, a_file):
    path = a_file("a.docx", GRANTS)
    with library.using():  # the reading waits for the library meanwhile
        drop(window, path)
        qtbot.waitUntil(window.progress.isVisible)
        qtbot.mouseClick(window.progress.stop, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not window.workplace.jobs.running)
    assert window.findChildren(PastResponsesDialog) == []


def test_left_and_right_choose_what_to_compare_with(qtbot, window, a_file):
    drop(window, a_file("a.docx", GRANTS), a_file("b.docx", LATER))
    dialog = the(qtbot, window, PastResponsesDialog)
    assert dialog.model.rowCount() == 1
    assert "added" in dialog._summary.text()

    press(qtbot, dialog, Qt.Key.Key_Right)

    assert dialog._summary.text() == ""
    assert dialog.wording.toPlainText() == dialog.model.rows[0].proposal.text.plain
    press(qtbot, dialog, Qt.Key.Key_Escape)


def test_the_model_keeps_qts_rules(library, a_file):
    model = ProposalsModel(proposals_of([a_file("a.docx", GRANTS, HALLS, FARES)], library))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.merge(0)
    model.decide(1, OUT)
    model.undo()
    model.undo()

    assert model.rowCount() == 3


def test_spreadsheets_ask_for_their_columns_one_after_the_other(qtbot, window, library, a_file):
    first = a_file("first.csv", "Topic,What we say", f"Funding,{GRANTS}")
    ours = a_file("ours.csv", "title,body", f"Fares,{FARES}")
    second = a_file("second.csv", "Area;Our line", f"Halls;{HALLS}")

    drop(window, first, ours, second)
    dialog = the(qtbot, window, CsvColumnsDialog)
    qtbot.waitUntil(lambda: words_of(library) == [FARES])
    assert [each.isVisible() for each in window.findChildren(CsvColumnsDialog)].count(True) == 1
    for number in (1, 2):
        dialog.choices["body"].setFocus()
        qtbot.keyClicks(dialog.choices["body"], "What" if "first" in dialog.windowTitle() else "Our")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        if number == 1:
            qtbot.waitUntil(lambda gone=dialog: not _is_shown(gone))
            dialog = the(qtbot, window, CsvColumnsDialog)

    qtbot.waitUntil(lambda: words_of(library) == sorted([FARES, GRANTS, HALLS]))


def _is_shown(dialog):
    try:
        return dialog.isVisible()
    except RuntimeError:  # deleted by Qt, as it should be
        return False


def test_odd_entries_come_in_whole_and_are_shown_as_words(qtbot, window, library, a_file):
    bodies = {
        "Turned": "<p>نرحب بالتمويل 👩‍👩‍👧 אנו מברכים</p>",
        "Scripted": "<p onclick='x()'>We <script>x()</script><img src='file://a/b.png'>welcome it.</p>",
        "Broken": "<p>One <strong>two <em>three</p><p>four</strong> five",
    }
    entries = [{"title": title, "body": body} for title, body in bodies.items()]
    twice = [{"id": "same", "title": f"Twice {each}", "body": f"<p>{each}.</p>"} for each in ("one", "two")]
    whole = {"format": "drafter-library", "version": 1, "positions": [*entries, *twice]}
    drop(window, a_file("odd.json", json.dumps(whole)))

    qtbot.waitUntil(lambda: "Came in: 5 positions." in window.banner.sentence)
    assert "Two entries have the id of “Twice two”; both were kept." in window.banner.sentence
    shown = {}
    for entry in library.entries():
        window.show_position(entry.id)
        shown[entry.title] = window.screen_named("library")._editor.wording.text.plain
    assert shown == {
        "Turned": "نرحب بالتمويل 👩‍👩‍👧 אנו מברכים",
        "Scripted": "We welcome it.",
        "Broken": "One two three\nfour five",
        "Twice one": "one.",
        "Twice two": "two.",
    }


def test_a_broken_spreadsheet_says_so_in_one_sentence(qtbot, window, a_file):
    drop(window, a_file("broken.csv", "Topic,What we say", 'Funding,"We wel"come it'))

    qtbot.waitUntil(lambda: "broken quotation marks" in window.banner.sentence)


def test_what_came_in_is_shown_though_the_list_was_narrowed(qtbot, window, library, a_file):
    library.apply(a_change_of(a_position(LATER, title="Grants", owner="Ann")))
    pane = window.screen_named("library")
    pane.shown()
    pane._tree.tick("Owner", "Ann")
    entries = [{"title": each[:9], "text": each} for each in (HALLS, FARES)]
    drop(
        window,
        a_file("more.json", json.dumps({"format": "drafter-library", "version": 1, "positions": entries})),
    )
    qtbot.waitUntil(lambda: "Came in: 2 positions" in window.banner.sentence)
    assert pane._list.count == 1

    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)

    assert pane._list.count == 3
    came = {library.position(each).newest.wording.title for each in pane._list.selection}
    assert came == {HALLS[:9].strip(), FARES[:9].strip()}
    assert pane._list.current in pane._list.selection


def test_a_large_file_comes_in_beside_the_window_and_can_be_stopped(
    qtbot, window, a_file, library, monkeypatch
):
    monkeypatch.setattr(library_files, "LARGE", 10)
    path = a_file("more.csv", "title,body", f"Grants,{GRANTS}", f"Halls,{HALLS}")
    with library.using():  # the work waits for the library until she has stopped it
        drop(window, path)
        qtbot.waitUntil(lambda: bool(window.findChildren(WaitDialog)))
        qtbot.keyClick(the(qtbot, window, WaitDialog), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(WaitDialog))
    assert library.entries() == ()

    drop(window, path)
    qtbot.waitUntil(lambda: len(library.entries()) == 2)
    qtbot.waitUntil(lambda: not window.findChildren(WaitDialog))

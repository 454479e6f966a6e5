"""The window: what it joins, with real clicks and keys."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import CannotWrite
from drafter.domain.records.responses import Shape
from drafter.reports.format_of import Format
from drafter.services.report_files import ALL_ENDINGS, ENDINGS, may_be_report
from drafter.ui.dialogs.palette import CommandPalette
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.jobs import Worker
from drafter.ui.main_window import MainWindow
from drafter.ui.rail import Rail
from drafter.ui.widgets.labels import Heading
from drafter.ui.widgets.parts import as_part, parts_of
from tests.builders import a_change_of, a_position, a_response
from tests.ui.conftest import TWO_SCREENS


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def the_dialog(qtbot, window, kind):
    """The dialog of this kind, once it has the keyboard."""
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


def test_it_opens_on_home(window):
    assert window.current == "home"
    assert window.windowTitle() == "Drafter"


def test_keys_and_the_rail_change_the_screen(qtbot, window):
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "elsewhere"

    rail = window.findChild(Rail)
    qtbot.mouseClick(rail.button("home"), Qt.MouseButton.LeftButton)

    assert window.current == "home"
    assert rail.button("home").isChecked()


def test_the_keys_of_a_screen_work_only_there(qtbot, window, workplace, elsewhere):
    shouts = []
    workplace.actions.bind("elsewhere.shout", lambda: shouts.append("Ho!"))
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    press(qtbot, window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert shouts == []

    window.show_screen("elsewhere")
    elsewhere.setFocus()
    press(qtbot, window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert shouts == ["Ho!"]


def test_a_menu_of_a_screen_is_there_only_with_its_screen(window):
    def shown():
        bar = window.menuBar().actions()
        return [each.text().replace("&", "") for each in bar if each.isVisible()]

    assert shown() == ["File", "Edit", "View", "Response", "Help"]

    window.show_screen("elsewhere")

    assert shown() == ["File", "Edit", "View", "Library", "Help"]


def focused_part(parts):
    focused = QApplication.focusWidget()
    assert focused is not None
    return next(part for part in parts if part is focused or part.isAncestorOf(focused))


def test_f6_goes_round_the_parts_and_back(qtbot, window):
    parts = parts_of(window)
    seen = []
    for _ in parts:
        press(qtbot, window, Qt.Key.Key_F6)
        seen.append(focused_part(parts))

    assert len(set(seen)) == len([part for part in parts if part in seen]) >= 2

    before = focused_part(parts)
    press(qtbot, window, Qt.Key.Key_F6)
    press(qtbot, window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused_part(parts) is before


def test_f6_to_the_rail_comes_to_the_screen_that_is_shown(qtbot, window):
    rail = window.findChild(Rail)
    rail.button("home").setFocus()
    window.show_screen("elsewhere")

    for _ in parts_of(window):
        press(qtbot, window, Qt.Key.Key_F6)
        if focused_part(parts_of(window)) is rail:
            break

    assert QApplication.focusWidget() is rail.button("elsewhere")


def test_what_is_taken_back_at_home_is_said(qtbot, window, workplace):
    said: list[str] = []
    workplace.notices.said.connect(lambda _tone, sentence, *_rest: said.append(sentence))
    history, library = workplace.history, workplace.library
    history.do(lambda: library.apply(a_change_of(a_position(title="Fares"))), stack=history.library_stack)

    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert not library.entries()
    assert said == [f"Taken back: {a_change_of().label}."]


def test_what_can_no_longer_be_taken_back_is_said_to_be_so(qtbot, window, workplace):
    history, library = workplace.history, workplace.library
    first, second, third = (replace(a_response().head, title=each) for each in ("One", "Two", "Three"))
    library.apply(Change.of("Start", added(first, a_response().outline)))
    history.do(lambda: library.apply(Change.of("Rename", changed(first, second))))
    library.apply(Change.of("Rename", changed(second, third)))

    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "“Rename” can no longer be undone" in window.banner.sentence


def test_no_screen_is_made_once_the_window_was_told_to_stop(qtbot, workplace):
    made = MainWindow(workplace, screens=TWO_SCREENS)
    qtbot.addWidget(made)
    completed = []
    made.completed.connect(lambda: completed.append(True))

    made.stop_making()
    with qtbot.waitExposed(made):
        made.show()
    made.grab()
    QApplication.processEvents()

    assert not made.is_complete
    assert not completed


def test_what_can_be_dropped_is_shown_where_a_report_is_chosen(window, tmp_path):
    """And every format that is read has endings that both know."""
    assert set(ENDINGS) == set(Format)

    window.workplace.actions["report.open"].trigger()

    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    shown = dialog.nameFilters()[0].partition("(")[2].rstrip(")").split()
    assert shown == [f"*{each}" for endings in ENDINGS.values() for each in endings]
    assert all(may_be_report(tmp_path / f"Report{each.upper()}") for each in ALL_ENDINGS)
    dialog.reject()


def test_pasted_text_goes_to_the_reader(qtbot, window, elsewhere):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, window, Qt.Key.Key_O, keys)
    dialog = the_dialog(qtbot, window, PasteDialog)

    qtbot.keyClicks(QApplication.focusWidget(), "Recommendation 1: do it.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.read, Qt.Key.Key_Space)

    assert elsewhere.asked == ["Recommendation 1: do it."]


def test_ctrl_and_return_read_what_was_pasted_and_not_an_empty_paste(qtbot, window, elsewhere):
    window.paste_report()
    dialog = the_dialog(qtbot, window, PasteDialog)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, control)
    assert dialog.isVisible()

    qtbot.keyClicks(QApplication.focusWidget(), "Question 1: Why?")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, control)

    assert elsewhere.asked == ["Question 1: Why?"]


def test_an_empty_paste_cannot_be_read(qtbot, window):
    window.paste_report()
    dialog = the_dialog(qtbot, window, PasteDialog)

    assert not dialog.read.isEnabled()
    dialog.reject()


def test_a_statement_without_a_report_opens_on_the_desk(qtbot, window, library, elsewhere):
    press(qtbot, window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    [head] = library.response_heads()
    assert head.shape is Shape.STATEMENT
    assert head.author == "Ada Okafor"
    assert elsewhere.asked == [head.id]


def test_the_palette_finds_a_command_by_a_few_letters_and_does_it(qtbot, window):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, window, Qt.Key.Key_P, keys)
    palette = the_dialog(qtbot, window, CommandPalette)

    qtbot.keyClicks(QApplication.focusWidget(), "go else")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert window.current == "elsewhere"
    assert not palette.isVisible()


def test_undo_stands_in_the_menu_with_what_it_takes_back(qtbot, window, workplace, library):
    undo = workplace.actions["edit.undo"]
    assert not undo.isEnabled()
    window.start_statement()
    window.show_home()

    assert undo.text() == "&Undo Start “Untitled statement”"
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert library.response_heads() == ()
    assert not undo.isEnabled()


def test_a_long_job_shows_in_the_status_line_and_can_be_stopped(qtbot, window, workplace):
    def work(progress):
        while True:
            progress(1, 3)

    job = workplace.jobs.start(work, on=Worker.FILES, label="Reading the report")
    with qtbot.waitSignal(job.progressed):
        pass
    assert window.progress.isVisible()

    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(window.progress.stop, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not window.progress.isVisible())


def test_what_is_worked_on_stands_in_the_title_and_whether_it_is_saved_below(window, workplace):
    workplace.notices.title("Our answer")
    workplace.notices.saved("Saved just now")

    assert window.windowTitle() == "Our answer – Drafter"
    assert window.saved_words == "Saved just now"


def test_how_a_screen_stands_is_said_while_it_is_in_front(window, workplace):
    workplace.notices.standing("Not in the library yet")
    workplace.notices.saved("Saved just now")
    assert window.saved_words == "Not in the library yet"

    window.show_screen("elsewhere")

    assert window.saved_words == "Saved just now"


def test_an_offer_in_the_banner_does_what_it_says_once(qtbot, window, workplace):
    done = []
    workplace.notices.say("It is in the bin.", offer="Undo", act=lambda: done.append("undone"))

    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)

    assert done == ["undone"]
    assert not window.banner.isVisible()


def test_a_message_moves_nothing_of_what_she_reads(window, workplace):
    before = window.screen_named("home").geometry(), window.centralWidget().geometry()

    workplace.notices.warn("The file could not be read to its end, and this sentence goes on for long. " * 2)

    assert window.banner.isVisible()
    window.layout().activate()
    assert (window.screen_named("home").geometry(), window.centralWidget().geometry()) == before


def test_f6_leads_to_a_message_and_the_focus_goes_back_when_it_is_closed(qtbot, window, workplace):
    working = QApplication.focusWidget()
    workplace.notices.say("It is in the bin.", offer="Undo", act=lambda: None)
    for _ in parts_of(window):
        if QApplication.focusWidget() is not window.banner.offer:
            press(qtbot, window, Qt.Key.Key_F6)

    assert QApplication.focusWidget() is window.banner.offer
    press(qtbot, window, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is working


def test_it_comes_back_where_it_was(qtbot, window, workplace, tmp_path):
    places = QSettings(str(tmp_path / "places.ini"), QSettings.Format.IniFormat)
    window.resize(701, 503)
    window.keep_place(places)

    again = MainWindow(workplace, screens=TWO_SCREENS[1:])
    qtbot.addWidget(again)
    again.restore_place(places)

    assert (again.width(), again.height()) == (701, 503)


def test_the_first_time_it_is_no_larger_than_the_screen(qtbot, workplace, tmp_path):
    made = MainWindow(workplace, screens=TWO_SCREENS[1:])
    qtbot.addWidget(made)
    room = made.screen().availableSize()

    made.restore_place(QSettings(str(tmp_path / "none.ini"), QSettings.Format.IniFormat))

    assert made.width() == min(room.width(), 1280)
    assert made.height() == min(room.height() - 40, 720)


def test_it_does_not_close_over_words_that_could_not_be_saved(qtbot, window, elsewhere):
    def cannot():
        raise CannotWrite("The disk is full. Make room and try again.")

    elsewhere.close_down = cannot
    gone = []
    window.closed.connect(lambda: gone.append("gone"))

    window.close()

    assert window.isVisible()
    assert window.banner.sentence == "The disk is full. Make room and try again."
    assert gone == []

    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)
    assert gone == ["gone"]
    del elsewhere.close_down


def test_closing_flushes_autosave_first(qtbot, window, workplace):
    said = []
    workplace.history.about_to_write.connect(lambda: said.append("flushed"))
    window.closed.connect(lambda: said.append("closed"))

    press(qtbot, window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)

    assert said == ["flushed", "closed"]


def test_it_fits_on_a_small_screen_at_twice_the_scale(window):
    assert window.minimumSize().width() <= 683
    assert window.minimumSizeHint().width() <= 683
    assert window.minimumSizeHint().height() <= 384


def test_a_part_is_named_for_those_who_listen(qtbot):
    heading = Heading("Recommendations")
    qtbot.addWidget(heading)

    assert as_part(heading, "Recommendations").accessibleName() == "Recommendations"


def test_files_are_asked_for_where_the_last_one_was(qtbot, window, elsewhere, tmp_path):
    QSettings().remove("files/folder")
    report = tmp_path / "report.txt"
    report.write_text("Fund it.", encoding="utf-8")

    def asked():
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QFileDialog)))
        return next(each for each in window.findChildren(QFileDialog) if each.isVisible())

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chooser = asked()
    assert chooser.directory().path() == documents or not Path(documents).is_dir()
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(str(report))
    open_it = chooser.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open)
    qtbot.mouseClick(open_it, Qt.MouseButton.LeftButton)
    assert elsewhere.asked == [report]

    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    chooser = asked()
    assert chooser.directory().path() == str(tmp_path)
    chooser.reject()
    QSettings().remove("files/folder")

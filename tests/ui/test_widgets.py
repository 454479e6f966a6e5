"""The small widgets that screens share."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.coverage import coverage
from drafter.domain.records.positions import Status
from drafter.domain.records.stances import Stance
from drafter.ui.icons import icon, picture
from drafter.ui.schemes import DARK, LIGHT
from drafter.ui.theme import palette_of, style_sheet
from drafter.ui.widgets.banner import Banner
from drafter.ui.widgets.coverage_bar import CoverageBar
from drafter.ui.widgets.empty_state import EmptyState
from drafter.ui.widgets.folding import Fold, FoldingPanes
from drafter.ui.widgets.labels import Elided, ToolButton, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.parts import as_part, focus_next_part, parts_of
from drafter.ui.widgets.pill import stance_pill, status_pill
from tests.builders import a_passage, a_recommendation, a_report, a_response

pytestmark = pytest.mark.usefixtures("qapp")


def colours_of(widget):
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        QColor(picture.pixel(x, y)).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda each: each.name)
def test_a_pill_wears_the_colours_of_its_scheme_and_says_its_word(qtbot, scheme):
    pill = stance_pill(Stance.OPPOSE)
    qtbot.addWidget(pill)
    pill.setPalette(palette_of(scheme))
    pill.resize(pill.sizeHint())

    assert pill.accessibleName() == "Oppose"
    assert {scheme.bad.wash, scheme.bad.ink} <= colours_of(pill)


def test_a_pill_has_room_for_its_word(qtbot):
    short, long = status_pill(Status.DRAFT), stance_pill(Stance.WELCOME_WITH_CAVEATS)
    qtbot.addWidget(short)
    qtbot.addWidget(long)

    assert long.sizeHint().width() > short.sizeHint().width()
    assert long.sizeHint().height() == short.sizeHint().height()


def test_a_coverage_bar_says_in_words_what_it_shows(qtbot):
    one = a_recommendation(label="1")
    report = a_report(one, a_recommendation(label="2"))
    bar = CoverageBar(coverage(a_response(a_passage("Yes.", one), to=report), report))
    qtbot.addWidget(bar)
    bar.setPalette(palette_of(LIGHT))
    bar.resize(100, 6)

    assert bar.accessibleName() == "1 of 2 answered, 2 without a stance"
    seen = bar.grab().toImage()
    assert QColor(seen.pixel(25, 3)) == QColor(LIGHT.accent)
    assert QColor(seen.pixel(75, 3)) == QColor(LIGHT.line)


def test_words_from_a_report_are_never_dressed_up(qtbot):
    label = text_label("<b>not bold</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_line_without_room_says_the_whole_in_its_tooltip(qtbot):
    line = Elided("A very long title of a report that nobody can read at a glance")
    qtbot.addWidget(line)
    line.resize(80, 20)
    line.show()
    assert line.text().endswith("…")
    assert line.toolTip() == line.whole

    line.resize(900, 20)
    assert line.text() == line.whole
    assert line.toolTip() == ""


def test_good_news_goes_by_itself_and_a_warning_stays(qtbot):
    banner = Banner(stays=20)
    qtbot.addWidget(banner)
    banner.say("good", "Saved.")
    assert banner.isVisible()
    qtbot.waitUntil(lambda: not banner.isVisible())

    banner.say("caution", "The disk is nearly full.")
    assert not banner.is_passing
    assert banner.sentence == "The disk is nearly full."
    banner.hide()


def test_good_news_with_an_offer_goes_by_itself_too(qtbot):
    banner = Banner(stays=20)
    qtbot.addWidget(banner)
    banner.say("good", "Wrote “ours.docx”.", "Open it", lambda: None)

    assert banner.is_passing
    qtbot.waitUntil(lambda: not banner.isVisible())


def test_an_empty_place_offers_the_way_to_begin(qtbot):
    done = []
    empty = EmptyState(
        icon="library",
        title="No positions yet",
        sentence="Write the first.",
        offers=[("Write", lambda: done.append(1))],
    )
    qtbot.addWidget(empty)

    qtbot.mouseClick(empty.buttons[0], Qt.MouseButton.LeftButton)

    assert done == [1]


@pytest.fixture
def panes(qtbot):
    left, middle, right = QLineEdit("left"), QLineEdit("middle"), QLineEdit("right")
    folds = [
        Fold(title="Recommendations", widget=left, width=200),
        Fold(title="Draft", widget=middle, width=500, stretch=1),
        Fold(title="Library", widget=right, width=200),
    ]
    made = FoldingPanes(folds, threshold=800, first_tab=1)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made, left, middle, right


def test_panes_stand_side_by_side_while_there_is_room(panes):
    made, left, middle, right = panes

    assert not made.is_folded
    assert all(each.isVisible() for each in (left, middle, right))
    assert left.mapTo(made, QPoint()).x() < middle.mapTo(made, QPoint()).x() < right.mapTo(made, QPoint()).x()
    assert middle.width() > left.width()


def test_panes_fold_into_tabs_and_back_and_keep_what_is_in_them(qtbot, panes):
    made, left, middle, right = panes
    told: list[bool] = []
    made.folded_changed.connect(told.append)

    made.resize(600, 300)
    assert [each.isVisible() for each in (left, middle, right)] == [False, True, False]
    made.bring_up(right)
    assert right.isVisible()
    made.resize(1000, 300)

    qtbot.waitUntil(lambda: all(each.isVisible() for each in (left, middle, right)))
    assert told == [True, False]
    assert left.text() == "left"


@pytest.mark.parametrize("pane", [1, 2, 3])
def test_the_focus_stays_within_panes_that_fold(qtbot, panes, pane):
    made, used = panes[0], panes[pane]
    made.activateWindow()
    used.setFocus()
    qtbot.waitUntil(used.hasFocus)

    made.resize(600, 300)

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert focus is used or not used.isVisible()


def test_widths_that_were_dragged_come_back_after_folding(qtbot, panes):
    made, left, *_ = panes
    splitter = made.findChild(QSplitter)
    handle = splitter.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + QPoint(80, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    dragged = left.width()
    assert dragged > 250

    made.resize(600, 300)
    kept = made.save_state()
    made.resize(1000, 300)

    qtbot.waitUntil(lambda: left.isVisible() and abs(left.width() - dragged) <= 2)
    assert kept == made.save_state()


def test_panes_let_the_window_become_narrow_enough_to_fold(panes):
    made, *_ = panes

    assert made.minimumSizeHint().width() < 400


@pytest.fixture
def three_parts(qtbot):
    whole = QWidget()
    column = QVBoxLayout(whole)
    fields = [QLineEdit(), QPushButton("Go"), QLineEdit()]
    for name, field in zip(("first", "second", "third"), fields, strict=True):
        column.addWidget(as_part(field, name))
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    return whole, fields


def test_the_focus_goes_round_the_parts(three_parts):
    whole, fields = three_parts
    fields[0].setFocus()
    seen = []

    for _ in range(3):
        focus_next_part(whole, 1)
        seen.append(fields.index(QApplication.focusWidget()))

    assert seen == [1, 2, 0]


def test_a_part_that_is_hidden_or_cannot_be_used_is_passed_over(three_parts):
    whole, fields = three_parts
    fields[0].setFocus()
    fields[1].setEnabled(False)
    focus_next_part(whole, 1)
    assert fields[2].hasFocus()

    fields[0].hide()

    assert parts_of(whole) == (fields[1], fields[2])


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda each: each.name)
def test_an_icon_is_drawn_in_the_colour_asked_for(scheme):
    drawn = picture("home", scheme.accent, size=40).toImage()
    inked = {
        QColor.fromRgba(drawn.pixel(x, y)).name().upper()
        for x in range(40)
        for y in range(40)
        if drawn.pixelColor(x, y).alpha() == 255
    }

    assert inked == {scheme.accent}
    assert not icon("home", scheme).isNull()


def test_enter_presses_the_button_that_has_the_focus(qtbot):
    screen = QWidget()
    qtbot.addWidget(screen)
    push, tool = button("Go on"), ToolButton()
    tool.setText("Drop")
    screen.setLayout(row(push, tool))
    screen.show()

    for each in (push, tool):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            with qtbot.waitSignal(each.clicked, timeout=1000):
                qtbot.keyClick(each, key)
        with qtbot.assertNotEmitted(each.clicked):
            qtbot.keyClick(each, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_in_a_dialog_does_one_thing(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    usual, other, line = button("Save"), button("Look first"), QLineEdit()
    dialog.setLayout(column(line, usual, other))
    usual.setDefault(True)
    pressed = []
    usual.clicked.connect(lambda: pressed.append("usual"))
    other.clicked.connect(lambda: pressed.append("other"))
    dialog.show()

    for each in (other, line, usual):
        each.setFocus()
        qtbot.keyClick(each, Qt.Key.Key_Return)

    assert pressed == ["other", "usual", "usual"]


def test_a_box_drops_its_list_below_it_as_high_as_its_rows(qapp, qtbot):
    before = qapp.styleSheet()
    qapp.setStyleSheet(style_sheet(LIGHT))
    try:
        box = QComboBox()
        qtbot.addWidget(box)
        box.addItems(["Recommendation", "Conclusion", "Question", "Proposal", "Idea"])
        box.setCurrentIndex(2)
        box.show()
        box.showPopup()
        view = box.view()
        last = view.visualRect(view.model().index(4, 0))

        assert view.viewport().rect().contains(last)
        assert view.window().geometry().top() >= box.mapToGlobal(box.rect().bottomLeft()).y()
        box.hidePopup()
    finally:
        qapp.setStyleSheet(before)


def test_what_is_neither_good_nor_bad_passes_by_itself(qtbot):
    banner = Banner(stays=1)
    qtbot.addWidget(banner)
    banner.say("plain", "Reading of report.pdf was stopped.")

    assert banner.is_passing
    qtbot.waitUntil(banner.isHidden)

"""The outline on the desk: gone to, moved by key and drag, and what is dropped on a section or the page."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from drafter.ui.models.outline import SECTION, OutlineModel, outline_rows
from drafter.ui.models.recommendations import RecommendationsModel, dropped_recommendations
from drafter.ui.text.draft_edit import position_mime
from tests.builders import a_passage, a_recommendation, a_report, a_response, a_section
from tests.ui.desk.laid import EXPENSES, FUND, PASS, PAY, three_sections

CONTROL = Qt.KeyboardModifier.ControlModifier
MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def outline(qtbot, desk):
    desk.sheet.edit.setFocus()
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_U, CONTROL)
    qtbot.waitUntil(desk.outline.pane.list.hasFocus)
    return desk.outline.pane


def titles(pane):
    return [each.title for each in pane.model.rows]


def drop(widget, data, point):
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def box(pane, row):
    return pane.list.visualRect(pane.model.index(row))


def dragged(desk, recommendation):
    model = desk.recommendations.model
    return model.mimeData([model.index(model.row_of(recommendation.id))])


def test_the_model_keeps_to_the_rules_of_qt(qapp):  # noqa: ARG001 - models need it
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    assert model.rowCount() == 0
    assert tester.model() is model


def test_each_section_says_what_it_answers_and_how_long_it_is(qtbot, open_desk):
    pane = outline(qtbot, open_desk(three_sections()))

    said = [(each.title, each.length, each.first_words) for each in pane.model.rows]
    assert said == [
        ("In brief", "2 words", "Our response."),
        ("Recommendation 1", "0 words", "Nothing is written here yet"),
        ("Recommendation 2", "0 words", "Nothing is written here yet"),
        ("Recommendation 3", "2 words", "We agree."),
    ]


def test_what_has_a_limit_counts_against_it(open_desk):
    asked = a_recommendation("Why?", label="7", limit=1)
    desk = open_desk(three_sections())
    draft = desk.in_hand.draft
    response = a_response(a_section(a_passage("Two words.", asked)), to=a_report(asked))

    (row,) = outline_rows(
        type(draft)(response=response, report=a_report(asked), values=draft.values, today=draft.today), {}
    )

    assert (row.length, row.is_over) == ("2 of 1 words", True)


def test_enter_and_a_click_go_to_the_section(qtbot, open_desk):
    desk = open_desk(three_sections())
    pane = outline(qtbot, desk)

    qtbot.keyClick(pane.list, Qt.Key.Key_End)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    at_the_end = desk.in_hand.text.answered_here()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=box(pane, 2).center())

    assert [each.id for each in at_the_end] == [PAY.id]
    assert [each.id for each in desk.in_hand.text.answered_here()] == [PASS.id]


def test_a_key_moves_the_chosen_section_and_one_undo_takes_it_back(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    pane = outline(qtbot, desk)
    before = desk.sheet.edit.sections()

    qtbot.keyClick(pane.list, Qt.Key.Key_End)
    qtbot.keyClick(pane.list, Qt.Key.Key_Up, MOVE)
    moved = titles(pane)
    workplace.history.undo()

    assert moved == ["In brief", "Recommendation 1", "Recommendation 3", "Recommendation 2"]
    assert desk.sheet.edit.sections() == before


def test_the_same_key_in_the_draft_moves_the_section_at_the_cursor(qtbot, open_desk):
    desk = open_desk(three_sections())
    pane = outline(qtbot, desk)
    desk.sheet.edit.setFocus()
    desk.in_hand.text.show(FUND.id)

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Down, MOVE)

    assert titles(pane) == ["In brief", "Recommendation 2", "Recommendation 1", "Recommendation 3"]
    assert [each.id for each in desk.in_hand.text.answered_here()] == [FUND.id]


def test_a_section_is_dropped_several_places_on_in_one_step(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    pane = outline(qtbot, desk)
    before = desk.sheet.edit.sections()
    data = pane.model.mimeData([pane.model.index(3)])

    pane.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, pane.list.rootIndex())
    moved = titles(pane)
    workplace.history.undo()

    assert data.hasFormat(SECTION)
    assert moved == ["Recommendation 3", "In brief", "Recommendation 1", "Recommendation 2"]
    assert desk.sheet.edit.sections() == before


def test_a_recommendation_dropped_on_a_section_is_answered_there_too(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    pane = outline(qtbot, desk)

    drop(pane.list, dragged(desk, FUND), box(pane, 3).center())
    answered = desk.sheet.edit.sections()[3].answers
    workplace.history.undo()

    assert answered == (FUND.id, PAY.id)
    assert desk.sheet.edit.sections()[3].answers == (PAY.id,)


def test_a_position_dropped_on_a_section_goes_into_it(qtbot, open_desk):
    desk = open_desk(three_sections())
    pane = outline(qtbot, desk)

    drop(pane.list, position_mime(EXPENSES.id), box(pane, 3).center())

    passages = desk.sheet.edit.sections()[3].passages
    assert [each.text.plain for each in passages] == [
        "We agree.",
        "Volunteers should have their expenses paid.",
    ]
    assert passages[1].answers == (PAY.id,)


def test_a_position_held_over_the_tab_of_the_outline_brings_it_up(qtbot, open_desk):
    desk = open_desk(three_sections())
    desk.tabs.setCurrentWidget(desk.library)
    bar, data = desk.tabs.tabBar(), position_mime(EXPENSES.id)
    point = bar.tabRect(desk.tabs.indexOf(desk.outline.pane)).center()
    held = (
        point,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    assert bar.acceptDrops()
    for event in (QDragEnterEvent(*held), QDragMoveEvent(*held)):
        QApplication.sendEvent(bar, event)

    qtbot.waitUntil(lambda: desk.tabs.currentWidget() is desk.outline.pane)
    QApplication.sendEvent(bar, QDragLeaveEvent())  # else Qt keeps the bar as its target beyond its life


def test_a_recommendation_dropped_on_the_page_is_answered_by_the_passage_there(open_desk):
    desk = open_desk(three_sections())
    edit = desk.sheet.edit
    desk.in_hand.text.show(PAY.id)
    point = edit.cursorRect().center()
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        dragged(desk, PASS),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    desk.outline.eventFilter(edit.viewport(), event)

    assert edit.sections()[3].answers == (PASS.id, PAY.id)


def test_what_is_no_list_of_recommendations_is_not_believed(qapp):  # noqa: ARG001 - models need it
    data = RecommendationsModel().mimeData([])
    data.setData("application/x-drafter-recommendations", b"{not json")

    assert dropped_recommendations(data) == ()

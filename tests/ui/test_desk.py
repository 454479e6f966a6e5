"""The desk by itself, with real clicks and keys."""

import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from drafter.domain.changes import Change, added
from drafter.domain.checks import Code
from drafter.domain.coverage import coverage
from drafter.domain.records.positions import Status
from drafter.domain.records.responses import Shape, Use
from drafter.domain.records.stances import Stance
from drafter.services import answering, positions
from drafter.services.clock import today
from drafter.settings import Preferences
from drafter.ui.actions import Actions
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.models.findings import FindingsModel
from drafter.ui.models.recommendations import RecommendationsModel, Show
from drafter.ui.models.suggestions import SuggestionsModel
from drafter.ui.panes.desk import make_desk
from drafter.ui.panes.desk_actions import DESK_ACTIONS
from drafter.ui.panes.desk_idea import IdeaDialog
from drafter.ui.screens import ScreenRow, rows_of
from drafter.ui.text.draft_blocks import all_blocks
from drafter.ui.text.draft_edit import position_mime
from drafter.ui.text.marks import MarkKind
from drafter.ui.workplace import KeptPreferences, Notices, Workplace
from tests.builders import (
    A_RESPONSE,
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

FUND = a_recommendation(
    "The Government should fund small charities for three years.", label="1", heading="Money"
)
PASS = a_recommendation("The Government should introduce a volunteer passport.", label="2", heading="People")
PAY = a_recommendation("Every grant should pay volunteers their expenses.", label="3", heading="People")
REPORT = a_report(FUND, PASS, PAY)
FUNDING = a_position(
    "<p>Three years of funding let a small charity plan.</p>", title="Long-term funding", named="p1"
)
EXPENSES = a_position("<p>Volunteers should have their expenses paid.</p>", title="Expenses", named="p2")


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    jobs = Jobs()
    row = ScreenRow(
        name="desk", title="Desk", icon="desk", key="Ctrl+3", factory=make_desk, actions=DESK_ACTIONS
    )
    yield Workplace(
        library=library,
        history=History(library),
        jobs=jobs,
        preferences=KeptPreferences(Preferences(person=OFFICER, asked=True), tmp_path / "settings.json"),
        notices=Notices(),
        actions=Actions(rows_of((row,))),
    )
    jobs.close()


@pytest.fixture
def stored(library):
    """Two positions, a report of three recommendations, and a response that the test lays out."""
    library.apply(a_change_of(FUNDING, EXPENSES))
    for each in (FUNDING, EXPENSES):
        positions.approve(library, each.id, by="The director")
    library.apply(Change.of("Keep", added(REPORT)))

    def keep(response):
        records = (response.head, response.outline, *response.passages, *response.stances)
        library.apply(Change.of("Load", added(*records)))

    return keep


@pytest.fixture
def open_desk(qtbot, workplace, stored):
    """The desk with a response on it."""

    def opened(response, size=(1280, 720)):
        stored(response)
        made = make_desk(workplace)
        workplace.actions.attach("desk", made)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.open_response(response.id)
        return made

    return opened


def three_sections(shape=Shape.POINT_BY_POINT, **more):
    return a_response(
        a_section(a_passage("Our response.", named="opening"), heading="In brief"),
        a_section(a_passage("", FUND, named="on 1")),
        a_section(a_passage("", PASS, named="on 2")),
        a_section(a_passage("We agree.", PAY, named="on 3")),
        to=REPORT,
        shape=shape,
        **more,
    )


def rows_of_list(desk):
    model = desk.recommendations.model
    return [str(model.index(row).data()).split("  ")[0] for row in range(model.rowCount())]


def choose(qtbot, desk, recommendation):
    row = desk.recommendations.model.row_of(recommendation.id)
    box = desk.recommendations.list.visualRect(desk.recommendations.model.index(row))
    qtbot.mouseClick(desk.recommendations.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def found(desk, title):
    return lambda: title in [each.entry.title for each in desk.library.model.cards]


def test_the_models_keep_to_the_rules_of_qt(qapp):  # noqa: ARG001 - models need it
    recommendations, cards, findings = RecommendationsModel(), SuggestionsModel(), FindingsModel()
    testers = [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Warning)
        for each in (recommendations, cards, findings)
    ]

    recommendations.show_coverage(coverage(three_sections(), REPORT))
    recommendations.set_filter(Show.OPEN)
    recommendations.keep([PAY.id])
    recommendations.set_filter(Stance.OPPOSE)

    assert recommendations.row_of(PAY.id) == 1
    assert len(testers) == 3


def test_recommendations_stand_under_their_headings(open_desk):
    desk = open_desk(three_sections())

    assert rows_of_list(desk) == ["Money", "1", "People", "2", "3"]


def test_the_filter_lists_what_is_open_and_keeps_what_is_chosen(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(PAY),)))
    choose(qtbot, desk, PAY)

    desk.recommendations.filter.setCurrentIndex(1)
    desk.recommendations.filter.activated.emit(1)
    kept = rows_of_list(desk)
    choose(qtbot, desk, FUND)

    assert kept == ["Money", "1", "People", "2", "3"]
    qtbot.waitUntil(lambda: rows_of_list(desk) == ["Money", "1", "People", "2"])


def test_the_next_open_one_is_a_key_away(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(PAY), a_stance(FUND))))
    choose(qtbot, desk, PAY)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_F8)

    assert desk.recommendations.current == FUND.id


def test_no_comment_asks_for_its_reason_and_the_reason_is_kept(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    choose(qtbot, desk, PASS)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_6)
    assert desk.recommendations.detail.reason.hasFocus()
    qtbot.keyClicks(desk.recommendations.detail.reason, "Outside our field.")
    choose(qtbot, desk, FUND)

    taken = library.response(A_RESPONSE).stance_on(PASS.id)
    assert (taken.stance, taken.reason) == (Stance.NO_COMMENT, "Outside our field.")
    assert desk.recommendations.detail.reason.words == ""


def test_the_private_note_is_kept_by_itself(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)

    qtbot.keyClicks(desk.recommendations.detail.note, "Ask the treasurer.")

    qtbot.waitUntil(lambda: library.response(A_RESPONSE).stance_on(FUND.id).note == "Ask the treasurer.")


def test_the_library_offers_what_suits_the_chosen_recommendation(qtbot, open_desk):
    desk = open_desk(three_sections())

    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))

    card = desk.library.model.cards[0]
    assert card.standing.startswith("Position · approved")
    assert card.why.startswith("Matches ")
    assert "charities" in card.why


def test_enter_inserts_at_the_chosen_recommendation_and_marks_it(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))

    desk.library.list.setFocus()
    qtbot.keyClick(desk.library.list, Qt.Key.Key_Return)

    made = next(each for each in desk.in_hand.facts.response.passages if each.use is not None)
    assert made.answers == (FUND.id,)
    assert made.text == FUNDING.current.text
    assert [len(each.passages) for each in desk.in_hand.facts.response.sections] == [1, 1, 1, 1]
    qtbot.waitUntil(
        lambda: (mark := desk.sheet.edit.mark_of(made.id)) is not None and mark.kind is MarkKind.VERBATIM
    )
    qtbot.waitUntil(lambda: desk.library.model.cards[0].is_here)


def test_a_position_that_is_dropped_answers_what_stands_there(open_desk):
    desk = open_desk(three_sections())
    edit = desk.sheet.edit
    edit.scroll_to_passage(a_passage("", named="on 3").id)
    point = QPointF(edit.cursorRect().center())
    given: QMimeData = position_mime(EXPENSES.id)

    event = QDropEvent(
        point, Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    edit.dropEvent(event)

    made = next(each for each in desk.in_hand.facts.response.passages if each.use is not None)
    assert made.answers == (PAY.id,)


def test_tailored_and_retired_words_are_marked(qtbot, open_desk, library):
    response = a_response(
        a_section(
            a_passage(of=FUNDING, named="verbatim"), a_passage("Other words.", of=EXPENSES, named="other")
        ),
        to=REPORT,
    )
    desk = open_desk(_with_real_revisions(library, response))
    passages = {each.use.position: each.id for each in desk.in_hand.facts.response.passages}

    def marked(position, kind):
        mark = desk.sheet.edit.mark_of(passages[position])
        return mark is not None and mark.kind is kind

    qtbot.waitUntil(lambda: marked(FUNDING.id, MarkKind.VERBATIM) and marked(EXPENSES.id, MarkKind.TAILORED))
    desk._place.history.do(
        lambda: positions.retire(library, FUNDING.id, by="The director"),
        stack=desk._place.history.library_stack,
    )
    qtbot.waitUntil(lambda: marked(FUNDING.id, MarkKind.RETIRED))


def _with_real_revisions(library, response):
    """The builders' revisions have ids of their own; the library's are what counts."""

    def real(passage):
        use = passage.use
        return replace(
            passage, use=Use(position=use.position, revision=library.position(use.position).current.id)
        )

    sections = tuple(replace(each, passages=tuple(map(real, each.passages))) for each in response.sections)
    return replace(response, sections=sections)


def test_search_drops_what_was_asked_before(qtbot, open_desk):
    desk = open_desk(three_sections())
    desk.library.search.setFocus()

    qtbot.keyClicks(desk.library.search, "expen")
    qtbot.waitUntil(lambda: [each.entry.title for each in desk.library.model.cards] == ["Expenses"])
    qtbot.keyClicks(desk.library.search, "zz")
    qtbot.waitUntil(lambda: desk.library.model.rowCount() == 0)

    assert "Nothing in the library has these words" in desk.library._none.text()
    qtbot.keyClick(desk.library.search, Qt.Key.Key_Escape)
    assert desk.library.search.text() == ""


def test_a_card_warns_of_a_stance_that_it_contradicts(qtbot, open_desk, library):
    against = a_position(
        "<p>A volunteer passport would burden small groups.</p>",
        title="No passport",
        named="p3",
        stance=Stance.OPPOSE,
    )
    library.apply(a_change_of(against))
    desk = open_desk(three_sections(stances=(a_stance(PASS),)))

    choose(qtbot, desk, PASS)
    qtbot.waitUntil(found(desk, "No passport"))

    card = next(each for each in desk.library.model.cards if each.entry.title == "No passport")
    assert card.warning == "Usually says “oppose”; your stance is “welcome”"
    assert card.entry.status is Status.DRAFT


def test_what_has_no_place_gets_one_in_the_order_of_the_report(qtbot, open_desk):
    response = a_response(a_section(a_passage("On 1.", FUND)), a_section(a_passage("On 3.", PAY)), to=REPORT)
    desk = open_desk(response)
    choose(qtbot, desk, PASS)
    assert desk.recommendations.detail.answer.text() == "Answer this here"

    qtbot.mouseClick(desk.recommendations.detail.answer, Qt.MouseButton.LeftButton)
    assert desk.sheet.edit.hasFocus()
    qtbot.keyClicks(desk.sheet.edit, "On 2.")
    desk._before_writing()

    answered = [(each.answers, each.text.plain) for each in desk.in_hand.facts.response.passages]
    assert answered == [((FUND.id,), "On 1."), ((PASS.id,), "On 2."), ((PAY.id,), "On 3.")]


def test_a_section_before_all_others_is_found_too(qtbot, open_desk):
    desk = open_desk(a_response(a_section(a_passage("On 3.", PAY)), to=REPORT))
    choose(qtbot, desk, FUND)

    qtbot.mouseClick(desk.recommendations.detail.answer, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(desk.sheet.edit, "On 1.")
    desk._before_writing()

    assert [each.answers for each in desk.in_hand.facts.response.sections] == [(FUND.id,), (PAY.id,)]


def test_a_finding_leads_to_its_place(qtbot, open_desk):
    response = a_response(a_section(a_passage("It cost £2 million.", PAY, named="money")), to=REPORT)
    desk = open_desk(response)
    qtbot.waitUntil(lambda: desk.readiness.model.rowCount() > 0)
    row = next(
        n for n, each in enumerate(desk.readiness.model.findings) if each.code is Code.UNSOURCED_FIGURE
    )

    desk.tabs.setCurrentWidget(desk.readiness)
    box = desk.readiness.list.visualRect(desk.readiness.model.index(row))
    desk.readiness.list.scrollTo(desk.readiness.model.index(row))
    box = desk.readiness.list.visualRect(desk.readiness.model.index(row))
    qtbot.mouseClick(desk.readiness.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert desk.sheet.edit.hasFocus()
    assert desk.sheet.edit.textCursor().selectedText() == "£2 million"


def test_an_idea_named_by_hand_joins_the_list(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())

    workplace.actions["desk.idea"].trigger()
    dialog = desk.findChild(IdeaDialog)
    qtbot.keyClicks(dialog.words, "Trust the volunteers")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)

    last = library.report(REPORT.id).recommendations[-1]
    assert (last.label, last.text) == ("Idea 1", "Trust the volunteers")
    assert desk.recommendations.current == last.id


def test_what_is_typed_is_safe_within_a_second(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    desk.sheet.edit.scroll_to_passage(a_passage("", named="opening").id)
    desk.sheet.edit.setFocus()
    began = time.monotonic()

    def typed_and_saved():
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_X)
        return "x" in next(iter(library.response(A_RESPONSE).passages)).text.plain

    qtbot.waitUntil(typed_and_saved)

    assert time.monotonic() - began < 1.5  # a second, and what a busy machine adds


def test_a_save_that_fails_is_said_and_tried_again(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    said: list[str] = []
    warned: list[Any] = []
    workplace.notices.saved_changed.connect(said.append)
    workplace.notices.said.connect(lambda *what: warned.append(what))
    with library.using() as db:
        db.execute("PRAGMA query_only = ON")
    desk.sheet.edit.scroll_to_passage(a_passage("", named="opening").id)
    desk.sheet.edit.setFocus()

    qtbot.keyClicks(desk.sheet.edit, "abc")
    qtbot.waitUntil(lambda: bool(warned), timeout=3000)
    assert "Not saved yet" in said
    assert "is not saved yet" in warned[0][1]
    with library.using() as db:
        db.execute("PRAGMA query_only = OFF")
    warned[0][3]()

    qtbot.waitUntil(lambda: "abc" in next(iter(library.response(A_RESPONSE).passages)).text.plain)


def test_the_head_goes_with_the_text_and_comes_back(qtbot, open_desk):
    long = a_response(*(a_section(a_passage(f"Words {n}. " * 60)) for n in range(20)), to=REPORT)
    desk = open_desk(long)
    bar = desk.sheet.edit.verticalScrollBar()

    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not desk.sheet.head.isVisible())
    bar.setValue(0)

    qtbot.waitUntil(desk.sheet.head.isVisible)


def test_find_counts_goes_round_and_closes(qtbot, open_desk):
    desk = open_desk(a_response(a_section(a_passage("One fish, two fish.")), to=REPORT))
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    qtbot.keyClicks(desk.sheet.find_bar.words, "fish")
    said = desk.sheet.find_bar.said
    qtbot.keyClick(desk.sheet.find_bar.words, Qt.Key.Key_Return)
    first = desk.sheet.edit.textCursor().selectionStart()
    qtbot.keyClick(desk.sheet.find_bar.words, Qt.Key.Key_Return)
    second = desk.sheet.edit.textCursor().selectionStart()
    qtbot.keyClick(desk.sheet.find_bar.words, Qt.Key.Key_Escape)

    assert said == "2 places"
    assert first != second
    assert not desk.sheet.find_bar.isVisible()
    assert desk.sheet.edit.hasFocus()


def test_panes_fold_where_there_is_little_room(qtbot, open_desk):
    desk = open_desk(three_sections(), size=(900, 600))
    assert desk.panes.is_folded

    qtbot.keyClick(desk, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert desk.library.search.hasFocus()


def test_a_change_elsewhere_never_reloads_the_text(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Typed. ")

    workplace.history.do(
        lambda: answering.set_stance(library, A_RESPONSE, [FUND.id], Stance.OPPOSE, by="Somebody"),
        stack=workplace.history.library_stack,
    )

    assert "Typed. " in desk.sheet.edit.toPlainText()
    assert desk.in_hand.facts.taken(FUND.id).stance is Stance.OPPOSE


def test_a_mark_that_is_clicked_shows_where_the_words_are_from(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))
    made = desk.in_hand.text.insert(EXPENSES.id, FUND.id)

    desk.sheet.edit.mark_clicked.emit(made)

    assert desk.library.wording.text.toPlainText() == EXPENSES.current.text.plain
    assert desk.sheet.edit.current_passage() == made


def test_the_title_block_is_kept_as_steps_of_the_response(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections(title="Before"))

    desk.sheet.head.role.setFocus()
    qtbot.keyClicks(desk.sheet.head.role, "Director")
    qtbot.keyClick(desk.sheet.head.role, Qt.Key.Key_Return)
    after = library.response(A_RESPONSE).head.role
    workplace.history.undo()

    assert after == "Director"
    assert library.response(A_RESPONSE).head.role == ""
    assert desk.sheet.head.role.text() == ""


def test_the_deadline_is_chosen_and_told(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    desk.strip.deadline.setFocus()

    qtbot.keyClick(desk.strip.deadline, Qt.Key.Key_Up)
    qtbot.keyClick(desk.strip.deadline, Qt.Key.Key_Return)

    assert library.response(A_RESPONSE).head.deadline == today()
    assert desk.strip._when.text() == "due today"


def test_a_section_is_gone_to_by_its_name(open_desk):
    desk = open_desk(three_sections())
    names = [desk.sheet.sections.itemText(at) for at in range(desk.sheet.sections.count())]

    desk.sheet.sections.setCurrentIndex(3)
    desk.sheet.sections.activated.emit(3)

    assert names == ["In brief", "Recommendation 1", "Recommendation 2", "Recommendation 3"]
    assert desk.recommendations.current == PAY.id
    assert desk.sheet.edit.hasFocus()


def test_an_empty_passage_says_what_it_is_to_answer(open_desk):
    desk = open_desk(three_sections())
    edit = desk.sheet.edit

    prompts = [edit.prompt_of(each) for each in all_blocks(edit.draft)]

    assert prompts[2] == "Answer: “The Government should fund small charities for three years.”"
    assert prompts[-1] == ""


def test_the_zoom_is_remembered_as_hers(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    desk.sheet.edit.setFocus()

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert workplace.preferences.value.zoom == desk.sheet.edit.zoom == 110


def test_what_a_statement_does_not_cover_is_turned_round_by_a_key(qtbot, open_desk, library):
    desk = open_desk(three_sections(Shape.STATEMENT))
    choose(qtbot, desk, FUND)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_X)
    aside = library.response(A_RESPONSE).stance_on(FUND.id).set_aside
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_X)

    assert aside
    assert not library.response(A_RESPONSE).stance_on(FUND.id).set_aside


def test_another_shape_counts_otherwise(open_desk, library, workplace):
    desk = open_desk(three_sections())

    workplace.actions["desk.shape.statement"].trigger()

    assert library.response(A_RESPONSE).head.shape is Shape.STATEMENT
    assert desk.strip.sentence.whole == "1 of 3 answered, 2 not covered here"


def test_panes_are_as_wide_as_they_were_after_folding(qtbot, open_desk):
    desk = open_desk(three_sections())
    before = desk.recommendations.width()

    desk.resize(900, 600)
    qtbot.waitUntil(lambda: desk.panes.is_folded)
    desk.resize(1280, 720)

    qtbot.waitUntil(lambda: abs(desk.recommendations.width() - before) <= 2)


def test_the_export_window_opens_on_what_was_just_typed(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    desk.sheet.edit.scroll_to_passage(a_passage("", named="opening").id)
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Typed. ")

    workplace.actions["response.export"].trigger()

    dialog = desk.findChild(ExportDialog)
    assert next(iter(library.response(A_RESPONSE).passages)).text.plain.startswith("Typed. ")
    dialog.close()


def test_every_action_of_the_desk_has_words_and_a_tip(workplace):
    without = [row.name for row in DESK_ACTIONS if not (row.words and row.tip and row.menu)]
    keys = [key for row in workplace.actions.rows if row.screen in {"", "desk"} for key in row.keys]

    assert without == []
    assert len(keys) == len(set(keys))


def test_an_empty_desk_says_what_to_do(qtbot, workplace):
    desk = make_desk(workplace)
    qtbot.addWidget(desk)
    desk.resize(1000, 600)
    desk.show()

    desk.shown()
    with qtbot.waitSignal(desk.report_wanted):
        qtbot.mouseClick(desk._nothing.buttons[0], Qt.MouseButton.LeftButton)

    assert not workplace.actions["response.export"].isEnabled()

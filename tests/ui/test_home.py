"""Home, with real clicks and keys."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu

from drafter.domain.changes import Change, added
from drafter.domain.records.ids import ReportId, ResponseId, id_from
from drafter.domain.records.responses import Outline, ResponseState, Shape
from drafter.services.clock import today
from drafter.ui.panes.home import make_home
from drafter.ui.panes.home_card import urgency
from drafter.ui.panes.home_welcome import FirstSteps
from drafter.ui.widgets.pill import Pill
from tests.builders import (
    NOON,
    TODAY,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
)


def start(library, title, **more):
    """A response of that title in the library; its id."""
    head = replace(a_response(title=title).head, id=ResponseId(id_from(title)), **more)
    library.apply(Change.of("Start", added(head, Outline(response=head.id))))
    return head.id


@pytest.fixture
def home(window):
    return window.screen_named("home")


def show(window):
    """Home anew, as it is after coming back to it, laid out."""
    window.show_home()
    QApplication.sendPostedEvents()


def titles(home):
    return [card.accessibleName().split(",")[0] for card in home.cards]


def answer(qtbot, window, text):
    """Type into the dialog that asks for a headline, and confirm."""
    dialog = next(each for each in window.findChildren(QInputDialog) if each.isVisible())
    line = dialog.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def the_menu(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def test_an_empty_library_explains_itself(qtbot, window, home):
    steps = home.findChild(FirstSteps)

    assert steps.isVisible()
    with qtbot.waitSignal(home.library_wanted):
        qtbot.mouseClick(steps.begin, Qt.MouseButton.LeftButton)
    assert window.current == "elsewhere"


def test_the_explanation_goes_once_there_is_something(window, home, library):
    library.apply(a_change_of(a_position()))
    show(window)

    assert not home.findChild(FirstSteps).isVisible()


@pytest.mark.parametrize(
    ("way", "signal"),
    [
        ("open", "report_wanted"),
        ("paste", "text_wanted"),
        ("statement", "statement_wanted"),
        ("sample", "sample_wanted"),
    ],
)
def test_each_way_in_says_what_is_wanted(qtbot, workplace, way, signal):
    home = make_alone(qtbot, workplace)

    with qtbot.waitSignal(getattr(home, signal)):
        qtbot.mouseClick(getattr(home.way_in, way), Qt.MouseButton.LeftButton)


def make_alone(qtbot, workplace):
    """Home without a window that would answer it."""
    made = make_home(workplace)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.shown()
    return made


def test_a_card_says_in_words_how_a_response_stands(window, home, library):
    one = a_recommendation(label="1")
    report = replace(a_report(one, a_recommendation(label="2"), title="Stronger Together"), added_at=NOON)
    tomorrow = today() + timedelta(days=1)
    answer = a_response(
        a_passage("We agree.", one), to=report, deadline=tomorrow, state=ResponseState.OUT_FOR_COMMENT
    )
    library.apply(Change.of("Keep", added(report, answer.head, answer.outline, *answer.passages)))
    show(window)

    [card] = home.cards
    assert (
        card.accessibleName()
        == "Our response, out for comment, 1 of 2 answered, 2 without a stance, due tomorrow"
    )
    assert card.findChild(Pill).word == "Out for comment"


def test_a_click_opens_a_response(qtbot, window, home, library, elsewhere):
    response = start(library, "Our answer")
    show(window)

    qtbot.mouseClick(home.cards[0], Qt.MouseButton.LeftButton)

    assert elsewhere.asked == [response]
    assert window.current == "elsewhere"


def test_arrows_go_from_card_to_card_and_enter_opens(qtbot, window, home, library, elsewhere):
    start(library, "A")
    second = start(library, "B")
    show(window)
    home.cards[0].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert elsewhere.asked == [second]


def test_delete_puts_into_the_bin_and_undo_brings_it_back(qtbot, window, home, library):
    start(library, "A")
    start(library, "B")
    show(window)
    home.cards[0].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert titles(home) == ["B"]
    assert window.banner.sentence == "“A” is in the bin."
    assert home.cards[0].hasFocus()

    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)
    assert titles(home) == ["A", "B"]


def test_what_is_in_the_bin_can_be_put_back(qtbot, window, home, library):
    start(library, "A", deleted=True)
    show(window)
    assert home.bin.text() == "Bin: 1"

    qtbot.mouseClick(home.bin, Qt.MouseButton.LeftButton)
    menu = the_menu(qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: titles(home) == ["A"])
    assert not home.bin.isVisible()


def test_a_response_is_renamed_with_f2_and_that_can_be_undone(qtbot, window, home, library):
    start(library, "Our anser")
    show(window)
    home.cards[0].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    answer(qtbot, window, "  Our   answer ")
    assert titles(home) == ["Our answer"]

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(home) == ["Our anser"]


def test_an_empty_headline_changes_nothing(qtbot, window, home, library):
    start(library, "Our answer")
    show(window)
    home.cards[0].setFocus()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    answer(qtbot, window, " ")

    assert titles(home) == ["Our answer"]


def test_the_context_menu_offers_what_the_keys_do(qtbot, window, home, library):
    start(library, "A")
    show(window)
    home.open_menu(home.cards[0].response, home.mapToGlobal(home.rect().center()))

    menu = the_menu(qtbot)
    words = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()

    assert words == ["Open the response", "Rename the response…", "Delete the response"]


def test_without_a_card_in_focus_there_is_nothing_to_delete(window, workplace, library):
    start(library, "A")
    show(window)

    assert not workplace.actions["home.delete"].isEnabled()


def test_positions_due_are_counted_and_shown_on_request(qtbot, window, home, library, elsewhere):
    for number in range(6):
        library.apply(a_change_of(a_position(title=f"Due {number}", review_by=date(2026, 1, 1))))
    show(window)

    assert "6 positions are due for review" in home.side.words
    assert "and 2 more" in home.side.words
    qtbot.mouseClick(home.side.review, Qt.MouseButton.LeftButton)

    assert elsewhere.asked == [today()]


def test_a_report_that_waits_for_an_answer_is_one_click_away(qtbot, window, home, library, elsewhere):
    report = replace(a_report("Do this.", title="Waiting"), added_at=NOON)
    library.apply(Change.of("Keep", added(report)))
    show(window)

    qtbot.mouseClick(home.side.reports[0], Qt.MouseButton.LeftButton)

    assert elsewhere.asked == [report.id]


def test_reports_of_one_title_are_told_apart_by_their_files_or_by_when_they_were_kept(window, home, library):
    for number, source in enumerate(("a.pdf", "b.pdf", "b.pdf")):
        report = a_report("Do this.", title="Local Strength")
        mine = ReportId(id_from(f"report {number}"))
        kept = replace(report, id=mine, source=source, added_at=NOON + timedelta(hours=number))
        library.apply(Change.of("Keep", added(kept)))
    library.apply(Change.of("Keep", added(replace(a_report("So.", title="Halls"), added_at=NOON))))
    show(window)

    shown = {each.whole for each in home.side.reports}
    assert len(shown) == 4
    assert {"Local Strength (a.pdf)", "Halls"} < shown
    assert sum("(kept " in each for each in shown) == 2


def test_a_long_name_of_a_report_gives_way_with_an_ellipsis_and_what_tells_it_apart_stays(
    window, home, library
):
    title = "Shared Horizons & Safe Harbours: a national conversation about the places where we live and work"
    for source in ("a.pdf", f"{'b' * 90}.pdf"):
        mine = ReportId(id_from(source))
        kept = replace(a_report("Do this.", title=title), id=mine, source=source, added_at=NOON)
        library.apply(Change.of("Keep", added(kept)))
    library.apply(Change.of("Keep", added(replace(a_report("So.", title="Halls & homes"), added_at=NOON))))
    show(window)

    told = []
    for width in (1280, 1000):
        window.resize(width, 700)
        QApplication.sendPostedEvents()
        shown = {each.text().replace("&&", "&"): each for each in home.side.reports}
        told.append(max(map(len, shown)))
        assert "Halls & homes" in shown
        assert sum(each.endswith(("… (a.pdf)", "bbb…)")) for each in shown) == 2
        for text, link in shown.items():
            assert link.fontMetrics().horizontalAdvance(text) < link.width()
            assert link.toolTip().replace("“", "").replace("”", "") == f"Open {link.whole}"
    assert told[0] > told[1]


def test_it_follows_what_is_changed_elsewhere(window, home, library, workplace):
    start(library, "A")
    show(window)
    head = library.response_heads()[0]
    edits = added(
        replace(head, id=ResponseId(id_from("B")), title="B"), Outline(response=ResponseId(id_from("B")))
    )

    workplace.history.do(lambda: library.apply(Change.of("Start", edits)))

    assert titles(home) == ["A", "B"]


def test_a_narrow_window_puts_things_under_each_other(qtbot, window, home, library):
    library.apply(a_change_of(a_position(review_by=date(2026, 1, 1))))
    start(library, "A", shape=Shape.STATEMENT)
    show(window)
    assert home.side.mapTo(home, home.side.rect().topLeft()).x() > 300

    window.resize(660, 500)

    qtbot.waitUntil(lambda: home.side.mapTo(home, home.side.rect().topLeft()).x() < 100)
    assert home.cards[0].mapTo(window, home.cards[0].rect().topRight()).x() <= window.width()


@pytest.mark.parametrize(("days", "kind"), [(-1, "bad"), (0, "caution"), (3, "caution"), (4, "soft")])
def test_a_deadline_that_is_near_stands_out(days, kind):
    assert urgency(TODAY + timedelta(days=days), TODAY) == kind

"""What the library settles, brings in and writes out in dialogs, by the mouse."""

from dataclasses import replace

import docx
import pytest
from PySide6.QtCore import QSettings

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Status
from drafter.domain.records.responses import ResponseState
from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.services.clock import today
from drafter.services.newer_words import older_words
from drafter.services.positions import approve
from drafter.ui.dialogs.csv_columns import CsvColumnsDialog
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.dialogs.look_alikes_merge import MergeDialog
from drafter.ui.dialogs.newer_words import NewerWordsDialog
from drafter.ui.dialogs.past_responses import PastResponsesDialog
from drafter.ui.dialogs.told import ToldDialog
from drafter.ui.models.proposals import Verdict
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_position, a_report
from tests.places import a_draft_that_holds, a_window_with
from tests.ui.mouse_steps import Hand, all_of, bring_four, each_of, one, standing

pytestmark = pytest.mark.long

GRANTS = "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff."
LATER = "We warmly welcome long-term grants for small charities so that trustees plan and keep good staff."
HALLS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week."
FARES = "Volunteers who travel to help their neighbours should have every fare paid on the day they make it."
TABLE = "Topic,Type,What we say\nFunding,policy,We welcome grants.\nTrust,ask,Trust the trustees.\n"


@pytest.fixture
def hand(qtbot, workplace, library):
    """Over a library of four."""
    bring_four(library)
    made = Hand(qtbot, a_window_with(qtbot, workplace, "library"))
    yield made
    made.wait(lambda: not workplace.jobs.running)


# --- look-alikes


@pytest.fixture
def alike(library):
    made = [a_position(text, title=title) for title, text in (("Grants", GRANTS), ("Later", LATER))]
    library.apply(a_change_of(*made))


def keep_left(hand, dialog):
    hand.click(dialog.keep_left)


def keep_right(hand, dialog):
    hand.click(dialog.keep_right)


def tell_apart(hand, dialog):
    hand.click(dialog.not_same)


def merge(hand, dialog):
    hand.click(dialog.merge)
    merging = hand.the(MergeDialog)
    hand.click(merging.take_right)
    hand.write(merging.text, "Together: ")
    hand.click(merging.save)


def is_replaced(library, position, by):
    """One of two positions is out of use, and the other is what is said."""
    stored = library.position(position)
    return stored.status is Status.RETIRED and stored.facts.replaced_by == by


ALIKE = {
    keep_left: lambda library, left, right: is_replaced(library, right, left),
    keep_right: is_replaced,
    tell_apart: lambda library, _left, _right: len(library.not_alike()) == 1,
    merge: lambda library, left, right: (
        is_replaced(library, right, left)
        and library.position(left).newest.text.plain.startswith("Together: We ")
    ),
}


def by_id(library):
    """How each stands: titles may be alike too."""
    return {each.id: standing(each) for each in library.positions()}


@pytest.mark.usefixtures("alike")
@pytest.mark.parametrize(("settle", "holds"), each_of(ALIKE, usual=()))
def test_two_that_look_alike_are_settled(hand, library, settle, holds):
    def look():
        return by_id(library), library.not_alike()

    before = look()
    hand.choose(names.LOOK_ALIKES)
    dialog = hand.the(LookAlikesDialog)
    left, right = dialog.pair.first, dialog.pair.second

    settle(hand, dialog)

    hand.wait(lambda: dialog.list.count() == 0)
    assert holds(library, left, right)
    dialog.activateWindow()
    hand.click(dialog.undo)
    assert look() == before
    settle(hand, dialog)
    hand.wait(lambda: holds(library, left, right))
    dialog.activateWindow()
    hand.close(dialog)
    hand.undone_and_done_again(look, before)


@pytest.mark.usefixtures("alike")
def test_a_pair_that_is_told_of_when_it_is_saved_is_settled(hand, library):
    hand.choose(names.NEW)
    hand.write(hand.pane._editor.text, HALLS)
    hand.choose(names.SAVE)
    halls = hand.pane._editor.position.id
    hand.choose(names.NEW)
    hand.write(hand.pane._editor.text, HALLS.replace("week", "day"))
    hand.choose(names.SAVE)
    hand.wait(lambda: hand.window.banner.sentence.startswith("This looks like “"))
    before = by_id(library)

    hand.click(hand.window.banner.offer)
    dialog = hand.the(LookAlikesDialog)
    pair = dialog.pair
    hand.click(dialog.keep_right)
    hand.close(dialog)

    assert halls in {pair.first, pair.second}
    assert is_replaced(library, pair.first, pair.second)
    hand.undone_and_done_again(lambda: by_id(library), before)


# --- in and out


def test_a_spreadsheet_comes_in_by_the_columns_that_are_picked(hand, library, tmp_path):
    (tmp_path / "old.csv").write_text(TABLE, encoding="utf-8")
    before = all_of(library)
    QSettings().setValue("files/folder", str(tmp_path))
    hand.choose(names.ADD_FILE)
    hand.pick_file("old.csv")
    dialog = hand.the(CsvColumnsDialog)
    hand.pick(dialog.choices["body"], "What we say")
    hand.pick(dialog.choices["kind"], "not in the file")
    hand.pick(dialog.choices["title"], "Type")
    hand.click(dialog.add)

    hand.wait(lambda: len(all_of(library)) == 6)
    hand.wait(lambda: not hand.window.workplace.jobs.running)
    assert one(library, "ask").newest.text.plain == "Trust the trustees."
    assert one(library, "ask").facts.themes == ("Trust",)
    hand.undone_and_done_again(lambda: all_of(library), before)


@pytest.mark.usefixtures("alike")
def test_a_paragraph_becomes_new_words_of_what_it_is_like(hand, library, tmp_path):
    made = docx.Document()
    made.add_paragraph(GRANTS.replace("welcome", "support"))
    made.save(tmp_path / "past.docx")
    QSettings().setValue("files/folder", str(tmp_path))
    before = all_of(library)
    hand.choose(names.ADD_FILE)
    hand.pick_file("past.docx")
    dialog = hand.the(PastResponsesDialog)
    assert [each.verdict for each in dialog.model.rows] == [Verdict.DROPPED]

    hand.click(dialog.reword)
    hand.click(dialog.add)

    hand.wait(lambda: one(library, "Grants").newest.text.plain == GRANTS.replace("welcome", "support"))
    hand.wait(lambda: not hand.window.workplace.jobs.running)
    assert len(all_of(library)) == len(before)
    hand.undone_and_done_again(lambda: all_of(library), before)


def test_past_responses_are_sorted_and_added(hand, library, tmp_path):
    made = docx.Document()
    for words in (GRANTS, HALLS, FARES):
        made.add_paragraph(words)
    made.save(tmp_path / "past.docx")
    QSettings().setValue("files/folder", str(tmp_path))
    before = all_of(library)
    hand.choose(names.ADD_FILE)
    hand.pick_file("past.docx")
    dialog = hand.the(PastResponsesDialog)
    hand.item(dialog.list, 0)
    hand.click(dialog.merge)
    hand.item(dialog.list, 1)
    hand.click(dialog.drop)
    assert [each.verdict for each in dialog.model.rows] == [Verdict.ACCEPTED, Verdict.DROPPED]
    hand.item(dialog.list, 1)
    hand.click(dialog.accept_one)
    hand.item(dialog.list, 1)
    hand.click(dialog.drop)
    hand.click(dialog.add)

    hand.wait(lambda: len(all_of(library)) == 5)
    hand.wait(lambda: not hand.window.workplace.jobs.running)
    assert f"{GRANTS}\n{HALLS}" in {each.newest.text.plain for each in library.positions()}
    hand.undone_and_done_again(lambda: all_of(library), before)


def test_the_library_is_written_to_a_file(hand, tmp_path):
    hand.choose(names.WRITE_FILE)
    hand.name_file(tmp_path / "ours.json")

    hand.wait(lambda: "Wrote 4 positions" in hand.window.banner.sentence)
    assert "On Fares." in (tmp_path / "ours.json").read_text(encoding="utf-8")


# --- drafts


@pytest.fixture
def drafts(hand, library):
    """Two hold the words of a position as they were before they were approved anew; one has its own."""
    fares, report = one(library, "Fares"), a_report("Pay it.", publisher="The Ministry")
    library.apply(Change.of("Keep", added(report)))
    made = {
        title: a_draft_that_holds(library, fares.id, title, to=report.id, words=words)
        for title, words in (("First", None), ("Second", None), ("Tailored", "On our fares."))
    }
    before = fares.newest.wording
    library.apply(Change.of("Edit", changed(before, replace(before, text=plain_text("On all fares.")))))
    approve(library, fares.id, by="Ann")
    hand.pane.shown()
    return made


def take(hand, dialog):
    hand.item(dialog.list, row_of(dialog, "Second"))
    hand.click(dialog.take)


def take_all(hand, dialog):
    hand.click(dialog.take_all)


def take_into_the_tailored(hand, dialog):
    hand.item(dialog.list, row_of(dialog, "Tailored"))
    hand.click(dialog.take)


def row_of(dialog, title):
    return next(row for row in range(dialog.list.count()) if title in dialog.list.item(row).toolTip())


OLD, NEW, OWN = "On Fares.", "On all fares.", "On our fares."
NEWER = {take: (OLD, NEW, OWN), take_all: (NEW, NEW, OWN), take_into_the_tailored: (OLD, OLD, NEW)}
"""What is clicked, and what the three drafts say then."""


@pytest.mark.parametrize(("bring", "said"), each_of(NEWER, usual=()))
def test_drafts_are_brought_up_to_date(hand, library, drafts, bring, said):
    def look():
        return tuple(next(library.response(each).passages).text.plain for each in drafts.values())

    hand.row("Fares")
    hand.choose(names.NEWER)
    dialog = hand.the(NewerWordsDialog)

    bring(hand, dialog)

    assert look() == said
    hand.close(dialog)
    hand.undone_and_done_again(look, (OLD, OLD, OWN))


def test_a_draft_that_keeps_its_own_words_is_listed_no_longer(hand, library, drafts):
    def look():
        return {each.title for each in older_words(library, one(library, "Fares").id)}

    assert set(drafts) == look()
    hand.row("Fares")
    hand.choose(names.NEWER)
    dialog = hand.the(NewerWordsDialog)
    hand.item(dialog.list, row_of(dialog, "Tailored"))

    hand.click(dialog.keep)

    assert look() == {"First", "Second"}
    assert next(library.response(drafts["Tailored"]).passages).text.plain == OWN
    hand.close(dialog)
    hand.undone_and_done_again(look, {"First", "Second", "Tailored"})


def test_what_was_told_is_narrowed_and_written_to_a_table_and_to_word(hand, library, drafts, tmp_path):
    for title in ("First", "Tailored"):
        answering.set_state(library, drafts[title], ResponseState.SENT)
    hand.choose(names.TOLD)
    dialog = hand.the(ToldDialog)
    hand.wait(lambda: dialog.table.topLevelItemCount() == 2)
    hand.pick(dialog.theme, "Old")
    is_late = today().day > 15  # both went out today; the calendar opens at this month
    hand.pick_day(dialog.since if is_late else dialog.until, 15)
    hand.wait(lambda: dialog.table.topLevelItemCount() == 2)
    hand.write(dialog.words, "our fares")
    hand.wait(lambda: dialog.table.topLevelItemCount() == 1)

    hand.click(dialog.write)
    hand.name_file(tmp_path / "told.csv")

    hand.wait(lambda: "Wrote 1 row" in hand.window.banner.sentence)
    assert "On our fares." in (tmp_path / "told.csv").read_text(encoding="utf-8-sig")
    dialog.activateWindow()
    hand.click(dialog.write)
    hand.name_file(tmp_path / "told.docx")
    hand.wait(lambda: "told.docx" in hand.window.banner.sentence)
    assert "On our fares." in words_of_tables(docx.Document(tmp_path / "told.docx"))
    dialog.activateWindow()
    hand.pick_day(dialog.until if is_late else dialog.since, 14 if is_late else 16)
    hand.wait(lambda: dialog.table.topLevelItemCount() == 0)
    hand.close(dialog)


def words_of_tables(document):
    return " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)

"""Undo, for all that is written by a Change."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import CannotWrite
from drafter.domain.records.responses import ResponseHead
from drafter.ui.history import History
from tests.builders import A_RESPONSE, a_response

HEAD = a_response(title="Our answer").head

pytestmark = pytest.mark.usefixtures("qapp", "response")


@pytest.fixture
def history(library):
    return History(library)


@pytest.fixture
def response(library):
    library.apply(Change.of("Start", added(HEAD, a_response().outline)))


def rename(library, title):
    head = library.response(A_RESPONSE).head
    return library.apply(Change.of(f"Rename to “{title}”", changed(head, replace(head, title=title))))


def title_in(library):
    return library.response(A_RESPONSE).head.title


def test_undo_and_redo_go_back_and_forth_as_often_as_one_likes(library, history):
    history.do(lambda: rename(library, "Better"))
    seen = []

    for _ in range(3):
        history.undo()
        seen.append(title_in(library))
        history.redo()
        seen.append(title_in(library))

    assert seen == ["Our answer", "Better"] * 3


def test_an_undo_that_was_offered_takes_back_what_it_was_offered_for(library, history):
    history.do(lambda: rename(library, "Better"))
    undo = history.undoing()

    undo()

    assert title_in(library) == "Our answer"


def test_an_undo_that_was_offered_leaves_alone_what_came_before_it_and_since(library, history):
    refused: list[str] = []
    history.refused.connect(refused.append)
    history.do(lambda: rename(library, "Better"))
    history.do(lambda: rename(library, "Best"))
    taken_back = history.undoing()
    history.undo()

    taken_back()
    assert title_in(library) == "Better"

    overtaken = history.undoing()
    history.do(lambda: rename(library, "Good"))

    overtaken()
    assert title_in(library) == "Good"
    assert len(refused) == 2


def test_an_undo_that_was_offered_is_still_there_after_a_look_at_another_response(library, history):
    history.do(lambda: rename(library, "Better"))
    undo = history.undoing()
    history.turn_to(A_RESPONSE)
    history.turn_to(None)

    undo()

    assert title_in(library) == "Our answer"


def test_the_undo_menu_says_what_it_takes_back(library, history):
    history.do(lambda: rename(library, "Better"))

    assert history.group.undoText() == "Rename to “Better”"


def test_recording_a_change_does_not_apply_it_again(library, history):
    history.record(rename(library, "Better"))

    assert title_in(library) == "Better"
    assert len([each for each in library.changes() if each.label.startswith("Rename")]) == 1


def test_changed_is_told_once_for_each_of_doing_undoing_and_redoing(library, history):
    told: list[Change] = []
    history.changed.connect(told.append)

    history.do(lambda: rename(library, "Better"))
    history.undo()
    history.redo()

    heads = [each.edits[0].record for each in told]
    titles = [each.title for each in heads if isinstance(each, ResponseHead)]
    assert titles == ["Better", "Our answer", "Better"]
    assert all(each.touches(ResponseHead, about=A_RESPONSE) for each in told)


def test_a_newer_edit_is_not_overwritten_by_undo_and_the_step_is_dropped(library, history):
    history.do(lambda: rename(library, "Better"))
    rename(library, "Best")
    refused: list[str] = []
    history.refused.connect(refused.append)

    history.undo()

    assert title_in(library) == "Best"
    assert len(refused) == 1
    assert "Rename to “Better”" in refused[0]
    assert not history.group.canRedo()
    assert history.library_stack.count() == 0


def test_autosave_is_asked_to_flush_before_doing_undoing_and_redoing(library, history):
    seen = []
    history.about_to_write.connect(lambda: seen.append(title_in(library)))

    history.do(lambda: rename(library, "Better"))
    history.undo()
    history.redo()

    assert seen == ["Our answer", "Better", "Our answer"]


def test_an_empty_change_is_no_step_and_is_not_told(history):
    told: list[Change] = []
    history.changed.connect(told.append)

    history.record(Change.of("Nothing", ()))

    assert told == []
    assert not history.group.canUndo()


def test_a_response_has_a_stack_of_its_own(library, history):
    history.do(lambda: rename(library, "In the library"))
    history.turn_to(A_RESPONSE)
    assert not history.group.canUndo()
    history.do(lambda: rename(library, "On the desk"))

    history.undo()

    assert title_in(library) == "In the library"
    history.close(A_RESPONSE)
    assert history.group.undoText() == "Rename to “In the library”"


def test_an_error_while_acting_leaves_no_step(history):
    def fails():
        raise CannotWrite("The disk is full. Make room and try again.")

    with pytest.raises(CannotWrite):
        history.do(fails)

    assert not history.group.canUndo()


def test_what_is_recorded_as_one_goes_back_and_forth_as_one(library, history):
    with history.as_one("Rename twice", history.library_stack):
        history.do(lambda: rename(library, "Better"))
        history.do(lambda: rename(library, "Best"))
    assert history.group.undoText() == "Rename twice"

    history.undo()
    assert (title_in(library), history.group.canUndo()) == ("Our answer", False)
    history.redo()
    assert title_in(library) == "Best"


def test_where_nothing_is_recorded_as_one_there_is_no_step(library, history):
    history.do(lambda: rename(library, "Better"))
    with pytest.raises(CannotWrite), history.as_one("Rename twice", history.library_stack):
        raise CannotWrite("The disk is full. Make room and try again.")

    assert history.group.undoText() == "Rename to “Better”"
    assert history.library_stack.count() == 1


class FullDisk:
    """Stands where the library stands, on a disk that fills up and is emptied again."""

    def __init__(self, library):
        self.library = library
        self.is_full = False

    def apply(self, change):
        if self.is_full:
            raise CannotWrite("The disk is full. Make room and try again.")
        return self.library.apply(change)


def test_an_undo_that_cannot_be_written_says_so_and_works_later(library):
    disk = FullDisk(library)
    history = History(disk)
    history.do(lambda: rename(library, "Better"))
    refused: list[str] = []
    history.refused.connect(refused.append)
    disk.is_full = True
    history.undo()
    assert refused == ["The disk is full. Make room and try again."]
    assert title_in(library) == "Better"

    disk.is_full = False
    history.undo()

    assert title_in(library) == "Our answer"

"""The window of backups: looking into one, and bringing things back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from drafter.services.backups import Sort, back_up_now
from drafter.services.keeping import backups_of
from drafter.services.positions import delete, save
from drafter.store.backup import Why, backup
from drafter.store.library import Library
from drafter.ui.backups.confirming import ConfirmWhole
from drafter.ui.backups.models import BackupsModel, ItemsModel
from drafter.ui.backups.window import BackupsWindow, Kept
from drafter.ui.history import History
from tests.builders import a_change_of, a_position, a_wording, present


@pytest.fixture
def root(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def place(workplace, tmp_path):
    """A library in a file, whose two positions were reworded and deleted after a backup."""
    with Library.open(tmp_path / "library.drafter") as library:
        library.apply(a_change_of(a_position("Trust the towns.", title="Towns", named="towns")))
        library.apply(a_change_of(a_position("Fund the halls.", title="Halls", named="halls")))
        back_up_now(library, tmp_path / "backups")
        towns, halls = (present(library.position_titled(each)) for each in ("Towns", "Halls"))
        wording = a_wording("Trust every town.", title="Towns", position="towns")
        save(library, wording, library.position(towns).facts, by="Ada")
        delete(library, (halls,), by="Ada")
        yield replace(workplace, library=library, history=History(library))


@pytest.fixture
def shown(qtbot, place, root):
    made = BackupsWindow(Kept(library=place.library.path, root=root), place.jobs, workplace=place)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: "changed since" in rows(made.found))
    yield made
    made.close()


def rows(model):
    return "\n".join(model.index(row).data() for row in range(model.rowCount()))


def words(window):
    return window.wording.text.toPlainText()


def choose(window, title):
    row = next(row for row, each in enumerate(window.found.items) if each.title == title)
    window.items.selectionModel().setCurrentIndex(
        window.found.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def titles(library):
    return [each.title for each in library.entries()]


def test_each_backup_says_its_age_its_size_why_it_was_made_and_that_it_is_whole(qtbot, shown):
    qtbot.waitUntil(lambda: "Whole" in rows(shown.model))

    line = rows(shown.model)
    assert line.startswith("Today ")
    assert "kB, made when you asked" in line
    QAbstractItemModelTester(shown.model)
    QAbstractItemModelTester(shown.found)


def test_a_backup_of_now_is_made_by_key_and_is_in_the_list(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    qtbot.waitUntil(lambda: "as it is now" in rows(shown.found))
    assert [each.title for each in shown.found.items] == ["Towns"]


def test_what_became_of_everything_since_is_in_its_row(shown):
    assert rows(shown.found).splitlines() == [
        "Halls, Position, in the bin now",
        "Towns, Position, changed since",
    ]


def test_a_search_narrows_as_she_types(qtbot, shown):
    qtbot.keyClicks(shown.words, "trust")
    qtbot.waitUntil(lambda: [each.title for each in shown.found.items] == ["Towns"])
    shown.words.clear()
    qtbot.keyClicks(shown.words, "elephant")
    qtbot.waitUntil(lambda: "Nothing in this backup" in shown.counted.text())

    assert not shown.some.isEnabled()


def test_one_sort_alone_can_be_listed(shown):
    shown.sort.setCurrentText("Responses")
    assert shown.found.items == ()
    shown.sort.setCurrentText("Positions")
    assert {each.sort for each in shown.found.items} == {Sort.POSITION}


def test_what_is_no_longer_as_it_was_can_be_listed_alone(qtbot, shown, place):
    shown.sort.setCurrentText("Changed or gone since")
    assert [each.title for each in shown.found.items] == ["Halls", "Towns"]
    choose(shown, "Halls")
    click(qtbot, shown.some)

    qtbot.waitUntil(lambda: [each.title for each in shown.found.items] == ["Towns"])
    assert "Halls" in titles(place.library)


def test_the_wording_is_shown_as_it_was_and_as_it_differs(shown):
    choose(shown, "Towns")
    assert words(shown) == "Towns\nTrust the towns."

    shown.wording.view.setCurrentIndex(1)

    assert "2 words added" in shown.wording.said.text()
    assert "every" in words(shown)


def test_a_position_comes_back_by_a_click_and_goes_again_with_undo(qtbot, shown, place):
    choose(shown, "Halls")
    click(qtbot, shown.some)

    qtbot.waitUntil(lambda: "came back" in shown.outcome.text())
    assert titles(place.library) == ["Halls", "Towns"]
    place.history.undo()
    assert titles(place.library) == ["Towns"]


def test_several_come_back_by_keys_as_one_step(qtbot, shown, place):
    shown.items.setFocus()
    qtbot.keyClick(shown.items, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert shown.some.text() == "&Bring 2 back"
    qtbot.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "2 items came back" in shown.outcome.text())
    assert titles(place.library) == ["Halls", "Towns"]
    place.history.undo()
    towns = place.library.position(place.library.position_titled("Towns"))
    assert towns.newest.text.plain == "Trust every town."


def test_what_is_the_same_already_is_said_and_not_written(qtbot, shown, place):
    choose(shown, "Towns")
    click(qtbot, shown.some)
    qtbot.waitUntil(lambda: "as it is now" in rows(shown.found))
    click(qtbot, shown.some)

    qtbot.waitUntil(lambda: "newest in your library already" in shown.outcome.text())
    assert len(place.library.revisions(place.library.position_titled("Towns"))) == 3


def test_the_whole_is_asked_for_once_and_said_where_the_present_one_goes(qtbot, shown, place):
    click(qtbot, shown.whole)
    asking = shown.findChild(ConfirmWhole)
    assert asking.go_on.isDefault()
    said = " ".join(each.text() for each in asking.findChildren(type(shown.wording.said)))
    assert "set aside" in said
    assert str(place.library.path.parent) in said

    with qtbot.waitSignal(shown.restore_wanted) as caught:
        click(qtbot, asking.go_on)

    assert caught.args[0].why is Why.ASKED


def test_escape_from_the_question_brings_nothing_back(qtbot, shown):
    click(qtbot, shown.whole)
    with qtbot.assertNotEmitted(shown.restore_wanted):
        qtbot.keyClick(shown.findChild(ConfirmWhole), Qt.Key.Key_Escape)
    assert shown.isVisible()


def test_a_damaged_backup_says_so_and_cannot_be_brought_back(qtbot, shown, place, root):
    made = backup(place.library, backups_of(place.library.path, root), why=Why.HOURLY)
    content = bytearray(made.read_bytes())
    content[5000:9000] = bytes(4000)
    made.write_bytes(content)

    shown.reload()
    row = next(row for row, each in enumerate(shown.model.kept) if each.path == made)
    shown.list.setCurrentIndex(shown.model.index(row))

    qtbot.waitUntil(lambda: "Damaged" in rows(shown.model) and "not whole" in shown.wording.said.text())
    assert not shown.whole.isEnabled()
    assert shown.found.items == ()


@pytest.mark.long
def test_a_backup_that_was_thinned_away_meanwhile_is_said_to_be_gone(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2 and "as it is now" in rows(shown.found))
    older = shown.model.kept[1]
    older.path.unlink()
    shown.list.setCurrentIndex(shown.model.index(1))

    qtbot.waitUntil(lambda: "There is no backup" in shown.outcome.text())
    assert shown.model.rowCount() == 1


def test_without_a_library_one_looks_and_brings_back_the_whole(qtbot, place, root):
    path = place.library.path
    place.library.close()
    window = BackupsWindow(Kept(library=path, root=root), place.jobs)
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    qtbot.waitUntil(lambda: [each.title for each in window.found.items] == ["Halls", "Towns"])
    choose(window, "Towns")

    assert words(window) == "Towns\nTrust the towns."
    assert not window.some.isVisible()
    assert not window.now.isVisible()
    assert window.whole.isEnabled()
    window.close()


def test_where_there_is_none_it_says_when_there_will_be(qtbot, workplace, tmp_path):
    window = BackupsWindow(Kept(library=tmp_path / "new.drafter", root=tmp_path), workplace.jobs)
    qtbot.addWidget(window)

    assert window.model.rowCount() == 0
    assert not window.whole.isEnabled()
    assert "no backup of this library yet" in window._intro.text()


@pytest.mark.parametrize("model", [BackupsModel, ItemsModel])
def test_an_empty_list_is_a_proper_model(model):
    made = model()
    QAbstractItemModelTester(made)
    assert made.rowCount() == 0


@pytest.mark.long
def test_the_widths_of_its_parts_are_remembered(qtbot, shown, place, root):
    shown.parts.setSizes([400, 300, 380])
    kept = shown.parts.sizes()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    again = BackupsWindow(Kept(library=place.library.path, root=root), place.jobs, workplace=place)
    qtbot.addWidget(again)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    again.show()
    qtbot.waitExposed(again)

    assert again.parts.sizes() == kept
    again.close()

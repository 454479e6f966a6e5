"""The settings file and where things are."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import paths
from drafter.domain.errors import CannotWrite
from drafter.domain.records.people import Person
from drafter.settings import MAX_RECENT, Preferences, ThemeChoice, read_preferences, write_preferences

WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
PLACES = st.lists(st.text("abcXYZ ä-_", min_size=1, max_size=20), min_size=1, max_size=3).map(
    lambda parts: Path("/", *parts)
)
PREFERENCES = st.builds(
    Preferences,
    person=st.builds(Person, name=WORDS, role=WORDS, organisation=WORDS, contact=WORDS),
    template=st.none() | PLACES,
    theme=st.sampled_from(ThemeChoice),
    zoom=st.integers(50, 300),
    recent_libraries=st.lists(PLACES, max_size=MAX_RECENT).map(tuple),
    asked=st.booleans(),
)


@given(PREFERENCES)
def test_what_is_written_is_read_again(tmp_path_factory, preferences):
    file = tmp_path_factory.getbasetemp() / "preferences" / "settings.json"

    write_preferences(preferences, file)

    assert read_preferences(file) == preferences


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_preferences(tmp_path / "settings.json") == Preferences()


@pytest.mark.parametrize("content", ["{", "", "[]", '{"zoom": "large"}', '{"template": 3}', "\x00\x01"])
def test_a_damaged_file_is_set_aside_and_the_defaults_hold(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="utf-8")

    assert read_preferences(file) == Preferences()

    [aside] = tmp_path.iterdir()
    assert aside.name.startswith("settings-damaged-")
    assert aside.read_text(encoding="utf-8") == content


def test_a_field_that_a_newer_program_wrote_is_no_damage(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"person": {"name": "Ada"}, "colour_of_the_pen": "green"}', encoding="utf-8")

    assert read_preferences(file).person.name == "Ada"


def test_an_absurd_zoom_is_brought_into_reach(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"zoom": 100000}', encoding="utf-8")

    assert read_preferences(file).zoom == 300


def test_a_folder_that_cannot_be_made_is_one_sentence_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(CannotWrite, match="settings could not be saved"):
        write_preferences(Preferences(), tmp_path / "file" / "settings.json")

    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_writing_leaves_no_other_file(tmp_path):
    write_preferences(Preferences(), tmp_path / "settings.json")
    write_preferences(Preferences(zoom=120), tmp_path / "settings.json")

    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_the_library_worked_in_last_stands_first_and_once():
    preferences = Preferences()
    for name in ("a", "b", "a", *map(str, range(20)), "b"):
        preferences = preferences.with_library(Path(name))

    assert preferences.recent_libraries[0] == Path("b")
    assert len(preferences.recent_libraries) == MAX_RECENT == len(set(preferences.recent_libraries))


def test_the_environment_names_the_library(monkeypatch, tmp_path):
    assert paths.default_library() == paths.data_folder() / "library.drafter"

    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "ours.drafter"))

    assert paths.default_library() == tmp_path / "ours.drafter"


def test_resources_are_found_in_a_checkout_and_in_the_frozen_program(monkeypatch, tmp_path):
    assert paths.resource("style/drafter.qss").is_file()

    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resource("icons") == tmp_path / "resources" / "icons"

"""Several Word templates by name, and what is remembered of each."""

import pytest

from drafter.domain.errors import BadInput, NotATemplate
from drafter.services.templates import (
    add_template,
    choose_styles,
    is_there,
    known_templates,
    look_over,
    make_usual,
    mapping_for,
    name_of,
    remove_template,
    rename_template,
)
from drafter.settings import Preferences, read_preferences, write_preferences
from tests.word import templates

NONE = Preferences()


@pytest.fixture
def ours(tmp_path):
    return templates.packed(tmp_path / "ours.docx", {})


@pytest.fixture
def letter(tmp_path):
    return templates.a_letterhead(tmp_path / "letter.docx")


def names(preferences):
    return [each.name for each in known_templates(preferences)]


def test_templates_are_added_under_names_of_their_own(tmp_path, ours):
    (tmp_path / "other").mkdir()
    same = templates.packed(tmp_path / "other" / "Ours.docx", {})

    both = add_template(add_template(NONE, ours), same)

    assert names(both) == ["ours", "Ours (2)"]
    assert both.template is None


def test_one_that_is_added_again_is_looked_at_anew(ours):
    once = add_template(NONE, ours, name="Letterhead")
    templates.a_letterhead(ours)

    again = add_template(once, ours)

    assert names(again) == ["Letterhead"]
    assert again.templates[0].fingerprint != once.templates[0].fingerprint


@pytest.mark.parametrize("content", [b"", b"words", b"PK\x03\x04 nonsense"])
def test_what_is_no_template_is_refused_in_a_sentence(tmp_path, content):
    file = tmp_path / "x.docx"
    file.write_bytes(content)

    with pytest.raises(NotATemplate, match=r"\.$"):
        add_template(NONE, file)


def test_the_usual_one_of_before_is_among_them(ours):
    before = Preferences(template=ours)

    assert names(before) == ["ours"]
    assert names(make_usual(before, None)) == ["ours"]


def test_removing_the_usual_one_goes_back_to_drafters_own(ours, letter):
    both = make_usual(add_template(add_template(NONE, ours), letter), letter)

    left = remove_template(both, letter)

    assert (names(left), left.template) == (["ours"], None)
    assert letter.is_file()


def test_a_name_is_refused_where_it_is_empty_or_taken(ours, letter):
    both = add_template(add_template(NONE, ours), letter)

    assert names(rename_template(both, ours, " New  name ")) == ["New name", "letter"]
    assert names(rename_template(both, ours, "OURS")) == ["OURS", "letter"]
    for name in ("", "  ", "Letter"):
        with pytest.raises(BadInput):
            rename_template(both, ours, name)


def test_a_mapping_is_remembered_for_the_place_and_for_the_content(tmp_path, ours, letter):
    known = choose_styles(add_template(add_template(NONE, ours), letter), ours, {"quote": "Title"})
    moved = tmp_path / "moved.docx"
    moved.write_bytes(ours.read_bytes())

    assert mapping_for(known, ours) == {"quote": "Title"}
    assert mapping_for(known, moved) == {"quote": "Title"}
    assert mapping_for(add_template(known, moved), moved) == {"quote": "Title"}
    assert mapping_for(known, letter) == {}
    assert mapping_for(known, None) == {}

    templates.a_letterhead(ours)  # edited in Word since
    assert mapping_for(known, ours) == {"quote": "Title"}


def test_a_file_that_has_gone_is_said_in_words(ours):
    known = add_template(NONE, ours)
    ours.unlink()

    assert not is_there(ours)
    assert name_of(known, ours) == "ours"
    with pytest.raises(NotATemplate, match="no longer in"):
        look_over(known, ours)


def test_all_of_it_is_kept_in_the_settings_file(tmp_path, ours):
    known = choose_styles(make_usual(add_template(NONE, ours), ours), ours, {"quote": "Title"})
    write_preferences(known, tmp_path / "settings.json")

    assert read_preferences(tmp_path / "settings.json") == known


def test_our_own_lacks_nothing_and_needs_no_mapping():
    looked = look_over(NONE, None)

    assert looked.health.is_complete
    assert all(each.style for each in looked.fitted.fittings if each.role.style != "Body Text")

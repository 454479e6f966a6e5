"""Ids: global, and the same for the same foreign name."""

from drafter.domain.records.ids import id_from, new_id


def test_a_new_id_is_32_digits_and_another_each_time():
    first, second = new_id(), new_id()

    assert len(first) == 32
    assert int(first, 16) >= 0
    assert first != second


def test_a_global_id_stays_itself_in_whatever_dress():
    known = "5b0c2f436a2e4f8e9a572d6f0d2f7c11"

    assert id_from(known) == known
    assert id_from(" 5B0C2F43-6A2E-4F8E-9A57-2D6F0D2F7C11 ") == known


def test_a_foreign_name_becomes_the_same_id_always():
    assert id_from("long-term-funding") == "f9b87227993e5a249b13b113564b4c50"
    assert id_from("long-term-funding") == id_from(" long-term-funding ")
    assert id_from("long-term-funding") != id_from("Long-term-funding")
    assert len(id_from("")) == 32

"""British spelling, with a small dictionary that the tests bring, and with the system's where it has one."""

import sys

import pytest

from drafter.domain.errors import NothingToDo
from drafter.services import spelling
from drafter.services.spelling import Speller, british_dictionary, learn, own_words, set_own_words

KNOWN = "the organisation's colour is co-operate well being a follow up we do don't"
SYSTEM = british_dictionary()


class Words:
    """A dictionary of a few words."""

    def __init__(self, known=KNOWN):
        self.known = set(known.split())
        self.asked = []

    def check(self, word):
        self.asked.append(word)
        return word in self.known or word.lower() in self.known

    def suggest(self, word):
        return [f"{word}{number}" for number in range(20)]


def wrong(text, *, own=()):
    return [text[start:end] for start, end in Speller(Words(), own).mistakes(text)]


def test_a_word_that_is_not_in_the_dictionary_is_a_mistake_where_it_stands():
    assert Speller(Words()).mistakes("The colur is") == ((4, 9),)


@pytest.mark.parametrize(
    "text",
    [
        "The organisation’s colour",
        "We don’t",
        "NHS HMRC A",
        "PhD iPhone GOV.UK",
        "is www.exampel.org is https://exampel.org/abot is ada@exampel.org",
        "the 12th is Q7b",
        "Ελλάδα שלום 😀",
        "follow-up co-operate",
    ],
)
def test_what_a_dictionary_cannot_judge_is_no_mistake(text):
    assert wrong(text) == []


def test_of_a_hyphenated_word_only_the_wrong_part_is_marked():
    assert wrong("the folow-up") == ["folow"]


def test_the_organisations_own_words_are_right_with_capitals_or_not_and_in_the_genitive():
    own = ("Hearthside", "co-produce")

    assert wrong("Hearthside hearthside’s Co-produce", own=own) == []
    assert wrong("Hearthsid", own=own) == ["Hearthsid"]


def test_each_word_is_looked_up_once():
    words = Words()
    speller = Speller(words)

    speller.mistakes("the colur " * 500)

    assert sorted(words.asked) == ["colur", "the"]


def test_few_suggestions_are_made():
    assert len(Speller(Words()).suggestions("colur")) == spelling.MOST_SUGGESTIONS


def test_a_word_is_learned_and_undone(library):
    change = learn(library, "Hearthside", by="Ada")
    learn(library, "co’produce")

    assert own_words(library) == ("co'produce", "Hearthside")
    assert change.label == "Change your organisation’s words"

    set_own_words(library, ["Hearthside"])
    library.apply(change.inverse)
    assert own_words(library) == ()


def test_learning_it_twice_is_said(library):
    learn(library, "Hearthside")

    with pytest.raises(NothingToDo):
        learn(library, "Hearthside")


def test_without_enchant_there_is_no_dictionary(monkeypatch):
    monkeypatch.setitem(sys.modules, "enchant", None)

    assert british_dictionary() is None


def test_without_a_british_dictionary_there_is_none(monkeypatch):
    pytest.importorskip("enchant", exc_type=ImportError)
    monkeypatch.setattr(spelling, "_TAGS", ("xx_XX",))

    assert british_dictionary() is None


@pytest.mark.skipif(SYSTEM is None, reason="there is no British dictionary here")
def test_the_systems_dictionary_is_british():
    assert SYSTEM is not None
    speller = Speller(SYSTEM)

    assert speller.mistakes("The colour of the organisation’s centre, a naïve co-operative programme") == ()
    assert speller.mistakes("color center goverment") == ((0, 5), (6, 12), (13, 22))
    assert "government" in speller.suggestions("goverment")

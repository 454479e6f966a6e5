"""Where a document numbers nothing: what seems to recommend, as a start."""

import pytest

from drafter.reports.reading import read_text

STORY = "I was born by a river that was brown then, and the halls beside it stood empty every winter."


def guessed(*sentences):
    said = "\n\n".join(f"{STORY}\n\n{sentence}" for sentence in sentences)
    return [each.text for each in read_text(f"A speech on rivers\n\n{said}\n\n{STORY}").guesses]


@pytest.mark.parametrize(
    "said",
    [
        "So today I am announcing a Community Recovery Fund of £40 million.",
        "I can announce today that every river will have a warden.",
        "We’re launching a charter for each of the rivers.",
        "We must stop treating volunteers as a cheap workforce.",
        "All of us should thank those who clean the river.",
        "I want to see a charter for every river bank.",
    ],
)
def test_what_a_speaker_offers_or_asks_is_guessed(said):
    assert guessed(said) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Last year I announced a fund for rivers that has been spent.",
        "The fund was launched by us in the spring of that year.",
        "We met the wardens of nine rivers in the spring.",
    ],
)
def test_what_is_only_told_is_not(said):
    assert guessed(said) == []

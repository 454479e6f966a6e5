"""Lists of what states recommended in a review: numbers with gaps, out of order, with notes between."""

import pytest

from drafter.reports.reading import read, read_text
from tests.reports.papers import Page, a_pdf, labels, texts

WISHES = {
    "98.1": "Ratify the convention on the lights of harbours, which the assembly signed long ago (Atlantis);",
    "98.2": "Complete the survey of all its piers (Lemuria) (Kingdom of Thule and the Isles);",
    "99.7": "Gradually increase what is spent on lifeboats to 0.7 per cent of harbour dues (Hyperborea);",
    "99.120": "Adopt an open process when it selects pilots (Avalon); Publish the names of pilots (Lemuria);",
    "98.4": "Ensure that the harbour master is independent of the council (Atlantis);",
    "99.14": "Consider a school for pilots (Thule).",
}
NOTES = [
    "Source of Position: A/99/15 - Para 98",
    "Supported",
    "- Harbours and lights",
    "SDGs:",
    "- 14 - SEAS",
]


def in_text(wishes, notes):
    blocks = [
        [*(["Theme: Harbours & lights"] * (at % 2)), f"{number} {wish}", *notes]
        for at, (number, wish) in enumerate(wishes.items())
    ]
    lines = "\n\n".join("\n".join(block) for block in blocks)
    return read_text(f"Review of Ruritania - List of Recommendations\n\nTheme: All\n{lines}\n")


def in_pdf(wishes, notes, folder):
    page = Page().say("Review of Ruritania - List of Recommendations")
    for at, (number, wish) in enumerate(wishes.items()):
        if at % 2:
            page.say("Theme: Harbours & lights", gap=8)
        first, second = wish[:60].rsplit(" ", 1)
        page.say(f"{number} {first}", gap=0 if at % 2 else 8)
        page.say(second + wish[60:])
        for note in notes:
            page.say(note)
    return read(a_pdf(folder, page))


@pytest.mark.parametrize("form", ["text", "pdf"])
@pytest.mark.parametrize("notes", [NOTES, NOTES[:2], []])
def test_numbers_may_come_in_the_order_of_themes(tmp_path, form, notes):
    reading = in_text(WISHES, notes) if form == "text" else in_pdf(WISHES, notes, tmp_path)

    assert labels(reading) == list(WISHES)
    assert texts(reading) == list(WISHES.values())


def test_the_review_itself_counts_on():
    wishes = {f"98.{at}": wish for at, wish in enumerate(WISHES.values(), start=1)}
    reading = in_text(wishes, [])

    assert labels(reading) == list(wishes)


def test_numbers_of_paragraphs_that_no_state_ends_are_no_such_list():
    plain = {number: wish.split(" (")[0] + "." for number, wish in WISHES.items()}

    assert labels(in_text(plain, NOTES)) != list(WISHES)

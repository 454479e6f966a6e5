"""What can be chosen for one export: each choice is a flag, and the document says what it asks for."""

import json
from dataclasses import replace

import pytest

from drafter import paths
from drafter.domain.records.people import Person
from drafter.settings import Preferences, write_preferences

FORMAT = {
    "format": "drafter-response",
    "version": 1,
    "organisation": "Small Grants Trust",
    "date": "2026-11-20",
}
POSITIONS = [
    {"title": "Long-term funding", "status": "approved", "body": "<p>We welcome funding for years.</p>"},
    {"title": "Us", "kind": "about us", "status": "approved", "body": "<p>We have made grants for ages.</p>"},
]
BODY = "<p>It is told in <a href='https://example.org/study'>a study of ours</a>.</p>"


@pytest.fixture
def response(drafter, kept_report, tmp_path):
    """One recommendation is answered in agreed words that went out before, and one is not answered."""
    person = Person(name="Ann Lee", contact="Write to ann@example.org.")
    write_preferences(replace(Preferences(), person=person, asked=True), paths.settings_file())
    library, file = tmp_path / "positions.json", tmp_path / "response.json"
    library.write_text(
        json.dumps({"format": "drafter-library", "version": 1, "positions": POSITIONS}), "utf-8"
    )
    drafter("library", "add", library)

    def load(title, *passages):
        stances = [{"recommendation": each, "stance": "welcome"} for each in ("1", "2")]
        sections = [{"answers": [label], "passages": [words]} for label, words in passages]
        facts = {"title": title, "shape": "point-by-point", "report": kept_report, "stances": stances}
        file.write_text(json.dumps(FORMAT | facts | {"sections": sections}), "utf-8")
        return drafter("response", "load", file).out.strip()

    agreed = ("1", {"position": "Long-term funding"})
    earlier = load("The one before", agreed)
    assert drafter("response", "export", earlier, "--out", tmp_path / "before.html", "--force").code == 0
    return load("The one now", agreed, ("2", {"body": BODY}))


@pytest.mark.parametrize(
    ("form", "flag", "words"),
    [
        ("point-by-point", "--annex-positions", "Annex: Our positions by recommendation"),
        ("point-by-point", "--annex-sources", "Annex: Sources"),
        ("point-by-point", "--annex-earlier", "The one before"),
        ("point-by-point", "--list-unanswered", "Not answered here"),
        ("point-by-point", "--no-quote", "The Government should publish what it has spent"),
        ("statement", "--no-about-us", "We have made grants for ages."),
        ("statement", "--no-contact", "ann@example.org"),
    ],
)
def test_each_choice_is_a_flag(drafter, response, tmp_path, form, flag, words):
    target = tmp_path / "out.html"

    def page(*flags):
        said = drafter("response", "export", response, "--out", target, "--form", form, "--force", *flags)
        assert said.code == 0, said.err
        return target.read_text(encoding="utf-8")

    is_taken_away = flag.startswith("--no-")

    assert (words in page(), words in page(flag)) == (is_taken_away, not is_taken_away)


def test_the_help_names_every_choice(drafter):
    said = drafter("response", "export", "--help").out

    for flag in ("--annex-positions", "--annex-sources", "--annex-earlier", "--list-unanswered"):
        assert flag in said
    for flag in ("--quote / --no-quote", "--about-us / --no-about-us", "--contact / --no-contact"):
        assert flag in said

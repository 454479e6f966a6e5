"""The next export begins where the last one ended."""

from dataclasses import replace
from pathlib import Path

from drafter.domain.composing import Choices
from drafter.domain.records.exports import ExportProfile
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import Form, ResponseHead, Shape
from drafter.services.profiles import MOST, choices_of, profile_for, profile_of, remember
from drafter.settings import Preferences, read_preferences, write_preferences

HEAD = ResponseHead(id=ResponseId("r1"), title="Ours")
CHOICES = Choices(form=Form.TABLE, list_unanswered=True, quote_recommendations=False)
TARGET = Path("/home/ada/out/ours.html")


def exported(head=HEAD, choices=CHOICES):
    return remember(Preferences(), profile_for(head, choices, template=Path("/t.docx"), target=TARGET))


def test_a_response_begins_as_it_went_out_last():
    profile = profile_of(exported(), HEAD)

    assert choices_of(profile, HEAD) == CHOICES
    assert (profile.template, profile.folder, profile.suffix) == (Path("/t.docx"), TARGET.parent, ".html")


def test_a_new_one_takes_the_last_one_of_its_shape_and_the_usual_template():
    kept = replace(exported(), template=Path("/usual.docx"))

    fresh = profile_of(kept, replace(HEAD, id=ResponseId("r2")))
    other = profile_of(kept, replace(HEAD, id=ResponseId("r3"), shape=Shape.STATEMENT))

    assert (choices_of(fresh, HEAD), fresh.template, fresh.folder) == (
        CHOICES,
        Path("/usual.docx"),
        TARGET.parent,
    )
    assert choices_of(other, replace(HEAD, shape=Shape.STATEMENT)) == Choices(form=Form.STATEMENT)
    assert other.folder is None


def test_the_latest_comes_first_and_old_ones_are_forgotten():
    kept = Preferences()
    for number in range(MOST + 5):
        head = replace(HEAD, id=ResponseId(f"r{number}"))
        kept = remember(kept, profile_for(head, CHOICES, template=None, target=TARGET))

    assert len(kept.exports) == MOST
    assert kept.exports[0].response == f"r{MOST + 4}"


def test_what_a_later_drafter_wrote_is_passed_over():
    wrong: tuple[dict[str, str | int | bool | None], ...] = (
        {"form": "hologram"},
        {"form": "table", "list_unanswered": "perhaps"},
    )
    for choices in wrong:
        strange = ExportProfile(response="r1", shape="statement", choices=choices)
        assert choices_of(strange, HEAD) == Choices(form=Form.POINT_BY_POINT)
    more = ExportProfile(response="r1", shape="statement", choices={"form": "table", "sparkle": True})
    assert choices_of(more, HEAD).form is Form.TABLE


def test_it_is_kept_in_the_settings_file(tmp_path):
    write_preferences(exported(), tmp_path / "settings.json")

    assert read_preferences(tmp_path / "settings.json") == exported()

"""What the command line prints, for people and for programs."""

import subprocess
import sys

import click
import docx
import pytest

from drafter.cli import main
from drafter.cli.main import drafter as group
from drafter.cli.reports import recommendation_facts
from drafter.services.keeping import back_up_if_changed
from drafter.store.library import Library
from tests.builders import a_change_of, a_position, a_recommendation


def test_a_report_is_read_as_json_and_nothing_else(drafter, report_file):
    said = drafter("report", "read", report_file, "--json")
    facts = said.facts

    assert (said.code, said.err) == (0, "")
    assert list(facts) == ["title", "source", "pages", "recommendations", "candidates"]
    assert [each["label"] for each in facts["recommendations"]] == ["1", "2", "3"]
    assert set(facts["recommendations"][0]) == {"label", "kind", "text", "heading", "page", "pages", "parts"}
    assert set(facts["candidates"][0]) == {"heading", "pages", "count", "score"}


def test_a_report_without_a_list_is_no_error_and_can_be_kept(drafter, tmp_path):
    file = tmp_path / "speech.txt"
    file.write_text("A speech about hope.\n\nWe came here to say that neighbours matter.\n", encoding="utf-8")

    read = drafter("report", "read", file, "--json")
    kept = drafter("report", "add", file)

    assert (read.code, read.facts["recommendations"], list(read.facts)) == (
        0, [], ["title", "source", "pages", "recommendations", "candidates"]
    )  # fmt: skip
    assert read.err.strip()
    assert (kept.code, kept.err) == (0, read.err)
    assert drafter("report", "show", kept.out.strip(), "--json").facts["recommendations"] == []


def test_options_and_a_limit_are_told_where_a_recommendation_has_them():
    facts = recommendation_facts(a_recommendation(limit=250, options=("Yes", "No")))

    assert (facts["options"], facts["limit"]) == (["Yes", "No"], {"count": 250, "unit": "words"})


def test_a_command_that_only_looks_makes_no_library_and_finds_nothing(drafter, tmp_path):
    for command in (
        ["report", "list"],
        ["response", "list"],
        ["library", "find", "x"],
        ["library", "suggest", "x"],
    ):
        said = drafter(*command, "--json")

        assert (said.code, said.facts) == (0, [])
        assert "There is no library at" in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_library(tmp_path, capfd, monkeypatch, library_file):
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "ours.drafter"))

    code = main(["library", "add", str(library_file)])

    assert (code, (tmp_path / "ours.drafter").exists()) == (0, True)
    assert "Came in: 2 positions." in capfd.readouterr().out


def test_what_needs_no_library_works_while_a_window_has_it(drafter, report_file, tmp_path):
    with Library.open(tmp_path / "library.drafter"):
        read = drafter("report", "read", report_file, "--json")
        doctor = drafter("doctor", "--json")

    assert (read.code, doctor.code) == (0, 0)
    assert (
        "a window has the library open" in {each["about"]: each["says"] for each in doctor.facts}["Integrity"]
    )


def test_the_demo_does_the_whole_job_without_a_library(drafter, tmp_path):
    target = tmp_path / "response.docx"

    said = drafter("demo", "--out", target)

    assert said.code == 0, said.err
    assert "20 recommendations" in said.out
    assert len(docx.Document(str(target)).paragraphs) > 40
    assert not (tmp_path / "library.drafter").exists()


def test_doctor_works_without_a_library_and_names_no_wording(drafter, library_file):
    without = drafter("doctor")
    drafter("library", "add", library_file)

    with_one = drafter("doctor")

    assert (without.code, with_one.code) == (0, 0)
    assert "2 positions" in with_one.out
    assert "Long-term" not in with_one.out


def test_a_past_response_in_word_becomes_draft_positions(drafter, tmp_path):
    document = docx.Document()
    document.add_heading("Funding", level=1)
    document.add_paragraph(
        "We have said for many years that small charities need funding that lasts at least three years."
    )
    document.add_paragraph("Yours sincerely")
    file = tmp_path / "past.docx"
    document.save(str(file))

    said = drafter("library", "add", file)

    [found] = drafter("library", "find", "charities", "--json").facts
    assert "Came in: 1 position." in said.out
    assert found["status"] == "draft"


def test_doctor_counts_the_backups(drafter, tmp_path, monkeypatch):
    monkeypatch.setattr("drafter.paths.backups_folder", lambda: tmp_path / "backups")
    with Library.open(tmp_path / "library.drafter") as library:
        library.apply(a_change_of(a_position()))
        back_up_if_changed(library, tmp_path / "backups")

    facts = {each["about"]: each["says"] for each in drafter("doctor", "--json").facts}

    assert facts["Backups kept"].startswith("1, the newest of ")


def test_doctor_says_what_is_not_well_and_exits_1(drafter, tmp_path):
    (tmp_path / "library.drafter").write_bytes(b"not a library" * 100)

    said = drafter("doctor")

    assert said.code == 1
    assert any(line.startswith("! Integrity") for line in said.out.splitlines())


@pytest.mark.parametrize("command", [["--version"], ["report", "read", "--help"]])
def test_what_needs_neither_window_nor_library_loads_neither(command):
    """Start-up is what every script waits for."""
    heavy = ("PySide6", "sqlite_utils", "numpy", "lxml", "docx")
    program = (
        "import sys; from drafter.cli import main\n"
        "try: main(sys.argv[1:])\n"
        f"finally: print(*sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)"
    )

    said = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *command], capture_output=True, encoding="utf-8", check=True
    )

    assert said.stdout
    assert said.stderr.split() == []


def test_every_command_explains_itself():
    context = click.Context(group)
    named = [group.get_command(context, name) for name in group.list_commands(context)]
    commands = [group, *named, *(each for one in named for each in getattr(one, "commands", {}).values())]

    assert all(each.help for each in commands)

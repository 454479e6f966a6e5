"""Whatever goes wrong: one line with the next step, exit 1, no traceback; 2 for usage."""

import json
import os

import pytest

from drafter.cli import main
from drafter.store.library import Library


def is_one_line(said):
    return said.code == 1 and said.err.count("\n") == 1 and "Traceback" not in said.err


def test_an_empty_file_is_told(drafter, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"")

    assert is_one_line(drafter("report", "read", tmp_path / "report.pdf"))


def test_a_picture_that_calls_itself_a_pdf_is_told(drafter, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(2000))

    assert is_one_line(drafter("report", "read", tmp_path / "report.pdf"))


def test_a_file_that_is_not_there_is_told(drafter, tmp_path):
    assert is_one_line(drafter("report", "read", tmp_path / "nothing.pdf"))


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b'{"format": "drafter-library", "version": 9}', b"\xff\x00\xff"]
)
def test_a_broken_library_file_is_told_and_nothing_comes_in(drafter, tmp_path, content):
    (tmp_path / "library.json").write_bytes(content)

    assert is_one_line(drafter("library", "add", tmp_path / "library.json"))
    assert not drafter("library", "find", "a", "--json").facts


def test_a_response_that_names_a_position_that_is_gone_is_told(drafter, tmp_path):
    file = tmp_path / "response.json"
    content = {"format": "drafter-response", "version": 1, "title": "T", "shape": "statement",
               "sections": [{"passages": [{"position": "Gone"}]}]}  # fmt: skip
    file.write_text(json.dumps(content), encoding="utf-8")

    said = drafter("response", "load", file)

    assert is_one_line(said)
    assert "“Gone”" in said.err
    assert drafter("response", "list", "--json").facts == []


def test_a_label_that_fits_two_recommendations_is_refused_with_both_ids(drafter, tmp_path):
    file = tmp_path / "response.json"
    twice = [
        {"id": "a" * 32, "label": "1", "text": "One."},
        {"id": "b" * 32, "label": "1", "text": "Another."},
    ]
    content = {"format": "drafter-response", "version": 1, "title": "T", "shape": "point-by-point",
               "report": {"title": "R", "recommendations": twice},
               "stances": [{"recommendation": "1", "stance": "welcome"}]}  # fmt: skip
    file.write_text(json.dumps(content), encoding="utf-8")

    said = drafter("response", "load", file)

    assert is_one_line(said)
    assert "a" * 32 in said.err
    assert "b" * 32 in said.err


def test_a_library_that_a_window_has_open_is_told_at_once(drafter, tmp_path):
    with Library.open(tmp_path / "library.drafter"):
        said = drafter("response", "list")

    assert is_one_line(said)


def test_a_file_that_is_no_library_is_told_and_stays_as_it_was(drafter, tmp_path):
    (tmp_path / "library.drafter").write_bytes(b"not a database, but her only copy of something" * 50)
    before = (tmp_path / "library.drafter").read_bytes()

    assert is_one_line(drafter("response", "list"))
    assert (tmp_path / "library.drafter").read_bytes() == before


@pytest.mark.parametrize("arguments", [["nonsense"], ["report"], ["library", "suggest"], ["response", "new"]])
def test_wrong_usage_exits_2(drafter, arguments):
    assert drafter(*arguments).code == 2


def test_an_unknown_id_is_told(drafter):
    assert is_one_line(drafter("report", "show", "nothing"))
    assert is_one_line(drafter("response", "show", "nothing"))


def test_the_same_report_twice_is_told(drafter, report_file):
    first = drafter("report", "add", report_file)
    said = drafter("report", "add", report_file)

    assert (first.code, first.out.count("\n")) == (0, 1)
    assert is_one_line(said)
    assert "in the library already" in said.err


def test_a_target_folder_that_is_not_there_is_told(drafter, library_file, tmp_path):
    drafter("library", "add", library_file)

    assert is_one_line(drafter("library", "export", tmp_path / "nowhere" / "out.json"))


@pytest.mark.parametrize("place", ["folder", "a file/library.drafter"])
def test_a_place_where_no_library_can_be_is_told(tmp_path, capfd, library_file, place):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a file").write_bytes(b"in the way")

    code = main(["--library", str(tmp_path / place), "library", "add", str(library_file)])

    said = capfd.readouterr()
    assert code in {1, 2}
    assert "Traceback" not in said.err
    assert said.out == ""


def test_a_response_with_a_template_that_is_none_is_told_and_nothing_is_written(drafter, tmp_path):
    file, target = tmp_path / "response.json", tmp_path / "out.docx"
    content = {"format": "drafter-response", "version": 1, "title": "T", "shape": "statement",
               "sections": [{"passages": [{"body": "<p>Hello.</p>"}]}]}  # fmt: skip
    file.write_text(json.dumps(content), encoding="utf-8")
    loaded = drafter("response", "load", file).out.strip()

    assert is_one_line(drafter("response", "export", loaded, "--out", target, "--template", file))
    assert is_one_line(drafter("response", "export", loaded, "--out", tmp_path / "out.pdf"))
    assert not target.exists()


def test_an_unknown_ending_is_told(drafter, tmp_path):
    assert is_one_line(drafter("library", "export", tmp_path / "out.xyz"))

"""From a report to a Word file, command by command."""

import json

import docx
import pytest

from drafter.domain.records.responses import Form
from drafter.paths import resource


def a_response(report, *, title="Our response"):
    return {
        "format": "drafter-response",
        "version": 1,
        "title": title,
        "organisation": "Small Grants Trust",
        "date": "2026-11-20",
        "shape": "point-by-point",
        "report": report,
        "stances": [
            {"recommendation": "1", "stance": "welcome"},
            {"recommendation": "2", "stance": "go further", "reason": "Councils should publish it too."},
            {"recommendation": "3", "stance": "welcome"},
        ],
        "sections": [
            {
                "heading": "Who we are",
                "passages": [{"body": "<p><field name='organisation'/> makes small grants.</p>"}],
            },
            {"answers": ["1"], "passages": [{"position": "Long-term funding"}]},
            {"answers": ["2"], "passages": [{"body": "<p>Figures should be published by place.</p>"}]},
            {"answers": ["3"], "passages": [{"position": "empty buildings"}]},
        ],
    }


@pytest.fixture
def response(drafter, kept_report, library_file, tmp_path):
    drafter("library", "add", library_file)
    file = tmp_path / "response.json"
    file.write_text(json.dumps(a_response(kept_report)), encoding="utf-8")
    return drafter("response", "load", file).out.strip()


def test_a_report_goes_in_and_a_word_file_comes_out(drafter, response, tmp_path):
    target = tmp_path / "out.docx"

    said = drafter("response", "export", response, "--out", target)

    assert said.code == 0, said.err
    words = "\n".join(each.text for each in docx.Document(str(target)).paragraphs)
    assert "Small Grants Trust makes small grants." in words
    assert "small charities can then plan" in words
    assert "Our position: Go further. Councils should publish it too." in words


@pytest.mark.parametrize("form", [each.value for each in Form])
def test_the_sample_goes_out_in_every_form_to_word_and_to_the_web(drafter, tmp_path, form):
    sample = resource("sample")
    drafter("library", "add", sample / "library.json")
    loaded = drafter("response", "load", sample / "response.json").out.strip()

    for name in ("out.docx", "out.html"):
        said = drafter("response", "export", loaded, "--out", tmp_path / name, "--form", form, "--force")
        assert said.code == 0, said.err

    document = docx.Document(str(tmp_path / "out.docx"))
    words = "".join(each.text or "" for each in document.element.body.iter() if each.tag.endswith("}t"))
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    for phrase in ("Two in three of them have no paid staff", "a diary of 311 applications"):
        assert phrase in words
        assert phrase in page


def test_the_statement_form_of_the_same_response_quotes_nothing(drafter, response, tmp_path):
    target = tmp_path / "out.docx"

    said = drafter("response", "export", response, "--out", target, "--form", "statement")

    assert said.code == 0, said.err
    words = "\n".join(each.text for each in docx.Document(str(target)).paragraphs)
    assert "Our position" not in words
    assert "small charities can then plan" in words


def test_a_response_as_json_comes_back_into_an_empty_library_whole(drafter, response, tmp_path):
    target = tmp_path / "out.json"
    drafter("response", "export", response, "--out", target)
    shown = drafter("response", "show", response, "--json").facts
    (tmp_path / "library.drafter").unlink()

    again = drafter("response", "load", target)

    assert again.code == 0, again.err
    assert again.out.strip() == response
    assert drafter("response", "show", response, "--json").facts == shown


def test_a_web_page_is_written_for_an_html_target(drafter, response, tmp_path):
    target = tmp_path / "out.html"

    assert drafter("response", "export", response, "--out", target, "--form", "statement").code == 0

    assert "<h1>Our response</h1>" in target.read_text(encoding="utf-8")


def test_a_response_that_is_not_ready_is_not_exported_without_force(
    drafter, kept_report, library_file, tmp_path
):
    drafter("library", "add", library_file)
    file = tmp_path / "response.json"
    file.write_text(json.dumps(a_response(kept_report) | {"stances": []}), encoding="utf-8")
    response = drafter("response", "load", file).out.strip()
    target = tmp_path / "out.docx"

    refused = drafter("response", "export", response, "--out", target)
    forced = drafter("response", "export", response, "--out", target, "--force")

    assert (refused.code, forced.code) == (1, 0)
    assert refused.err.count("\n") == 1
    assert target.exists()


def test_an_unresolved_field_stops_an_export_even_with_force(drafter, tmp_path):
    file = tmp_path / "field.json"
    content = {"format": "drafter-response", "version": 1, "title": "A statement", "shape": "statement",
               "sections": [{"passages": [{"body": "<p><field name='report.author'/></p>"}]}]}  # fmt: skip
    file.write_text(json.dumps(content), encoding="utf-8")
    loaded = drafter("response", "load", file).out.strip()
    target = tmp_path / "out.docx"

    said = drafter("response", "export", loaded, "--out", target, "--force")

    assert said.code == 1
    assert "report.author" in said.err
    assert not target.exists()


def test_a_new_response_answers_each_recommendation(drafter, report_file):
    report = drafter("report", "add", report_file, "--title", "The review").out.strip()

    response = drafter("response", "new", "--report", report, "--title", "Ours").out.strip()

    facts = drafter("response", "show", response, "--json").facts
    assert [len(each["passages"][0]["answers"]) for each in facts["sections"]] == [0, 1, 1, 1]
    assert [each["title"] for each in drafter("response", "list", "--json").facts] == ["Ours"]
    assert drafter("report", "list", "--json").facts == [
        {"id": report, "title": "The review", "recommendations": 3}
    ]


def test_check_says_what_is_missing(drafter, kept_report):
    response = drafter("response", "new", "--report", kept_report).out.strip()

    facts = drafter("response", "check", response, "--json").facts

    assert "no stance" in {each["code"] for each in facts}


def test_the_library_is_searched_suggests_and_is_exported(drafter, kept_report, library_file, tmp_path):
    drafter("library", "add", library_file)

    found = drafter("library", "find", "fund", "--json").facts
    suggested = drafter("library", "suggest", "--report", kept_report, "--label", "3", "--json").facts
    exported = [drafter("library", "export", tmp_path / name) for name in ("all.json", "all.csv")]

    assert found[0]["title"] == "Long-term funding"
    assert suggested[0]["title"] == "Empty buildings"
    assert suggested[0]["why"]
    assert [each.code for each in exported] == [0, 0]
    assert set(found[0]) == set(suggested[0]) == {"id", "title", "kind", "status", "score", "snippet", "why"}


def test_an_unknown_label_is_told(drafter, kept_report):
    said = drafter("library", "suggest", "--report", kept_report, "--label", "99")

    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "has no recommendation “99”" in said.err


def test_a_library_as_json_comes_back_into_an_empty_one_whole(drafter, library_file, tmp_path):
    drafter("library", "add", library_file)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    drafter("library", "export", first)
    (tmp_path / "library.drafter").unlink()

    said = drafter("library", "add", first)
    drafter("library", "export", second)

    assert "Came in: 2 positions." in said.out
    assert json.loads(second.read_text(encoding="utf-8")) == json.loads(first.read_text(encoding="utf-8"))


def test_adding_the_same_library_twice_says_that_it_is_there(drafter, library_file):
    drafter("library", "add", library_file)

    said = drafter("library", "add", library_file)

    assert "There already: 2." in said.out

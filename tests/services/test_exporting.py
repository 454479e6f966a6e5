"""A response out of the door, and what the library remembers of it."""

import re
from zipfile import ZipFile

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.composing import Choices
from drafter.domain.errors import BadInput, CannotWrite, NotReady, Unresolved
from drafter.domain.records.responses import Form, Shape
from drafter.services import answering, exporting
from tests.builders import (
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_report,
    a_response,
    a_section,
    a_stance,
)


def keep(library, response, *others):
    library.apply(
        Change.of(
            "Keep", added(*others, response.head, response.outline, *response.passages, *response.stances)
        )
    )
    return response.id


@pytest.fixture
def response(library):
    """One answer in the library's words, ready to go."""
    report = a_report("Fund it.")
    position = a_position("We welcome long-term grants.")
    library.apply(a_change_of(position))
    words = answering.passage_from(
        library, a_response().id, position.id, answers=(report.recommendations[0].id,)
    )
    made = a_response(
        a_section(words), to=report, stances=(a_stance(report.recommendations[0], reason="It works"),)
    )
    return keep(library, made, report)


def order(target, form=Form.POINT_BY_POINT, *, force=True):
    return exporting.Order(target=target, choices=Choices(form=form), force=force)


def test_the_file_names_its_response_and_its_export_and_the_manifest_its_paragraphs(
    library, response, tmp_path
):
    target = tmp_path / "out.docx"

    exporting.export(library, response, order(target), person=OFFICER)

    [manifest] = library.manifests(response)
    with ZipFile(target) as package:
        properties = package.read("docProps/custom.xml").decode()
        text = package.read("word/document.xml").decode()
    assert {response, manifest.id} == set(re.findall(r"<vt:lpwstr>(\w+)</vt:lpwstr>", properties))
    assert [each.text for each in manifest.entries] == ["We welcome long-term grants."]
    assert all(f'w:name="{each.bookmark}"' in text for each in manifest.entries)


@pytest.mark.parametrize("name", ["out.docx", "out.html"])
def test_what_it_used_and_how_it_stood_is_remembered_and_undone_together(library, response, tmp_path, name):
    done = exporting.export(library, response, order(tmp_path / name), person=OFFICER)

    [use] = library.past_uses()
    assert (use.response, use.asked, use.verbatim) == (response, ("Fund it.",), True)
    assert [each.label for each in library.saved_drafts(response)] == [f"Exported as {name}"]
    assert done.change is not None
    library.apply(done.change.inverse)
    assert library.past_uses() == ()
    assert library.manifests(response) == ()


def test_json_is_a_copy_and_remembers_nothing(library, response, tmp_path):
    done = exporting.export(library, response, order(tmp_path / "out.json", force=False), person=OFFICER)

    assert done.change is None
    assert (library.manifests(response), library.past_uses()) == ((), ())


def test_what_is_not_ready_goes_out_only_when_it_is_forced(library, tmp_path):
    report = a_report("Fund it.", "Count it.", "Publish it.")
    response = keep(library, a_response(to=report), report)
    target = tmp_path / "out.docx"

    with pytest.raises(NotReady, match=r"Not ready: .* \(and \d+ more\) See the readiness list"):
        exporting.export(library, response, order(target, force=False), person=OFFICER)

    assert not target.exists()
    assert exporting.export(library, response, order(target), person=OFFICER).findings


@pytest.mark.parametrize("name", ["out.docx", "out.html"])
def test_a_field_without_a_value_never_goes_out(library, tmp_path, name):
    made = a_response(a_passage('<p>Call <field name="helpline"/>.</p>'), shape=Shape.STATEMENT)
    response = keep(library, made)

    with pytest.raises(Unresolved, match="helpline"):
        exporting.export(library, response, order(tmp_path / name, Form.STATEMENT), person=OFFICER)

    assert list(tmp_path.iterdir()) == []
    assert library.manifests(response) == ()


@pytest.mark.parametrize(("name", "form"), [("out.pdf", Form.STATEMENT), ("out.docx", Form.TABLE)])
def test_what_cannot_be_written_says_what_can(library, response, tmp_path, name, form):
    with pytest.raises(BadInput, match="Choose"):
        exporting.export(library, response, order(tmp_path / name, form), person=OFFICER)


@pytest.mark.parametrize("name", ["out.docx", "out.html", "out.json"])
def test_a_target_that_cannot_be_written_is_told_and_nothing_is_remembered(library, response, tmp_path, name):
    with pytest.raises(CannotWrite, match="“nowhere” is not there"):
        exporting.export(library, response, order(tmp_path / "nowhere" / name), person=OFFICER)

    assert (library.manifests(response), library.past_uses()) == ((), ())

"""A response out of the door, and what the library remembers of it."""

import re
from dataclasses import replace
from zipfile import ZipFile

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.checks import Code
from drafter.domain.composing import Choices
from drafter.domain.errors import BadInput, CannotWrite, NotReady, Unresolved
from drafter.domain.records.ids import ResponseId, id_from
from drafter.domain.records.positions import Approval, Kind
from drafter.domain.records.reports import Limit, LimitUnit
from drafter.domain.records.responses import Form, ResponseHead, Shape
from drafter.domain.records.stances import Stance
from drafter.services import answering, exporting, importing, limits
from tests.builders import (
    NOON,
    OFFICER,
    a_change_of,
    a_passage,
    a_past_use,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_source,
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


SAID = """Near at Hand

Recommendation 1: The Government should fund small charities for three years.
"""


def test_a_quotation_is_looked_up_in_the_report_that_was_kept(library, tmp_path):
    report = importing.report_from_reading(importing.read_pasted_report(SAID))
    importing.keep_report(library, report, pasted=SAID, by="Ada")
    quoting = [
        a_passage(f"It says “{words}” (page 1).", report.recommendations[0], named=words)
        for words in ("fund small charities", "fund large charities")
    ]
    response = keep(library, a_response(a_section(*quoting), to=report))

    found = exporting.check(library, response, person=OFFICER)

    assert [each.passage for each in found if each.code is Code.CHANGED_QUOTATION] == [quoting[1].id]
    with pytest.raises(NotReady, match="does not say “fund large charities”"):
        exporting.export(library, response, order(tmp_path / "a.html", force=False), person=OFFICER)


def test_advice_on_style_is_given_where_it_is_wanted(library):
    response = keep(library, a_response(a_section(a_passage(" ".join(["word"] * 50) + "."))))

    def codes(**more):
        return {each.code for each in exporting.check(library, response, person=OFFICER, **more)}

    assert Code.LONG_SENTENCE not in codes()
    assert Code.LONG_SENTENCE in codes(advise=True)


def test_what_cannot_be_written_says_what_can(library, response, tmp_path):
    with pytest.raises(BadInput, match="Choose"):
        exporting.export(library, response, order(tmp_path / "out.pdf"), person=OFFICER)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("name", ["out.docx", "out.html"])
def test_every_form_can_be_written_and_is_remembered_as_what_it_is(library, response, tmp_path, name, form):
    exporting.export(library, response, order(tmp_path / name, form), person=OFFICER)

    assert (tmp_path / name).stat().st_size > 0
    assert [each.form for each in library.manifests(response)] == [form]


def test_a_limit_of_a_form_is_checked_with_all_that_the_form_prints(library):
    made = a_response(a_passage("<p>" + "word " * 2_990 + "</p>"), title="Ten words", organisation="Us")
    response = keep(library, made)

    def over(**more):
        found = exporting.check(library, response, person=OFFICER, **more)
        return [each.sentence for each in found if each.code is Code.OVER_LENGTH]

    assert over() == over(form=Form.STATEMENT) == []
    [said] = over(form=Form.WRITTEN_EVIDENCE)
    assert re.match(r"The written evidence has [56],\d+ words; the limit is 3,000\.", said)
    assert "House of Commons" in said
    limits.set_limit(library, response, words(9_000))
    assert over(form=Form.WRITTEN_EVIDENCE) == over() == []
    with pytest.raises(BadInput, match="at least 1"):
        limits.set_limit(library, response, words(0))


def test_its_own_limit_holds_in_every_form_and_is_told_once(library):
    made = a_response(a_passage("<p>" + "word " * 40 + "</p>"), title="Ten words", organisation="Us")
    response = keep(library, made)
    limits.set_limit(library, response, words(30))

    def over(form):
        found = exporting.check(library, response, person=OFFICER, form=form)
        return [each.sentence for each in found if each.code is Code.OVER_LENGTH]

    assert over(None) == over(Form.STATEMENT) == ["The response has 40 words; the limit is 30."]
    [said] = over(Form.WRITTEN_EVIDENCE)
    assert re.match(r"The written evidence has [5-9]\d words; the limit is 30\. Shorten it", said)
    limits.set_limit(library, response, Limit(count=200, unit=LimitUnit.CHARACTERS))
    [said] = over(Form.WRITTEN_EVIDENCE)
    assert re.match(r"The written evidence has \d{3} characters; the limit is 200\.", said)
    limits.set_limit(library, response, None)
    assert over(None) == over(Form.WRITTEN_EVIDENCE) == []


def words(count):
    return Limit(count=count, unit=LimitUnit.WORDS)


def test_the_published_limit_names_its_source(library):
    response = keep(library, a_response())

    limit = limits.limit_of(library, response, Form.WRITTEN_EVIDENCE)

    assert limit is not None
    assert limit.limit.count == 3_000
    assert "House of Commons" in limit.source
    assert limits.limit_of(library, response, Form.STATEMENT) is limits.limit_of(library, response) is None


def test_an_answer_is_checked_as_it_is_pasted(library):
    question = a_recommendation("Why?", label="Q1", limit=4)
    report = a_report(question)
    linked = '<p>See <a href="https://example.org/a">our own study</a>.</p>'
    response = keep(library, a_response(a_passage(linked, question), to=report), report)

    def over(**more):
        found = exporting.check(library, response, person=OFFICER, **more)
        return [each.sentence for each in found if each.code is Code.OVER_LENGTH]

    assert over() == []
    assert over(form=Form.PASTE_SHEET) == ["The answer to Q1 has 5 words as it is pasted; the limit is 4."]
    [answer] = exporting.pasted(library, response, person=OFFICER)
    assert (answer.text, answer.over) == ("See our own study (https://example.org/a).", 1)


def about_us(library, text, **more):
    position = a_position(text, kind=Kind.ABOUT_US, **more)
    library.apply(a_change_of(position))
    current = library.position(position.id).current
    approval = Approval(position=position.id, revision=current.id, by="The director", at=NOON)
    library.apply(Change.of("Approve", added(approval)))
    return position


def test_the_clipboard_gets_the_statement_with_about_us_and_contact(library, response):
    about_us(library, "<p><field name='organisation'/> gives <strong>grants</strong>.</p>")
    about_us(library, "<p>Call <field name='helpline'/>.</p>", title="Aardvark")

    copied = exporting.copy_for_web(library, response, person=OFFICER)

    assert copied.html.endswith(
        "<p>We welcome long-term grants.</p>\n"
        "<h2>About Small Grants Trust</h2>\n<p>Small Grants Trust gives <strong>grants</strong>.</p>\n"
        '<h2>Contact</h2>\n<p><a href="mailto:ada@example.org">ada@example.org</a></p>'
    )
    assert copied.text.endswith(
        "We welcome long-term grants.\n\nAbout Small Grants Trust\n\nSmall Grants Trust gives grants.\n\n"
        "Contact\n\nada@example.org"
    )
    assert library.manifests(response) == ()


def test_the_clipboard_never_gets_a_field_without_a_value(library):
    response = keep(library, a_response(a_passage('<p>Call <field name="helpline"/>.</p>')))

    with pytest.raises(Unresolved, match="helpline"):
        exporting.copy_for_web(library, response, person=OFFICER)


def test_the_annexes_say_what_was_cited_and_what_was_said_before(library):
    study = a_source("The Study", address="https://example.org/study")
    position = a_position(
        '<p>We <a href="https://example.org/study">studied it</a>.</p>', title="Our study", sources=(study,)
    )
    asked = a_recommendation("Study it.", label="7")
    earlier = a_report(asked, title="The first review")
    library.apply(a_change_of(position))
    head = ResponseHead(id=ResponseId(id_from("first")), title="Our first answer", report=earlier.id)
    use = a_past_use(position, stances=(Stance.OPPOSE,), recommendations=(asked,))
    use = replace(use, response=head.id, response_title=head.title)
    library.apply(Change.of("Keep", added(earlier, head, use)))
    words = answering.passage_from(library, a_response().id, position.id)
    made = a_response(a_section(words))
    keep(library, made)
    choices = Choices(form=Form.STATEMENT, annex_sources=True, annex_earlier=True)

    blocks = exporting.composed(library, made.id, choices, person=OFFICER).blocks

    said = "\n".join(each.plain for each in blocks)
    assert "Annex A: Sources\nThe Study, Small Grants Trust, March 2026." in said
    table = blocks[-1]
    assert table.plain.split("\n")[1:] == [
        "Our study\tOur first answer 2 March 2026\tRecommendation 7\tOppose"
    ]


@pytest.mark.parametrize("name", ["out.docx", "out.html", "out.json"])
def test_a_target_that_cannot_be_written_is_told_and_nothing_is_remembered(library, response, tmp_path, name):
    with pytest.raises(CannotWrite, match="“nowhere” is not there"):
        exporting.export(library, response, order(tmp_path / "nowhere" / name), person=OFFICER)

    assert (library.manifests(response), library.past_uses()) == ((), ())

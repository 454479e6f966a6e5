"""Reports, responses and the rows around them: written in place, only where they still are as they were."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added, changed, removed
from drafter.domain.errors import BadInput, Conflict, NotFound, TooLarge
from drafter.domain.records.ids import PassageId, PositionId, ReportId, ResponseId, id_from
from drafter.domain.records.responses import Form, Manifest, ManifestEntry, Outline
from drafter.domain.records.stances import Stance
from drafter.domain.records.working import NotAlike, Setting, WorkingCopy
from drafter.store import reading_responses
from tests.builders import (
    NOON,
    a_change_of,
    a_passage,
    a_position,
    a_report,
    a_response,
    a_section,
    a_stance,
    later,
)


def keep(library, *records):
    return library.apply(Change.of("Keep", added(*records), by="Ada"))


def start(library, response):
    return keep(library, response.head, response.outline, *response.passages, *response.stances)


def kept_position(library, text="We welcome it", **more):
    position = a_position(text, **more)
    library.apply(a_change_of(position))
    return library.position(position.id)


def test_a_report_comes_back_as_it_was(library):
    report = a_report("Fund it", "Measure it", fingerprint="ab" * 32, source="report.pdf", pages=12)
    keep(library, report)

    assert library.report(report.id) == report
    assert library.report_with("ab" * 32) == report
    assert library.report_with("") is None


def test_reports_come_newest_first(library):
    first, second = a_report(title="First"), a_report(title="Second")
    keep(library, first)
    keep(library, second)

    assert library.reports() == (second, first)


def test_what_is_not_there_is_said_to_be_gone(library):
    for ask in (
        lambda: library.report(ReportId("x")),
        lambda: library.response(ResponseId("x")),
        lambda: library.manifest("x"),
        lambda: library.saved_draft("x"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_response_comes_back_whole(library):
    report = a_report("Fund it", "Measure it")
    first, second = report.recommendations
    position = kept_position(library)
    response = a_response(
        a_section(a_passage(of=position.current), a_passage("<p>Own words</p>", first), heading="Funding"),
        a_section(a_passage("", second)),
        to=report,
        stances=(a_stance(second, Stance.OPPOSE, reason="Too slow"), a_stance(first, note="Ask Bo")),
    )
    start(library, response)

    assert library.response(response.id) == response
    assert library.response_heads() == (response.head,)
    assert library.responses_of(report.id) == (response.head,)


def test_a_passage_that_no_section_names_is_kept_but_not_part_of_the_response(library):
    one, two = a_passage("One"), a_passage("Two")
    response = a_response(a_section(one, two))
    start(library, response)
    without = Outline(
        response=response.id, sections=(replace(response.outline.sections[0], passages=(one.id,)),)
    )
    library.apply(Change.of("Cut", changed(response.outline, without)))

    assert [each.id for each in library.response(response.id).passages] == [one.id]
    assert library.passage(response.id, two.id) == two


def test_an_outline_that_names_an_unknown_passage_does_no_harm(library):
    response = a_response(a_section("One"))
    section = response.outline.sections[0]
    odd = replace(section, passages=(*section.passages, PassageId(id_from("gone"))))
    keep(library, response.head, replace(response.outline, sections=(odd,)), *response.passages)

    assert library.response(response.id).sections == response.sections


def test_a_deleted_response_is_listed_only_when_asked_for(library):
    response = a_response()
    start(library, response)
    deletion = changed(response.head, replace(response.head, deleted=True))
    library.apply(Change.of("Delete", deletion))

    assert library.response_heads() == ()
    assert len(library.response_heads(include_deleted=True)) == 1


def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(library):
    response = a_response()
    start(library, response)
    mine, theirs = replace(response.head, title="Mine"), replace(response.head, title="Theirs")
    library.apply(Change.of("Title", changed(response.head, theirs)))

    with pytest.raises(Conflict):
        library.apply(Change.of("Title", changed(response.head, mine)))
    with pytest.raises(Conflict):
        library.apply(Change.of("Remove", removed(mine)))
    assert library.response(response.id).head.title == "Theirs"


def test_a_row_cannot_come_in_twice_nor_go_twice(library):
    setting = Setting(name="fields", value="{}")
    keep(library, setting)

    with pytest.raises(Conflict):
        keep(library, setting)
    library.apply(Change.of("Remove", removed(setting)))
    with pytest.raises(Conflict):
        library.apply(Change.of("Remove", removed(setting)))


def test_undoing_the_start_of_a_response_is_refused_once_it_holds_newer_text(library):
    response = a_response(a_section("One"))
    creation = start(library, response)
    more = replace(a_passage("Typed since"), response=response.id)
    keep(library, more)

    with pytest.raises(Conflict):
        library.apply(creation.inverse)
    assert library.passage(response.id, more.id) == more


def test_undoing_the_start_of_a_response_takes_all_of_it_away(library):
    response = a_response(a_section("One"), to=a_report("Fund it"))
    creation = start(library, response)
    library.apply(creation.inverse)

    assert library.response_heads(include_deleted=True) == ()
    library.apply(creation)
    assert library.response(response.id) == response


def test_text_that_is_not_in_normal_form_is_no_conflict(library):
    response = a_response(a_section("One"))
    start(library, response)
    (passage,) = response.passages
    twice = tuple(replace(each, inlines=(*each.inlines, *each.inlines)) for each in passage.text.paragraphs)
    odd = replace(passage, text=replace(passage.text, paragraphs=twice))
    library.apply(Change.of("Write", changed(passage, odd)))
    library.apply(Change.of("Write", changed(odd, passage)))

    assert library.response(response.id) == response


def test_where_words_are_used_now_is_known(library):
    pinned, woven = kept_position(library, "One"), kept_position(library, "Two", title="Other")
    passages = (
        a_passage(of=pinned.current),
        a_passage("Mine", drawn_from=(woven,)),
        a_passage(of=woven.current),
    )
    response = a_response(a_section(*passages))
    start(library, response)

    uses = library.live_uses()
    assert {(each.position, each.passage, each.woven) for each in uses} == {
        (pinned.id, passages[0].id, False),
        (woven.id, passages[1].id, True),
        (woven.id, passages[2].id, False),
    }
    assert {each.position for each in library.live_uses(pinned.id)} == {pinned.id}
    assert [each.uses for each in library.entries()] == [1, 1]


def test_words_that_were_cut_or_whose_response_is_in_the_bin_are_not_in_use(library):
    position = kept_position(library)
    response = a_response(a_section(a_passage(of=position.current)))
    start(library, response)
    deletion = library.apply(
        Change.of("Delete", changed(response.head, replace(response.head, deleted=True)))
    )
    in_bin = library.live_uses()
    library.apply(deletion.inverse)
    library.apply(Change.of("Cut", changed(response.outline, Outline(response=response.id))))

    assert (in_bin, library.live_uses()) == ((), ())
    assert library.entries()[0].uses == 0


def test_a_passage_that_takes_own_words_is_no_use_any_more(library):
    position = kept_position(library)
    passage = a_passage(of=position.current)
    start(library, a_response(a_section(passage)))
    library.apply(Change.of("Write", changed(passage, replace(passage, use=None))))

    assert library.live_uses() == ()


def test_a_saved_draft_stays_as_it_was(library):
    response = a_response(a_section("One"))
    start(library, response)
    first = library.save_draft(response, label="For the board", by="Ada")
    later_draft = replace(response, head=replace(response.head, title="New title"))
    second = library.save_draft(later_draft, label="Second", by="Bo")

    drafts = library.saved_drafts(response.id)
    assert [(each.id, each.label, each.by) for each in drafts] == [
        (second, "Second", "Bo"),
        (first, "For the board", "Ada"),
    ]
    assert library.saved_draft(first) == response
    assert library.saved_draft(second) == later_draft


def test_a_report_as_kept_is_a_version_of_its_own(library):
    report = a_report("Fund it")
    keep(library, report)
    versions = library.counts()["versions"]
    library.save_report(report)
    unchanged = library.counts()["versions"]
    library.save_report(replace(report, title="Corrected"), by="Ada")

    assert (versions, unchanged, library.counts()["versions"]) == (1, 1, 2)


def test_the_file_of_a_report_is_kept_once(library):
    library.keep_report_file("ab" * 32, "report.pdf", b"%PDF")
    library.keep_report_file("ab" * 32, "again.pdf", b"%PDF")

    assert library.report_file("ab" * 32) == ("report.pdf", b"%PDF")
    assert library.report_file("cd" * 32) is None


def test_a_file_over_the_limit_is_not_kept(library):
    with pytest.raises(TooLarge):
        library.keep_report_file("ab" * 32, "report.pdf", bytes(reading_responses.LARGEST_FILE + 1))


def test_working_copies_settings_and_pairs_come_back(library):
    first, second = sorted((PositionId(id_from("a")), PositionId(id_from("b"))))
    copy = WorkingCopy(subject=first, kind="position", content="{}", at=NOON)
    other = WorkingCopy(subject=second, kind="report", content="[]", at=later(1))
    keep(library, copy, other, Setting(name="limits", value="[1]"), NotAlike(first=first, second=second))

    assert library.working_copy("position", first) == copy
    assert library.working_copy("report", first) is None
    assert library.working_copies() == (other, copy)
    assert (library.setting("limits"), library.setting("other")) == ("[1]", None)
    assert library.settings() == {"limits": "[1]"}
    assert library.not_alike() == {(first, second)}


def test_manifests_come_newest_first(library):
    response = a_response()
    start(library, response)
    line = ManifestEntry(bookmark="_d1", passage=PassageId("p"), revision=None, text="One", fingerprint="f")
    made = [
        Manifest(id=name, response=response.id, at=NOON, form=Form.TABLE, file_name="a.docx", entries=(line,))
        for name in ("one", "two")
    ]
    keep(library, *made)

    assert library.manifests(response.id) == (made[1], made[0])
    assert library.manifest("one") == made[0]


def test_half_a_character_is_refused_in_a_sentence(library):
    with pytest.raises(BadInput, match="half of a character"):
        keep(library, Setting(name="odd", value="\ud83d"))

"""Any response as a JSON file comes into an empty library as it was."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.responses import Passage, Section, Use
from drafter.services.limits import own_limit, set_limit
from drafter.services.loading import load_response
from drafter.services.response_files import read_response_file, response_json
from drafter.store.library import Library
from tests import strategies
from tests.builders import NOON, OFFICER


def keep(library, *records):
    library.apply(Change.of("Keep", added(*records)))


@st.composite
def worlds(draw):
    """Positions with one or two wordings, a report, and a response that uses them as the desk would."""
    wordings = draw(
        st.lists(strategies.wordings, min_size=1, max_size=2, unique_by=lambda each: each.position)
    )
    report = replace(draw(strategies.reports), added_at=NOON, fingerprint=draw(strategies.hex64))
    response = draw(strategies.responses(report))
    picks = draw(st.lists(st.integers(min_value=-1, max_value=3), min_size=8, max_size=8))
    return wordings, report, response, picks


def settled(library, wordings, response, picks):
    """The response with its ties led to revisions that the library has."""
    revisions = []
    for each in wordings:
        keep(library, each)
        library.apply(Change.of("Edit", changed(each, replace(each, title=f"{each.title} again"))))
        revisions += library.revisions(each.position)
    tied = iter(picks * 10)

    def pinned(passage: Passage) -> Passage:
        pick = next(tied)
        one = revisions[pick % len(revisions)]
        use = Use(position=one.wording.position, revision=one.id) if pick >= 0 else None
        text = one.text if pick == 0 else passage.text
        drawn = () if pick >= 0 else tuple(each.id for each in revisions[:2])
        return replace(passage, text=text, use=use, drawn_from=drawn)

    sections = tuple(
        Section(id=each.id, heading=each.heading.strip(), passages=tuple(map(pinned, each.passages)))
        for each in response.sections
    )
    return replace(response, sections=sections)


@settings(max_examples=settings().max_examples // 5)
@given(worlds(), st.none() | strategies.limits)
def test_a_response_comes_back_into_an_empty_library_whole(world, limit):
    wordings, report, response, picks = world
    with Library.in_memory() as library, Library.in_memory() as other:
        response = settled(library, wordings, response, picks)
        keep(library, report)
        keep(library, response.head, response.outline, *response.passages, *response.stances)
        set_limit(library, response.id, limit)
        stored = library.response(response.id)
        text = response_json(library, stored)

        load_response(other, read_response_file(text, "response.json"), by=OFFICER)

        assert other.response(response.id) == stored
        assert other.report(report.id) == report
        assert own_limit(other, response.id) == limit
        used = {each.use.position for each in stored.passages if each.use is not None}
        assert all(other.revisions(each) == library.revisions(each) for each in used)
        assert response_json(other, other.response(response.id)) == text

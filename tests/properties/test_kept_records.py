"""Records come out of a library as they went in, and the one way of writing them does not change."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, Edit, added
from drafter.domain.records.ids import PositionId, ResponseId
from drafter.store import rows
from drafter.store.library import Library
from tests.strategies import facts_of, hex32, passages_of, reports, responses, wordings

records = st.one_of(
    wordings, hex32.map(PositionId).flatmap(facts_of), reports, hex32.map(ResponseId).flatmap(passages_of)
)


@settings(max_examples=settings().max_examples // 2)
@given(records)
def test_a_record_comes_back_from_json_as_it_was(record):
    json = rows.encode(record)

    assert rows.decode(type(record), json) == record
    assert rows.encode(rows.decode(type(record), json)) == json


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.builds(lambda record: Edit(after=record), records), max_size=4))
def test_edits_come_back_from_the_trail_as_they_were(edits):
    written = rows.encode_edits(map(rows.Written.of, edits))

    assert rows.decode_edits(written) == tuple(edits)


@settings(max_examples=settings().max_examples // 5)
@given(st.data())
def test_a_response_comes_back_from_a_library_as_it_was(data):
    report = data.draw(reports)
    response = data.draw(responses(report))
    with Library.in_memory() as library:
        kept = (report, response.head, response.outline, *response.passages, *response.stances)
        library.apply(Change.of("Keep", added(*kept)))
        draft = library.save_draft(response, label="First")

        assert library.report(report.id) == report
        assert library.response(response.id) == response
        assert library.saved_draft(draft) == response

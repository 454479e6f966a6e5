"""What is answered and what is not."""

from drafter.domain.coverage import Cover, coverage
from drafter.domain.records.reports import RecommendationKind
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from tests.builders import a_passage, a_recommendation, a_report, a_response, a_section, a_stance

FOUR = tuple(a_recommendation(f"Do {number}.", label=str(number)) for number in range(1, 5))
REPORT = a_report(*FOUR)


def response(shape):
    """The first has a stance and words, the second words, the third a stance, the fourth neither."""
    return a_response(
        a_section(a_passage("Yes.", FOUR[0], FOUR[1]), a_passage("", FOUR[3])),
        to=REPORT,
        shape=shape,
        stances=(a_stance(FOUR[0]), a_stance(FOUR[2], Stance.OPPOSE), a_stance(FOUR[3], Stance.UNDECIDED)),
    )


def test_a_point_by_point_response_wants_a_stance_and_an_answer_to_everything():
    found = coverage(response(Shape.POINT_BY_POINT), REPORT)

    assert [each.cover for each in found.recommendations] == [
        Cover.ANSWERED,
        Cover.WORDS_ONLY,
        Cover.STANCE_ONLY,
        Cover.GAP,
    ]
    assert found.gaps == FOUR[1:]
    assert found.without_stance == (FOUR[1], FOUR[3])
    assert (found.answered, found.total, found.is_whole) == (2, 4, False)
    assert found.sentence == "2 of 4 answered, 2 without a stance"


def test_a_statement_leaves_out_without_nagging():
    found = coverage(response(Shape.STATEMENT), REPORT)

    assert [each.cover for each in found.recommendations] == [
        Cover.ANSWERED,
        Cover.ANSWERED,
        Cover.NOT_COVERED,
        Cover.NOT_COVERED,
    ]
    assert (found.gaps, found.without_stance, found.is_whole) == ((), (), True)
    assert found.sentence == "2 of 4 answered, 2 not covered here"


def test_a_stance_that_says_why_is_an_answer():
    taken = a_stance(FOUR[0], Stance.NO_COMMENT, reason="Outside our field.")
    report = a_report(FOUR[0])

    found = coverage(a_response(to=report, stances=(taken,)), report)

    assert found.recommendations[0].cover is Cover.ANSWERED
    assert found.sentence == "All 1 answered"


def test_what_is_set_aside_is_a_gap_again_in_a_point_by_point_response():
    report = a_report(FOUR[0])

    found = coverage(
        a_response(to=report, stances=(a_stance(FOUR[0], Stance.UNDECIDED, set_aside=True),)), report
    )

    assert found.gaps == (FOUR[0],)


def test_the_passages_that_answer_are_named_in_order_and_empty_ones_are_not():
    passages = (a_passage("A", FOUR[0]), a_passage("", FOUR[0]), a_passage("B", FOUR[0], FOUR[1]))

    found = coverage(a_response(a_section(*passages), to=REPORT), REPORT)

    assert found.recommendations[0].passages == (passages[0].id, passages[2].id)
    assert found.of(FOUR[1].id) == found.recommendations[1]
    assert found.of(a_recommendation(label="9").id) is None


def test_without_a_report_there_is_nothing_to_cover():
    found = coverage(a_response("Hello"), None)

    assert (found.sentence, found.is_whole) == ("No recommendations", True)


def test_conclusions_beside_recommendations_are_no_gaps_until_she_takes_a_stance():
    conclusion = a_recommendation("We found much.", label="2", kind=RecommendationKind.CONCLUSION)
    report = a_report(FOUR[0], conclusion)

    left = coverage(a_response(to=report), report)
    taken = coverage(a_response(to=report, stances=(a_stance(conclusion),)), report)

    assert (left.gaps, left.without_stance) == ((FOUR[0],), (FOUR[0],))
    assert left.sentence == "0 of 1 answered, 1 without a stance, 1 conclusion needs none"
    assert taken.gaps == (FOUR[0], conclusion)


def test_where_there_are_conclusions_alone_they_are_what_is_answered():
    conclusion = a_recommendation("We found much.", label="2", kind=RecommendationKind.CONCLUSION)
    report = a_report(conclusion)

    assert coverage(a_response(to=report), report).gaps == (conclusion,)

"""What lies on the desk in these tests, and how a test takes hold of it."""

from dataclasses import replace

from PySide6.QtCore import Qt

from drafter.domain.records.responses import Shape, Use
from tests.builders import (
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
)

FUND = a_recommendation(
    "The Government should fund small charities for three years.", label="1", heading="Money"
)
PASS = a_recommendation("The Government should introduce a volunteer passport.", label="2", heading="People")
PAY = a_recommendation("Every grant should pay volunteers their expenses.", label="3", heading="People")
REPORT = a_report(FUND, PASS, PAY)
FUNDING = a_position(
    "<p>Three years of funding let a small charity plan.</p>", title="Long-term funding", named="p1"
)
EXPENSES = a_position("<p>Volunteers should have their expenses paid.</p>", title="Expenses", named="p2")


def three_sections(shape=Shape.POINT_BY_POINT, **more):
    return a_response(
        a_section(a_passage("Our response.", named="opening"), heading="In brief"),
        a_section(a_passage("", FUND, named="on 1")),
        a_section(a_passage("", PASS, named="on 2")),
        a_section(a_passage("We agree.", PAY, named="on 3")),
        to=REPORT,
        shape=shape,
        **more,
    )


def rows_of_list(desk):
    model = desk.recommendations.model
    return [str(model.index(row).data()).split("  ")[0] for row in range(model.rowCount())]


def choose(qtbot, desk, recommendation):
    row = desk.recommendations.model.row_of(recommendation.id)
    box = desk.recommendations.list.visualRect(desk.recommendations.model.index(row))
    qtbot.mouseClick(desk.recommendations.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def found(desk, title):
    return lambda: title in [each.entry.title for each in desk.library.model.cards]


def with_real_revisions(library, response):
    """The builders' revisions have ids of their own; the library's are what counts."""

    def real(passage):
        use = passage.use
        if use is None:
            return passage
        return replace(
            passage, use=Use(position=use.position, revision=library.position(use.position).current.id)
        )

    sections = tuple(replace(each, passages=tuple(map(real, each.passages))) for each in response.sections)
    return replace(response, sections=sections)

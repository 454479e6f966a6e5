"""A small response laid out in every form, with every annex: what each form writes into a Word file."""

from datetime import date

from drafter.domain.composing import Background, Choices, Composition, Earlier, compose
from drafter.domain.fields import field_values
from drafter.domain.records.responses import Form
from drafter.domain.records.stances import Stance
from tests.builders import (
    OFFICER,
    a_passage,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
    rich,
)

_FUND = a_recommendation(
    "The Government should fund small charities for at least three years.",
    label="1",
    heading="Money",
    limit=20,
)
_COUNT = a_recommendation("Publish figures: (a) yearly; (b) by place.", label="2", heading="Money",
                          parts=(("(a)", "yearly;"), ("(b)", "by place.")))  # fmt: skip
_TRAIN = a_recommendation("Train trustees.", label="3", heading="People")
_REPORT = a_report(_FUND, _COUNT, _TRAIN)
_CITED = (
    "<p>A grant of <strong>three years</strong> is the least<fn title='State of Volunteering' publisher='Us' "
    "date='2026' address='https://example.org/state'>Table 2</fn>, as "
    "<a href='https://example.org/a'>our <strong>bold</strong> <em>study</em></a> says:</p>"
    "<ul><li>one</li></ul><ol><li>first</li><li>second</li></ol>"
)
_RESPONSE = a_response(
    a_section(a_passage("<p>We read the report with hope.</p>", named="opening"), heading="In brief"),
    a_section(a_passage(_CITED, _FUND, named="funding"), heading="Grants that last"),
    a_section(a_passage("<h3>Why</h3><p>Nobody counts.</p>", _COUNT, _TRAIN, named="counting")),
    a_section(a_passage("<p>Thank you.</p>", named="closing"), heading="What next"),
    to=_REPORT,
    title="Near enough",
    standfirst="Three answers",
    dated=date(2026, 11, 4),
    stances=(
        a_stance(_FUND, Stance.GO_FURTHER, reason="It works"),
        a_stance(_COUNT, Stance.WELCOME),
        a_stance(_TRAIN, Stance.OPPOSE, reason="Not this way"),
    ),
)
_BACKGROUND = Background(
    about_us=rich("<p>We give grants.</p>"),
    contact="ada@example.org",
    earlier=(
        Earlier(position="Funding", response="First", on=date(2025, 3, 4), recommendation="Question 2"),
    ),
)


def in_form(form: Form, **choices) -> Composition:
    """The response in that form, with every annex."""
    wanted = {"annex_positions": True, "annex_sources": True, "annex_earlier": True} | choices
    values = field_values(_RESPONSE.head, _REPORT, OFFICER)
    return compose(_RESPONSE, _REPORT, values, Choices(form=form, **wanted), _BACKGROUND)

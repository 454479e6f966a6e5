"""Compositions for tests, built by hand: each builder shows only what matters."""

from drafter.domain.composing import Block, BlockRole, Composition, Table
from drafter.domain.records.ids import PassageId, ResponseId, RevisionId, id_from
from drafter.domain.records.responses import Form
from drafter.domain.richtext import Footnote, Inline, Run, Source

RESPONSE = ResponseId(id_from("the response"))
PASSAGE = PassageId(id_from("the passage"))
REVISION = RevisionId("5" * 64)

STATE = Source(
    title="State of Volunteering",
    publisher="Small Grants Trust",
    date="March 2026",
    address="https://example.org/state",
)


def block(role: BlockRole, *inlines: Inline | str, **more) -> Block:
    """A block; words stand for a plain run."""
    made = tuple(Run(text=each) if isinstance(each, str) else each for each in inlines)
    return Block(role=role, inlines=made, **more)


def body(*inlines: Inline | str, **more) -> Block:
    return block(BlockRole.BODY, *inlines, **({"passage": PASSAGE} | more))


def bullet(text: str, level: int = 0) -> Block:
    return block(BlockRole.BULLET, text, level=level, passage=PASSAGE)


def number(text: str, level: int = 0, *, restart: bool = False) -> Block:
    return block(BlockRole.NUMBER, text, level=level, restart=restart, passage=PASSAGE)


def a_composition(*blocks: Block | Table, **more) -> Composition:
    given = {
        "form": Form.STATEMENT,
        "response": RESPONSE,
        "title": "Time, trust and a little money",
        "author": "Ada Okafor",
        "subject": "Response to Volunteering and Local Charities",
        "organisation": "Small Grants Trust",
    }
    return Composition(**(given | more), blocks=blocks)


def a_statement() -> Composition:
    """Every kind of block and run once or twice, as a short statement has them."""
    return a_composition(
        block(BlockRole.TITLE, "Time, trust and a little money"),
        block(BlockRole.SUBTITLE, "We welcome the review & ask for action on funding first."),
        block(BlockRole.BYLINE, "Ada Okafor, Policy Officer, Small Grants Trust"),
        block(BlockRole.BYLINE, "4 November 2026"),
        body(
            "The review says what small charities have said for ",
            Run(text="years", italic=True),
            ": time is ",
            Run(text="never", bold=True),
            " free, and ",
            Run(text="not endless", bold=True, italic=True),
            ".",
            Footnote(text="A survey of 1,204 groups", source=STATE),
            revision=REVISION,
        ),
        block(BlockRole.HEADING1, "What we welcome"),
        body(
            "Our ", Run(text="research on grants", link="https://example.org/a?b=1&c=2"), " shows the same:"
        ),
        bullet("a fund for coordinators;"),
        bullet("with a short form", 1),
        bullet("one check that is valid everywhere."),
        body("The order matters:"),
        number("first the money,"),
        number("which is late", 1),
        number("then the rules."),
        body("And again:", Footnote(text="See below.")),
        number("one"),
        number("two"),
        block(BlockRole.QUOTE, "“Forty people wanted to help.”", passage=PASSAGE),
        block(BlockRole.HEADING1, "What is missing"),
        block(BlockRole.HEADING2, "Rural places", passage=PASSAGE),
        body("Buses."),
    )


def points(count: int) -> Composition:
    """A point-by-point response to so many recommendations, in chapters of seven."""
    blocks = [block(BlockRole.TITLE, "Response to the review"), block(BlockRole.BYLINE, "4 November 2026")]
    for at in range(count):
        if at % 7 == 0:
            blocks.append(block(BlockRole.HEADING1, f"Chapter {at // 7 + 1}: money and time"))
        blocks += (
            block(BlockRole.HEADING2, f"Recommendation {at + 1}"),
            block(BlockRole.QUOTE, "The government should set up a fund for coordinators by April 2027."),
            block(BlockRole.STANCE, Run(text="Our position: Welcome.", bold=True), " It is time."),
            body(
                "We welcome this. A coordinator makes the difference. " * 5, Footnote(text="", source=STATE)
            ),
            number("The fund opens by April;"),
            number("the form is short."),
        )
    return a_composition(*blocks, form=Form.POINT_BY_POINT, title="Response to the review")

"""Hypothesis strategies for the records that go there and back; rich text comes in normal form."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    RecommendationId,
    ReportId,
    ResponseId,
    RevisionId,
    SectionId,
)
from drafter.domain.records.positions import Facts, Kind, Wording
from drafter.domain.records.reports import Limit, LimitUnit, Part, Recommendation, RecommendationKind, Report
from drafter.domain.records.responses import (
    Passage,
    Response,
    ResponseHead,
    ResponseState,
    Section,
    Shape,
    Use,
)
from drafter.domain.records.stances import Stance, StanceTaken
from drafter.domain.richtext import (
    MAX_LEVEL,
    BlockStyle,
    Field,
    Footnote,
    Paragraph,
    RichText,
    Run,
    Source,
    clean_source,
    normal,
)

ODD = (
    *(
        "a",
        "Z",
        " ",
        "  ",
        "\xa0",
        "\u2009",
        "\u200d",
        "&",
        "<",
        ">",
        "</p>",
        '"',
        "'",
        "’",
        "–",
        "é",
        "e\u0301",
    ),
    *(
        "ß",
        "İ",
        "עברית",
        "العربية",
        "中文",
        "👩\u200d👩\u200d👧",
        "🇬🇧",
        "\u202e",
        "\u200f",
        "\t",
        "\n",
        "\r",
        "\x00",
    ),
    *(
        "\x0b",
        "\u2028",
        "\ufeff",
        "\ufffc",
        "\ufffe",
        "\ud800",
        "\ue000",
        "]]>",
        "&amp;",
        "&#0;",
        "<!--",
        "\u2039a\u203a",
    ),
)
"""Pieces that break careless readers and writers."""

words = st.sampled_from(("we", "welcome it", "long-term funding of £5m", "67% of", "Children’s play matters"))
PIECES = (*ODD, "words", "more")
MOST = 4
"""How many pieces stand together at most."""


def _pieces(number: int) -> str:
    """Up to so many pieces; from one number, for it is drawn five times as fast as a list of them."""
    number, many = divmod(number, MOST + 1)
    said = []
    for _ in range(many):
        number, at = divmod(number, len(PIECES))
        said.append(PIECES[at])
    return "".join(said)


odd_text = st.one_of(
    words,
    st.integers(min_value=0, max_value=(MOST + 1) * len(PIECES) ** MOST - 1).map(_pieces),
    st.text(max_size=3),
)
"""Anything at all, also what no file may hold."""

line = odd_text.map(lambda text: clean_source(Source(title=text)).title)
"""One line as records hold it."""

named_line = line.filter(bool)

PLAIN_ADDRESSES = ("https://example.org/a?b=1&c=2#d", "http://example.org", "mailto:office@example.org")
ODD_ADDRESSES = ("https://example.org/ä ö", "https://example.org/%22%3E")
addresses = st.sampled_from(("",) * 6 + PLAIN_ADDRESSES * 2 + ODD_ADDRESSES * 3)
"""None, a plain one or an odd one, as often each."""

looks = {"bold": st.booleans(), "italic": st.booleans()}
sources = st.builds(Source, title=line, publisher=line, date=line, address=addresses)
runs = st.builds(Run, text=odd_text, link=addresses, **looks)
footnotes = st.builds(Footnote, text=odd_text, source=st.none() | sources)
fields = st.builds(
    Field, name=st.sampled_from(("organisation", "report.title", "our.campaign & more")), **looks
)
inlines = st.lists(st.one_of(runs, runs, footnotes, fields), max_size=4).map(tuple)
paragraphs = st.builds(
    Paragraph,
    inlines=inlines,
    style=st.sampled_from(BlockStyle),
    level=st.integers(min_value=0, max_value=MAX_LEVEL),
    restart=st.booleans(),
)

any_rich_text = st.lists(paragraphs, max_size=5).map(lambda given: RichText(paragraphs=tuple(given)))
"""Paragraphs as a careless room may make them."""

rich_texts = any_rich_text.map(normal)
"""Rich text in normal form: every style, level, restart, link, footnote and field."""

hex32 = st.integers(min_value=0, max_value=2**128 - 1).map(lambda number: f"{number:032x}")
hex64 = st.integers(min_value=0, max_value=2**256 - 1).map(lambda number: f"{number:064x}")
moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
themes = st.lists(named_line, max_size=3, unique_by=str.casefold).map(tuple)

wordings = st.builds(
    Wording,
    position=hex32.map(PositionId),
    title=named_line,
    text=rich_texts,
    sources=st.lists(sources, max_size=2).map(tuple),
)


def facts_of(position: PositionId) -> st.SearchStrategy[Facts]:
    return st.builds(
        Facts,
        position=st.just(position),
        kind=st.sampled_from(Kind),
        themes=themes,
        stance=st.none() | st.sampled_from(Stance),
        owner=line,
        review_by=st.none() | days,
    )


limits = st.builds(Limit, count=st.integers(min_value=1, max_value=32_000), unit=st.sampled_from(LimitUnit))
parts = st.lists(st.builds(Part, label=line, text=named_line), max_size=3).map(tuple)
recommendations = st.builds(
    Recommendation,
    id=hex32.map(RecommendationId),
    label=st.sampled_from(("", "1", "2a", "Q3", "Recommendation 4", "xii")),
    kind=st.sampled_from(RecommendationKind),
    text=named_line,
    heading=line,
    page=st.none() | st.integers(min_value=1, max_value=900),
    pages=st.lists(st.integers(min_value=1, max_value=900), max_size=3).map(tuple),
    parts=parts,
    options=st.lists(named_line, max_size=3).map(tuple),
    limit=st.none() | limits,
)
reports = st.builds(
    Report,
    id=hex32.map(ReportId),
    title=named_line,
    author=line,
    publisher=line,
    published=line,
    source=line,
    recommendations=st.lists(recommendations, max_size=5, unique_by=lambda each: each.id).map(tuple),
)


def passages_of(
    response: ResponseId, answers: tuple[RecommendationId, ...] = (), revisions: tuple[RevisionId, ...] = ()
) -> st.SearchStrategy[Passage]:
    """Passages of one response that answer some of the recommendations; ties are to the revisions given."""
    chosen = (
        st.lists(st.sampled_from(answers), max_size=3, unique=True).map(tuple) if answers else st.just(())
    )
    pinned = st.sampled_from(revisions) if revisions else hex64.map(RevisionId)
    uses = st.builds(Use, position=hex32.map(PositionId), revision=pinned)
    return st.builds(
        Passage,
        id=hex32.map(PassageId),
        response=st.just(response),
        text=rich_texts,
        answers=chosen,
        use=st.none() | uses,
        drawn_from=st.lists(pinned, max_size=2, unique=True).map(tuple),
    )


def heads_of(response: ResponseId, report: ReportId | None = None) -> st.SearchStrategy[ResponseHead]:
    return st.builds(
        ResponseHead,
        id=st.just(response),
        title=named_line,
        shape=st.sampled_from(Shape),
        standfirst=line,
        author=line,
        role=line,
        organisation=line,
        dated=st.none() | days,
        deadline=st.none() | days,
        state=st.sampled_from(ResponseState),
        report=st.just(report),
    )


def stances_of(response: ResponseId, recommendation: RecommendationId) -> st.SearchStrategy[StanceTaken]:
    return st.builds(
        StanceTaken,
        response=st.just(response),
        recommendation=st.just(recommendation),
        stance=st.sampled_from(Stance),
        reason=line,
        note=line,
        set_aside=st.booleans(),
    )


@st.composite
def responses(draw: st.DrawFn, report: Report | None = None) -> Response:
    """A response whole, to the report where one is given; ids are never shared."""
    identity = ResponseId(draw(hex32))
    answers = tuple(each.id for each in report.recommendations) if report is not None else ()
    passages = draw(
        st.lists(passages_of(identity, answers), min_size=1, max_size=6, unique_by=lambda each: each.id)
    )
    sections: list[Section] = []
    while passages:
        many = draw(st.integers(min_value=1, max_value=len(passages)))
        held, passages = tuple(passages[:many]), passages[many:]
        sections.append(Section(id=SectionId(f"{len(sections):032x}"), heading=draw(line), passages=held))
    return Response(
        head=draw(heads_of(identity, report.id if report is not None else None)),
        sections=tuple(sections),
        stances=tuple(draw(stances_of(identity, each)) for each in answers),
    )

"""A start for reports that number nothing: headings and sentences that recommend, as ideas to look at."""

import re
from collections.abc import Iterator, Sequence

from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Recommendation, RecommendationKind
from drafter.reports.recognising.headings import heading_above
from drafter.reports.recognising.items import regions_of
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.wordings import HARD_DECOY, IMPERATIVE

MOST = 60
_BETWEEN = re.compile(r"(?<=[.!?])(?<!\bU\.[SKN]\.)(?:[”\"’)]{0,3})\s+(?=[A-Z“‘\"(])")
_OURS = re.compile(
    r"\b(?:(?:we|I|this (?:report|review|paper|budget)|the (?:committee|review|inquiry|commission|panel|"
    r"group|taskforce))"
    r"(?:\s(?:also|therefore|strongly|further|will|would|now))*\s(?:recommends?|proposes?|calls? (?:up)?on|"
    r"calls? for|urges?|want to see|suggests?|believes? that .{0,80}\bshould)"
    r"|(?:our|my) (?:central |main |key |principal )?(?:recommendation|proposal|ask)\b|we need (?:a|an|"
    r"to)\b|it is time (?:to|for)\b|there should be\b)",
    re.I,
)
_ANNOUNCED = re.compile(
    r"\b(?:I|we)"
    r"(?:\s(?:am|are|can|will|shall|want to|intend to|today|now|also|therefore|proudly)|[’'](?:m|re|ll))*"
    r"\s(?:announc(?:e|ing)|launch(?:ing)?|introduc(?:e|ing)|establish(?:ing)?|creat(?:e|ing)|set(?:ting)? up"
    r"|pledg(?:e|ing)|commit(?:ting)? (?:to|£))\b",
    re.I,
)
"""What a speech offers; what was announced or launched is told."""
_SHARED = re.compile(
    r"\b(?:we|all of us|everyone|this country|society)(?:\s(?:all|also|now|therefore|simply|urgently))*"
    r"\s(?:must|should|need to|have to|ought to)\b",
    re.I,
)
"""A speech asks so of all who listen."""
_DUTY = re.compile(
    r"\b(?:government|ministers?|parliament|councils?|authorit(?:y|ies)|departments?|secretary of state|"
    r"treasury|funders?|regulators?|employers?|charit(?:y|ies)|commission|agency|nhs\b[\w ]{0,20}|schools?|"
    r"universities|companies|businesses)\b"
    r"[^.;:]{0,60}?\s(?:should|must|needs? to|ought to)\b",
    re.I,
)
_NAME = re.compile(r"\w+ (?:of|by|in|for|on|number|and|to)\b", re.I)
"""A heading such as “Use of force” names a matter; “Use the force” would be an imperative."""
_FEWEST_WORDS, _MOST_WORDS = 6, 90
_SHORTEST_HEADING = 3


def guesses(body: Body) -> tuple[Recommendation, ...]:
    """At most `MOST` ideas in the document's order; "we recommend" weighs more than "should"."""
    found = [guess for block in _blocks(body.rows) for guess in _of_block(body, block)]
    best = sorted(found, key=lambda guess: guess[0])[:MOST]
    kept = sorted((rank_and_idea[1] for rank_and_idea in best), key=lambda placed: placed[0])
    return tuple(idea for _, idea in kept)


_Placed = tuple[int, Recommendation]


def _of_block(body: Body, block: Sequence[Row]) -> Iterator[tuple[int, _Placed]]:
    if HARD_DECOY.search(block[0].text) or block[0].has_leaders:
        return
    text = joined(body, block, [row.text for row in block])
    if block[0].heading:
        if IMPERATIVE.match(text) and not _NAME.match(text) and len(text.split()) >= _SHORTEST_HEADING:
            yield 1, (block[0].index, _idea(body, block, text))
        return
    for sentence in _sentences(text):
        rank = _rank(sentence)
        if rank is not None:
            yield rank, (block[0].index, _idea(body, _rows_of(block, sentence), sentence))


def _rank(sentence: str) -> int | None:
    """The lower, the more it recommends; None where it does not."""
    if _OURS.search(sentence) or _ANNOUNCED.search(sentence):
        return 0
    return 2 if _DUTY.search(sentence) or _SHARED.search(sentence) else None


def _sentences(text: str) -> Iterator[str]:
    for sentence in _BETWEEN.split(text):
        if _FEWEST_WORDS <= len(sentence.split()) <= _MOST_WORDS:
            yield sentence.strip()


def _blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Paragraphs and headings."""
    begin = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].opens:
            if at > begin:
                yield rows[begin:at]
            begin = at


def _rows_of(block: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows on which the sentence's first and last words stand, and those between."""
    words = sentence.split()
    first = _row_with(block, " ".join(words[:2])) or 0
    last = _row_with(block, words[-1], since=first)
    return block[first : (len(block) if last is None else last) + 1]


def _row_with(block: Sequence[Row], words: str, since: int = 0) -> int | None:
    return next((at for at in range(since, len(block)) if words in block[at].text), None)


def _idea(body: Body, rows: Sequence[Row], text: str) -> Recommendation:
    paged = bool(body.document.sheets)
    return Recommendation(
        id=RecommendationId(new_id()),
        label="",
        kind=RecommendationKind.IDEA,
        text=text,
        heading=heading_above(body, rows[0], set()),
        page=rows[0].page if paged else None,
        pages=tuple(dict.fromkeys(row.page for row in rows)) if paged else (),
        regions=tuple(regions_of(body, rows)) if paged else (),
    )

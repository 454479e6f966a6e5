"""Of a report whose paragraphs are all numbered, those that recommend: set apart by look or by words."""

from collections.abc import Iterator, Sequence

from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start, naming_heading, said_from
from drafter.reports.recognising.wordings import (
    COMMENDING,
    CONCLUDING,
    IMPERATIVE,
    OPENLY,
    PAST,
    SENTENCES,
    STRONG,
    leads_in,
)

_FEWEST = 3


def picked(body: Body, chain: Sequence[Start]) -> Iterator[Run]:
    """Of a report whose paragraphs are all numbered, those in bold, or that recommend: so committees ask."""
    bold = [start for start in chain if start.row.line.bold and not start.row.heading]
    saying = [start for start in chain if _says_that_it_recommends(body, start)]
    said = {start.row.index for start in saying}
    yield from _apart(body, chain, said)
    if not body.bold and len(bold) >= _FEWEST and _are_set_apart(body, bold, chain):
        apart = {start.row.index for start in bold}
        if len(apart & said) * 2 > len(bold):
            # Bold sets apart what recommends, though one of them may be in plain letters.
            apart |= said
            bold = [start for start in chain if start.row.index in apart]
        yield Run(bold[0].label.form, "", bold, limit=len(body.rows))
        if len(saying) < len(bold) and all(
            start.row.index in said or _advises(body, start) for start in bold
        ):
            return  # all that is bold recommends, in these words or in others
    yield from _as_list(body, chain, saying)
    if chain[0].label.form is Form.DOTTED:  # reviews count their paragraphs so, and give the reasons first
        within = [start for start in chain if _recommends_within(body, start)]
        yield from _as_list(body, chain, within if len(within) >= _SEVERAL else ())


def _as_list(body: Body, chain: Sequence[Start], saying: Sequence[Start]) -> Iterator[Run]:
    """The paragraphs that say so, where they are few and no heading names the whole."""
    said = {start.row.index for start in saying}
    if len(saying) >= _FEWEST and len(saying) * 10 <= _MOST_PICKED * len(chain):
        whole = Run(chain[0].label.form, "", list(chain), limit=len(body.rows))
        named = naming_heading(body, whole)
        if named is None or _is_discussed(body, chain, said, named):
            yield Run(saying[0].label.form, "", list(saying), limit=len(body.rows))


def _is_discussed(body: Body, chain: Sequence[Start], said: set[int], heading: Row) -> bool:
    """Under "Recommendations" most of what does not say that it recommends only gives the reasons."""
    others = [start for start in chain if start.row.index not in said]
    advising = sum(_advises(body, start) for start in others)
    return CONCLUDING.search(heading.text) is None and advising * 2 <= len(others)


def _apart(body: Body, chain: Sequence[Start], said: set[int]) -> Iterator[Run]:
    """Those in boxes, or in bold though most of the text is bold, where hardly any other recommends."""
    boxed = [start for start in chain if start.row.line.box]
    if _are_few(boxed, chain):
        advising = [start for start in chain if _advises(body, start)]
        inside = sum(start.row.line.box > 0 for start in advising)
        if inside * 2 >= len(boxed) and inside * 3 >= 2 * len(advising):
            yield Run(boxed[0].label.form, "", boxed, limit=len(body.rows))
    bold = [start for start in chain if start.row.line.bold and not start.row.heading]
    holding = sum(start.row.index in said for start in bold)
    if _are_few(bold, chain) and holding * 2 >= len(bold) and holding == len(said):
        yield Run(bold[0].label.form, "", bold, limit=len(body.rows))


def _are_set_apart(body: Body, bold: Sequence[Start], chain: Sequence[Start]) -> bool:
    """In bold stand few of the paragraphs, or half of them if nearly all of those advise."""
    if len(bold) * 3 <= len(chain) or len(bold) * 2 > len(chain):
        return len(bold) * 3 <= len(chain)
    advising = sum(_advises(body, start) for start in bold)
    return advising * 10 >= _MOSTLY * len(bold)


def _are_few(some: Sequence[Start], chain: Sequence[Start]) -> bool:
    return len(some) >= _FEWEST and len(some) * 10 <= _MOST_APART * len(chain)


_MOST_APART, _MOSTLY = 7, 8
"""Tenths of the paragraphs."""


def led_in_picks(body: Body, chain: Sequence[Start]) -> Iterator[Run]:
    """Of paragraphs that count on, those from "INVITES THE MEMBER STATES TO:" on, if they bid so."""
    first = next((at for at, start in enumerate(chain) if at and leads_in(_above(body, start))), len(chain))
    led = chain[first:]
    bidding = sum(IMPERATIVE.match(start.label.rest) is not None for start in led)
    if len(led) >= _FEWEST and bidding * 2 >= len(led):
        yield Run(led[0].label.form, "", list(led), limit=len(body.rows))


def _above(body: Body, start: Start) -> str:
    return body.rows[start.row.index - 1].text


_MOST_PICKED = 6
"""Tenths: of more paragraphs than these none need be picked."""


def _says_that_it_recommends(body: Body, start: Start) -> bool:
    begins = start.label.rest[:1].isalpha()
    return begins and OPENLY.match(said_from(body, start, rows=2)) is not None


def _recommends_within(body: Body, start: Start) -> bool:
    """One of its sentences does: reasons come first."""
    words = said_from(body, start, rows=_PARAGRAPH_ROWS)
    if not COMMENDING.stand_in(words):
        return False  # as most do not, whose sentences need not be told apart
    return any(OPENLY.match(sentence) and not PAST.search(sentence) for sentence in SENTENCES.split(words))


_PARAGRAPH_ROWS, _SEVERAL = 20, 5


def _advises(body: Body, start: Start) -> bool:
    return STRONG.stand_in(said_from(body, start, rows=_SENTENCE_ROWS))


_SENTENCE_ROWS = 5

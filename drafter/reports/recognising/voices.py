"""What the texts of a list's items do: advise, ask, answer, bind, resolve."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from drafter.reports.recognising.wordings import (
    COMMENDING,
    IMPERATIVE,
    OPENLY,
    RESOLVING,
    SENTENCES,
    STRONG,
    THAT,
    Phrases,
    leads_in,
    tail_of,
)


def binds(text: str) -> bool:
    """A law says "must" and "shall", never "should"."""
    return _BINDING.search(text) is not None and _SOFTER.search(text) is None


_BINDING = re.compile(r"\b(?:must|shall)\b", re.I)
_SOFTER = re.compile(r"\b(?:should|recommend(?:s|ed)?|urges?|call(?:s|ing)? (?:up)?on|ask|needs?)\b", re.I)
_TO_YOU = Phrases(re.compile(r"\byou(?:r|rs)?\b", re.I), ("you",))


def is_advice_to_readers(texts: Sequence[str]) -> bool:
    """Steps and rules for the reader ("you should") are for no government; questions may say "you"."""
    told = sum(_TO_YOU.stand_in(text) and not asks(text) for text in texts)
    return told * 2 > len(texts)


_LONGER_THAN_A_CHOICE = 6


def is_answered(text: str) -> bool:
    """A question with its answer below it: frequent questions, not ones that are put to the reader."""
    first, _, rest = text.partition("\n")
    if not first.endswith("?"):
        return False
    is_said = len(rest.split()) > _LONGER_THAN_A_CHOICE or rest.rstrip().endswith(".")
    return "?" not in rest and is_said


def has_answer(text: str) -> bool:
    """A question with what begins "A." below it, as in minutes, or "Yes, ..." and says more."""
    return _ANSWER.search(text) is not None


_ANSWER = re.compile(
    r"\?\s+(?:(?:A|Answer)\s?\d{0,2}\s?[.:)–—-]\s+\S"
    r"|(?:yes|no|it depends|that depends|not necessarily|usually|generally)\b[.,]?\s+(?:\w+\W+){3})",
    re.I,
)


def share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)


@lru_cache(maxsize=4096)
def advises(text: str) -> bool:
    if _WEIGHING.match(text):
        return False
    return imposes(text) or STRONG.stand_in(text)


def imposes(text: str) -> bool:
    """Says in its first words what is to be done: "Review ...", "Calls on ...", "That ...", "To ..."."""
    opens = bids_at_once(text) or RESOLVING.match(text) or THAT.match(text)
    return bool(opens or _TO_DO.match(text))


def bids_at_once(text: str) -> bool:
    """In the imperative, also behind a few words that name what it is about: "Privacy: Enact laws ..."."""
    named = _NAMED.match(text)
    return IMPERATIVE.match(text, named.end() if named else 0) is not None


_NAMED = re.compile(r"[A-Z][^.:;?!]{2,50}:\s+(?=[A-Z])")


@lru_cache(maxsize=4096)
def obliges(text: str) -> bool:
    """Advises, or says what somebody shall do."""
    return advises(text) or _SHALL.search(text) is not None


_SHALL = re.compile(r"\bshall\b")
_TO_DO = re.compile(r"to [a-z]", re.I)


def insists(text: str) -> bool:
    """Advises somebody else, not in the imperative alone."""
    return STRONG.stand_in(text) and not _TO_YOU.stand_in(text)


def says_so(text: str) -> bool:
    """Advises in as many words, not in the imperative alone."""
    return bool(STRONG.stand_in(text) or THAT.match(text) or RESOLVING.match(text))


def speaks_for_itself(text: str) -> bool:
    """Some sentence of it advises, and does not report what somebody else asked for or was told."""
    return any(
        STRONG.stand_in(sentence) and _REPORTED.search(sentence) is None for sentence in SENTENCES.split(text)
    )


_REPORTED = re.compile(
    r"\b(?:submitted|submissions?|advocated|requested|argued|told|said|stated|envisaged|invited|contended|claimed"
    r"|maintained|testified|explained|complained|called for|asked (?:for|that|whether|me|us)|urged"
    r"|(?:has|have|had|were|was|been|is|are) (?:been )?(?:recommended|proposed|suggested|called)"
    r"|suggested|proposed|believed|thought|recommended"
    r"|(?:recommendations?|proposals?) (?:of|by|from|made)|according to"
    r"|(?:necessary|enough|able|wanted|needed|wished) to|should have|must have)\b",
    re.I,
)
"""So are the words of others passed on, or is told what went on."""


def leads_in_parts(text: str) -> bool:
    """Says but that what follows, in parts, is recommended."""
    first, _, parts = text.partition("\n")
    return bool(parts) and leads_in(first)


def commits(text: str) -> bool:
    """Says what its author will do, and asks nobody: "We will ...", "The government will ..."."""
    return _WILL.match(text) is not None and not STRONG.stand_in(text)


_WILL = re.compile(r"(?:[^\s.?!]+\s){0,16}?will\b", re.I)


def is_put_to_a_minister(text: str) -> bool:
    """As members of parliament ask: "To ask the Secretary of State whether ..."."""
    return text.startswith("To ask ")


_WEIGHING = re.compile(r"(?:whether|how|the extent to which|to what extent|what|which)\b", re.I)
"""Terms of reference and the like: what is to be considered, not what is to be done."""


def commends(text: str) -> bool:
    return COMMENDING.stand_in(text)


def is_open(text: str) -> bool:
    """Says in its first words that it recommends."""
    return OPENLY.match(text) is not None


def resolves(text: str) -> bool:
    return bool(RESOLVING.match(text))


def asks(text: str) -> bool:
    return "?" in text or _INVITING.match(text) is not None


def bids(text: str) -> bool:
    """Asks, or bids the reader answer, as the further questions of a questionnaire do."""
    return asks(text) or _BIDDING.match(text) is not None


_BIDDING = re.compile(
    r"(?:[(\[]?[a-z][.)\]]\s+)?(?:if (?:so|not|yes|no|other)\b[^.]{0,40}?,\s*)?"
    r"(?:please|kindly)\s+(?:\w+ly\s+)?(?:explain|specify|describe|list|provide|give|indicate|tell|comment"
    r"|set out|outline|share|state|rank|rate|select|choose|elaborate|identify|add|use|upload)\b",
    re.I,
)


_INVITING = re.compile(
    r"(?:we|(?-i:[A-Z]{2,6})|the (?:commission|authority|government|department|board|panel)|this review) "
    r"(?:(?:also|therefore|particularly|would) )*"
    r"(?:invites?|seeks?|(?:is|are) seeking|welcomes?|asks?) (?:\w+ ){0,3}"
    r"(?:views?|comments?|evidence|information|consultees|respondents|feedback|submissions|whether|participants)\b"
    r"|(?:consultees|respondents|participants) are (?:asked|invited)\b"
    r"|(?:views|comments|information) (?:are|is) (?:invited|sought)\b",
    re.I,
)
"""Consultations also ask without a question mark: "We invite consultees to tell us about ..."."""


_SPEAKER = re.compile(r"(?:[A-Z][\w’'-]*\.?\s){0,4}[A-Z][\w’'-]*:\s")


def is_spoken(text: str) -> bool:
    """Begins with a speaker's name, as in oral evidence."""
    return bool(_SPEAKER.match(text))


def is_tailed(text: str) -> bool:
    return bool(tail_of(text))

"""How long an answer may be: the many ways in which consultations say so."""

import re
from collections.abc import Iterator, Sequence

from drafter.domain.records.reports import Limit, LimitUnit

_ONES = (
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SAID = {
    "a": 1,
    **{word: at for at, word in enumerate(_ONES.split(), start=1)},
    **{word: 10 * at for at, word in enumerate(_TENS.split(), start=2)},
}
_TIMES = {"hundred": 100, "thousand": 1_000}
_SPOKEN = "|".join([*sorted({*_SAID, *_TIMES}, key=len, reverse=True)])

_BETWEEN = r"(?:\d[\d,.]*\s*(?:[-–—]|to|and)\s*)?"
"""Of "200 to 300 words" the upper end is the limit."""


def _count(name: str) -> str:
    return rf"(?P<n{name}>\d[\d,.]{{0,6}}|(?:\b(?:{_SPOKEN})\b(?:[\s-]and)?[\s-]){{1,7}})"


def _unit(name: str) -> str:
    return rf"[\s-]*(?P<u{name}>words?|characters?)\b"


_CLOSE = (
    r"up to|(?:no|not|be|are|is) (?:more|longer|greater) than|(?:longer|more) than"
    r"|exceed(?:s|ing)?|in excess of|within|at most|under|below|fewer than|less than|you have|between|in"
)
_LOOSE = r"maximum|max\b\.?|limit(?:ed|s)?|restrict(?:ed)?|keep|kept|confined?"
_LEADING = (
    rf"\b(?:(?:{_CLOSE})\s*(?:a (?:maximum|total) of|of|to|:)?"
    rf"|(?:{_LOOSE})(?:[^.?!;\d]{{0,60}}?[\s:=(–-])??)\s*"
)
_LIMIT = re.compile(
    rf"{_LEADING}{_BETWEEN}{_count('a')}{_unit('a')}"
    rf"|{_BETWEEN}{_count('b')}{_unit('b')}"
    r"\s*\(?(?:maximum|max\b|limit|or (?:less|fewer|under)|at most|only)"
    r"|\b(?P<uc>word|character)s?[\s-]?(?:limit|count|maximum|max\b\.?|allowance)"
    rf"(?:\s|[:=(–-]|is\b|of\b|maximum\b|max\b\.?|up to\b|no more than\b)*{_count('c')}"
    r"|\b(?:maximum|max\.?|most)\s(?:number of\s)?(?P<ud>word|character)s?(?:\s(?:count|number|length))?"
    rf"(?:\s|[:=(–-]|is\b|of\b)*{_count('d')}"
    rf"|[(\[]\s*(?:between\s)?{_BETWEEN}{_count('e')}{_unit('e')}\s*[)\]]",
    re.I,
)
_ALONE = re.compile(rf"\s*[(\[]?\s*{_BETWEEN}{_count('f')}{_unit('f')}\s*[)\]]?\s*\.?\s*", re.I)
"""Nothing else in its line or sentence: "250 words"."""
_SMALLEST = 10


def limits_in(text: str) -> Iterator[Limit]:
    """What the text says, smallest numbers left out: nobody answers in so few words."""
    found = _limit_said(text) or _ALONE.fullmatch(text)
    if found is None:
        return
    said = {name[0]: value for name, value in found.groupdict().items() if value}
    count = _counted(said["n"])
    if count >= _SMALLEST:
        words = said["u"].lower().startswith("word")
        yield Limit(count=count, unit=LimitUnit.WORDS if words else LimitUnit.CHARACTERS)


def _limit_said(text: str) -> re.Match[str] | None:
    """Tried only where it can be: the expression is a costly one."""
    low = text.lower()
    return _LIMIT.search(text) if "word" in low or "character" in low else None


def _counted(said: str) -> int:
    digits = re.sub(r"\D", "", said)
    if digits:
        return int(digits)
    whole = part = 0
    for word in re.findall(r"[a-z]+", said.lower()):
        if word == "thousand":
            whole, part = whole + max(1, part) * _TIMES[word], 0
        elif word == "hundred":
            part = max(1, part) * _TIMES[word]
        else:
            part += _SAID.get(word, 0)
    return whole + part


def said_in_question(text: str) -> Sequence[str]:
    """Its sentences that may say how long the answer may be, not those that ask about a limit."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    return [each for each in sentences if not each.endswith("?") or _ANSWERED_IN.search(each)]


_ANSWERED_IN = re.compile(
    r"(?:\b(?:in|using|within|with)\s|[(\[])(?:\w+\s)?"
    r"(?:no more|not more|up to|at most|under|fewer|less|a maximum|max|\d)",
    re.I,
)


def limit_in(texts: Sequence[str]) -> Limit | None:
    """How long the answer may be, where one of the texts says so."""
    return next((limit for text in texts for limit in limits_in(text)), None)


_LAST = re.compile(
    r"(?:(?<=[.?!:;)\]])\s+|\n)(?P<said>\([^()]*\)|\[[^\[\]]*\]|(?:max\.|\([^()]*\)|[^.?!\n()\[\]])+)[.!]?\s*$"
    r"|\s+(?P<aside>\([^()?]*\)|\[[^\[\]?]*\])\s*$",
    re.I,
)
_LONGEST = 1000
"""Letters: in no more, at its end, a question says how long the answer may be."""
_OF_ANSWERS = re.compile(r"\b(?:answers?|responses?|reply|replies|submissions?|limit|maximum|max)\b", re.I)


def without_limit(text: str) -> str:
    """A question without the sentence or bracket at its end that says how long the answer may be."""
    found = _LAST.search(text, max(0, len(text) - _LONGEST))
    if found is None or not found.start() or "?" in found.group():
        return text
    before, said = text[: found.start()].rstrip(), found["said"] or found["aside"]
    apart = said[0] in "([" or "?" in before or _OF_ANSWERS.search(said) is not None
    return before if apart and limit_in([said]) else text

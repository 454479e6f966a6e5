"""What follows a consultation question: stubs for the answer, options to choose from, limits on length."""

import re
from collections.abc import Sequence

from drafter.domain.records.reports import Limit, LimitUnit
from drafter.reports.recognising.rows import Row

_TICK = r"(?:[•☐○◯❑o\-–]|\[\s?\]|\(\s?\)|_{2,})"
_CHOICE = (
    r"(?:yes|no|don[’']?t know|do not know|not sure|unsure|undecided|no opinion|no view|prefer not to say|"
    r"not applicable|n/?a|none|other|neither(?: agree nor disagree)?"
    r"|(?:strongly |somewhat |tend to |mostly |partly |partially )?(?:agree|disagree|support|"
    r"oppose)(?: in part| strongly| somewhat)?|very \w+|fairly \w+|not (?:very|at all) \w+|maybe|mixed)"
)
_OPTION = re.compile(rf"(?:{_TICK}\s*)*(?P<choice>{_CHOICE})\b(?P<rest>.*)", re.I | re.S)
_BOXED = re.compile(r"(?:\[\s?[a-zx]?\s?\]|\(\s?\)|[○◯])\s+\S")
"""A box drawn with signs, or with the option's letter in it."""
_BETWEEN = r"(?:[\s/|,;•☐○❑_\[\]()]|\bor\b|\band\b)*"
_ROW_OF_CHOICES = re.compile(rf"{_BETWEEN}{_CHOICE}\b(?:{_BETWEEN}{_CHOICE}\b)+{_BETWEEN}[.?]?", re.I)
_STUB = re.compile(
    r"(?:\[?open[- ](?:ended )?question\]?|\[?free text\]?|(?:comments?|your (?:answer|response|comments?|"
    r"views?)|answer|response|reasons?|explanation|additional comments?|"
    r"further comments?)\s*(?:\(.{0,60}\))?\s*:?\s*$"
    r"|please (?:give|provide|explain|state|tick|select|choose|use|add|set out|elaborate|expand|justify|"
    r"outline|comment|specify|tell us|share|include|indicate (?:your|one)|rank|mark|limit|keep|answer)\b"
    r"|(?:if|where) (?:yes|no|not|so|you (?:answered|said|agree|disagree|selected|ticked|have answered))\b|"
    r"tick (?:one|all)|select (?:one|all)|click here|enter (?:your )?text"
    r"|tell us why\b|(?:explain|give reasons for) your (?:answer|response|view)|why\?\s*$"
    r"|\(?(?:maximum|max\.?|up to|no more than)\s[\d,]+\s(?:words|characters)|\[?(?:text box|tick box)\]?"
    r"|word limit|character limit"
    r"|(?:your )?(?:responses?|replies|answers)(?: to (?:this |the )?consultations?)?"
    r" (?:may|will|can|should|must|are)\b"
    r"|you (?:do not|don[’']t|need not) (?:have to |need to )?answer|thank you for)",
    re.I,
)
_LINES = re.compile(r"[.…_\s]{6,}|\.{4,}")
_LIMIT = re.compile(
    r"(?:(?:maximum|max\.?|limit(?:ed)?|up to|no more than|you have|not exceed(?:ing)?|within|at most|"
    r"under|fewer than|less than|word (?:limit|count))\s*(?:of|is|to|:|=|length)?\s*"
    r"(?P<a>\d[\d,.]{0,6})\s*-?\s*(?P<ua>words?|characters?)|(?P<b>\d[\d,]{0,6})[\s-]*(?P<ub>words?|"
    r"characters?)\s*(?:maximum|max\b|limit|or (?:less|fewer)|at most))",
    re.I,
)

_MOST_MORE_WORDS = 3
"""An option says little more than yes or no."""
_SMALLEST_LIMIT = 10


def is_answer_line(text: str) -> bool:
    """Room for an answer, drawn as dots or a rule."""
    return bool(_LINES.fullmatch(text))


def is_stub(row: Row) -> bool:
    """Whether from this row on the document speaks of the answer and no longer asks."""
    text = row.text.strip()
    if is_answer_line(text) or text in {"☐", "•"}:
        return True
    if _ROW_OF_CHOICES.fullmatch(text):
        return True
    if _STUB.match(text) and row.opens:
        return True
    return is_option(row)


def is_option(row: Row) -> bool:
    """One of the answers to choose from."""
    text = row.text.strip()
    if text.startswith(("☐", "• ☐")) or (row.opens and _BOXED.match(text)):
        return True
    found = _OPTION.fullmatch(text)
    if found is None or not row.opens:
        return False
    rest = found["rest"].strip()
    return not rest or rest[0] in "–—-:,(;./" or len(rest.split()) <= _MOST_MORE_WORDS


def options_in(rows: Sequence[Row]) -> tuple[str, ...]:
    """The answers to choose from, as they are printed, without their boxes."""
    found: list[str] = []
    for row in rows:
        text = row.text.strip()
        if _ROW_OF_CHOICES.fullmatch(text):
            found.extend(_choices(text))
        elif is_option(row):
            found.append(_plain(text))
    return tuple(dict.fromkeys(option for option in found if option))


def _choices(text: str) -> list[str]:
    return [found.group() for found in re.finditer(rf"\b{_CHOICE}\b", text, re.I)]


def _plain(text: str) -> str:
    """Without its box, and without what it asks for in turn."""
    text = re.sub(rf"^(?:{_TICK}\s*)+", "", text)
    text = re.split(r"\s+[–—-]\s+(?=please|if|go to)|\s*\((?=please|if|go to)", text, maxsplit=1, flags=re.I)[
        0
    ]
    return text.strip(" .;:☐•")


def without_limit(text: str) -> str:
    """A question without the sentence or bracket at its end that says how long the answer may be."""
    found = _LAST.search(text)
    limits = found is not None and "?" not in found.group() and _limit(found.group())
    return text[: found.start()].rstrip() if found and limits and found.start() else text


_LAST = re.compile(r"(?:(?<=[.?!:;)])\s+|\n)(?:\([^()]*\)|[^.?!\n()]+)[.!]?\s*$")


def _limit(text: str) -> re.Match[str] | None:
    low = text.lower()
    return _LIMIT.search(text) if "word" in low or "character" in low else None


def limit_in(texts: Sequence[str]) -> Limit | None:
    """How long the answer may be, where one of the texts says so."""
    for text in texts:
        found = _limit(text)
        if found:
            count = re.sub(r"\D", "", found["a"] or found["b"])
            unit = (found["ua"] or found["ub"]).lower()
            if count and int(count) >= _SMALLEST_LIMIT:
                return Limit(
                    count=int(count),
                    unit=LimitUnit.WORDS if unit.startswith("word") else LimitUnit.CHARACTERS,
                )
    return None

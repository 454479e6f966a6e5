"""Labels at the beginning of a line: "Recommendation 4:", "Q7.", "12.", "(3)", "2.4", "IV."."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.reports.counting import from_roman
from drafter.reports.recognising.rows import Row


class Form(StrEnum):
    """How a label counts."""

    WORD = "word"
    """A word says what it is: "Recommendation 4"."""
    BARE = "bare"
    DOTTED = "dotted"
    ROMAN = "roman"
    TRAILING = "trailing"
    """The label follows the text."""
    LISTED = "listed"
    """There is no label; the items are counted by us."""


NUMBERS = frozenset({Form.BARE, Form.DOTTED})
"""Numbers without a word: they may be those of a report's paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label and what follows it on its line."""

    form: Form
    word: str = ""
    """The family of its word: recommendation, question, proposal, conclusion, action."""
    number: str
    """As printed: "4", "12a", "3.1", "IV", "R4"."""
    value: tuple[int, ...]
    sign: str = ""
    """The punctuation around it, so that "1." and "(1)" count apart."""
    rest: str
    sure: bool = True
    """False where it might be a cross-reference that begins a line."""


_FAMILIES = {
    "recommendation": "recommendation", "rec": "recommendation", "recommendations": "recommendation",
    "question": "question", "consultation question": "question",
    "consultation q": "question", "q": "question", "qu": "question",
    "proposal": "proposal", "p": "proposal", "consultation proposal": "proposal",
    "call to action": "recommendation", "call for action": "recommendation",
    "call for justice": "recommendation", "call": "recommendation",
    "action": "action", "action point": "action", "ask": "recommendation", "key ask": "recommendation",
    "conclusion": "conclusion", "r": "recommendation", "measure": "proposal",
    "information request": "question", "opinion": "opinion", "area for improvement": "recommendation",
}  # fmt: skip
_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()  # noqa: E501, SIM905 - reads as a count
_NUMBER = (
    r"(?P<number>(?:[A-Z]{1,4}[/-])?\d{4}[/-]\d{1,4}(?:[/-]\d{1,4})?|[A-Z]{1,4}[/-]\d{1,4}(?:[/-]\d{1,4})?|(?-i:[A-Z]{2,4})\s\d{1,3}(?![\w.])"
    r"|\d{1,4}/\d{2,4}|\d{1,2}[-\u2011\u2013]\d{1,2}(?![\w-])"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}(?:(?-i:\s?[a-z]|[A-Z])(?![\w’'])|\s?\([a-z]{1,4}\))?"
    r"|[IVXLC]{1,7}(?![\w’'])|[A-Z](?:\.?\d{1,3}(?:\.\d{1,3})?)?(?![\w’'])|" + "|".join(_WORDS) + r")"
)
_EXPLICIT = re.compile(
    r"[\[(•\s]{0,3}(?P<before>(?:[A-Z][A-Za-z-]+\s){0,3}?)"
    r"(?:(?:conclusion|finding)s?\s?(?:/|and|or|&)\s?)?"
    r"(?P<word>recommendation|consultation\sq(?:uestion)?|question|consultation\sproposal|proposal|call\s(?:to|"
    r"for)\s(?:action|justice)"
    r"|information\srequest|area\sfor\simprovement|action(?:\spoint)?|key\sask|ask|conclusion|opinion|measure|rec)(?:\s?/\s?(?:conclusion|finding))?\.?\s*(?:(?:sl\.?\s?|s\.\s?)?no\.?|number|nr\.?|\#)?\s*"
    + _NUMBER
    + r"(?P<sign>(?:\s*[:.)\]–—-]{1,2})?)(?P<space>\s*)(?P<rest>.*)",
    re.I | re.S,
)
_STEMS = (
    "rec",
    "justice",
    "question",
    "consultation q",
    "action",
    "proposal",
    "ask",
    "conclusion",
    "measure",
    "information",
    "opinion",
    "improvement",
)
"""A part of each of its words: most lines hold none, and are told at once."""
_SHORT = re.compile(
    r"[\[(]?(?P<word>R|Rec|Q|Qu|"
    r"P)\s?\.?\s?(?P<number>\d{4}-\d{1,3}|\d{1,3}(?:\.\d{1,3}){0,2}(?:[-–]\d{1,2}(?!\d))?(?:[a-z]|\s?\([a-z]\))?)[*†‡]?(?P<sign>[:.)\]–—-]{0,2})(?P<space>\s+|"
    r"$)(?P<rest>.*)",
    re.S,
)
_BARE = re.compile(
    r"(?P<open>[\[(]?)(?P<number>\d{1,3}[a-z]?)(?P<close>[.)\]:]{0,2})(?P<space>\s*)(?P<rest>\D.*|$|\s\d.*)",
    re.S,
)
_THREE_LEVELS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,3}")
"""Such a number is a label where it stands alone, too; of two levels it may be a figure."""
_DOTTED = re.compile(
    r"(?P<number>(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,3})(?P<close>[.):]?)\s+(?P<rest>\S.*)?", re.S
)
_PART_OF = re.compile(r"(?P<number>\d{1,3}\([a-z]\))\s+(?P<rest>[^\W\d_a-z].*)", re.S)
"""The second part of the first question: "1(b)"."""
PART_OF = "1(a)"
"""The sign of such a label."""
_LETTERED = re.compile(r"(?P<number>[A-Z]\.?\d{1,2})(?P<close>[.):]?)\s+(?P<rest>[^\W\d].*)", re.S)
"""A theme's letter and a number: "B3"."""
_CODED = re.compile(
    r"(?P<number>(?:19|20)\d\d/(?:\d{3,4}(?=$)|\d{1,4}(?=[.):]?\s)))(?P<close>[.):]?)\s*(?P<rest>[^\W\d].*|$)",
    re.S,
)
"""What a body recommends through a year: "2025/117"; alone it is no year such as "2023/24"."""
_ROMAN = re.compile(
    r"(?P<open>\(?)(?P<number>[IVXL]{1,8}|[ivxl]{1,8})(?P<close>[.):]{1,2})(?:\s+|$)(?P<rest>\S.*)?", re.S
)
_FIRST = frozenset("0123456789([")
_NUMERALS = "IVXLivxl"
_FIRST_TWO = frozenset(one + other for one in _NUMERALS for other in f".):{_NUMERALS}")
"""So begins a label that begins with a letter: most words that do are told apart by their second one."""
_BEFORE_A_WORD = frozenset("[(•")
_BEFORE = re.compile(
    r"(?:(?:(?-i:[A-Z]{2,5})|key|draft|provisional|preliminary|final|interim|main|principal|priority|safety|overarching|summary|strategic|urgent|"
    r"general|specific"
    r"|additional|further|new|policy|our|headline|core|major|proposed|immediate|essential|detailed|"
    r"consultation"
    r"|committee|inquiry|national|local|supporting|cross-cutting|commission)\s)+",
    re.I,
)
_CROSS = re.compile(r"[,;)\]]|(?:above|below|of|in|and|to|or|is|was|has|on|from|that|which|with|for)\b")
_VALUE = re.compile(r"\d+|[a-z]+|[A-Z]", re.I)


def label_of(row: Row) -> Label | None:
    """The label that the row begins with, if it does."""
    if row.label is False:
        row.label = _label(row)
    return row.label


def _label(row: Row) -> Label | None:
    text = row.text
    if text[:1] == "*" and text[1:].lstrip()[:1].isdigit():
        text = text[1:].lstrip()  # a question that must be answered
    first = text[:1]
    if first in _FIRST or text[:2] in _FIRST_TWO:
        found = _numeral(text, row)
        if found:
            return found
    if first.isupper() or first in _BEFORE_A_WORD:
        return _worded(text, row) or _lettered(text, row) or _glued(text, row)
    return None


def _lettered(text: str, row: Row) -> Label | None:
    found = _LETTERED.match(text) if row.opens else None
    value = value_of(found["number"]) if found else None
    if found is None or value is None:
        return None
    sign = f"A{found['close']}"
    return Label(form=Form.DOTTED, number=found["number"], value=value, sign=sign, rest=found["rest"].strip())


_GLUED = re.compile(
    r"(?P<code>[A-Z]{2,4})-?(?P<number>\d{1,3})(?P<close>[.):]?)\s+(?P<rest>[^\W\d_a-z].*)?$", re.S
)
"""What a report calls its own: "MR3", for what is monitored."""


def _glued(text: str, row: Row) -> Label | None:
    found = _GLUED.match(f"{text} ") if row.opens else None
    if found is None:
        return None
    return Label(
        form=Form.BARE,
        number=found.group()[: found.end("number")],
        value=(int(found["number"]),),
        sign=f"{found['code']}{found['close']}",
        rest=(found["rest"] or "").strip(),
    )


def _worded(text: str, row: Row) -> Label | None:
    low = text.lower()
    found = _EXPLICIT.match(text) if any(map(low.__contains__, _STEMS)) else None
    if found and (not found["before"] or _BEFORE.fullmatch(found["before"])):
        word = " ".join(found["word"].lower().split())
    else:
        found = _SHORT.match(text)
        if found is None:
            return None
        word = found["word"].lower()
    number = _without_initial(found["number"], word)
    value = value_of(number)
    if value is None or (number.isalpha() and number.islower() and number not in _WORDS):
        return None
    if number.isalpha() and text[found.start("number") - 1].isalpha():
        return None  # the end of "RECOMMENDATIONS"
    rest, sign = found["rest"].strip(), found["sign"].strip()
    if _WHERE.fullmatch(rest):
        rest = ""
    if not rest and not sign and not row.opens and not row.line.bold:
        return None
    return Label(
        form=Form.WORD,
        word=_FAMILIES[word],
        number=_printed(number),
        value=value,
        sign=sign,
        rest=rest,
        sure=_is_sure(rest, sign, row, found["space"]),
    )


_WHERE = re.compile(
    r"[\[(](?:(?i:paragraphs?|paras?\.?)\s\d[\d., –&-]*(?:and\s[\d.]+)?|[a-z]+(?:[\s-][a-z]+)?)[\])]:?"
    r"|(?i:paragraphs?)\s\d[\d., –&-]*(?:and\s[\d.]+)?"
)
"""Behind a label that stands alone: where the report gives the reasons, or how much it matters."""


def worded(word: str, number: str, rest: str) -> Label:
    """The label of an item that has its own words below it, or shares them with another."""
    return Label(form=Form.WORD, word=_FAMILIES[word.lower()], number=number, value=(int(number),), rest=rest)


def _without_initial(number: str, word: str) -> str:
    """Of "Recommendation R4" the 4: so it is printed elsewhere, too."""
    return number[1:] if number[0] == word[0].upper() and number[1:].isdigit() else number


_BEHIND = re.compile(
    r"(?:(?:PAC|(?:the )?committee)(?:[’']s)?\s)?"
    r"(?P<word>recommendation|question|proposal|key ask|call to action)"
    r"(?:\s*:\s*|\.\s+(?=[A-Z])|\s\d{1,3}[.:]\s+|$)",
    re.I,
)


def named_behind(label: Label) -> Label | None:
    """As a label with a word, where the word stands behind its number: "3. Recommendation"."""
    found = _BEHIND.match(label.rest) if label.form in {Form.BARE, Form.DOTTED} else None
    if found is None:
        return None
    word = _FAMILIES[found["word"].lower()]
    return replace(label, form=Form.WORD, word=word, rest=label.rest[found.end() :])


def _printed(number: str) -> str:
    low = number.lower()
    if low in _WORDS:
        return str(_WORDS.index(low) + 1)
    return number if _CODE.match(number) else re.sub(r"\s", "", number)


def _is_sure(rest: str, sign: str, row: Row, space: str) -> bool:
    """Not a cross-reference that a line happens to begin with."""
    if sign.startswith((")", "]")) and row.text[:1] not in "[(":
        # "Q1) Should ..." is a label, "... Recommendation 4)." the end of a cross-reference.
        return row.opens and sign in {")", "]"} and rest[:1].isupper()
    if _CROSS.match(rest) and sign not in {":", "–", "—", "-"}:
        return False
    if rest and not sign and rest[0].islower():
        return False
    if not space and rest and not sign:
        return False
    return row.opens or row.line.bold_start or sign.startswith(":")


_CODE = re.compile(r"[A-Z]{2,4}[/\s-](?=\d)")
"""Whose recommendations these are, or of which chapter: "PR/2026/01", "SS 1"."""


def value_of(number: str) -> tuple[int, ...] | None:
    """The number as something that sorts: "12a" is (12, 1), "3.1" is (3, 1), "IV" is (4,), "B" is (2,)."""
    low = number.lower().strip("()")
    if low in _WORDS:
        return (_WORDS.index(low) + 1,)
    if number.isalpha() and number.isupper():
        as_roman = from_roman(number)
        if as_roman is not None and (len(number) > 1 or number in "IVX"):
            return (as_roman,)
        return (ord(number) - 64,) if len(number) == 1 else None
    values: list[int] = []
    for piece in _VALUE.findall(_CODE.sub("", number)):
        if piece.isdigit():
            values.append(int(piece))
        elif len(piece) == 1:
            values.append(ord(piece.lower()) - 96)
        else:
            as_roman = from_roman(piece)
            if as_roman is None:
                return None
            values.append(as_roman)
    return tuple(values) or None


def _numeral(text: str, row: Row) -> Label | None:
    if found := _DOTTED.match(f"{text} " if _THREE_LEVELS.fullmatch(text) else text):
        value = value_of(found["number"])
        if value:
            return Label(
                form=Form.DOTTED,
                number=found["number"],
                value=value,
                sign=f"{len(value)}{found['close']}",
                rest=(found["rest"] or "").strip(),
            )
    if row.opens and (found := _CODED.match(text)):
        return _with_two_values(found, "/")
    if row.opens and (found := _PART_OF.match(text)):
        return _with_two_values(found, PART_OF)
    if found := _BARE.match(text):
        return _bare(found, row)
    if found := _ROMAN.match(text):
        number = found["number"]
        as_roman = from_roman(number)
        if as_roman is not None:
            case = "I" if number.isupper() else "i"
            return Label(
                form=Form.ROMAN,
                number=number,
                value=(as_roman,),
                sign=f"{found['open']}{case}{found['close']}",
                rest=(found["rest"] or "").strip(),
            )
    return None


def _with_two_values(found: re.Match[str], sign: str) -> Label:
    number = found["number"]
    value = value_of(number) or (0,)
    return Label(form=Form.DOTTED, number=number, value=value, sign=sign, rest=found["rest"])


def _bare(found: re.Match[str], row: Row) -> Label | None:
    number, sign = found["number"], f"{found['open']}1{found['close']}"
    value = value_of(number)
    if value is None or (number[-1].isalpha() and not found["close"]):
        return None
    rest = found["rest"].strip()
    if not found["close"] and (found["open"] or not row.opens):
        return None
    alone = not rest and bool(row.line.heading or row.line.box)
    if not found["close"] and not (found["space"] and rest) and not alone:
        return None  # alone it is a label where it heads what stands below, or in a cell of a table
    if rest and not found["space"] and not rest[0].isupper():
        return None
    if rest[:1] in {")", ",", "%", "°", ";", "/", "–", "-"} or (rest[:1].islower() and not found["close"]):
        return None
    return Label(form=Form.BARE, number=number, value=value, sign=sign, rest=rest)

"""What follows a consultation question: stubs for the answer, and options to choose from."""

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.reports.recognising.limits import limits_in, without_limit
from drafter.reports.recognising.rows import Row

_TICK = r"(?:[•☐○◯❑\-–]|o(?=\s)|\[\s?\]|\(\s?\)|_{2,}+)"
_CHOICE = (
    r"(?:yes|no|don[’']?t know|do not know|not sure|unsure|undecided|no opinion|no view|prefer not to say|"
    r"not applicable|n/?a|none|other|neither(?: agree nor disagree)?"
    r"|(?:strongly |somewhat |tend to |mostly |partly |partially )?(?:agree|disagree|support|"
    r"oppose)(?: in part| strongly| somewhat)?|very \w+|fairly \w+|not (?:very|at all) \w+|maybe|mixed)"
)
_OPTION = re.compile(rf"(?:{_TICK}\s*)*(?P<choice>{_CHOICE})\b(?P<rest>.*)", re.I | re.S)
_BOXED = re.compile(r"(?:\[\s?[a-zx]?\s?\]|\(\s?\)|[○◯])\s+\S")
"""A box drawn with signs, or with the option's letter in it."""
_BOX = re.compile(r"☐|[○◯❑]|\[\s?[xX]?\s?\]|\(\s?\)")
_BETWEEN = r"(?:[\s/|,;•☐○◯❑_\[\]()]|\bor\b|\band\b|\bo\b)*"
_MORE_CHOICES = (
    rf"(?:{_CHOICE}|neutral|no preference|(?:to )?some extent|always|often|sometimes|rarely|never"
    r"|high|medium|low|partially|fully"
    r"|mostly|partly|a lot|a little|not at all|both|too (?:high|low|much|little)|about right)"
)
"""Words that mean an answer only where they stand side by side."""
_ROW_OF_CHOICES = re.compile(
    rf"{_BETWEEN}{_MORE_CHOICES}\b(?:{_BETWEEN}{_MORE_CHOICES}\b)+{_BETWEEN}[.?]?", re.I
)
_YES_OR_NO = re.compile(r"[(\[]?\s*Y\s?/\s?N\s*[)\]]?")
_PICK = r"(?:please\s)?(?:select|tick|choose|circle|check|mark|pick|delete|highlight|underline)"
_HINT = re.compile(
    rf"^(?:{_PICK}\b[^:?]{{0,50}}:|(?:your )?(?:answer|response)\s*:)\s*"
    rf"|\s*[(\[]\s*{_PICK}\b[^)\]]*[)\]]\s*\.?$",
    re.I,
)
"""What only says how to choose, around the choices."""
_CHOOSING = re.compile(
    rf"\b(?:{_PICK}|indicate|rank)\b[^.?!]{{0,40}}\b(?:all|any|one|two|three|up to|as many|which|following"
    r"|apply|appropriate|applicable)\b"
    r"|\bwhich(?: one| ones)?(?: or more)? of (?:the following|these|those|the options)\b"
    r"|\bare you (?:mainly |primarily )?(?:responding|answering|replying|completing|submitting|writing)\b"
    r"|\bin (?:what|which) capacity\b",
    re.I,
)
_CHOOSE = re.compile(
    rf"(?:(?<=[.?!:;)\]])\s+|\n)[(\[]?{_PICK}\s(?:all|any|one|only|up to|as many|the|which|from|your|an?)\b"
    r"[^.?!()\[\]]*[)\]]?\s*[.:]?\s*$",
    re.I,
)
_LAST_CHOICE = re.compile(
    r"(?:others?\b|none of\b|(?:all|(?:a )?combination|a mix) of (?:the above|these|them)\b"
    r"|something else|prefer not to say"
    r"|don[’']?t know|not sure|unsure)",
    re.I,
)
"""Who offers these offers answers to choose from."""
_SCALE = re.compile(
    r"(?:[A-Za-z][\w ’']{0,40}\s)?(?:\d{1,2}(?:\s*\([^()]{1,40}\))?[\s,|/☐]+){2,}\d{1,2}(?:\s.{1,40})?"
)
_POINT = re.compile(r"(?P<number>\d{1,2})(?:\s*[-–—=:(]\s*\S.{0,80})?")
_FROM_TO = re.compile(
    r"\b(?:scale|score|rating|rate|from|between)\b[^.?!]{0,40}?\b(?P<low>[01])\s*(?:\([^()]{1,40}\)\s*)?"
    r"(?:to|and|[-–—])\s*(?P<high>[3-9]|10)\b(?!\s*(?:%|per cent|years?|months?|weeks?|days?|[£$€]))",
    re.I,
)
_FEWEST_POINTS = 3
_STUB = re.compile(
    r"(?:\[?open[- ](?:ended )?question\]?|\[?free text\]?|(?:comments?|your (?:answer|response|comments?|"
    r"views?)|answer|response|reasons?|explanation|additional comments?|"
    r"further comments?)\s*(?:\(.{0,60}\))?\s*:?\s*$"
    r"|please (?:give|provide|explain|state|tick|select|choose|use|add|set out|elaborate|expand|justify|"
    r"outline|comment|specify|tell us|share|include|indicate (?:your|one)|rank|mark|limit|keep|answer)\b"
    r"(?!\s(?:which|what|how|whether|who|where|when)\b(?! you\b))"
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
_MOST_MORE_WORDS = 3
"""An option says little more than yes or no."""
_MOST_BEFORE_BOX = 12
"""Words."""


def is_answer_line(text: str) -> bool:
    """Room for an answer, drawn as dots or a rule."""
    return bool(_LINES.fullmatch(text))


def is_stub(row: Row) -> bool:
    """Whether from this row on the document speaks of the answer and no longer asks."""
    text = row.text.strip()
    if is_answer_line(text) or text in {"☐", "•"}:
        return True
    if row_of_choices(text):
        return True
    if row.opens and (_STUB.match(text) or says_limit(text)):
        return True
    return is_option(row)


def is_option(row: Row) -> bool:
    """One of the answers to choose from."""
    text = row.text.strip()
    if text.startswith(("☐", "• ☐")) or (row.opens and _BOXED.match(text)):
        return True
    if row.opens and _BARE_CHOICE.fullmatch(text):
        return True
    if text.endswith("☐") and len(text.split()) <= _MOST_BEFORE_BOX:
        return True
    found = _OPTION.fullmatch(text)
    if found is None or not row.opens:
        return False
    rest = found["rest"].strip()
    return not rest or rest[0] in "–—-:,(;./" or len(rest.split()) <= _MOST_MORE_WORDS


def is_for_answers(text: str) -> bool:
    """Choices or a limit alone: no heading, however short it is or bold."""
    return bool(row_of_choices(text) or _BARE_CHOICE.fullmatch(text) or next(limits_in(text), None))


_LETTER = r"\(?[A-Za-z1-9][.)]\s+"
"""Options may be lettered, too: "A. Yes"."""
_BARE_CHOICE = re.compile(
    rf"(?:{_LETTER}|(?:{_TICK}\s*)*)(?!support$|none$|mixed$){_CHOICE}(?:\s*☐)?\.?", re.I
)


def row_of_choices(text: str) -> tuple[str, ...]:
    """What a line offers to choose from, if it says nothing else."""
    if len(text) > _LONGEST_CHOICES:
        return ()
    text = _HINT.sub("", text.strip())
    if _YES_OR_NO.fullmatch(text):
        return ("Yes", "No")
    if len(_BOX.findall(text)) == 1 and _BOX.match(text):
        return ()  # a box of its own: "☐ Yes, always"
    if _ROW_OF_CHOICES.fullmatch(text):
        return tuple(found.group() for found in re.finditer(rf"\b{_MORE_CHOICES}\b", text, re.I))
    return _boxed(text) or _points(text) or _slashed(text)


_LONGEST_CHOICES = 2000
"""Letters of all the choices in a line: to look for them in a line of ten thousands takes seconds."""


def _boxed(text: str) -> tuple[str, ...]:
    """Several boxes on one line, each before or behind what it stands for."""
    in_line = text.startswith("•") and "☐" not in text and "\n" not in text
    sign = _BULLET_SIGN if in_line else _BOX
    boxes = list(sign.finditer(text))
    if len(boxes) < 2 or (boxes[0].start() and boxes[-1].end() < len(text)):  # noqa: PLR2004 - several
        return ()
    return tuple(filter(None, (plain(said) for said in sign.split(text))))


_BULLET_SIGN = re.compile(r"•(?=\s)")
"""Round boxes are read as bullets."""


def _points(text: str) -> tuple[str, ...]:
    """The numbers of a scale: "1 2 3 4 5", whatever its ends are called."""
    if not _SCALE.fullmatch(text):
        return ()
    numbers = re.findall(r"\d{1,2}", text)
    return tuple(numbers) if _is_scale([int(number) for number in numbers]) else ()


def _slashed(text: str) -> tuple[str, ...]:
    """A few words each between strokes: "Employer / Employee / Other"."""
    said = [each.strip(" ()[].") for each in text.split("/")]
    few = all(each[:1].isalpha() and len(each.split()) <= _MOST_WORDS_BETWEEN for each in said)
    return tuple(said) if few and len(said) >= _FEWEST_POINTS else ()


_MOST_WORDS_BETWEEN = 4


def _is_scale(numbers: Sequence[int]) -> bool:
    steps = {below - above for above, below in pairwise(numbers)}
    return len(numbers) >= _FEWEST_POINTS and steps in ({1}, {-1}) and min(numbers) in {0, 1}


def scale_from(rows: Sequence[Row], at: int) -> int:
    """How many rows from this one on are the points of a scale, one below the other."""
    numbers: list[int] = []
    for row in rows[at : at + _MOST_POINTS]:
        found = _POINT.fullmatch(row.text.strip())
        if found is None or (numbers and abs(int(found["number"]) - numbers[-1]) != 1):
            break
        numbers.append(int(found["number"]))
    return len(numbers) if _is_scale(numbers) else 0


_MOST_POINTS = 11


def implied_scale(text: str) -> tuple[str, ...]:
    """The numbers of a scale that a question only names: "On a scale of 1 to 5 ..."."""
    found = _FROM_TO.search(text)
    return tuple(map(str, range(int(found["low"]), int(found["high"]) + 1))) if found else ()


def says_limit(text: str) -> bool:
    """A line that says how long the answer may be, and nothing else."""
    return without_limit(f"?\n{text}") == "?" and len(text.split()) <= _LONGEST_HINT


_LONGEST_HINT = 20


def options_in(rows: Sequence[Row]) -> tuple[str, ...]:
    """The answers to choose from, as they are printed, without their boxes."""
    found: list[str] = []
    points = 0
    for at, row in enumerate(rows):
        text = row.text.strip()
        points = points - 1 if points else scale_from(rows, at)
        if points:
            found.append(text)
        elif choices := row_of_choices(text):
            found.extend(choices)
        elif is_option(row):
            found.append(plain(text))
    return tuple(dict.fromkeys(option for option in found if option))


def without_choices(text: str) -> tuple[str, tuple[str, ...]]:
    """A question without the choices on its own line, wherever it offers them, and the choices."""
    for found in _SENTENCE.finditer(text):
        said = text[found.end() :]
        if choices := row_of_choices(said):
            return text[: found.start()].rstrip(), choices
        first = _SENTENCE.search(said)
        if first and (choices := row_of_choices(said[: first.start()])):
            return f"{text[: found.start()]} {said[first.end() :]}", choices
    return text, ()


_SENTENCE = re.compile(r"(?<=[.?!:)\]])\s+|\n|\s+(?=(?:If|Please|Why|How|What)\s)")


def without_choosing(text: str) -> str:
    """A question without the sentence at its end that only says how many answers to choose."""
    found = _CHOOSE.search(text, max(0, len(text) - _LONGEST_CHOICES))
    return text[: found.start()].rstrip() if found and found.start() else text


def choices_begin(rows: Sequence[Row], after: Sequence[Row], marked: re.Pattern[str]) -> int:
    """Where among a question's rows its bullets or letters begin, if they are answers to choose from.

    Else the number of its rows. `marked` matches a bullet or letter.
    """
    first = next(
        (at for at, row in enumerate(rows) if at and row.opens and marked.match(row.text)), len(rows)
    )
    offered = [row for row in rows[first:] if row.opens]
    if len(offered) < 2 or any("?" in row.text for row in rows[first:]):  # noqa: PLR2004 - one is no choice
        return len(rows)
    if not all(marked.match(row.text) for row in offered):
        return len(rows)
    asked = " ".join(row.text for row in rows[:first])
    last = [marked.sub("", row.text, count=1).strip() for row in [*offered, *after[:1]]]
    is_choice = _CHOOSING.search(asked) or any(_LAST_CHOICE.match(text) for text in last)
    return first if is_choice or _are_terse(asked, offered) else len(rows)


def _are_terse(asked: str, offered: Sequence[Row]) -> bool:
    """A few words each behind bullets, below a finished question that does not speak of them."""
    if not asked.rstrip().endswith("?") or _POINTING.search(asked):
        return False
    return all(
        row.text[0] in _BULLETS and len(row.text.split()) <= _TERSE and not row.text.endswith((".", ";", ","))
        for row in offered
    )


_POINTING = re.compile(r"\b(?:following|these|those|below)\b", re.I)
_BULLETS = frozenset("•▪◦○●")
_TERSE = 12
"""Words, with the bullet."""


def plain(text: str) -> str:
    """Without its box, and without what it asks for in turn."""
    lettered = _BARE_CHOICE.fullmatch(text.strip())
    text = re.sub(rf"^(?:{_LETTER if lettered else _TICK}\s*)+", "", text.strip())
    text = re.sub(rf"^(?:{_TICK}\s*)+", "", text)
    text = _IN_TURN.split(text, maxsplit=1)[0]
    return text.strip(" .;:,☐•")


_IN_TURN = re.compile(r"(?:\s+[–—-]\s+|,\s+)(?=please|if|go to)|\s*\((?=please|if|go to)", re.I)

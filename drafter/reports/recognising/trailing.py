"""Labels that follow the text: "... at those stations. (019/14)"."""

import re
from collections.abc import Iterator, Sequence

from drafter.reports.recognising.headings import headings_above
from drafter.reports.recognising.labels import Form, Label, value_of
from drafter.reports.recognising.paragraphs import paragraphs, words_of
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start, said_from
from drafter.reports.recognising.voices import advises, insists
from drafter.reports.recognising.wordings import COMMENDING, TELLING, tells

_TAIL = re.compile(
    r"[\[(]\s*(?:(?P<word>recommendation|conclusion|rec\.?|proposal|"
    r"R)\s*(?:no\.?\s*)?)?(?P<number>[A-Z]{0,3}[/-]?\d{1,4}(?:[/-]\d{1,4}){1,2}|(?<=[a-zR.\s])\d{1,3}[a-z]?|"
    r"R\d{1,3})(?P<where>,\s(?:paragraphs?|paras?\.?)\s[\d, –-]+(?:and\s\d+)?)?\s*[\])]\.?$",
    re.I,
)
_LEADING = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]+)[.)]?\s+")
_FEWEST = 2


def trailing_runs(body: Body, contents: set[int]) -> Iterator[Run]:
    """Paragraphs that advise and end in a label of the same shape."""
    shapes: dict[str, list[Start]] = {}
    for block in paragraphs(body.rows):
        if block[-1].text[-1:] not in ")].":
            continue
        found = _TAIL.search(words_of(block[-2:]))
        if found is None or block[0].page in contents:
            continue
        start = _start(block, found)
        if found["where"] or advises(_text(body, start)):
            shapes.setdefault(_shape(found), []).append(start)
    for starts in shapes.values():
        if (len(starts) >= _FEWEST and _recommend(body, starts)) or _is_lone(body, starts):
            yield Run(Form.TRAILING, "recommendation", starts, limit=len(body.rows))


def _is_lone(body: Body, starts: Sequence[Start]) -> bool:
    """The only one of a report that has a heading for what it recommends."""
    only = starts[0]
    said = only.label.value == (1,) and _WORDED.match(only.label.sign) and insists(_text(body, only))
    return len(starts) == 1 and bool(said) and any(tells(row.text) for row in body.headed)


def _recommend(body: Body, starts: Sequence[Start]) -> bool:
    """Their own words, the word before the number, or the heading over them says that they do."""
    if all(_WORDED.match(start.label.sign) for start in starts):
        return True
    commending = sum(COMMENDING.stand_in(_text(body, start)) for start in starts)
    above = headings_above(body, starts[0].row)
    return commending * 2 >= len(starts) or any(TELLING.search(heading.text) for heading in above)


_WORDED = re.compile(r"[\[(]\s*(?:rec|proposal|conclusion)", re.I)


def _shape(found: re.Match[str]) -> str:
    word = "recommendation" if _concludes(found) else (found["word"] or "").lower()
    return re.sub(r"\d+", "#", found["number"].upper()) + word


def _concludes(found: re.Match[str]) -> bool:
    """It counts with the recommendations, as committees of the Commons print it."""
    return (found["word"] or "").lower() == "conclusion"


def _start(block: Sequence[Row], found: re.Match[str]) -> Start:
    number = found["number"]
    first = block[0].text
    leading = _LEADING.match(first)
    return Start(
        block[0],
        Label(
            form=Form.TRAILING,
            word="conclusion" if _concludes(found) else "recommendation",
            number=number,
            value=tuple(int(digits) for digits in re.findall(r"\d+", number)) or value_of(number) or (0,),
            sign=found.group(),
            rest=first[leading.end() :] if leading else first,
        ),
    )


def _text(body: Body, start: Start) -> str:
    return said_from(body, start)

"""What a report is called: by its own properties, else by the largest words of its first page.

Words that begin most reports ("Introduction") and a kind of document ("Final report") are no title: then by
what stands above them, by what the file is called, and by such words only where there is nothing better.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.lines import Document, Line

_JUNK = re.compile(
    r"^(microsoft word\b|untitled|slide \d|document\d*$|layout \d|title$|cover|powerpoint|indd?$|"
    r"[\[<]|(?:click|enter|insert|type)\b.*\b(?:title|text)\b|"
    r".*\.(docx?|indd|pdf|qxd|rtf|pptx?|xhtml?|html?|txt)$)",
    re.I,
)
_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[ivx]+|[a-z])[.)\]]|(?:recommendation|question|q)\s?\d|[•☐–-]", re.I)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[a-z])"
_OPENING = re.compile(
    rf"(?:(?:chapter|part|section|volume|annex)\s+{_NUMBER}|"
    rf"(?:(?:(?:chapter|part|section)\s+)?{_NUMBER}\s*[.):–—-]?\s+)?(?:"
    r"(?:table\s+of\s+|list\s+of\s+)?contents(?:\s+page)?|index|abstract|purpose|context|scope|disclaimer|"
    r"(?:ministerial\s+|executive\s+|general\s+|\w+(?:\s\w+)?['’]s\s+)?"
    r"(?:foreword|preface|introduction|summary|overview|background)"
    r"(?:\s+(?:and|&)\s+(?:background|context|purpose|scope|summary|overview|introduction|recommendations))?|"
    r"(?:foreword|preface|message)\s+(?:by|from)\s.*|"
    r"about\s+(?:this|the)\s+(?:consultation|document|inquiry|paper|report|response|review)|about\s+us|"
    r"acknowledgements?|abbreviations|acronyms|glossary|list\s+of\s+(?:abbreviations|acronyms|figures|tables)|"
    r"key\s+(?:findings|messages|points)|recommendations?|"
    r"conclusions?(?:\s+(?:and|&)\s+recommendations?)?|"
    r"how\s+to\s+respond|(?:document|version)\s+(?:control|history)))\W*",
    re.I,
)
"""The heading of a part that most reports have."""
_KIND = re.compile(
    r"(?:the\s+)?(?:(?:final\s+|interim\s+)?report|consultation(?:\s+(?:document|paper))?)\W*", re.I
)
"""What a document is, and not what it is about."""
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})(?:\s+\d{{1,2}},?)?\s+\d{{4}}\W*", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+$", re.I)
_TELLING = re.compile(r"[^\W\d_]{4}")
"""A word of some length: not “1 of 7”, nor the name of a scan."""
_MOST = 200
_FIRST_PAGES = 2
_SHORTEST = 4
_FIRST_LINES, _LINES_OF_BODY = 200, 600


def title_of(document: Document, source: str = "") -> str:
    """The title, cleaned; the file's name without its ending where nothing better is found."""
    given = _clean(document.title)
    given = "" if _JUNK.search(given) or _is_common(given) else given
    if " " in given:
        return given
    shown = _shown(document)
    if shown and not _is_common(shown):
        return shown
    name = _file_name(source)
    return given or (name if _TELLING.search(name) else "") or shown or name


def _clean(text: str) -> str:
    text = re.sub(r"\s*[|–—-]\s*GOV\.UK$", "", " ".join(text.replace(SOFT_HYPHEN, "").split()))
    text = re.sub(r"^Microsoft Word - ", "", text)
    return text[:_MOST].strip(" -–—|")


def _file_name(source: str) -> str:
    """Without its ending, and with the spaces that file names are written without."""
    name = re.sub(r"\.\w{1,5}$", "", source).replace("_", " ")
    return _clean(name if " " in name.strip() else name.replace("-", " "))


def _opens(text: str) -> bool:
    return _OPENING.fullmatch(_clean(text)) is not None


def _is_common(text: str) -> bool:
    """It does not tell this report from any other."""
    return _opens(text) or _KIND.fullmatch(text) is not None


def _tells_nothing(text: str) -> bool:
    return _is_common(_clean(text)) or not _TELLING.search(text)


def _shown(document: Document) -> str:
    """The first heading that the format names, else the largest words among the first lines with letters."""
    first_lines = document.lines[:_FIRST_LINES]
    if document.marked or not document.sheets:
        headings = [line for line in first_lines if line.heading]
        if headings:
            top = min(line.heading for line in headings)
            first = next(line for line in headings if line.heading == top)
            above = _above(first, document.lines) if _is_common(_clean(first.text)) else ""
            return above or _clean(first.text)
        first_line = next((line for line in document.lines if line.text), None)
        return _clean(first_line.text) if first_line is not None and _may_be_title(first_line) else ""
    with_letters = [line for line in first_lines if line.page <= _FIRST_PAGES and _has_letters(line)]
    largest = _largest(with_letters)
    if not _is_common(largest):
        return largest
    return _largest(with_letters, than=_body_size(document.lines), uncommon=True) or largest


def _above(heading: Line, lines: Sequence[Line]) -> str:
    """The title in the rows before a heading that is none: the largest, else the first bold or plain one."""
    rows = [
        line
        for line in takewhile(lambda line: line is not heading and not _opens(line.text), lines)
        if _may_be_title(line) and _TELLING.search(line.text)
    ]
    largest = _largest(rows, than=_body_size(lines))
    if largest or not rows:
        return largest
    return _clean(next((row for row in rows if row.bold), rows[0]).text)


def _may_be_title(line: Line) -> bool:
    text = line.text.strip()
    is_other = _LABEL.match(text) or _DATE.fullmatch(text) or _ADDRESS.match(text)
    return len(text) < _MOST and not is_other


def _has_letters(line: Line) -> bool:
    return any(map(str.isalpha, line.text))


def _body_size(lines: Sequence[Line]) -> float:
    """The size in which most is set."""
    sizes: Counter[float] = Counter()
    for line in lines[:_LINES_OF_BODY]:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _largest(lines: Sequence[Line], *, than: float = 0.0, uncommon: bool = False) -> str:
    """The largest words, if they are larger `than` that; `uncommon` passes over words that are no title."""
    wordy = [
        line
        for line in lines
        if len(line.text) >= _SHORTEST and line.size > than and not (uncommon and _tells_nothing(line.text))
    ]
    if not wordy:
        return ""
    size = max(line.size for line in wordy)
    first = next(at for at, line in enumerate(lines) if line.size == size and line in wordy)
    words: list[str] = []
    for line in lines[first:]:
        if line.size < 0.92 * size or line.page != lines[first].page:
            break
        words.append(line.text)
    return _clean(" ".join(words).replace(SOFT_HYPHEN + " ", ""))

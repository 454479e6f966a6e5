"""What a report is called: by its own properties, else by the largest words of its first page."""

import re

from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.lines import Document, Line

_JUNK = re.compile(
    r"^(microsoft word\b|untitled|slide \d|document\d*$|layout \d|title$|cover|powerpoint|indd?$|"
    r".*\.(docx?|indd|pdf|qxd|rtf|pptx?|xhtml?|html?|txt)$)",
    re.I,
)
_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[ivx]+|[a-z])[.)\]]|(?:recommendation|question|q)\s?\d|[•☐–-]", re.I)
_MOST = 200
_FIRST_PAGES = 2
_SHORTEST = 4


def title_of(document: Document, source: str = "") -> str:
    """The title, cleaned; the file's name without its ending where nothing better is found."""
    given = _clean(document.title)
    if given and not _JUNK.search(given) and " " in given:
        return given
    shown = _shown(document)
    if shown:
        return shown
    return (
        given
        if given and not _JUNK.search(given)
        else _clean(re.sub(r"\.\w{1,5}$", "", source).replace("_", " "))
    )


def _clean(text: str) -> str:
    text = re.sub(r"\s*[|–—-]\s*GOV\.UK$", "", " ".join(text.replace(SOFT_HYPHEN, "").split()))
    text = re.sub(r"^Microsoft Word - ", "", text)
    return text[:_MOST].strip(" -–—|")


def _shown(document: Document) -> str:
    """The first heading that the format names, else the largest words among the first lines with letters."""
    if document.marked or not document.sheets:
        headings = [line for line in document.lines[:200] if line.heading]
        if headings:
            top = min(line.heading for line in headings)
            return _clean(next(line.text for line in headings if line.heading == top))
        first = next((line for line in document.lines if line.text), None)
        is_title = first is not None and len(first.text) < _MOST and not _LABEL.match(first.text)
        return _clean(first.text) if first is not None and is_title else ""
    return _largest(
        [
            line
            for line in document.lines[:200]
            if line.page <= _FIRST_PAGES and any(map(str.isalpha, line.text))
        ]
    )


def _largest(lines: list[Line]) -> str:
    wordy = [line for line in lines if len(line.text) >= _SHORTEST]
    if not wordy:
        return ""
    size = max(line.size for line in wordy)
    first = next(at for at, line in enumerate(lines) if line.size == size and len(line.text) >= _SHORTEST)
    words: list[str] = []
    for line in lines[first:]:
        if line.size < 0.92 * size or line.page != lines[first].page:
            break
        words.append(line.text)
    return _clean(" ".join(words).replace(SOFT_HYPHEN + " ", ""))

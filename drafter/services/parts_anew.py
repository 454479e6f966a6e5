"""The parts of an item whose text has been corrected: the same ones, in the words that now stand there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from drafter.domain.records.reports import Part

_MARK = re.compile(r"\((?:[a-z]{1,5}|\d{1,2})\)|(?:[a-z]{1,5}|\d{1,2})[.)]|[•●▪◦–*-]", re.I)
_BULLETS = frozenset("•●▪◦–*-")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as words, each with the line that it stands in."""

    words: Sequence[str]
    lines: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "_Text":
        said = [(word, at) for at, line in enumerate(text.splitlines()) for word in line.split()]
        return cls([word for word, _ in said], [at for _, at in said])

    def line_end(self, at: int) -> int:
        """Past the last word of the line that a word stands in."""
        end = at
        while end < len(self.words) and self.lines[end] == self.lines[at]:
            end += 1
        return end

    def marks(self) -> Iterator[int]:
        """Where a line but the first begins with a mark and says something."""
        for at in range(1, len(self.words) - 1):
            opens = self.lines[at - 1] != self.lines[at] == self.lines[at + 1]
            if opens and _MARK.fullmatch(self.words[at]):
                yield at

    def line_of(self, at: int) -> str:
        """From a word to the end of its line."""
        return " ".join(self.words[at : self.line_end(at)])


def parts_anew(parts: Sequence[Part], before: str, after: str) -> tuple[Part, ...]:
    """The parts as the text after the correction has them.

    What was changed within a part is changed there, a part whose mark is gone is none any more, and a line
    that was begun with a mark is one.
    """
    if before == after:
        return tuple(parts)
    old, new = _Text.of(before), _Text.of(after)
    places = _places(old, new)
    ends = _ends_by_mark(parts, old, new, places)
    marks = [*sorted(ends), len(new.words)]
    found = [
        _part(new, mark, min(ends[mark][0], following), ends[mark][1]) for mark, following in pairwise(marks)
    ]
    return tuple(part for part in found if part.text)


def _ends_by_mark(
    parts: Sequence[Part], old: _Text, new: _Text, places: Mapping[int, int]
) -> dict[int, tuple[int, str]]:
    """For each mark that begins a part now: where the part ends, and how it was labelled."""
    ends: dict[int, tuple[int, str]] = {}
    for part, first, last in _spans(parts, old):
        mark = places.get(first - 1)
        if mark is None or not _MARK.fullmatch(new.words[mark]):
            continue
        kept = max([mark, *(places[word] for word in range(first, last) if word in places)])
        ends[mark] = (new.line_end(kept) if old.line_end(last - 1) == last else kept + 1, part.label)
    known = {old.line_of(mark) for mark in old.marks()}
    return ends | {
        mark: (new.line_end(mark), "")
        for mark in new.marks()
        if mark not in ends and new.line_of(mark) not in known
    }


def _part(new: _Text, mark: int, end: int, label: str) -> Part:
    """The part behind a mark; all bullets are one."""
    printed = new.words[mark]
    bullet = label if label in _BULLETS else "•"
    return Part(label=bullet if printed in _BULLETS else printed, text=" ".join(new.words[mark + 1 : end]))


def _places(old: _Text, new: _Text) -> Mapping[int, int]:
    """Where the words that were kept, and the marks that were exchanged for others, stand now."""
    places: dict[int, int] = {}
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    for act, first, end, at, stop in matcher.get_opcodes():
        if act == "equal" or (act == "replace" and end - first == stop - at):
            places |= dict(zip(range(first, end), range(at, stop), strict=True))
    return places


def _spans(parts: Sequence[Part], old: _Text) -> Iterator[tuple[Part, int, int]]:
    """Where the words of each part begin and end in the text, in its order."""
    since = 0
    for part in parts:
        words = part.text.split()
        starts = range(since, len(old.words) - len(words) + 1)
        first = next((at for at in starts if at and old.words[at : at + len(words)] == words), None)
        if first is not None and words:
            since = first + len(words)
            yield part, first, since

"""What the library's list is asked for, and one line of what it answers."""

from dataclasses import dataclass
from datetime import date

from drafter.domain.records.positions import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow the list: its group ("Theme"), its name in it, and how many entries it leaves."""

    group: str
    name: str
    count: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.group, self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the list shall hold: what the words find, what every group of facets allows, on a day."""

    day: date
    words: str = ""
    facets: tuple[Facet, ...] = ()
    in_bin: bool = False

    @property
    def has_words(self) -> bool:
        return bool(self.words.strip())

    @property
    def narrows(self) -> bool:
        return self.has_words or bool(self.facets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The numbers of the rows that were found, in their order."""

    numbers: tuple[int, ...] = ()
    is_exact: bool = True
    """The best are first. Where very much was found at once, those with the words in the title are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the list, and words around what was searched for."""

    entry: Entry
    title: str = ""
    """The title, where words were searched for."""
    snippet: str = ""
    """The words that match stand between STX and ETX (\\x02 and \\x03), here and in the title."""

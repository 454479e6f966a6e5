"""The numbers that Word computes and the text does not hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from drafter.reports.counting import letters, roman
from drafter.reports.docx_parts import W
from drafter.reports.docx_styles import value

_LEVELS = 9
_WHOLE = re.compile(r"\d{1,6}")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "ordinal": lambda number: (
        f"{number}{'th' if number % 100 in {11, 12, 13} else _ORDINALS.get(number % 10, 'th')}"
    ),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int
    """After which level's step it starts anew; 0 is never."""
    legal: bool


@dataclass(slots=True)
class _Sequence:
    """One running count: all instances of one definition share it."""

    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    started: set[tuple[str, int]] = field(default_factory=set)


@dataclass(slots=True)
class Numbering:
    """The numbering definitions of a file, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By definition."""
    definition: dict[str, str] = field(default_factory=dict)
    """Of each instance."""
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    own_levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    sequences: dict[str, _Sequence] = field(default_factory=dict)

    @classmethod
    def of(cls, part: etree._Element | None) -> "Numbering":
        numbering = cls()
        if part is not None:
            numbering._learn(part)
        return numbering

    def _learn(self, part: etree._Element) -> None:
        linked: dict[str, str] = {}
        links: dict[str, str] = {}
        for abstract in part.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId") or ""
            self.levels[key] = dict(map(_level, abstract.iter(f"{W}lvl")))
            if style := value(abstract, "styleLink"):
                linked[style] = key
            if style := value(abstract, "numStyleLink"):
                links[key] = style
        for instance in part.iter(f"{W}num"):
            self._learn_instance(
                instance, {key: linked[style] for key, style in links.items() if style in linked}
            )

    def _learn_instance(self, instance: etree._Element, redirects: dict[str, str]) -> None:
        key, abstract = instance.get(f"{W}numId") or "", value(instance, "abstractNumId") or ""
        self.definition[key] = redirects.get(abstract, abstract)
        for override in instance.iter(f"{W}lvlOverride"):
            at = _whole(override.get(f"{W}ilvl"), 0)
            start = value(override, "startOverride")
            if start is not None:
                self.overrides[key, at] = _whole(start, 1)
            own = override.find(f"{W}lvl")
            if own is not None:
                self.own_levels[key, at] = _level(own)[1]

    def next_label(self, instance: str, at: int) -> str:
        """Count one paragraph, and what Word prints before it; a bullet is "•"."""
        definition = self.definition.get(instance)
        if definition is None or not 0 <= at < _LEVELS:
            return ""
        level = self._level(instance, at)
        if level is None:
            return ""
        counts = self._step(instance, definition, at, level)
        if level.format in {"bullet", "picture"}:
            return "•"
        return _printed(level, [self._level(instance, each) for each in range(at + 1)], counts)

    def _level(self, instance: str, at: int) -> _Level | None:
        return self.own_levels.get((instance, at)) or self.levels.get(self.definition[instance], {}).get(at)

    def _step(self, instance: str, definition: str, at: int, level: _Level) -> list[int | None]:
        sequence = self.sequences.setdefault(definition, _Sequence())
        counts = sequence.counts
        start = level.start
        fresh = (instance, at) in self.overrides and (instance, at) not in sequence.started
        if fresh:
            start = self.overrides[instance, at]
            sequence.started.add((instance, at))
        now = counts[at]
        counts[at] = start if now is None or fresh else now + 1
        for below in range(at + 1, _LEVELS):
            lower = self._level(instance, below)
            if lower is None or lower.restart > at:
                counts[below] = None
        for above in range(at):
            if counts[above] is None:
                higher = self._level(instance, above)
                counts[above] = higher.start if higher else 1
        return counts


def _printed(level: _Level, levels: list[_Level | None], counts: list[int | None]) -> str:
    text = level.text
    for at, each in enumerate(levels):
        if each is not None:
            form = "decimal" if level.legal else each.format
            text = text.replace(f"%{at + 1}", _FORMATS.get(form, str)(counts[at] or 0))
    return " ".join(text.split())


def _level(element: etree._Element) -> tuple[int, _Level]:
    at = _whole(element.get(f"{W}ilvl"), 0)
    legal = element.find(f"{W}isLgl")
    return at, _Level(
        start=_whole(value(element, "start"), 1),
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=_whole(value(element, "lvlRestart"), at),
        legal=legal is not None and legal.get(f"{W}val") not in {"0", "false"},
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and _WHOLE.fullmatch(text) else otherwise

"""The library's list: which rows, in which order, how many by which facet; a row is read when it is seen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from drafter.domain.records.ids import PositionId
from drafter.domain.records.listing import Facet, Line, Listed, Wanted
from drafter.store import reading_positions, rows, versions
from drafter.store.library import Library
from drafter.store.search import expression_of
from drafter.store.snippets import begun_words, marked, snippet
from drafter.store.standing import Standing
from drafter.store.stopping import Stop

MOST_FOUND = 500
"""How many of what was found are listed: nobody reads on, one types another word."""

RANKED_AT_ONCE = 1_000
"""Of so many matches at most the best are told while she types; ranking all takes as long as there are."""

SOON = timedelta(days=30)
"""Due is what should be reviewed within this time, or should have been."""

Values = dict[str, Any]


def listed(library: Library, wanted: Wanted, *, exact: bool = True, stop: Stop | None = None) -> Listed:
    """By title, or what the words find: the best first, or (not exact) quickly what may be the best."""
    expression = "" if wanted.in_bin else expression_of(wanted.words)
    if wanted.has_words and not wanted.in_bin and not expression:
        return Listed()
    with library.using() as db, (stop or Stop()).watching(library.interrupt):
        if expression:
            return _found(db, expression, wanted, exact=exact)
        if not wanted.narrows:
            return Listed(numbers=_numbers(db, _WHOLE, {"in_bin": wanted.in_bin}))
        where, values = _where(wanted)
        return Listed(numbers=_numbers(db, _PICKED.format(where), values))


def lines(library: Library, numbers: Sequence[int], *, words: str = "") -> Mapping[int, Line]:
    """These rows as they are shown, with the stretch of their text that the words matched."""
    begun = begun_words(words)
    with library.using() as db:
        entries = reading_positions.entries_numbered(db, numbers)
        texts = versions.among(db, _TEXTS, numbers) if begun is not None else []
    snippets = {number: snippet(each, begun) for number, *each in texts if begun is not None}
    return {
        number: Line(
            entry=each,
            title=marked(each.title, begun) if begun is not None else "",
            snippet=snippets.get(number, ""),
        )
        for number, each in entries.items()
    }


def how_many(library: Library, *, in_bin: bool | None = None) -> int:
    """Positions in the bin, outside it, or both."""
    where = "" if in_bin is None else " WHERE deleted = :in_bin"
    with library.using() as db:
        row = db.execute(f"SELECT count(*) FROM position{where}", {"in_bin": in_bin}).fetchone()  # noqa: S608 - one of two words of ours
    return int(row[0])


def row_of(library: Library, position: PositionId) -> int | None:
    """The number of a position's row."""
    with library.using() as db:
        row = db.execute("SELECT number FROM position WHERE id = ?", (position,)).fetchone()
    return int(row[0]) if row is not None else None


def positions_at(library: Library, numbers: Iterable[int]) -> tuple[PositionId, ...]:
    """The positions of these rows, in their order."""
    asked = tuple(numbers)
    with library.using() as db:
        found = dict(versions.among(db, "SELECT number, id FROM position WHERE number IN ({})", asked))
    return tuple(PositionId(found[each]) for each in asked if each in found)


def standings(library: Library, ids: Iterable[PositionId] | None = None) -> Iterator[Standing]:
    """How these stand, or all, also those in the bin, without reading their words; in no particular order."""
    with library.using() as db:
        return reading_positions.standings(db, ids)


def facets(library: Library, wanted: Wanted, *, stop: Stop | None = None) -> tuple[Facet, ...]:
    """Every facet that leaves something of what the words find, group by group; by name within a group."""
    expression = expression_of(wanted.words) if wanted.has_words and not wanted.in_bin else ""
    where, values = _IN_OR_OUT, _days(wanted) | {"in_bin": wanted.in_bin}
    if expression:
        where += f" AND number IN ({_MATCHES})"
        values |= {"expression": expression}
    found: list[Facet] = []
    tally = _Tally(library=library, stop=stop or Stop(), where=where, values=values)
    for group in _GROUPS:
        counts = tally.of_group(group)
        names = sorted(counts, key=str.casefold)
        found += [Facet(group=group, name=name, count=counts[name]) for name in names]
    return tuple(found)


def in_use(library: Library) -> int:
    """How many positions are neither in the bin nor retired: of these some want attention."""
    with library.using() as db:
        row = db.execute("SELECT count(*) FROM position WHERE NOT deleted AND status <> 'retired'").fetchone()
    return int(row[0])


def attention(library: Library, day: date) -> Mapping[str, int]:
    """How many positions outside the bin want attention, by the name of the facet; also where none does."""
    tally = _Tally(library=library, stop=Stop(), where="NOT deleted", values=_days(Wanted(day=day)))
    return tally.of_attention()


_GROUPS = ("Status", "Kind", "Attention", "Theme", "Owner")
"""In the order in which they are shown."""

ATTENTION = {
    "Review overdue": "review_by < :day",
    "Review due": "review_by <= :soon",
    "Never reviewed": "id NOT IN (SELECT lower(hex(subject)) FROM version WHERE kind = 'review'"
    " AND NOT EXISTS (SELECT 1 FROM version_parent WHERE parent = vid))",
    "No review date": "review_by IS NULL",
    "No owner": "owner = ''",
    # openings, closings and what is said about us are said on our own authority
    "No source": "kind NOT IN ('opening', 'closing', 'about us')"
    # what FTS5 keeps of the fourth column, asked row by row: through FTS5 itself it takes all at once
    " AND (SELECT c3 FROM position_fts_content WHERE id = number) = ''",
    "Never used": "id NOT IN (SELECT position FROM used_in)",
    "Newer draft": "has_newer_draft",
}
"""What a position wants, and the condition; what is retired wants nothing."""

_WHOLE = "SELECT number FROM position WHERE deleted = :in_bin ORDER BY title_folded, number"
# A plus keeps SQLite from going through the index of the whole list, with a look at each row on the way.
_IN_OR_OUT = "+deleted = :in_bin"
_PICKED = "SELECT number FROM position WHERE {} ORDER BY +title_folded, number"
# FTS5's own snippet looks the words up again for each row, which takes longer than all the rest.
_TEXTS = "SELECT rowid, body, sources, themes, title FROM position_fts WHERE rowid IN ({})"
# The plus keeps SQLite from looking every allowed row up in the index, one by one.
_AMONG = " AND +rowid IN (SELECT number FROM position WHERE {})"
_MATCHES = "SELECT rowid FROM position_fts WHERE position_fts MATCH :expression"
_MOST = f" LIMIT {MOST_FOUND:d}"
_ONE_OF = "{} IN (SELECT value FROM json_each(:{}))"
_THEMES = """
    SELECT theme, count(*) FROM position_theme JOIN position ON number = position_theme.position
    WHERE {} GROUP BY theme
"""
_GROUPED = "SELECT {0}, count(*) FROM position WHERE {1} AND {0} <> '' GROUP BY {0}"
_COUNTED = """
    SELECT count(*) FROM position
    WHERE {} AND status <> 'retired' AND number BETWEEN :first AND :last AND {}
"""
_PIECE = 25_000
"""So many rows are counted by one question."""
_COLUMNS = {"Status": "status", "Kind": "kind", "Owner": "owner"}


def _found(db: Database, expression: str, wanted: Wanted, *, exact: bool) -> Listed:
    values: Values = {"expression": expression}
    sql = _MATCHES
    if wanted.facets:
        where, more = _where(wanted)
        sql += _AMONG.format(where)
        values |= more
    if not exact:
        first = _numbers(db, f"{sql} LIMIT {RANKED_AT_ONCE + 1:d}", values)
        if len(first) > RANKED_AT_ONCE:
            titled = _numbers(db, sql + _MOST, values | {"expression": f"{{title}} : ({expression})"})
            return Listed(numbers=tuple(dict.fromkeys((*titled, *first)))[:MOST_FOUND], is_exact=False)
    return Listed(numbers=_numbers(db, f"{sql} ORDER BY rank{_MOST}", values))


def _numbers(db: Database, sql: str, values: Values) -> tuple[int, ...]:
    return tuple(number for (number,) in db.execute(sql, values).fetchall())


def _where(wanted: Wanted) -> tuple[str, Values]:
    """The condition that every group of facets makes; within a group one of the names is enough."""
    conditions = [_IN_OR_OUT]
    values: Values = _days(wanted) | {"in_bin": wanted.in_bin}
    groups: dict[str, list[str]] = {}
    for each in wanted.facets:
        groups.setdefault(each.group, []).append(each.name)
    for group, names in groups.items():
        conditions.append(_CONDITIONS[group](names, values))
    if wanted.in_bin:
        for place, word in enumerate(wanted.words.casefold().split()):
            conditions.append(f"instr(title_folded, :word{place:d})")
            values[f"word{place:d}"] = word
    return " AND ".join(conditions), values


def _days(wanted: Wanted) -> Values:
    return {"day": wanted.day.isoformat(), "soon": (wanted.day + SOON).isoformat()}


def _by_column(group: str, names: list[str], values: Values) -> str:
    values[group] = rows.canonical([_stored(group, each) for each in names])
    return _ONE_OF.format(_COLUMNS[group], group)


def _by_theme(names: list[str], values: Values) -> str:
    values["Theme"] = rows.canonical(names)
    return (
        "number IN (SELECT position FROM position_theme WHERE theme IN (SELECT value FROM json_each(:Theme)))"
    )


def _by_attention(names: list[str], _values: Values) -> str:
    any_of = " OR ".join(f"({ATTENTION[each]})" for each in names if each in ATTENTION) or "0"
    return f"status <> 'retired' AND ({any_of})"


_CONDITIONS = {
    "Status": lambda names, values: _by_column("Status", names, values),
    "Kind": lambda names, values: _by_column("Kind", names, values),
    "Owner": lambda names, values: _by_column("Owner", names, values),
    "Theme": _by_theme,
    "Attention": _by_attention,
}


def _stored(group: str, name: str) -> str:
    """A facet's name as the column has it: an owner as it is written, the rest in small letters."""
    return name if group == "Owner" else name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tally:
    """Counts, one short question after the other, so that a click need not wait for them all."""

    library: Library
    stop: Stop
    where: str
    values: Values

    def of_group(self, group: str) -> dict[str, int]:
        """What is there in this group, and how often."""
        if group == "Attention":
            return {name: count for name, count in self.of_attention().items() if count}
        if group == "Theme":
            return dict(self._ask(_THEMES.format(self.where)))
        found = self._ask(_GROUPED.format(_COLUMNS[group], self.where))
        return {name if group == "Owner" else name.capitalize(): count for name, count in found}

    def of_attention(self) -> dict[str, int]:
        [[last]] = self._ask("SELECT coalesce(max(number), 0) FROM position")
        pieces = [{"first": first, "last": first + _PIECE - 1} for first in range(0, last + 1, _PIECE)]
        asked = {name: _COUNTED.format(self.where, each) for name, each in ATTENTION.items()}
        return {name: sum(self._ask(sql, each)[0][0] for each in pieces) for name, sql in asked.items()}

    def _ask(self, sql: str, more: Values | None = None) -> list[tuple[Any, ...]]:
        with self.library.using() as db, self.stop.watching(self.library.interrupt):
            return db.execute(sql, self.values | (more or {})).fetchall()

"""Which retired positions another one replaces: history and uses follow, and nothing is copied."""

from collections import defaultdict

from sqlite_utils import Database

from drafter.domain.records.ids import PositionId
from drafter.store import versions
from drafter.store.library import Library
from drafter.store.standing import Standing

By = dict[PositionId, PositionId]
"""What each is replaced by."""


def replaced(library: Library) -> By:
    """What each retired position is replaced by, where that was said; one that came back into use is none."""
    with library.using() as db:
        return _saying(db, '"replaced_by":"')


def with_replaced(library: Library, position: PositionId) -> tuple[PositionId, ...]:
    """A position, and all that it replaces, directly or through others; each once, even in a ring."""
    found: dict[PositionId, None] = {position: None}
    waiting = [position]
    with library.using() as db:
        while waiting:
            now = waiting.pop()
            by = _saying(db, f'"replaced_by":"{now}"')
            further = [each for each, heir in by.items() if heir == now and each not in found]
            found.update(dict.fromkeys(further))
            waiting += further
    return tuple(found)


def followed(by: By, position: PositionId) -> tuple[PositionId, ...]:
    """Likewise, where it is known already what replaces what."""
    before: dict[PositionId, list[PositionId]] = defaultdict(list)
    for old, new in by.items():
        before[new].append(old)
    found: dict[PositionId, None] = {position: None}
    waiting = [position]
    while waiting:
        further = [each for each in before[waiting.pop()] if each not in found]
        found.update(dict.fromkeys(further))
        waiting += further
    return tuple(found)


def _saying(db: Database, words: str) -> By:
    """Those retired whose facts ever said so, and what they say now: the records are canonical JSON."""
    named = db.execute(_NAMED, (words,)).fetchall()
    kept = versions.among(db, _STANDING, [subject for (subject,) in named])
    of_each: dict[PositionId, list[versions.Version]] = defaultdict(list)
    for subject, rec in kept:
        of_each[PositionId(bytes(subject).hex())].append(versions.read(rec))
    standings = [Standing.of(each, found) for each, found in of_each.items()]
    return {
        each.id: by
        for each in standings
        if each.retirement is not None and (by := each.facts.replaced_by) is not None
    }


_NAMED = """
    SELECT DISTINCT facts.subject
    FROM version AS retired CROSS JOIN version AS facts
        ON facts.subject = retired.subject AND facts.kind = 'facts'
    WHERE retired.kind = 'retirement' AND instr(facts.rec, ?) > 0
"""
_STANDING = """
    SELECT subject, rec FROM version
    WHERE subject IN ({}) AND kind IN ('facts', 'retirement', 'revival')
"""

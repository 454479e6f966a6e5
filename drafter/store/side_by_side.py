"""Positions that two people reworded apart: both wordings stand until a person joins them."""

from drafter.domain.records.ids import PositionId
from drafter.store.library import Library


def side_by_side(library: Library) -> tuple[PositionId, ...]:
    """Those outside the bin that have two newest wordings or more, by title."""
    with library.using() as db:
        found = db.execute(_TWO).fetchall()
    return tuple(PositionId(identity) for (identity,) in found)


_TWO = """
    SELECT id FROM position
    WHERE NOT deleted AND id IN (
        SELECT lower(hex(subject)) FROM version
        WHERE kind = 'wording' AND NOT EXISTS (SELECT 1 FROM version_parent WHERE parent = vid)
        GROUP BY subject HAVING count(*) > 1
    )
    ORDER BY title_folded, id
"""

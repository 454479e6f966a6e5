"""Whatever is done, what lists and searches read is what the versions say, rebuilt from nothing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, added
from drafter.domain.errors import Conflict, NothingToDo
from drafter.domain.records.positions import Retirement, Status
from drafter.services import positions
from drafter.services.several import Wish, change_several
from drafter.store import projecting
from drafter.store.library import Library
from tests.builders import NOON, a_change_of, a_past_use, a_position, rich

READ = (
    """SELECT id, title, title_folded, kind, themes, stance, status, owner, review_by, words, has_newer_draft,
        first_words, deleted FROM position ORDER BY id""",
    """SELECT id, theme FROM position_theme JOIN position ON number = position_theme.position
        ORDER BY id, theme""",
    """SELECT id, position_fts.title, body, position_fts.themes, sources
        FROM position_fts JOIN position ON number = position_fts.rowid ORDER BY id""",
    "SELECT version, position, response, rec FROM past_use ORDER BY version",
)


def what_is_read(library):
    with library.using() as db:
        return [db.execute(sql).fetchall() for sql in READ]


def reword(library, position):
    stored = library.position(position)
    wording = replace(stored.newest.wording, text=rich(f"{stored.newest.text.plain} And more."))
    return positions.save(library, wording, stored.facts, by="Ann")


def use(library, position):
    return library.apply(Change.of("Use", added(a_past_use(library.position(position), response="R"))))


def wish(**parts):
    return lambda library, position: change_several(library, (position,), Wish(**parts), by="Ann")


ACTS = {
    "reword": reword,
    "use": use,
    "delete": lambda library, position: positions.delete(library, (position,), by="Ann"),
    "recover": lambda library, position: positions.recover(library, (position,), by="Ann"),
    "retire": lambda library, position: library.apply(
        Change.of("Retire", added(Retirement(position=position, by="Ann", at=NOON)))
    ),
    "approve": wish(status=Status.APPROVED),
    "draft": wish(status=Status.DRAFT),
    "themes": wish(add_themes=("New",), drop_themes=("Old",)),
    "owner": wish(owner="Bea"),
}


@settings(max_examples=settings().max_examples // 2)
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.booleans()), max_size=8))
def test_what_is_read_is_what_a_rebuild_from_the_versions_gives(acts):
    position = a_position("We welcome it.", themes=("Old",))
    with Library.in_memory() as library:
        library.apply(a_change_of(position))
        for name, is_undone in acts:
            try:
                change = ACTS[name](library, position.id)
            except (Conflict, NothingToDo):
                continue
            if is_undone:
                library.apply(change.inverse)
        read = what_is_read(library)
        with library.using() as db:
            projecting.rebuild(db)

        assert what_is_read(library) == read

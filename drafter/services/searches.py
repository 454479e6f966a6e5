"""Searches that were given a name: words and ticks that are wanted again, the same for the whole team."""

import msgspec

from drafter.domain.changes import Change, changed
from drafter.domain.errors import NothingToDo
from drafter.domain.records.working import Setting
from drafter.store.library import Library

SEARCHES = "searches"
"""The library's setting that holds them, as a JSON list."""


class SavedSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed and ticked."""

    name: str
    words: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    """Group and name of each."""


def saved_searches(library: Library) -> tuple[SavedSearch, ...]:
    """In the order in which they were kept."""
    stored = library.setting(SEARCHES)
    return msgspec.json.decode(stored, type=tuple[SavedSearch, ...]) if stored else ()


def keep_search(library: Library, search: SavedSearch, *, by: str = "") -> Change:
    """Keep it under its name; one of that name is exchanged. Raises NothingToDo without name or content."""
    named = replace_name(search, search.name)
    if not named.words.strip() and not named.facets:
        raise NothingToDo("Type something or tick something first: that is what is kept.")
    before = saved_searches(library)
    names = [_folded(each.name) for each in before]
    if _folded(named.name) in names:
        at = names.index(_folded(named.name))
        after = (*before[:at], named, *before[at + 1 :])
    else:
        after = (*before, named)
    return _write(library, after, f"Keep the search “{named.name}”", by)


def rename_search(library: Library, name: str, new_name: str, *, by: str = "") -> Change:
    """Raises NothingToDo where the new name is empty, taken, or the old one."""
    before = saved_searches(library)
    taken = {_folded(each.name) for each in before if each.name != name}
    if _folded(new_name) in taken:
        raise NothingToDo(f"There is a search called “{new_name}” already. Choose another name.")
    after = tuple(replace_name(each, new_name) if each.name == name else each for each in before)
    return _write(library, after, f"Rename the search “{name}”", by)


def drop_search(library: Library, name: str, *, by: str = "") -> Change:
    """Forget it; the positions that it lists stay."""
    after = tuple(each for each in saved_searches(library) if each.name != name)
    return _write(library, after, f"Delete the search “{name}”", by)


def replace_name(search: SavedSearch, name: str) -> SavedSearch:
    """Under a tidy name. Raises NothingToDo for an empty one."""
    tidy = " ".join(name.split())
    if not tidy:
        raise NothingToDo("Give the search a name.")
    return msgspec.structs.replace(search, name=tidy)


def _write(library: Library, after: tuple[SavedSearch, ...], label: str, by: str) -> Change:
    stored = library.setting(SEARCHES)
    before = Setting(name=SEARCHES, value=stored) if stored is not None else None
    edit = changed(before, Setting(name=SEARCHES, value=msgspec.json.encode(after).decode()))
    if not edit:
        raise NothingToDo("It is so already.")
    return library.apply(Change.of(label, edit, by=by))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

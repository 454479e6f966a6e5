"""The organisation's Word templates: several by name, one the usual, each with the styles she chose."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from drafter.domain.errors import BadInput, NotATemplate
from drafter.domain.records.exports import KnownTemplate
from drafter.settings import Preferences
from drafter.word.furniture_look import AUTHOR, ORGANISATION, PAGE, PAGES, TITLE, FurnitureLine
from drafter.word.look import DATE, LINK, NOTE, SheetLook, StyleLook, TemplateLook, look_of
from drafter.word.mapping import Fitted, Fitting, Role, fitted
from drafter.word.sections import wide_ranges
from drafter.word.template import TemplateHealth, examine, own_template

__all__ = [
    "AUTHOR",
    "DATE",
    "LINK",
    "NOTE",
    "ORGANISATION",
    "PAGE",
    "PAGES",
    "TITLE",
    "Fitted",
    "Fitting",
    "FurnitureLine",
    "Looked",
    "Role",
    "SheetLook",
    "StyleLook",
    "TemplateHealth",
    "TemplateLook",
    "wide_ranges",
]

OWN_NAME = "Drafter’s own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A template as it was found: what it lacks, how it looks, and what her mapping comes to."""

    health: TemplateHealth
    look: TemplateLook
    fitted: Fitted


def known_templates(preferences: Preferences) -> tuple[KnownTemplate, ...]:
    """Hers, in the order in which she added them; a usual one of before there were several is among them."""
    usual = preferences.template
    if usual is None or any(each.path == usual for each in preferences.templates):
        return preferences.templates
    return (*preferences.templates, KnownTemplate(name=usual.stem, path=usual))


def template_at(preferences: Preferences, path: Path | None) -> KnownTemplate | None:
    """The one of that path; none for Drafter's own."""
    return next((each for each in known_templates(preferences) if each.path == path), None)


def name_of(preferences: Preferences, path: Path | None) -> str:
    """As she calls it."""
    if path is None:
        return OWN_NAME
    found = template_at(preferences, path)
    return found.name if found is not None else path.stem


def is_there(path: Path | None) -> bool:
    """Whether its file is where it was."""
    return path is None or path.is_file()


def missing_sentence(path: Path) -> str:
    """What to say where it is not."""
    return (
        f"The template “{path.name}” is no longer in “{path.parent}”. Put it back there, choose it again, "
        "or take another one."
    )


def add_template(preferences: Preferences, path: Path, *, name: str = "") -> Preferences:
    """Take a Word file among hers. Raises NotATemplate with a sentence for one that cannot be used.

    One that was there already is looked at anew; what she chose for the same file elsewhere is kept.
    """
    examine(path)
    before = template_at(preferences, path)
    fingerprint = _fingerprint(path)
    made = KnownTemplate(
        name=name.strip() or (before.name if before is not None else _free(preferences, path.stem)),
        path=path,
        fingerprint=fingerprint,
        mapping=dict(_remembered(preferences, path, fingerprint)),
    )
    if before is None:
        return replace(preferences, templates=(*known_templates(preferences), made))
    return _with(preferences, made)


def remove_template(preferences: Preferences, path: Path) -> Preferences:
    """Forget one; its file stays. Where it was the usual one, that is Drafter's own again."""
    left = tuple(each for each in known_templates(preferences) if each.path != path)
    usual = None if preferences.template == path else preferences.template
    return replace(preferences, templates=left, template=usual)


def rename_template(preferences: Preferences, path: Path, name: str) -> Preferences:
    """Call it something else. Raises BadInput for a name that is empty or taken."""
    name = " ".join(name.split())
    if not name:
        raise BadInput("A template needs a name. Type one.")
    if any(_is_same(each.name, name) and each.path != path for each in known_templates(preferences)):
        raise BadInput(f"Another template is called “{name}” already. Choose another name.")
    found = template_at(preferences, path)
    return preferences if found is None else _with(preferences, replace(found, name=name))


def make_usual(preferences: Preferences, path: Path | None) -> Preferences:
    """Take this one by default."""
    return replace(preferences, templates=known_templates(preferences), template=path)


def choose_styles(preferences: Preferences, path: Path, mapping: Mapping[str, str]) -> Preferences:
    """Remember which styles of the template stand in for built-in ones."""
    found = template_at(preferences, path) or KnownTemplate(
        name=_free(preferences, path.stem), path=path, fingerprint=_fingerprint(path)
    )
    return _with(preferences, replace(found, mapping=dict(mapping)))


def mapping_for(preferences: Preferences, path: Path | None) -> dict[str, str]:
    """What she chose for this template: by its place, or by its content where it has moved."""
    if path is None or not preferences.templates:
        return {}
    here = template_at(preferences, path)
    if here is not None and here.mapping:
        return dict(here.mapping)
    return dict(_remembered(preferences, path, _fingerprint(path))) if path.is_file() else {}


def look_over(preferences: Preferences, path: Path | None) -> Looked:
    """All that the export window shows of a template. Raises NotATemplate."""
    if path is not None and not path.is_file():
        raise NotATemplate(missing_sentence(path))
    file, mapping = path or own_template(), mapping_for(preferences, path)
    return Looked(health=examine(file), look=look_of(file, mapping), fitted=fitted(file, mapping))


def _with(preferences: Preferences, changed: KnownTemplate) -> Preferences:
    known = known_templates(preferences)
    if not any(each.path == changed.path for each in known):
        return replace(preferences, templates=(*known, changed))
    return replace(
        preferences, templates=tuple(changed if each.path == changed.path else each for each in known)
    )


def _remembered(preferences: Preferences, path: Path, fingerprint: str) -> Mapping[str, str]:
    same = [
        each
        for each in preferences.templates
        if each.mapping and (each.path == path or (fingerprint and each.fingerprint == fingerprint))
    ]
    return min(same, key=lambda each: each.path != path).mapping if same else {}


def _fingerprint(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:  # it will be said when it is opened
        return ""


def _free(preferences: Preferences, name: str) -> str:
    """The name, or with a number where another template has it."""
    taken = [each.name for each in known_templates(preferences)]
    number, free = 1, name
    while any(_is_same(each, free) for each in taken):
        number += 1
        free = f"{name} ({number})"
    return free


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()

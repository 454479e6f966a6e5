"""Which style of a template each part of a response takes: found by name, chosen by her, or made."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drafter.word import package
from drafter.word.built_in import BUILT_IN
from drafter.word.elements import value, w
from drafter.word.parts import styles_root
from drafter.word.styles import Styles

BODY: Final = "Body Text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A part of a response, in an officer's words, and Word's own style for it."""

    style: str
    words: str

    @property
    def key(self) -> str:
        """What a mapping calls it."""
        return self.style.casefold()


ROLES: Final = (
    Role(style="Title", words="Headline"),
    Role(style="Subtitle", words="Standfirst"),
    Role(style="Signature", words="Author and role"),
    Role(style="Date", words="Date"),
    Role(style="heading 1", words="Heading of a chapter"),
    Role(style="heading 2", words="Heading of a section"),
    Role(style="heading 3", words="Heading within the text"),
    Role(style=BODY, words="Running text"),
    Role(style="Quote", words="Quoted recommendation"),
    Role(style="Note Heading", words="Our position"),
    Role(style="List Bullet", words="Bulleted list"),
    Role(style="List Number", words="Numbered list"),
    Role(style="footnote text", words="Footnote"),
)
"""The parts whose style she may choose; all else follows from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What one part takes in one template. `style` is empty where Drafter makes one."""

    role: Role
    usual: str
    """The template's style that is found by name."""
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A template's paragraph styles by name, and what each part takes."""

    styles: tuple[str, ...]
    fittings: tuple[Fitting, ...]


def fitted(template: Path, mapping: Mapping[str, str] | None = None) -> Fitted:
    """Look at a template's styles. Raises NotATemplate."""
    root = styles_root(package.opened(template))
    names = tuple(
        name
        for each in root.iter(w("style"))
        if each.get(w("type")) == "paragraph" and (name := shown_name(value(each.find(w("name")))))
    )
    known = frozenset(names)
    usual, chosen = Styles(deepcopy(root)), Styles(root, mapping)
    return Fitted(
        styles=tuple(dict.fromkeys(names)),
        fittings=tuple(
            Fitting(role=each, usual=_taken(usual, each, known), style=_taken(chosen, each, known))
            for each in ROLES
        ),
    )


def shown_name(name: str | None) -> str:
    """A style's name without its aliases, in the spelling that a mapping keeps."""
    return (name or "").split(",")[0].strip()


def _taken(styles: Styles, role: Role, known: frozenset[str]) -> str:
    """The name of the style, where the template has it: what was made along the way is none of its own."""
    is_body = role.style == BODY
    found = styles.style(styles.body) if is_body else styles.find(role.style, BUILT_IN[role.key].kind)
    name = shown_name(value(found.find(w("name")))) if found is not None else ""
    return name if name in known else ""

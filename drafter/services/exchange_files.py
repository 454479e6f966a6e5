"""An exchange file as JSON: what it is, what is wrong with it and where, and what in it is not known."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, TypeVar

import msgspec
from msgspec import inspect

from drafter.domain.errors import BadInput

T = TypeVar("T", bound=msgspec.Struct)

VERSION: Final = 1
LIBRARY: Final = "drafter-library"
RESPONSE: Final = "drafter-response"
_HOLDS: dict[str, str] = {LIBRARY: "positions", RESPONSE: "a response"}
_MOST_NAMED = 3


class _Header(msgspec.Struct):
    format: str = ""
    version: int = 0


def read_exchange(text: str, name: str, kind: type[T], *, form: str, error: type[BadInput]) -> T:
    """The file's content. Raises `error` with what is wrong with which entry, and what to do."""
    try:
        header = _decoder(_Header).decode(text)
        _check_header(header, name, form, error)
        found: T = _decoder(kind).decode(text)
    except msgspec.ValidationError as trouble:
        raise error(
            f"“{name}” cannot be read: {_said(str(trouble))}. Correct it there, or export it again where it "
            "came from."
        ) from trouble
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as trouble:
        raise error(
            f"“{name}” is not whole, or not a file of Drafter’s. Export it again where it came from."
        ) from trouble
    return found


def passed_over(text: str, kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """A sentence about what a file holds and Drafter does not know; it is read all the same."""
    try:
        unknown = tuple(_unknown(msgspec.json.decode(text), inspect.type_info(kind), ""))
    except (msgspec.DecodeError, RecursionError):  # a number without end, say, in what is passed over anyway
        return ("Passed over, for Drafter does not know it: what no program can read.",)
    if not unknown:
        return ()
    rest = len(unknown) - _MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    named = "; ".join(map(_where, unknown[:_MOST_NAMED]))
    return (f"Passed over, for Drafter does not know it: {named}{more}.",)


@cache
def _decoder(kind: type[T]) -> "msgspec.json.Decoder[T]":
    return msgspec.json.Decoder(kind)


def _check_header(header: _Header, name: str, form: str, error: type[BadInput]) -> None:
    if header.format != form and header.format in _HOLDS:
        raise error(f"“{name}” holds {_HOLDS[header.format]}, not {_HOLDS[form]}. Open it as what it is.")
    if header.format != form:
        raise error(f"“{name}” does not begin with the format “{form}”. Choose a file that Drafter wrote.")
    if header.version != VERSION:
        raise error(
            f"“{name}” has version {header.version} of its format; this Drafter reads version {VERSION}. "
            "Update Drafter, or export the file again."
        )


_ENUM = re.compile(r"Invalid enum value (.+)")
_MISSING = re.compile(r"Object missing required field `(\w+)`")


def _said(trouble: str) -> str:
    """What msgspec found, in words: where first, then what."""
    what, _, path = trouble.partition(" - at `$")
    what = _ENUM.sub(lambda found: f"{found[1]} is none of the words that may stand there", what)
    what = _MISSING.sub(r"“\1” is missing", what).replace("`", "")
    place = _where(path.rstrip("`"))
    return f"at {place}, {what[:1].lower()}{what[1:]}" if place else f"{what[:1].lower()}{what[1:]}"


def _where(path: str) -> str:
    """“.sections[2].answers” as “sections 3, answers”."""
    numbered = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", path.lstrip("."))
    return numbered.replace("[...]", "").replace(".", ", ")


def _unknown(raw: object, kind: inspect.Type, path: str) -> Iterator[str]:
    match kind:
        case inspect.UnionType():
            for each in kind.types:
                yield from _unknown(raw, each, path)
        case inspect.VarTupleType() if isinstance(raw, list):
            for number, each in enumerate(raw):
                yield from _unknown(each, kind.item_type, f"{path}[{number}]")
        case inspect.StructType() | inspect.DataclassType() if isinstance(raw, dict):
            known = {each.encode_name: each.type for each in kind.fields}
            for key, value in _items(raw):
                if key not in known:
                    yield f"{path}.{key}"
                else:
                    yield from _unknown(value, known[key], f"{path}.{key}")


def _items(raw: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(raw.items())

"""Records as canonical JSON and back: sorted keys, rich text as the HTML subset, dates in ISO form."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar, cast, get_args

import msgspec

from drafter.domain.changes import Edit, Record
from drafter.domain.errors import BadInput
from drafter.domain.records.ids import PassageId, PositionId, RecommendationId, ResponseId, RevisionId
from drafter.domain.records.positions import Wording
from drafter.domain.records.responses import Outline, Passage, Response, ResponseHead, Section, Use
from drafter.domain.records.stances import StanceTaken
from drafter.domain.richtext import RichText, Source
from drafter.domain.richtext_html import from_html, to_html

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _WordingRow:
    position: PositionId
    title: str
    text: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _PassageRow:
    id: PassageId
    response: ResponseId
    text: str = ""
    answers: tuple[RecommendationId, ...] = ()
    use: Use | None = None
    drawn_from: tuple[RevisionId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _ResponseRow:
    head: ResponseHead
    outline: Outline
    passages: tuple[_PassageRow, ...] = ()
    stances: tuple[StanceTaken, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _DraftRow:
    label: str
    response: msgspec.Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class _EditRow:
    type: str
    before: msgspec.Raw
    after: msgspec.Raw


_NOTHING = "null"
_TYPES: dict[str, type[Record]] = {each.__name__: each for each in get_args(Record)}


def encode(record: Record) -> str:
    """One record as canonical JSON."""
    match record:
        case Wording():
            return canonical(_wording_row(record))
        case Passage():
            return canonical(_passage_row(record))
        case _:
            return canonical(record)


def decode(kind: type[R], text: str | bytes | msgspec.Raw) -> R:
    """The record that the JSON holds; fields that this version does not know are left out."""
    if kind is Wording:
        return cast("R", _wording(parse(_WordingRow, text)))
    if kind is Passage:
        return cast("R", _passage(parse(_PassageRow, text)))
    return parse(kind, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An edit as it is kept: its records as JSON, and as they come back, which is what is compared."""

    key: tuple[str, ...]
    type: type[Record]
    before: Record | None
    after: Record | None
    before_json: str = _NOTHING
    after_json: str = _NOTHING

    @classmethod
    def of(cls, edit: Edit) -> "Written":
        kind = type(edit.record)
        before, after = _json(edit.before), _json(edit.after)
        return cls(
            key=edit.key,
            type=kind,
            before=_record(kind, before),
            after=_record(kind, after),
            before_json=before,
            after_json=after,
        )


def encode_draft(label: str, response: Response) -> str:
    """A saved draft: what it was called and the whole response."""
    row = _ResponseRow(
        head=response.head,
        outline=response.outline,
        passages=tuple(map(_passage_row, response.passages)),
        stances=response.stances,
    )
    return canonical(_DraftRow(label=label, response=msgspec.Raw(canonical(row).encode())))


def draft_label(text: str | bytes | msgspec.Raw) -> str:
    """What a saved draft was called, without reading all of it."""
    return parse(_DraftRow, text).label


def decode_draft(text: str | bytes | msgspec.Raw) -> Response:
    """The response as it was saved."""
    row = parse(_ResponseRow, parse(_DraftRow, text).response)
    passages = {each.id: _passage(each) for each in row.passages}
    return assemble(head=row.head, outline=row.outline, passages=passages, stances=row.stances)


def assemble(
    *,
    head: ResponseHead,
    outline: Outline,
    passages: dict[PassageId, Passage],
    stances: tuple[StanceTaken, ...],
) -> Response:
    """A response from its parts: what the outline names and what is there."""
    sections = tuple(
        Section(
            id=each.id,
            heading=each.heading,
            passages=tuple(passages[named] for named in each.passages if named in passages),
        )
        for each in outline.sections
    )
    return Response(head=head, sections=sections, stances=stances)


def encode_edits(edits: Iterable[Written]) -> str:
    """The edits of a change, as the trail keeps them."""
    return canonical(tuple(map(_edit_row, edits)))


def decode_edits(text: str) -> tuple[Edit, ...]:
    return tuple(_edit(each) for each in parse(tuple[_EditRow, ...], text))


def edits_but(text: str, is_gone: Callable[[str, str], bool]) -> str | None:
    """The edits but those of which it is said, by type and record; as they stand, for there may be 20,000.

    None where all stay, an empty string where none does.
    """
    edits = parse(tuple[_EditRow, ...], text)
    kept = tuple(
        each for each in edits if not any(is_gone(each.type, _text(raw)) for raw in (each.before, each.after))
    )
    if len(kept) == len(edits):
        return None
    return canonical(kept) if kept else ""


def _text(raw: msgspec.Raw) -> str:
    return bytes(raw).decode()


def canonical(value: object) -> str:
    """Anything that is made of records, lists and plain values, written the one way."""
    try:
        return msgspec.json.encode(value, order="sorted").decode()
    except UnicodeEncodeError as error:
        raise BadInput(
            "The text holds half of a character. Type it again, or paste it as plain text."
        ) from error


def parse(kind: type[T], text: str | bytes | msgspec.Raw) -> T:
    """What the JSON holds, as that type. Raises msgspec.DecodeError where it does not."""
    return cast("T", _decoder(cast("Hashable", kind)).decode(text))


@cache
def _decoder(kind: Hashable) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(cast("type[Any]", kind))


@lru_cache(maxsize=1024)
def _rich(html: str) -> RichText:
    """Not read again at once: one change asks for the same words several times."""
    return from_html(html)


def _wording_row(given: Wording) -> _WordingRow:
    return _WordingRow(
        position=given.position, title=given.title, text=to_html(given.text), sources=given.sources
    )


def _wording(row: _WordingRow) -> Wording:
    return Wording(position=row.position, title=row.title, text=_rich(row.text), sources=row.sources)


def _passage_row(given: Passage) -> _PassageRow:
    return _PassageRow(
        id=given.id,
        response=given.response,
        text=to_html(given.text),
        answers=given.answers,
        use=given.use,
        drawn_from=given.drawn_from,
    )


def _passage(row: _PassageRow) -> Passage:
    return Passage(
        id=row.id,
        response=row.response,
        text=_rich(row.text),
        answers=row.answers,
        use=row.use,
        drawn_from=row.drawn_from,
    )


def _edit_row(edit: Written) -> _EditRow:
    before, after = (msgspec.Raw(each.encode()) for each in (edit.before_json, edit.after_json))
    return _EditRow(type=edit.type.__name__, before=before, after=after)


def _json(record: Record | None) -> str:
    return _NOTHING if record is None else encode(record)


def _edit(row: _EditRow) -> Edit:
    kind = _TYPES[row.type]
    before, after = (bytes(each).decode() for each in (row.before, row.after))
    return Edit(before=_record(kind, before), after=_record(kind, after))


def _record(kind: type[Record], json: str) -> Record | None:
    return None if json == _NOTHING else decode(kind, json)

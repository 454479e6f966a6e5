"""The contents list of a long document, filled in beforehand: Word cannot refresh one without asking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from drafter.domain.composing import BlockRole
from drafter.word.elements import escaped, text_run

LONG: Final = 10
"""A document of more pages has a contents list."""

LEVELS: Final = {BlockRole.HEADING1: 1, BlockRole.HEADING2: 2}
TITLE: Final = "Contents"

_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end")
)
_FIRST_BOOKMARK: Final = 204_000_001


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading that the list names."""

    level: int
    text: str
    page: int
    bookmark: str


def bookmark_name(number: int) -> str:
    """The hidden bookmark round a heading, named as Word names them."""
    return f"_Toc{_FIRST_BOOKMARK + number}"


def contents_xml(entries: Sequence[Entry], styles: Mapping[int, tuple[str, str]], *, title_style: str) -> str:
    """The heading and the list as text. A level has a style, and the tabs that this lacks, as in Word."""
    deepest = max(each.level for each in entries)
    start = _field_start(f'TOC \\o "1-{deepest}" \\h \\z \\u')
    last = len(entries) - 1
    lines = (
        f'<w:p><w:pPr><w:pStyle w:val="{escaped(styles[each.level][0])}"/>{styles[each.level][1]}</w:pPr>'
        f"{start if number == 0 else ''}{_entry(each)}{_END if number == last else ''}</w:p>"
        for number, each in enumerate(entries)
    )
    title = f'<w:p><w:pPr><w:pStyle w:val="{escaped(title_style)}"/></w:pPr>{text_run(TITLE)}</w:p>'
    return title + "".join(lines)


def _entry(entry: Entry) -> str:
    page = _field_start(f"PAGEREF {entry.bookmark} \\h") + text_run(str(entry.page)) + _END
    return (
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">'
        f"{text_run(entry.text)}<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _field_start(instruction: str) -> str:
    words = f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>'
    return f"{_BEGIN}<w:r>{words}</w:r>{_SEPARATE}"

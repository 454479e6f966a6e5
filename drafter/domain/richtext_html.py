"""Rich text as a small HTML subset and back.

Whatever comes in is cleaned, nothing in it is ever fetched or run.

The subset: p h2 h3 ul ol li blockquote strong em a, <fn title publisher date address>text</fn> for a footnote
with its source, <field name="report.title"/> for a merge field.
"""

from collections.abc import Callable, Iterator
from html import escape

from drafter.domain.richtext import BlockStyle, Field, Footnote, Inline, Paragraph, RichText, Run, normal
from drafter.domain.richtext_reader import SOURCE, from_html

__all__ = ["footnote_html", "from_html", "inlines_html", "to_html"]


def footnote_html(given: Footnote) -> str:
    """A footnote in the subset's own form."""
    source = given.source
    named = ""
    if source is not None:
        values = {name: getattr(source, name) for name in SOURCE}
        # An empty title is written all the same: it tells a source without a title from no source.
        named = "".join(
            f' {name}="{escape(value)}"' for name, value in values.items() if value or name == "title"
        )
    return f"<fn{named}>{escape(given.text, quote=False)}</fn>"


def to_html(text: RichText, *, footnote: Callable[[Footnote], str] = footnote_html) -> str:
    """The subset, one block after another without white space between.

    Web pages write footnotes in a way of their own.
    """
    return "".join(_blocks(normal(text).paragraphs, footnote))


def inlines_html(inlines: tuple[Inline, ...], *, footnote: Callable[[Footnote], str] = footnote_html) -> str:
    """The inside of one paragraph."""
    return "".join(footnote(each) if isinstance(each, Footnote) else _inline(each) for each in inlines)


def _blocks(paragraphs: tuple[Paragraph, ...], footnote: Callable[[Footnote], str]) -> Iterator[str]:
    open_lists: list[str] = []
    for each in paragraphs:
        if not each.style.is_list:
            yield from _close(open_lists, 0)
            yield _plain_block(each.style, inlines_html(each.inlines, footnote=footnote))
            continue
        yield from _item(each, inlines_html(each.inlines, footnote=footnote), open_lists)
    yield from _close(open_lists, 0)


def _item(each: Paragraph, inside: str, open_lists: list[str]) -> Iterator[str]:
    """One list item; it stays open, for a list of the next level goes inside it."""
    tag = "ol" if each.style is BlockStyle.NUMBER else "ul"
    yield from _close(open_lists, each.level + 1)
    if len(open_lists) == each.level + 1:
        if open_lists[-1] != tag or each.restart:
            yield from _close(open_lists, each.level)
        else:
            yield "</li>"
    while len(open_lists) < each.level:
        open_lists.append("ul")
        yield "<ul><li>"
    if len(open_lists) == each.level:
        open_lists.append(tag)
        yield f"<{tag}>"
    yield f"<li>{inside}"


def _close(open_lists: list[str], keep: int) -> Iterator[str]:
    while len(open_lists) > keep:
        yield f"</li></{open_lists.pop()}>"


def _plain_block(style: BlockStyle, inside: str) -> str:
    match style:
        case BlockStyle.HEADING2:
            return f"<h2>{inside}</h2>"
        case BlockStyle.HEADING3:
            return f"<h3>{inside}</h3>"
        case BlockStyle.QUOTE:
            return f"<blockquote>{inside}</blockquote>"
        case _:
            return f"<p>{inside}</p>"


def _inline(given: Run | Field) -> str:
    if isinstance(given, Field):
        return _marked(f'<field name="{escape(given.name)}"/>', bold=given.bold, italic=given.italic)
    return _run(given)


def _run(given: Run) -> str:
    html = _marked(escape(given.text, quote=False), bold=given.bold, italic=given.italic)
    return f'<a href="{escape(given.link)}">{html}</a>' if given.link else html


def _marked(html: str, *, bold: bool, italic: bool) -> str:
    html = f"<em>{html}</em>" if italic else html
    return f"<strong>{html}</strong>" if bold else html

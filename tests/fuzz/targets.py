"""What is fuzzed: each takes any bytes, and raises nothing but errors for the officer."""

import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from drafter.domain.addresses import safe_address
from drafter.domain.errors import DrafterError
from drafter.domain.records.people import Person
from drafter.domain.richtext import Run
from drafter.domain.richtext_html import from_html, to_html
from drafter.reports.reading import read, read_html, read_text
from drafter.services import importing
from drafter.store.library import Library
from drafter.word.template import examine

_FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))


def pdf(data: bytes) -> None:
    read(_file("report.pdf", data))


def word(data: bytes) -> None:
    """The text of its parts, put in a sound package, so that what is tried is more than unpacking."""
    body, _, more = data.partition(b"\x00\x00")
    parts = {"word/document.xml": body, "word/styles.xml": more, "word/numbering.xml": more}
    path = _package(parts)
    for work in (read, examine, _brought):
        with suppress(DrafterError):
            work(path)


def package(data: bytes) -> None:
    """Any bytes as a package."""
    path = _file("whole.docx", data)
    for work in (read, examine, _brought):
        with suppress(DrafterError):
            work(path)


def html(data: bytes) -> None:
    read_html(data.decode("utf-8", "surrogateescape"))


def text(data: bytes) -> None:
    read_text(data.decode("utf-8", "replace"))


def pasted(data: bytes) -> None:
    try:
        found = from_html(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        found = from_html(data.decode("utf-8", "replace"))
    kept = to_html(found)
    if from_html(kept) != found:
        raise AssertionError("What was cleaned does not stay what it is.")
    links = [
        each.link for paragraph in found.paragraphs for each in paragraph.inlines if isinstance(each, Run)
    ]
    if any(safe_address(link) != link for link in links) or "<script" in kept.lower():
        raise AssertionError("What was cleaned is not clean.")


def library_json(data: bytes) -> None:
    _brought(_file("library.json", data))


def library_csv(data: bytes) -> None:
    _brought(_file("library.csv", data))


def response_json(data: bytes) -> None:
    path = _file("response.json", data)
    with Library.in_memory() as library:
        importing.add_response(library, path, by=Person())


def _brought(path: Path) -> None:
    with Library.in_memory() as library:
        importing.add_positions(library, path, by="Ada")


def _file(name: str, data: bytes) -> Path:
    path = _FOLDER / name
    path.write_bytes(data)
    return path


def _package(parts: dict[str, bytes]) -> Path:
    path = _FOLDER / "made.docx"
    content = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        b'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.document.main+xml"/></Types>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        for name, part in ({"[Content_Types].xml": content} | parts).items():
            made.writestr(name, part)
    return path


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (pdf, word, package, html, text, pasted, library_json, library_csv, response_json)
}

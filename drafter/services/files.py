"""Reading and writing exchange files safely.

Limits on the way in, a temporary file and a replace on the way out.
"""

import json
from pathlib import Path

from drafter.domain.errors import BadInput, CannotWrite, NotFound, TooLarge
from drafter.replacing import is_disk_full, replace_bytes

MOST_BYTES = 200 * 1024 * 1024
"""An exchange file larger than this is refused."""

MOST_PIECES = 10_000_000
"""Rows of nothing can need more memory than a laptop has: so many lines, cells and brackets are read."""
_BETWEEN = "\n\t,;[{"


def read_bytes(path: Path) -> bytes:
    """The file's content. Raises NotFound, TooLarge or BadInput with a sentence."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(f"“{path.name}” is larger than 200 MB. Split it and add the parts one by one.")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file “{path.name}” there. Check its name and folder.") from error
    except OSError as error:
        raise BadInput(
            f"“{path.name}” cannot be read: {error.strerror}. Check that you may open it."
        ) from error
    if not content.strip():
        raise BadInput(f"“{path.name}” is empty. Save it again where it was made.")
    return content


def read_text(path: Path) -> str:
    """The file's text, in whatever encoding spreadsheets and editors write. Raises TooLarge, too."""
    text = decoded(read_bytes(path))
    if sum(map(text.count, _BETWEEN)) > MOST_PIECES:
        raise TooLarge(
            f"“{path.name}” holds far more entries than a library does. Split it and add the parts."
        )
    return text


def decoded(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, which accepts (nearly) every byte."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def write_text(target: Path, text: str, *, newline: str = "\n") -> None:
    """Write the whole file in one step. Raises CannotWrite; what was there stays whole then."""
    write_bytes(target, text.replace("\n", newline).encode("utf-8"))


def write_bytes(target: Path, content: bytes) -> None:
    """Likewise for bytes."""
    try:
        replace_bytes(target, content)
    except OSError as error:
        raise CannotWrite(_why_not_written(target, error)) from error


def _why_not_written(target: Path, error: OSError) -> str:
    if is_disk_full(error):
        return (
            "The disk is full, so nothing was written. Free some space, or choose another place for the file."
        )
    if target.is_dir():
        return f"“{target.name}” is a folder. Give the file another name."
    if not target.parent.is_dir():
        return f"The folder “{target.parent.name}” is not there. Choose another place for the file."
    return (
        f"“{target.name}” cannot be written: {error.strerror}. "
        "Close it where it is open, or choose another place."
    )


def json_text(content: object) -> str:
    """JSON as people like to read it."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

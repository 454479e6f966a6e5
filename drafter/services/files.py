"""Reading and writing exchange files safely.

Limits on the way in, a temporary file and a replace on the way out.
"""

import json
import re
from pathlib import Path

from drafter.domain.errors import BadInput, CannotWrite, NotFound, TooLarge
from drafter.replacing import is_disk_full, replace_bytes

MOST_BYTES = 200 * 1024 * 1024
"""An exchange file larger than this is refused."""

MOST_PIECES = 10_000_000
"""Rows of nothing can need more memory than a laptop has: so many lines, cells and brackets are read."""
_BETWEEN = "\n\t,;[{"

_LOOKED_AT = 1024 * 1024
# An apostrophe in a word, quotation marks around words, a dash between spaces, an e with an accent.
_OF_MAC = re.compile(rb"(?<=[a-z])[\xd5\x8e]|\xd2(?=[A-Za-z])|(?<=[a-z.,!?])\xd3|(?<= )\xd0(?= )")
_OF_WINDOWS = re.compile(rb"(?<=[a-z])[\x92\xe9]|\x93(?=[A-Za-z])|(?<=[a-z.,!?])\x94|(?<= )\x96(?= )")


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


def is_larger(path: Path, than: int) -> bool:
    """Whether a file has more bytes; not where none is there, which whoever reads it says."""
    try:
        return path.stat().st_size > than
    except OSError:
        return False


def read_text(path: Path) -> str:
    """The file's text, in whatever encoding spreadsheets and editors write. Raises TooLarge, too."""
    text = decoded(read_bytes(path))
    if sum(map(text.count, _BETWEEN)) > MOST_PIECES:
        raise TooLarge(
            f"“{path.name}” holds far more entries than a library does. Split it and add the parts."
        )
    return text


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16, with or without a mark; else what Windows writes, or a Mac once did."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if order := _utf_16(content[:_LOOKED_AT]):
        return content.decode(order, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        looked = content[:_LOOKED_AT]
        is_of_mac = len(_OF_MAC.findall(looked)) > len(_OF_WINDOWS.findall(looked))
        return content.decode("mac_roman" if is_of_mac else "cp1252", errors="replace")


def _utf_16(content: bytes) -> str:
    """Which of the two, where no mark says so: half of such text is zeros, before the letters or after."""
    if content.count(0) * 3 < len(content):
        return ""
    return "utf-16-be" if content[::2].count(0) > content[1::2].count(0) else "utf-16-le"


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

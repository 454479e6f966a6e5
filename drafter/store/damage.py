"""What is wrong with a library file that does not open, by its first bytes and its length."""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from drafter.store.copying import open_to_read

_HEAD = 100
_SMALLEST = 512
_MAGIC = b"SQLite format 3\x00"
_PAGE_SIZE, _PAGE_COUNT = struct.Struct(">16xH"), struct.Struct(">28xI")
_BROKEN = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_ALWAYS = bytes((64, 32, 32))
"""What SQLite writes at 21 into every file."""
_LARGEST_PAGE = 65536
_BRING_BACK = "Bring back the newest backup."


def wrong_with(path: Path) -> str:
    """One sentence that says which: not a database, cut off, or changed inside; and the next step.

    For a file that nobody has open, see `is_broken`.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return f"“{path}” is damaged. {_BRING_BACK}"
    return f"“{path}” {_what(head, size)} {_BRING_BACK}"


def is_broken(path: Path, *, has_log: bool) -> bool:
    """Whether SQLite should not open it for writing: it would write into what is no database, or is cut off.

    Beside a log the file may be anything but empty, for the log holds the rest. SQLite itself looks: to
    close a file that Python opened would let go of the lock that this very process may hold on it.
    """
    size = path.stat().st_size
    if size < _SMALLEST or has_log:
        return size < _SMALLEST
    try:
        with closing(open_to_read(path)) as connection:
            (page,) = connection.execute("PRAGMA page_size").fetchone()
            (count,) = connection.execute("PRAGMA page_count").fetchone()
    except UnicodeDecodeError:  # Python cannot read what SQLite says: names of tables are damaged
        return True
    except sqlite3.DatabaseError as error:
        # What else may be wrong, such as a file that may not be read, is said when it is opened.
        return str(getattr(error, "sqlite_errorname", "")).startswith(_BROKEN)
    return size < int(page) * int(count)


def _what(head: bytes, size: int) -> str:
    if not size:
        return "is empty: its content was lost."
    if not any(head):
        return "holds nothing but zeros: its content was lost."
    if not head.startswith(_MAGIC[: len(head)]):
        return "is not a library but another kind of file."
    whole = _whole_size(head)
    if size < whole:
        return f"was cut off: it has {size:,} of its {whole:,} bytes."
    return "is damaged: bytes inside it have changed."


def _whole_size(head: bytes) -> int:
    """How long the file says that it is; nothing where what it says is not to be believed."""
    if len(head) < _HEAD:
        return _HEAD
    if head[21:24] != _ALWAYS:
        return 0
    (page,), (count,) = _PAGE_SIZE.unpack_from(head), _PAGE_COUNT.unpack_from(head)
    return int((_LARGEST_PAGE if page == 1 else page) * count)

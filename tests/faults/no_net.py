"""Whole jobs in a process that dies at the first word to the network; the argument says which."""

import ctypes
import os
import struct
import sys
from pathlib import Path

_SOCKET = {"x86_64": 41, "aarch64": 198}
_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_INET, _INET6 = 2, 10


def forbid_the_network() -> None:
    """Let Linux end this process, or one that it starts, when code in it makes a socket for the network."""
    if not sys.platform.startswith("linux"):
        raise OSError("only Linux has such filters")
    number, arch = _SOCKET[os.uname().machine], _ARCH[os.uname().machine]
    steps = (
        (0x20, 0, 0, 4),  # which kind of processor
        (0x15, 0, 6, arch),
        (0x20, 0, 0, 0),  # which call
        (0x15, 0, 4, number),
        (0x20, 0, 0, 16),  # its first argument: the family
        (0x15, 1, 0, _INET),
        (0x15, 0, 1, _INET6),
        (0x06, 0, 0, _KILL),
        (0x06, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.create_string_buffer(program), 0, 0):
        raise OSError(ctypes.get_errno(), "the system allows no such filter")


def listen(folder: Path) -> list[str]:
    """What Python is asked for from now on that smells of the network, or of a file named in a document."""
    heard: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
            family = getattr(arguments[0], "family", None)
            if family is None or int(family) in {_INET, _INET6}:
                heard.append(f"{event} {arguments[1:]}")
        if event == "open" and arguments[1] != "w" and str(arguments[0]) == str(folder / "secret.txt"):
            heard.append(f"{event} {arguments[0]}")

    sys.addaudithook(hear)
    return heard


def reach_out(_folder: Path) -> None:
    import socket  # noqa: PLC0415 - only where it is meant to fail

    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


def demo(folder: Path) -> None:
    """The whole job on the sample, then files that want more than to be read."""
    from drafter.cli import main  # noqa: PLC0415 - loaded under the filter

    assert main(["demo", "--out", str(folder / "response.docx")]) == 0
    assert main(["doctor"]) == 0
    read_hostile(folder)


def read_hostile(folder: Path) -> None:
    from drafter.domain.errors import DrafterError  # noqa: PLC0415 - as above
    from drafter.domain.richtext_html import from_html, to_html  # noqa: PLC0415
    from drafter.reports.reading import read_html  # noqa: PLC0415
    from drafter.services import importing  # noqa: PLC0415
    from drafter.store.library import Library  # noqa: PLC0415
    from drafter.word.template import examine  # noqa: PLC0415
    from tests.faults.hostile import LURES, lured_docx, lured_html, lured_pdf  # noqa: PLC0415

    page, word, paper = lured_html(folder), lured_docx(folder), lured_pdf(folder)
    readings = [importing.read_report(each) for each in (page, word, paper)]
    words = " ".join(text.text for reading in readings for text in reading.text)
    kept = to_html(from_html(page.read_text(encoding="utf-8")))
    read_html(page.read_text(encoding="utf-8"))
    with Library.in_memory() as library:
        importing.add_positions(library, word, by="Ada")
        kept += " ".join(to_html(each.current.text) for each in library.positions())
    try:
        examine(word)
    except DrafterError as error:
        words += error.sentence
    assert "SECRET" not in words + kept
    assert not [lure for lure in LURES if lure in kept]


def window(folder: Path) -> None:
    from PySide6.QtCore import QMimeData, QTimer  # noqa: PLC0415 - as above

    from drafter.paths import resource  # noqa: PLC0415
    from drafter.services.sample import add_sample  # noqa: PLC0415
    from drafter.ui.text.clipboard import clip_from  # noqa: PLC0415
    from tests.faults.deeds import a_window  # noqa: PLC0415
    from tests.faults.hostile import lured_html  # noqa: PLC0415

    application, program = a_window(folder)
    assert program.window is not None
    assert program.library is not None
    program.window.open_response(add_sample(program.library, resource("sample")))
    edit = program.window.screen_named("desk").sheet.edit  # type: ignore[attr-defined]  # the desk's own
    pasted = QMimeData()
    pasted.setHtml(lured_html(folder).read_text(encoding="utf-8"))
    assert clip_from(pasted)
    edit.insertFromMimeData(pasted)
    QTimer.singleShot(600, application.quit)
    application.exec()
    program.end()


JOBS = {"reach out": reach_out, "demo": demo, "window": window}


if __name__ == "__main__":
    job, place = sys.argv[1], Path(sys.argv[2])
    what_was_heard = listen(place)
    forbid_the_network()
    JOBS[job](place)
    if what_was_heard:
        sys.exit("; ".join(what_was_heard))

"""The worker's side: reads reports, draws pages and finds their words until its parent goes away."""

import os
import sys
from pathlib import Path
from typing import IO

from drafter.domain.errors import BadInput, NotAReport, TooLarge
from drafter.domain.progress import Progress
from drafter.reports import frames
from drafter.reports.process_bounds import bound_this_process, renew_time
from drafter.reports.rendering import OpenDocument

_EVERY = 8
"""Pages between two words about progress."""


def serve(stdin: IO[bytes] | None = None, stdout: IO[bytes] | None = None) -> None:
    """Answer requests one after another, over the process's own streams if none are given."""
    incoming = stdin if stdin is not None else sys.stdin.buffer
    outgoing = stdout if stdout is not None else _own_output()
    seconds = 0
    with OpenDocument() as document:
        while (request := frames.next_request(incoming)) is not None:
            if isinstance(request, frames.Bounds):
                bound_this_process(memory=request.memory)
                seconds = request.seconds
                continue
            renew_time(seconds)
            frames.send(outgoing, _answer(request, document, outgoing))


def _own_output() -> IO[bytes]:
    """The process's standard output for frames alone; what anything prints goes to standard error."""
    sys.stdout.flush()
    mine = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(mine, "wb")


def _answer(
    request: frames.Question,
    document: OpenDocument,
    outgoing: IO[bytes],
) -> frames.Answer:
    try:
        return _done(request, document, _Telling(outgoing))
    except BadInput as error:
        return frames.failure(error)
    except MemoryError:
        return frames.failure(
            TooLarge("This file takes more memory than Drafter gives it. Save the part you need.")
        )
    except RecursionError:
        return frames.failure(
            NotAReport("This file is nested too deeply to be read. Paste its text instead.")
        )


def _done(request: frames.Question, document: OpenDocument, progress: Progress) -> frames.Answer:
    path = Path(request.path)
    match request:
        case frames.RenderPage(page=page, width=width):
            return frames.Rendered(document.picture(path, page, width=width))
        case frames.FindWords(page=page):
            return frames.FoundWords(document.words(path, page))
        case frames.FindAlike(wanted=wanted, found=found):
            from drafter.reports.alike import find_alike  # noqa: PLC0415 - as below

            return frames.FoundAlike(find_alike(path, wanted, found, progress=progress))
        case frames.ReadFile():
            from drafter.reports.reading import read  # noqa: PLC0415 - a page is drawn without the recogniser

            return frames.Finished(read(path, progress=progress))


class _Telling:
    """Progress that goes to the parent, not more often than useful."""

    def __init__(self, outgoing: IO[bytes]) -> None:
        self._outgoing = outgoing
        self._calls = 0

    def __call__(self, done: int, total: int) -> None:
        if self._calls % _EVERY == 0 or done == total:
            frames.send(self._outgoing, frames.Progressed(done, total))
        self._calls += 1


if __name__ == "__main__":
    serve()

"""Every error that an officer may read: one sentence fit to show, with the next step.

DrafterError
├── NotFound            what was named is not there
├── NothingToDo         the wish is already true
├── Conflict            somebody (or an autosave) changed it in the meantime
├── BadInput            what came from outside is not what it should be
│   ├── NotAReport          no report could be read from it
│   │   ├── NoTextLayer         a scan: pictures of text
│   │   └── Encrypted           it wants a password
│   ├── NotALibraryFile     an exchange file that cannot be read
│   ├── NotAResponseFile    likewise for a response
│   ├── NotATemplate        not a Word file that could lend its styles
│   └── TooLarge            over a limit that keeps the laptop usable
├── LibraryUnavailable  the library cannot be opened
│   ├── LibraryInUse        another process has it
│   ├── LibraryTooNew       a newer Drafter made it
│   ├── LibraryReadOnly     its file or folder may not be written
│   └── LibraryDamaged      it is not whole, or not a library
├── NotReady            an export that would say something wrong
│   └── Unresolved          merge fields without a value
├── CannotWrite         a target that cannot be written
├── NoOffice            no Word or LibreOffice that could make the pages
└── Cancelled           the officer stopped it
"""


class DrafterError(Exception):
    """What went wrong and what to do next, in words for the officer."""

    @property
    def sentence(self) -> str:
        return str(self)


class NotFound(DrafterError):
    """What was named is not there."""


class NothingToDo(DrafterError):
    """The wish is already true."""


class Conflict(DrafterError):
    """The row is no longer as it was when the change was made; nothing was overwritten."""


class BadInput(DrafterError):
    """What came from outside is not what it should be."""


class NotAReport(BadInput):
    """No report could be read from the file."""


class NoTextLayer(NotAReport):
    """The file holds pictures of text only."""


class Encrypted(NotAReport):
    """The file wants a password."""


class NotALibraryFile(BadInput):
    """An exchange file of positions that cannot be read."""


class NotAResponseFile(BadInput):
    """An exchange file of a response that cannot be read."""


class NotATemplate(BadInput):
    """A file that cannot lend its styles to an export."""


class TooLarge(BadInput):
    """Over a limit that keeps the laptop usable."""


class LibraryUnavailable(DrafterError):
    """The library cannot be opened."""


class LibraryInUse(LibraryUnavailable):
    """Another process has the library open."""


class LibraryTooNew(LibraryUnavailable):
    """A newer Drafter made the library."""


class LibraryReadOnly(LibraryUnavailable):
    """The library, its folder or its disk may not be written."""


class LibraryDamaged(LibraryUnavailable):
    """The library file is not whole, or is not a library."""


class NotReady(DrafterError):
    """The response has warnings that nobody has accepted."""


class Unresolved(NotReady):
    """The response holds merge fields without a value."""


class CannotWrite(DrafterError):
    """The target cannot be written; what was there is untouched."""


class NoOffice(DrafterError):
    """There is no word processor, or it did not make the pages."""


class Cancelled(DrafterError):
    """The officer stopped it."""

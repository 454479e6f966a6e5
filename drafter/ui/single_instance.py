"""One window a library: a second start hands over what it was started with and raises the first."""

import getpass
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1_000
"""Milliseconds to wait for the first window; it answers at once, or it is not there."""

MOST_BYTES = 64 * 1024


class FirstWindow(QObject):
    """Listens for later starts on the same library."""

    called = Signal(tuple)
    """Someone started Drafter again: show yourself, and open these files (Path, ...)."""

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = call_name(library)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)

    def listen(self) -> bool:
        """Begin. What a crashed window left is cleared away; the library's own lock protects it."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            return self._server.listen(self._name)
        return True

    def close(self) -> None:
        self._server.close()

    def _on_call(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(self._on_hung_up)
            if caller.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._hear(caller)

    def _on_hung_up(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        said = bytes(caller.read(MOST_BYTES).data())
        caller.deleteLater()
        self.called.emit(_files(said))


def call_first_window(library: Path, files: Sequence[Path]) -> bool:
    """Hand the files to the window that has this library open. False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(call_name(library))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(json.dumps([str(each.absolute()) for each in files]).encode())
    heard = not socket.bytesToWrite() or socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(PATIENCE)
    return heard


def call_name(library: Path) -> str:
    """The address of the window of a library: in the user's own runtime folder where the system has one."""
    told = f"{getpass.getuser()} {library.absolute()}"
    name = f"drafter-{hashlib.sha256(told.encode()).hexdigest()[:16]}"
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if sys.platform.startswith("linux") and folder:
        return str(Path(folder) / name)
    return name


def _files(said: bytes) -> tuple[Path, ...]:
    try:
        named = json.loads(said)
    except (ValueError, RecursionError):
        return ()
    return tuple(Path(each) for each in named if isinstance(each, str)) if isinstance(named, list) else ()

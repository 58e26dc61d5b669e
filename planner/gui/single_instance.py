"""Lets a second start hand its plans to the program that runs already."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500


class SingleInstance(QObject):
    """One channel per folder of settings; `asked` carries the paths that a later start was given."""

    asked = Signal(list)

    def __init__(self, state_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "policy-planner-" + hashlib.sha256(str(state_folder).encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give paths to the program that runs already; False when none does."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n")
        delivered = socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return delivered

    def listen(self) -> None:
        """Answer later starts; what a killed program left behind is cleared first."""
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if socket.canReadLine() or (socket.waitForReadyRead(_PATIENCE_MS) and socket.canReadLine()):
                self.asked.emit([Path(text) for text in json.loads(bytes(socket.readLine().data()))])
            socket.deleteLater()

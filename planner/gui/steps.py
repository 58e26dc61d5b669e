"""Long work cut into steps, one for each round of the event loop, so that the window answers in between."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Steps(QObject):
    """Does one piece of work at a time; another one takes the place of what is not finished."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._stepping = False
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether there is work left."""
        return self._work is not None

    def begin(self, work: Iterator[None]) -> None:
        """Do a piece of work, from one `yield` to the next in each round."""
        self._work = work
        self._next.start()

    def finish(self) -> None:
        """Do what is left at once; called by a step of the work itself, leave it to go on."""
        while self._work is not None and not self._stepping:
            self._step()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._work = None
        self._next.stop()

    def _step(self) -> None:
        work = self._work
        if work is None or self._stepping:
            return
        self._stepping = True
        try:
            next(work)
        except StopIteration:
            if self._work is work:
                self.stop()
        finally:
            self._stepping = False

"""Computes something on a thread while the window goes on, and hands over what came out."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

Result = TypeVar("Result")


class Aside(QObject, Generic[Result]):
    """Computes what was asked for last; what was asked for before is dropped.

    `done` gets the result, `failed` the exception, both on the thread that made this.
    """

    _ended = Signal(int, object)

    def __init__(self, done: Callable[[Result], None], failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._done = done
        self._failed = failed
        self._latest = 0
        self._threads: list[Thread] = []
        self._ended.connect(self._hand_over)

    def run(self, compute: Callable[[], Result]) -> None:
        """Begin; `compute` may only touch what nobody changes meanwhile."""
        self._latest += 1
        thread = Thread(target=self._work, args=(compute, self._latest), name="aside", daemon=True)
        self._threads = [*(other for other in self._threads if other.is_alive()), thread]
        thread.start()

    def drop(self) -> None:
        """Hand nothing over any more."""
        self._latest += 1

    def wait(self) -> None:
        """Return when nothing runs any more."""
        for thread in self._threads:
            thread.join()

    def _work(self, compute: Callable[[], Result], number: int) -> None:
        try:
            outcome: object = compute()
        except Exception as error:  # noqa: BLE001 - told in the window, whatever it is
            outcome = error
        self._ended.emit(number, outcome)

    def _hand_over(self, number: int, outcome: object) -> None:
        if number != self._latest:
            return
        if isinstance(outcome, Exception):
            self._failed(outcome)
        else:
            self._done(outcome)  # type: ignore[arg-type]  # a signal carries plain objects

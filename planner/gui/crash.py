"""What happens when something unexpected does: one sentence on the screen, the place of it in the log.

The log holds ids and places in the code, never what stands in a plan, and is readable by its owner alone.
"""

import faulthandler
import logging
import os
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

LOGGER = logging.getLogger("planner")
_SIZE = 500_000


def start_log(folder: Path) -> Callable[[], None]:
    """Log into `planner.log`, and what kills the interpreter into `faults.log`; returns how to stop.

    Where the folder can't be written nothing is logged.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "planner.log", maxBytes=_SIZE, backupCount=2, encoding="utf-8")
        (folder / "planner.log").chmod(0o600)
        faults = _private(folder / "faults.log")
    except OSError:
        return lambda: None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    faulthandler.enable(faults)

    def stop() -> None:
        faulthandler.disable()
        LOGGER.removeHandler(handler)
        handler.close()
        faults.close()

    return stop


class CrashReporter:
    """Takes the place of `sys.excepthook` while the window runs."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._telling = False

    def install(self) -> None:
        """Report every exception that nobody caught."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
        """Log the kind of an exception and its places, and tell the person once at a time."""
        LOGGER.error("%s at %s", kind.__name__, places(trace))
        if issubclass(kind, KeyboardInterrupt) or self._telling:
            return
        self._telling = True
        try:
            self._tell()
        finally:
            self._telling = False


def places(trace: TracebackType | None) -> str:
    """The frames of a traceback as module file, line and function, the innermost last."""
    frames = traceback.extract_tb(trace)
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


def _private(path: Path) -> IO[str]:
    """Open a file for appending that only its owner can read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w")

"""A virtual display with the program on it, its keyboard and its pointer."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZE = (1500, 900)
_PATIENCE = 30
Point = tuple[int, int]
_BETWEEN_KEYS_MS = "6"


class Display:
    """Runs programs on one display and sends it real key and pointer events through the X server."""

    def __init__(self, name: str, home: Path, stack: ExitStack) -> None:
        self._environ = os.environ | {
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "PLANNER_HOME": str(home),
            "XMODIFIERS": "",
            "QT_IM_MODULE": "compose",
        }
        self._stack = stack
        self._window = ""
        self._pointer: Point = (0, 0)

    def start_program(self, *arguments: str, places: Path | None = None) -> None:
        """Start Policy Planner and wait until its window takes keys.

        With a file for `places` it tells there where things are on the screen.
        """
        program = ["-m", "tests.screen.program", str(places)] if places else [str(ROOT / "main.py")]
        self._start([*program, *arguments])
        found = self._tool("search", "--sync", "--onlyvisible", "--name", ".")
        self._window = found.split()[0]
        self._tool("windowsize", self._window, *map(str, SIZE))
        self._tool("windowmove", self._window, "0", "0")
        self._tool("windowfocus", "--sync", self._window)

    def press(self, *keys: str, times: int = 1) -> None:
        """Press keys, as ctrl+s, one after the other."""
        for _ in range(times):
            self._tool("key", "--delay", _BETWEEN_KEYS_MS, *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._tool("type", "--delay", _BETWEEN_KEYS_MS, text)

    def grasp(self, point: Point) -> None:
        """Press the left button at a point and keep it down."""
        self._tool("mousemove", *map(str, point), "mousedown", "1")
        self._pointer = point

    def pull(self, to: Point) -> None:
        """Move the pointer in steps, as a hand does, and rest."""
        for part in range(1, 13):
            step = (round(a + (b - a) * part / 12) for a, b in zip(self._pointer, to, strict=True))
            self._tool("mousemove", *map(str, step))
            time.sleep(0.02)
        self._pointer = to
        time.sleep(0.3)

    def let_go(self) -> None:
        """Release the left button."""
        self._tool("mouseup", "1")

    def accept_dialog(self) -> None:
        """Press Enter in a dialog, and give the keys back to the main window once it is gone."""
        self.press("Return")
        wait_until(lambda: self._windows() == [self._window], "the dialog closes")
        self._tool("windowfocus", "--sync", self._window)

    def focus_dialog(self) -> None:
        """Give the keys to the window that came last; without a window manager nobody else does."""
        dialogs: list[str] = []

        def opened() -> bool:
            dialogs[:] = [window for window in self._windows() if window != self._window]
            return bool(dialogs)

        wait_until(opened, "a dialog opens")
        self._tool("windowfocus", "--sync", dialogs[-1])

    def copy(self, text: Path, html: Path) -> None:
        """Put a text and its table on the clipboard, as a spreadsheet does."""
        beside = self._start(["-m", "tests.screen.beside", "clipboard", str(text), str(html)])
        assert beside.stdout is not None
        beside.stdout.readline()

    def save_picture(self, file: Path) -> None:
        """Save a picture of the whole display."""
        command = [sys.executable, "-m", "tests.screen.beside", "picture", str(file)]
        subprocess.run(command, env=self._environ, cwd=ROOT, check=True)

    def _windows(self) -> list[str]:
        return self._tool("search", "--onlyvisible", "--name", ".").split()

    def _start(self, arguments: list[str]) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, *arguments], env=self._environ, cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        self._stack.enter_context(process)
        self._stack.callback(process.kill)
        return process

    def _tool(self, *arguments: str) -> str:
        return subprocess.run(
            ["xdotool", *arguments],
            env=self._environ,
            check=True,
            timeout=_PATIENCE,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout


@contextmanager
def virtual_display(home: Path) -> Iterator[Display]:
    """Start an X server of its own; everything on it ends with it."""
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", screen]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server,
        ExitStack() as stack,
    ):
        stack.callback(server.terminate)
        assert server.stdout is not None
        yield Display(":" + server.stdout.readline().decode().strip(), home, stack)


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something to happen on the display."""
    until = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError(f"waited in vain until {what}")
        time.sleep(0.1)

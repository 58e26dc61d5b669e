"""Programs that are measured as whole processes, from their start until they have painted."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

_STOP = "os._exit(0)  # what follows is no part of what is measured"

BARE_WINDOW = f"""
import os
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1360, 860)
window.show()
application.processEvents()
window.grab()
{_STOP}
"""

_OURS = """
import os, sys
from pathlib import Path
from planner import bootstrap
bootstrap.collect_rarely()
from planner.gui.application import make_context, start_qt
from planner.gui.languages import QtWords
from planner.gui.shell import Shell
application = start_qt()
qt_words = QtWords(application)
context = make_context(bootstrap.gui_services(bootstrap.system_clock(None)), application)
qt_words.use(context.words.language)
shell = Shell(context, qt_words)
window = shell.new_window()
window.resize(1360, 860)
"""

FIRST_WINDOW = f"""{_OURS}
window.show()
application.processEvents()
window.grab()
{_STOP}
"""

PAINTED_TREE = f"""{_OURS}
window.show()
window.files.open_path(Path(sys.argv[1]))
application.processEvents()
window.grab()
assert window.desk.panes.tree.tree_model.rowCount() > 0
{_STOP}
"""


def in_turn_as_processes(ours: Sequence[str], reference: Sequence[str], rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of two programs (code and arguments) that are run in turn.

    The first round, in which Python compiles its modules and the system reads its files, doesn't count.
    """
    times: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as compiled:
        for round_number in range(rounds + 1):
            for program, taken in zip((ours, reference), times, strict=True):
                elapsed = _milliseconds(program, compiled)
                if round_number:
                    taken.append(elapsed)
    return statistics.median(times[0]), statistics.median(times[1])


def _milliseconds(program: Sequence[str], compiled: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "PLANNER_HOME": home,
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": compiled,
        }
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", *program], env=environment, check=True, stderr=subprocess.DEVNULL
        )
        return (time.perf_counter() - began) * 1000

"""The screen that pictures are taken on; `planner.bootstrap` alone imports it, before Qt starts.

Qt's own screen for no screen has 800 points a side: dialogs that keep to their screen would be cramped on it.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_WIDTH, _HEIGHT, _DPI = 1920, 1200, 96


@contextmanager
def picture_screen(scale: float) -> Iterator[None]:
    """Have the Qt that starts meanwhile draw for an office's screen, `scale` times as fine."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "screen.json")
        path.write_text(json.dumps(_description(scale)), encoding="utf-8")
        # Qt parts its plugins' arguments at colons, so it can't be told of a path with a drive.
        known = f":configfile={path}" if ":" not in str(path) else ""
        os.environ["QT_QPA_PLATFORM"] = f"offscreen{known}"
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        yield


def _description(scale: float) -> dict[str, object]:
    """Describe the screen in the words of Qt's plugin, in dots."""
    screen = {
        "name": "pictures",
        "x": 0,
        "y": 0,
        "width": round(_WIDTH * scale),
        "height": round(_HEIGHT * scale),
        "logicalDpi": _DPI,
        "logicalBaseDpi": _DPI,
        "dpr": 1,
    }
    return {"synchronousWindowSystemEvents": False, "windowFrameMargins": True, "screens": [screen]}

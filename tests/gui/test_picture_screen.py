"""The screen of the pictures has room for every dialog, at every scale."""

import os
import subprocess
import sys

import pytest

from planner.gui.picture_screen import picture_screen

ASK = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.primaryScreen().size().toTuple())"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_large_in_points_at_every_scale(monkeypatch: pytest.MonkeyPatch, scale: float) -> None:
    for name in ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR"):
        monkeypatch.setenv(name, "")
    with picture_screen(scale):
        told = subprocess.run(
            [sys.executable, "-c", ASK], check=False, env=os.environ, capture_output=True, text=True
        )
    assert told.stdout.strip() == "(1920, 1200)", told.stderr

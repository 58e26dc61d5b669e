"""The safety net itself: a warning, from Python or from Qt, at any stage of a test, must fail it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PYTHON_WARNING = """
import warnings
def test_it():
    warnings.warn("old")
"""
QT_WARNING = """
from PySide6.QtCore import qWarning
def test_it(qapp):
    qWarning("ill")
"""
QT_WARNING_AT_TEARDOWN = """
import pytest
from PySide6.QtCore import qWarning
@pytest.fixture
def window(qapp):
    yield
    qWarning("ill")
def test_it(window):
    pass
"""
ALLOWED_QT_WARNING = """
from PySide6.QtWidgets import QWidget
def test_it(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    widget.raise_()
"""


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        (PYTHON_WARNING, "1 failed"),
        (QT_WARNING, "1 failed"),
        (QT_WARNING_AT_TEARDOWN, "1 passed, 1 error"),
        (ALLOWED_QT_WARNING, "1 passed"),
    ],
)
def test_warnings_fail(source: str, outcome: str, tmp_path: Path):
    test_file = tmp_path / "test_sample.py"
    test_file.write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), str(test_file)]
    run = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout.splitlines()[-1].startswith(outcome), run.stdout

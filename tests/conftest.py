"""What every test stands on: Qt offscreen, one locale, folders of its own, and Qt's warnings as failures.

Qt is not imported here, so that tests of the domain start without it. Allowed warnings: see pyproject.toml.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine makes a slow example, not a failure.
settings.register_profile("planner", deadline=None)
settings.load_profile("planner")

# Before any test or plugin imports Qt, and for the programs that tests start.
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": ""}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home for settings, journals and recent files."""
    home = tmp_path / "planner-home"
    monkeypatch.setenv("PLANNER_HOME", str(home))
    return home


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail on warnings while windows are closed and freed: pytest-qt watches set-up and call only."""
    if "PySide6.QtCore" not in sys.modules:
        return (yield)
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    allowed = [re.compile(pattern) for pattern in item.config.getini("qt_log_ignore")]
    warnings: list[str] = []

    def note(kind: QtMsgType, _context: object, message: str) -> None:
        harmless = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if not harmless and not any(pattern.search(message) for pattern in allowed):
            warnings.append(message)

    previous = qInstallMessageHandler(note)
    try:
        result = yield
    finally:
        qInstallMessageHandler(previous)
    if warnings:
        pytest.fail("Qt warned during teardown: " + "; ".join(warnings), pytrace=False)
    return result

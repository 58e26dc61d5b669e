"""Keeps what a person chose, and where windows stood, between two starts.

Settings are the rows of `planner.app.settings`; a value that a row does not accept, as after a newer or an
older version of the program, falls back to the row's default.
"""

import json
import logging
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal

from planner.app.settings import SETTINGS, SettingValue

LOGGER = logging.getLogger(__name__)

LAYOUT_VERSION = 1
"""To be raised when panes come or go, so that an old arrangement is not put on new ones."""


class SettingsStore(QObject):
    """The settings of this machine, written at each change; `changed` carries the key."""

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = folder / "settings.json"
        self._values: dict[str, SettingValue] = dict(_accepted(_read(self._path)))

    def value(self, key: str) -> SettingValue:
        """The value chosen, or the default; KeyError for a key without a row."""
        return self._values.get(key, SETTINGS[key].default)

    def text(self, key: str) -> str:
        """The value of a setting whose values are text."""
        return str(self.value(key))

    def set(self, key: str, value: SettingValue) -> None:
        """Choose a value and keep it; ValueError where the row does not accept it."""
        if not SETTINGS[key].accepts(value):
            raise ValueError(f"{key} does not take {value!r}")
        if value != self.value(key):
            self._values[key] = value
            _write(self._path, self._values)
            self.changed.emit(key)


class LayoutStore:
    """Geometry and arrangement of windows and tables, as Qt's own byte strings by name."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "layout.json"
        content = _read(self._path)
        entries = content.get("entries") if content.get("version") == LAYOUT_VERSION else None
        self._entries: dict[str, str] = entries if isinstance(entries, dict) else {}

    def load(self, name: str) -> QByteArray:
        """The bytes kept under a name; empty when there are none."""
        try:
            return QByteArray(b64decode(str(self._entries.get(name, "")), validate=True))
        except ValueError:
            return QByteArray()

    def keep(self, states: Mapping[str, QByteArray]) -> None:
        """Keep several byte strings."""
        self._entries |= {name: b64encode(state.data()).decode() for name, state in states.items()}
        _write(self._path, {"version": LAYOUT_VERSION, "entries": self._entries})

    def forget(self) -> None:
        """Go back to the arrangement of the first start."""
        self._entries.clear()
        self._path.unlink(missing_ok=True)


def _accepted(content: Mapping[str, Any]) -> dict[str, SettingValue]:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()}
    return {key: value for key, value in values.items() if key in SETTINGS and SETTINGS[key].accepts(value)}


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: Mapping[str, Any]) -> None:
    """Replace the file whole; where the disk refuses, the choice holds until the program ends."""
    new = path.with_suffix(f".{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        LOGGER.warning("%s was not kept: %s", path.name, error.strerror)
        new.unlink(missing_ok=True)

"""The preset that is being edited, as plain data. Only `planner.gui.presets` imports it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.reports.preset import Form, Preset, load_form, preset_of
from planner.reports.preset_text import preset_text

Way = tuple[str | int, ...]
"""Where a value stands: keys of tables, places of lists."""


class Draft(QObject):
    """A preset whose values are set one by one; `changed` comes after each."""

    changed = Signal()

    def __init__(self, form: Form, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._base = load_form(folder)

    @property
    def form(self) -> Form:
        """The whole preset as plain data."""
        return self._form

    @property
    def name(self) -> str:
        """What the preset calls itself."""
        return str(self._form["name"])

    def get(self, *way: str | int) -> Any:
        """Return the value at a place; KeyError where there is none."""
        value: Any = self._form
        for step in way:
            value = value[step]
        return value

    def put(self, value: Any, *way: str | int) -> None:
        """Set the value at a place."""
        changed = _with(self._form, way, value)
        if changed != self._form or _order(changed) != _order(self._form):
            self._form = changed
            self.changed.emit()

    def preset(self) -> Preset:
        """Return the layout as it stands; raises `BrokenPreset`."""
        return preset_of(self._form, self.name)

    def text(self) -> str:
        """Return the text of the preset's file."""
        return preset_text(self._form, self._base)


def _with(data: Any, way: Way, value: Any) -> Any:
    """Return a copy of nested tables and lists with one value set."""
    if not way:
        return value
    first, *rest = way
    if isinstance(first, int):
        return [_with(one, tuple(rest), value) if at == first else one for at, one in enumerate(data)]
    return {**data, first: _with(data.get(first, {}), tuple(rest), value)}


def _order(form: Form) -> list[list[str]]:
    return [list(sheet["columns"]) for sheet in form["sheets"].values()]

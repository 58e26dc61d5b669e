"""What a person chose for each sheet, kept between two starts; only the print preview imports it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from planner.gui.settings_store import SettingsStore
from planner.reports.page_choices import Lie, MarginChoice, PageChoices
from planner.reports.paper import NumberStyle, Paper
from planner.reports.status.sheets import BY_KEY, STATUS_SHEETS

SETTING = "printing"


class Reach(StrEnum):
    """Of what the sheets are printed."""

    ALL = "all"
    SELECTED = "selected"
    BRANCH = "branch"
    UNIT = "unit"
    EACH_UNIT = "each_unit"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed now: a sheet, of what, of which state. Ids and names of the plan in view.

    `period` and `compare` are names of closed periods, empty for the plan as it stands and for no comparison;
    `compare_file` is another plan file. `apart` makes a file of each sheet.
    """

    sheet: str = STATUS_SHEETS[0].key
    reach: Reach = Reach.ALL
    unit: str = ""
    period: str = ""
    compare: str = ""
    compare_file: str = ""
    language: str = "zh"
    apart: bool = False


class RememberedPages:
    """The page choices for each sheet, and the sheet last shown."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    @property
    def sheet(self) -> str:
        """The sheet that was shown last."""
        last = str(self._kept().get("last", ""))
        return last if last in BY_KEY else STATUS_SHEETS[0].key

    def load(self, sheet: str) -> PageChoices:
        """Return what was chosen for a sheet; what this version does not know is as the sheet has it."""
        return _choices(self._kept().get(sheet))

    def keep(self, sheet: str, choices: PageChoices) -> None:
        """Keep what was chosen for a sheet."""
        kept = {**self._kept(), "last": sheet, sheet: asdict(choices)}
        self._settings.set(SETTING, json.dumps(kept, ensure_ascii=False))

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._settings.text(SETTING) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


_CODES: Mapping[str, type[StrEnum]] = {
    "paper": Paper,
    "lie": Lie,
    "margin": MarginChoice,
    "numbers": NumberStyle,
}


def _choices(data: object) -> PageChoices:
    usual = PageChoices()
    if not isinstance(data, dict):
        return usual
    values: dict[str, Any] = {}
    for spec in fields(PageChoices):
        value, known = data.get(spec.name), getattr(usual, spec.name)
        if spec.name == "margins":
            values[spec.name] = _margins(value, usual.margins)
        elif type(value) is (str if isinstance(known, str) else type(known)) and _is_code(spec.name, value):
            values[spec.name] = value
    return PageChoices(**{**asdict(usual), **values})


def _is_code(name: str, value: object) -> bool:
    return name not in _CODES or value in {"", *_CODES[name]}


def _margins(value: object, usual: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    if not isinstance(value, list) or not all(isinstance(edge, int | float) for edge in value):
        return usual
    match value:
        case [top, bottom, left, right]:
            return float(top), float(bottom), float(left), float(right)
        case _:
            return usual

"""What a person chose for an export, kept for each plan between two starts.

`planner.gui.exporting` alone imports it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from planner.gui.settings_store import SettingsStore
from planner.reports.batch import DEFAULT_PATTERN
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions, SheetChoice, TimeUnit
from planner.reports.preset import OFFICIAL

SETTING = "exports"
_MOST_PLANS = 30


class ScopeKind(StrEnum):
    """By what the measures of an export are chosen."""

    WHOLE = "whole"
    BRANCH = "branch"
    UNIT = "unit"
    VIEW = "view"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Choices:
    """One set of choices; `subject` is the id that the `scope` means, empty where there is nothing to name.

    An empty `language` is that of the window. `folder` is where the last file went, `template` the office's
    own workbook that is filled instead of laying sheets out.
    """

    form: str = ExportFormat.XLSX
    sheets: tuple[SheetChoice, ...] = ()
    preset: str = OFFICIAL
    scope: str = ScopeKind.WHOLE
    subject: str = ""
    language: str = ""
    yearly_goals: bool = False
    quarterly_goals: bool = False
    gantt_unit: str = TimeUnit.QUARTER
    each_unit: bool = False
    pattern: str = DEFAULT_PATTERN
    folder: str = ""
    template: str = ""

    def options(self, today: date, language: str, revision: int, rows: str) -> ExportOptions:
        """Return them as an export takes them; `rows` is what a view or a stage looks for."""
        return ExportOptions(
            today,
            self.language or language,
            self.sheets,
            self.preset,
            scope=self.subject if self.scope == ScopeKind.BRANCH else "",
            unit=self.subject if self.scope == ScopeKind.UNIT else "",
            rows=rows,
            as_chosen=True,
            yearly_goals=self.yearly_goals,
            quarterly_goals=self.quarterly_goals,
            gantt_unit=TimeUnit(self.gantt_unit),
            revision=str(revision),
            template=self.template if self.form == ExportFormat.XLSX else "",
        )


_CODES: Mapping[str, type[StrEnum]] = {"form": ExportFormat, "scope": ScopeKind, "gantt_unit": TimeUnit}


class RememberedChoices:
    """The choices kept in the settings, by the id of the plan."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def load(self, plan_id: str) -> Choices:
        """Return what was chosen for a plan last, else what was chosen last for any, else what is usual."""
        kept = self._kept()
        if plan_id in kept:
            return _choices(kept[plan_id])
        latest = next(reversed(kept.values()), None)
        return replace(_choices(latest), scope=ScopeKind.WHOLE, subject="", each_unit=False)

    def keep(self, plan_id: str, choices: Choices) -> None:
        """Keep what was chosen for a plan; that of plans not exported for long is forgotten."""
        kept = {key: value for key, value in self._kept().items() if key != plan_id}
        kept[plan_id] = asdict(choices)
        latest = dict(list(kept.items())[-_MOST_PLANS:])
        self._settings.set(SETTING, json.dumps(latest, ensure_ascii=False))

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._settings.text(SETTING) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def _choices(data: object) -> Choices:
    """Return what was kept; what another version of the program wrote and this one does not know is usual."""
    if not isinstance(data, dict):
        return Choices()
    usual = Choices()
    values: dict[str, Any] = {}
    for spec in fields(Choices):
        value, known = data.get(spec.name), getattr(usual, spec.name)
        if spec.name == "sheets":
            values[spec.name] = _sheets(value)
        elif type(value) is type(str(known) if isinstance(known, str) else known) and _is_code(
            spec.name, value
        ):
            values[spec.name] = value
    return Choices(**values)


def _is_code(name: str, value: object) -> bool:
    return name not in _CODES or value in set(_CODES[name])


def _sheets(value: object) -> tuple[SheetChoice, ...]:
    entries = value if isinstance(value, list) else []
    return tuple(
        SheetChoice(str(entry["key"]), str(entry.get("name", "")))
        for entry in entries
        if isinstance(entry, dict) and "key" in entry
    )

"""What a person chooses for an export: one set for window, command line and child process.

Everything in it is plain data, so that it can be remembered, handed to another process and written to a file.
Any room above `app` may import it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.reports.preset import OFFICIAL


class TimeUnit(StrEnum):
    """What one column of the Gantt sheet stands for."""

    MONTH = "month"
    QUARTER = "quarter"

    @property
    def months(self) -> int:
        """How many months one column covers."""
        return {TimeUnit.MONTH: 1, TimeUnit.QUARTER: 3}[self]


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """One sheet by its key in `planner.reports.sheets`; an empty name is the sheet's own."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes into an export, how it is laid out, and as of when.

    `sheets` are in their order; none means the standard set. `preset` is one of the plan, of the folder of
    presets or a file, see `planner.reports.presets`. `scope` is the id of the branch to export and `unit`
    that of the unit whose tasks are exported; `rows` is JSON text of a view whose conditions the measures
    meet, see `planner.app.views`. Where one of these is empty the preset's selection holds, unless everything
    is to be taken `as_chosen`. `revision` says on the cover from which state it was made. `template` is the
    path of an office's own workbook to be filled, empty for one of ours.
    """

    as_of: date
    language: str
    sheets: tuple[SheetChoice, ...] = ()
    preset: str = OFFICIAL
    scope: str = ""
    unit: str = ""
    rows: str = ""
    as_chosen: bool = False
    yearly_goals: bool = False
    quarterly_goals: bool = False
    gantt_unit: TimeUnit = TimeUnit.QUARTER
    author: str = ""
    template: str = ""
    revision: str = ""

    @classmethod
    def of_sheets(cls, as_of: date, language: str, *keys: str) -> "ExportOptions":
        """Return the choice of these sheets under their own names."""
        return cls(as_of, language, tuple(SheetChoice(key) for key in keys))

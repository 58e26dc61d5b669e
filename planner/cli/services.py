"""What the command line needs from outside, handed in by `planner.bootstrap`.

Each part is a function, so that a command pays only for what it uses.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.app.comparison import Comparison
from planner.app.ports import Clock
from planner.app.words import Words
from planner.app.workspace import Workspace
from planner.domain.plan import Plan
from planner.reports.blocks import Report
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.status.sheets import SheetMaker


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Of which plan pictures are wanted, where to, and how they are to look."""

    plan: Path
    folder: Path
    language: str
    theme: str
    scale: float
    as_of: date | None


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Which plan is written where, in which form, and what a person chose for it."""

    plan: Plan
    path: Path
    form: ExportFormat
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class Services:
    """The program's parts as the command line calls them.

    `words` speaks the language asked for, else the desktop's; `paper_words` else Chinese, in which plans are
    written. `export` writes the work plan and returns remarks on what had to be shortened or cleaned,
    `presets` gives its layouts with their names. `take_pictures` returns the files that it saved. `render`
    writes a report as the file's name says.
    """

    template_names: Sequence[str]
    words: Callable[[str | None], Words]
    paper_words: Callable[[str | None], Words]
    clock: Callable[[date | None], Clock]
    workspace: Callable[[Clock], Workspace]
    make_plan: Callable[[str], Plan]
    export: Callable[[ExportRequest], Sequence[str]]
    presets: Callable[[Words], Mapping[str, str]]
    sheets: Callable[[Plan, date, Words, Comparison | None], SheetMaker]
    render: Callable[[Report, Path], None]
    take_pictures: Callable[[PictureRequest], Sequence[Path]]

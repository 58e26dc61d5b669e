"""What the window needs from outside Qt, handed in by `planner.bootstrap`.

The window may import neither storage nor office, so what they do arrives here as functions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.app.ports import Clock, Folders
from planner.app.words import Words

if TYPE_CHECKING:
    from planner.app.comparison import Comparison
    from planner.app.search import Initials
    from planner.app.workspace import Workspace
    from planner.domain.plan import Plan
    from planner.reports.blocks import Report
    from planner.reports.formats import ExportFormat
    from planner.reports.options import ExportOptions
    from planner.reports.outcome import Progress, Written
    from planner.reports.painted import PaintedPdf
    from planner.reports.preset import Preset
    from planner.reports.status.sheets import SheetMaker
    from planner.reports.table import Table

NewWorkspace = Callable[[Callable[[], str]], "Workspace"]
"""Makes the workspace; it asks its argument for the author's name at each edit."""

Template = Callable[[str], "Plan"]
"""Builds one of the templates of `planner.app.template` by name."""


class RunningExport(Protocol):
    """An export in a process of its own."""

    def poll(self) -> "Progress | Written | None":
        """Return what is new: how far it is or, once, the finished file.

        Raises `SaveFailed`, `BrokenPreset` and `Refused`; the old file is whole then.
        """

    def cancel(self) -> None:
        """End it; nothing is left behind, and the old file is whole."""


StartExport = Callable[["Plan", Path, "ExportFormat", "ExportOptions"], RunningExport]
"""Starts writing a plan that nobody changes meanwhile; for a very large one that takes seconds."""

TableMarkup = Callable[["Table", "Preset"], str]
"""Returns a table as HTML for the clipboard, in the layout of a preset."""


MakeSheets = Callable[["Plan", date, Words, "Comparison | None"], "SheetMaker"]
"""Returns what makes the status sheets of one state of a plan, judged by a day, in one language."""

RenderReport = Callable[["Report", Path], None]
"""Writes a report as its file's name says; raises `SaveFailed` and `UnknownFormat`."""

WritePdf = Callable[["PaintedPdf", Path], None]
"""Writes painted pages as a PDF file; raises `SaveFailed`."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the window does not make itself."""

    folders: Folders
    resources: Path
    clock: Clock
    words_for: Callable[[str], Words]
    new_workspace: NewWorkspace
    make_from_template: Template
    presets: Path
    start_export: StartExport
    table_markup: TableMarkup
    initials: "Initials"
    make_sheets: MakeSheets
    render_report: RenderReport
    write_pdf: WritePdf

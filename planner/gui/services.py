"""What the window needs from outside Qt, handed in by `planner.bootstrap`.

The window may import neither storage nor office, so what they do arrives here as functions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.ports import Clock, Folders
from planner.app.words import Words

if TYPE_CHECKING:
    from planner.app.document import Content
    from planner.app.search import Initials
    from planner.app.workspace import Workspace
    from planner.domain.plan import Plan

NewWorkspace = Callable[[Callable[[], str]], "Workspace"]
"""Makes the workspace; it asks its argument for the author's name at each edit."""

Template = Callable[[str], "Plan"]
"""Builds one of the templates of `planner.app.template` by name."""

WorkbookExport = Callable[["Content", Path, Words, date], Sequence[str]]
"""Writes the work plan as a workbook, judged by a day; returns remarks, raises `SaveFailed`."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the window does not make itself."""

    folders: Folders
    resources: Path
    clock: Clock
    words_for: Callable[[str], Words]
    new_workspace: NewWorkspace
    make_from_template: Template
    export_workbook: WorkbookExport
    initials: "Initials"

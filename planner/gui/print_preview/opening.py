"""Opens the print preview of a window's plan with what is selected there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from planner.app.workspace import Session, snapshot
from planner.domain.items import Measure, Node
from planner.gui.bridge import Bridge
from planner.gui.context import Context
from planner.gui.print_preview.choices import Wanted
from planner.gui.print_preview.dialog import Printed, PrintPreview
from planner.gui.print_preview.subject_form import Selection


def open_preview(
    context: Context,
    session: Session,
    bridge: Bridge,
    selected: Sequence[str],
    window: QWidget,
    wanted: Wanted | None = None,
) -> PrintPreview:
    """Open the preview above a window, with what is wanted first; edits made later don't reach it."""
    folder = session.path.parent if session.path else Path(context.settings.text("folder"))
    printed = Printed(
        snapshot(bridge.document.content),
        _selection(bridge, selected),
        bridge.derived.today,
        folder,
        wanted,
    )
    preview = PrintPreview(printed, context, window)
    preview.open()
    return preview


def _selection(bridge: Bridge, selected: Sequence[str]) -> Selection:
    """Return the measures that are selected, and the branch if it is a single one."""
    items = [bridge.plan[item_id] for item_id in selected]
    measures = tuple(item.id for item in items if isinstance(item, Measure))
    match items:
        case [Node() as branch]:
            return Selection(measures, branch.id, bridge.cells.name(branch.id))
        case _:
            return Selection(measures)

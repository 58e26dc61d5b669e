"""Opens the editor of report texts on a window's plan."""

from PySide6.QtWidgets import QWidget

from planner.app.periods import state_of
from planner.app.workspace import Session, snapshot
from planner.gui.bridge import Bridge
from planner.gui.context import Context
from planner.gui.passages.dialog import PassagesDialog, Source
from planner.gui.passages.drafts import Page
from planner.reports.status.order import Order


def open_passages(context: Context, session: Session, bridge: Bridge, window: QWidget) -> PassagesDialog:
    """Open the editor above a window, for the plan as it stands."""
    content, today = snapshot(bridge.document.content), bridge.derived.today

    def make(report: str, period: str) -> Page:
        plan, day, code = content.plan, today, ""
        if period:
            state = state_of(content, period, today)
            plan, day, code = state.plan, state.day, state.period
        sheets = context.services.make_sheets(plan, day, bridge.words, None)
        return Page(report, code, sheets.computed_texts(Order(report, period=code)), sheets.facts)

    source = Source(bridge, context.icons, make, not session.read_only)
    dialog = PassagesDialog(source, window)
    dialog.setModal(True)
    dialog.open()
    return dialog

"""The look that all tables of the window have in common; any part of it may import it."""

from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


def make_quiet(table: QTableView) -> None:
    """Show whole rows without frame, grid and numbers, scrolled by pixels; Tab leaves the table."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()

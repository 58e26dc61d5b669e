"""The panes of a plan's window, built in one place; the desk lays them out."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.gui.bridge import Bridge
from planner.gui.context import Context
from planner.gui.help.asking import PROPERTY
from planner.gui.indicators.dock import IndicatorDock
from planner.gui.inspector.inspector import Inspector
from planner.gui.tree.filter_box import FilterBox
from planner.gui.tree.view import TreeView


@dataclass(frozen=True, slots=True)
class Panes:
    """The tree with its filter box, the form of the current item and the table of indicators."""

    tree: TreeView
    filter_box: FilterBox
    inspector: Inspector
    indicators: IndicatorDock

    def around(self, middle: QWidget) -> tuple[QWidget, ...]:
        """The panes in the order in which a key goes round them, from the one in the middle on."""
        return (middle, self.inspector, self.indicators, self.filter_box)


def build_panes(context: Context, bridge: Bridge) -> Panes:
    """Make the panes of one plan."""
    tree = TreeView(bridge, context.icons)
    panes = Panes(
        tree,
        FilterBox(tree, context.icons),
        Inspector(bridge, context.icons),
        IndicatorDock(bridge, context.icons),
    )
    panes.filter_box.setProperty(PROPERTY, "finding")
    panes.inspector.setProperty(PROPERTY, "inspector")
    panes.indicators.setProperty(PROPERTY, "indicators")
    return panes


def enter(pane: QWidget) -> None:
    """Put the focus into a pane: where it says, else on itself or on its first widget that takes it."""
    target = pane.focusProxy() or next(
        (
            widget
            for widget in (pane, *pane.findChildren(QWidget))
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        ),
        pane,
    )
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)

"""The panes beside the views, as docks of the window: how they are made, arranged and remembered."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from planner.gui.action_set import ActionSet
from planner.gui.settings_store import LAYOUT_VERSION
from planner.gui.views.table import TREE

_INSPECTOR_WIDTH = 380
_INDICATORS_HEIGHT = 210


class Docks:
    """The docks of the inspector and of the indicators, in a window."""

    def __init__(self, window: QMainWindow, inspector: QDockWidget, indicators: QDockWidget) -> None:
        self._window = window
        self._inspector = inspector
        self._indicators = indicators
        self._view = TREE
        self._indicators_wanted = True

    @property
    def _named(self) -> Mapping[str, QDockWidget]:
        return {"inspector": self._inspector, "indicators": self._indicators}

    def keep_in_step(self, actions: ActionSet) -> None:
        """Let the actions that show the docks be checked while these are to be seen."""
        for name, dock in self._named.items():
            action = actions[f"show_{name}"]
            dock.toggleViewAction().toggled.connect(action.setChecked)
            action.setChecked(True)

    def show_inspector(self, visible: bool) -> None:
        """Show or hide the inspector."""
        self._inspector.setVisible(visible)

    def show_indicators(self, visible: bool) -> None:
        """Show or hide the indicators."""
        self._indicators.setVisible(visible)

    def follow_view(self, view_id: str) -> None:
        """Leave the table of indicators to the tree, to whose rows it links them."""
        if view_id == TREE:
            self._indicators.setVisible(self._indicators_wanted or not self._indicators.isHidden())
        elif self._view == TREE:
            self._indicators_wanted = not self._indicators.isHidden()
            self._indicators.hide()
        self._view = view_id

    def reset(self) -> None:
        """Arrange the docks as at the first start."""
        window = self._window
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._inspector)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._indicators)
        for dock in self._named.values():
            dock.setFloating(False)
            dock.show()
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.resizeDocks([self._inspector], [_INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
        window.resizeDocks([self._indicators], [_INDICATORS_HEIGHT], Qt.Orientation.Vertical)

    def restore(self, state: QByteArray) -> None:
        """Arrange the docks as they were left, where that was kept by this version."""
        self._window.restoreState(state, LAYOUT_VERSION)

    def state(self) -> QByteArray:
        """How the docks are arranged, to be kept until the next start."""
        return self._window.saveState(LAYOUT_VERSION)

    def remove(self) -> None:
        """Take the docks out of the window."""
        for dock in self._named.values():
            self._window.removeDockWidget(dock)
            dock.deleteLater()


def make_dock(window: QMainWindow, name: str, title: str, content: QWidget) -> QDockWidget:
    """Make a dock that can be moved, floated and closed; its name is what its place is remembered by."""
    dock = QDockWidget(title, window)
    dock.setObjectName(f"dock_{name}")
    dock.setWidget(content)
    dock.setFeatures(
        QDockWidget.DockWidgetFeature.DockWidgetClosable
        | QDockWidget.DockWidgetFeature.DockWidgetMovable
        | QDockWidget.DockWidgetFeature.DockWidgetFloatable
    )
    return dock

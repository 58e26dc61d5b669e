"""The tool bar: the actions that the table puts there, group by group, and the filter box near its end."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from planner.app.words import Words
from planner.gui.action_set import ActionSet, plain_name
from planner.gui.actions import ACTIONS
from planner.gui.theme import Theme

_AT_THE_END = 6
"""The first group at the right end; its buttons say what they do."""


class ToolBar(QToolBar):
    """One fixed row of buttons with icons; the filter box stands before the last groups."""

    def __init__(self, actions: ActionSet, words: Words, theme: Theme) -> None:
        super().__init__(words("工具栏"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setIconSize(QSize(theme.metrics.icon_size, theme.metrics.icon_size))
        rows = sorted((row for row in ACTIONS if row.toolbar), key=lambda row: row.toolbar)
        for group, members in groupby(rows, key=lambda row: row.toolbar // 10):
            if group == _AT_THE_END:
                self._gap = self.addWidget(_stretch())
            elif group > 1:
                self.addSeparator()
            for row in members:
                self.addAction(actions[row.id])
                button = self.widgetForAction(actions[row.id])
                button.setAccessibleName(plain_name(words(row.text)))
                button.setObjectName(f"tool_{row.id}")
                if group == _AT_THE_END and isinstance(button, QToolButton):
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def show_filter(self, box: QWidget) -> None:
        """Put a filter box between the two ends."""
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(360)
        first = self.actions()[self.actions().index(self._gap) + 1]
        self.insertWidget(first, box)


def _stretch() -> QWidget:
    widget = QWidget()
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget

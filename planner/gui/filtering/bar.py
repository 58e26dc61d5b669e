"""What stands above the views while rows are left out or coloured, and where conditions are built."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.conditions.fields import describe
from planner.app.conditions.model import Conditions
from planner.domain.marks import N_
from planner.gui.filtering.colours import Colours
from planner.gui.filtering.rows import ConditionGroup
from planner.gui.icons import Icons
from planner.gui.tree.model import TreeModel

_SWATCH = 10
_BESIDE_CHIP, _LEAST_CHIP = 180, 160
_BESIDE_NAME = 36
_SWATCH_ICON = "light-on-track"


class FilterBar(QFrame):
    """The chip of the conditions in force, the legend of the colours, and the panel of conditions.

    Rows follow at once while conditions are built. `done` comes when the panel was closed.
    """

    done = Signal()

    def __init__(
        self, model: TreeModel, colours: Colours, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self._model = model
        self._colours = colours
        self._icons = icons
        self._words = words = model.bridge.words
        self.group = ConditionGroup(model.bridge, icons, self)
        self.group.changed.connect(self._apply)
        self.panel = self._make_panel()
        self.chip = QPushButton(icons.icon("filter", "accent"), "", self)
        self.chip.setProperty("role", "chip")
        self.chip.clicked.connect(lambda: self.show_panel(not self.panel.isVisible()))
        self.clear_button = self._tool(words(N_("清除条件")), "close")
        self.clear_button.clicked.connect(self.clear)
        self.legend = Legend(icons, self)
        self._strip = QWidget(self)
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(12, 5, 12, 5)
        strip.setSpacing(4)
        strip.addWidget(self.chip)
        strip.addWidget(self.clear_button)
        strip.addSpacing(12)
        strip.addWidget(self.legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel)
        column.addWidget(self._strip)
        self.panel.hide()
        model.filtered.connect(self._show_state)
        colours.changed.connect(self._show_state)
        self._show_state()

    def show_panel(self, visible: bool) -> None:
        """Open the panel with a first condition in it, or close it."""
        self.panel.setVisible(visible)
        self._show_state()
        if not visible:
            self.done.emit()
        elif not self.group.parts:
            self.group.add_row_and_enter()
        else:
            self.group.every.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_conditions(self, conditions: Conditions) -> None:
        """Put conditions into force."""
        self.group.blockSignals(True)
        self.group.show_conditions(conditions)
        self.group.blockSignals(False)
        self._model.set_conditions(conditions)

    def clear(self) -> None:
        """Let go of all conditions and close the panel."""
        self.show_conditions(Conditions())
        self.show_panel(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.show_panel(False)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.legend.show_entries(self._colours.legend())

    def _apply(self) -> None:
        conditions = self.group.conditions()
        if conditions != self._model.conditions:
            self._model.set_conditions(conditions)

    def _show_state(self) -> None:
        active, legend = bool(self._model.conditions), self._colours.legend()
        self.chip.setVisible(active)
        self.clear_button.setVisible(active)
        self.legend.show_entries(legend)
        self._show_chip()
        self._strip.setVisible(active or bool(legend))
        self.setVisible(self.panel.isVisibleTo(self) or active or bool(legend))

    def _show_chip(self) -> None:
        bridge, conditions = self._model.bridge, self._model.conditions
        text = describe(conditions, bridge.plan, bridge.cells, self._words)
        room = max(self.width() - self.legend.wanted_width() - _BESIDE_CHIP, _LEAST_CHIP)
        elided = self.chip.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.chip.setText(elided.replace("&", "&&"))
        self.chip.setAccessibleName(self._words(N_("条件：{conditions}")).format(conditions=text))

    def _make_panel(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("role", "panel")
        close = self._tool(self._words(N_("收起条件")), "chevron-up")
        close.clicked.connect(lambda: self.show_panel(False))
        self.group.head.addWidget(close)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.group)
        return panel

    def _tool(self, name: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icons.icon(icon, "text-muted"))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button


class Legend(QWidget):
    """Says which colour stands for which term."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    @property
    def names(self) -> list[str]:
        """The terms named."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()]

    def wanted_width(self) -> int:
        """Return how much room all names need."""
        return sum(self.fontMetrics().horizontalAdvance(name) + _BESIDE_NAME for name in self.names)

    def show_entries(self, entries: list[tuple[str, str]]) -> None:
        """Show colour roles with their terms."""
        while (entry := self._row.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for role, name in entries:
            sign, label = QLabel(self), QLabel(self)
            sign.setPixmap(self._icons.pixmap(_SWATCH_ICON, role, _SWATCH, self.devicePixelRatioF()))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(name)
            label.setToolTip(name)
            label.setProperty("role", "muted")
            label.setMinimumWidth(24)
            self._row.addWidget(sign)
            self._row.addWidget(label)
            self._row.addSpacing(10)
        self._row.addStretch(1)

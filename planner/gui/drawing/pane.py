"""The pane of the figures: which one, the drawing itself, and what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.gui.bridge import Bridge
from planner.gui.drawing.figures import FIGURES, Figure
from planner.gui.drawing.taking import DrawingTaker
from planner.gui.drawing.view import DrawingView
from planner.gui.icons import Icons
from planner.reports.drawing import Drawing
from planner.reports.drawings.scene import Scene


class FiguresPane(QWidget):
    """The figures of one plan, redrawn when the plan has changed and the pane is in sight.

    `taker` takes the one shown out of the window. `activated` carries the id of an item to go to; `told` a
    tone of `planner.gui.banner` and a sentence.
    """

    activated = Signal(str)
    told = Signal(str, str)

    def __init__(
        self,
        bridge: Bridge,
        icons: Icons,
        resources: Path,
        parent: QWidget | None = None,
        *,
        figures: Sequence[Figure] = FIGURES,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._words = bridge.words
        self._icons = icons
        self._figure = figures[0]
        self._focus = ""
        self._stale = True
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self._draw)
        self.view = DrawingView(icons, self)
        self.view.activated.connect(self._activate)
        self.view.left.connect(partial(self.focus_on, ""))
        self.taker = DrawingTaker(self, self._words, resources, self._fresh_drawing, self.told.emit)
        self._choice = QButtonGroup(self)
        self._lay_out(figures)
        bridge.changed.connect(self._outdate)
        bridge.new_day.connect(self._outdate)

    @property
    def figure(self) -> str:
        """The key of the figure shown."""
        return self._figure.key

    def show_figure(self, key: str) -> None:
        """Show another figure by its key."""
        button = self.findChild(QToolButton, f"figure_{key}")
        if isinstance(button, QToolButton):
            button.click()

    def focus_on(self, item_id: str) -> None:
        """Lay the figure out around one item, if it can be; the empty id shows everything."""
        if self._figure.focus and item_id != self._focus:
            self._focus = item_id
            self._outdate()

    def refresh(self) -> None:
        """Lay the figure out anew if the plan has changed since."""
        if self._stale:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _fresh_drawing(self) -> Drawing:
        self.refresh()
        return self.view.drawing

    def _choose(self, figure: Figure) -> None:
        if figure is not self._figure:
            self._figure = figure
            self._focus = ""
            self.view.fit()
            self._draw()

    def _activate(self, item_id: str) -> None:
        """Enter an item; a figure that can be laid out around one shows its surroundings first."""
        if self._figure.focus and item_id != self._focus:
            self.focus_on(item_id)
        else:
            self.activated.emit(item_id)

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._redraw.start()

    def _draw(self) -> None:
        self._stale = False
        bridge = self._bridge
        scene = Scene(bridge.plan, bridge.derived, bridge.cells, bridge.words)
        self.view.set_drawing(self._figure.lay_out(scene, self._focus))

    def _lay_out(self, figures: Sequence[Figure]) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(4)
        for figure in figures:
            button = self._button(self._words(figure.label), figure.icon, partial(self._choose, figure))
            button.setObjectName(f"figure_{figure.key}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(figure is self._figure)
            self._choice.addButton(button)
            bar.addWidget(button)
        bar.addStretch()
        words, view = self._words, self.view
        bar.addWidget(self._button(words("缩小"), "minus", partial(view.zoom, -1)))
        bar.addWidget(self._button(words("适合窗口"), "fit", view.fit))
        bar.addWidget(self._button(words("放大"), "plus", partial(view.zoom, 1)))
        bar.addSpacing(12)
        for button in self.taker.buttons(self._icons):
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(view, 1)

    def _button(self, text: str, icon: str, handler: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setIcon(self._icons.icon(icon))
        button.setToolTip(text.removesuffix("…"))
        button.setAccessibleName(text.removesuffix("…"))
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked: handler())
        return button

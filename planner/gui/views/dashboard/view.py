"""The dashboard: cards in one or two columns, made anew when the plan has changed and they are in sight."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app.dashboard import dashboard_in_steps
from planner.app.item_lines import ItemLines
from planner.app.light_comparison import compare_lights
from planner.domain.marks import N_
from planner.gui.steps import Steps
from planner.gui.views.dashboard.cards import Deck
from planner.gui.views.drawer import Drawer
from planner.gui.views.stage import Stage

_SETTLING_MS = 150
_TWO_COLUMNS = 700
_GAP = 14


class DashboardView(QWidget):
    """Shows a plan at a glance; `drawer` is the list that a number opens."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dashboard")
        self._stage = stage
        self._stale = True
        self._cards: list[QFrame] = []
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(_GAP)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setAccessibleName(stage.bridge.words(N_("总览")))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.drawer = Drawer(stage, self)
        self.setFocusProxy(self._area)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settle.timeout.connect(self._begin)
        self._filling = Steps(self)
        stage.bridge.changed.connect(self._outdate)
        stage.bridge.new_day.connect(self._outdate)

    def refresh(self) -> None:
        """Take over what the plan says now, if it has changed since."""
        self._begin()
        self._filling.finish()

    def showEvent(self, event: QShowEvent) -> None:
        self._begin()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()
        self._stale = self._stale or self._filling.busy
        self._filling.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _begin(self) -> None:
        if self._stale:
            self._stale = False
            self._filling.begin(self._fill())

    def _fill(self) -> Iterator[None]:
        bridge = self._stage.bridge
        board = yield from dashboard_in_steps(bridge.plan, bridge.derived)
        yield
        pairs = compare_lights(bridge.plan, bridge.derived)
        yield
        deck = Deck(
            bridge,
            self._stage.icons,
            ItemLines(bridge.plan, bridge.derived, bridge.cells, bridge.words),
            board,
            pairs,
            self._list,
            self._stage.errands.item_asked.emit,
            self._content,
        )
        self._show_cards([deck.headline(), *deck.cards()])

    def _show_cards(self, cards: list[QFrame]) -> None:
        """Put cards in place of those shown; what had the focus keeps it."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self._content.isAncestorOf(focus) else ""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards = cards
        self._arrange()
        if name and (again := self._content.findChild(QWidget, name)) is not None:
            again.setFocus()

    def _arrange(self) -> None:
        """Lay the cards out in as many columns as there is room for; the first takes all, a lone last too."""
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            row, column = (1 + (place - 1) // columns, (place - 1) % columns) if place else (0, 0)
            last_alone = place == len(self._cards) - 1 and column == 0
            self._grid.addWidget(card, row, column, 1, columns if place == 0 or last_alone else 1)
            card.show()
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _list(self, title: str, ids: Sequence[str]) -> None:
        self.drawer.list_items(title, ids)

    def _outdate(self) -> None:
        self._stale = True
        self._filling.stop()
        if self.isVisible():
            self._settle.start()

"""How much a unit has to do in each quarter, as small bars; imported by the page of a unit only."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.unit_load import QuarterLoad
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons

_BARS_HEIGHT = 64
_WIDEST = 72
_GAP = 0.12  # of the room for a quarter


class LoadBars(QWidget):
    """Paints what is led and, above it, what is supported, with the sum over each bar.

    All quarters are shown, however many: where there is little room, only the years stand below.
    """

    def __init__(self, icons: Icons, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._words = words
        self._quarters: Sequence[QuarterLoad] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_quarters(self, quarters: Sequence[QuarterLoad]) -> None:
        """Show other quarters; hidden where there are none."""
        self._quarters = quarters
        said = [
            self._words(N_("{quarter}：牵头 {leads}，配合 {supports}，到期 {due}")).format(
                quarter=load.quarter, leads=load.leads, supports=load.supports, due=load.due
            )
            for load in quarters
        ]
        self.setToolTip("\n".join(said))
        self.setAccessibleName(self._words(N_("分季度负荷")))
        self.setAccessibleDescription("\n".join(said))
        self.setVisible(bool(quarters))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BARS_HEIGHT + 2 * self.fontMetrics().height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        highest = max((load.leads + load.supports for load in self._quarters), default=0)
        if not highest:
            return
        painter = QPainter(self)
        slot = min(self.width() / len(self._quarters), _WIDEST)
        for place, load in enumerate(self._quarters):
            self._paint_bar(painter, QRectF(place * slot, 0, slot, self.height()), load, highest)
        self._paint_labels(painter, slot)
        painter.end()

    def _paint_bar(self, painter: QPainter, area: QRectF, load: QuarterLoad, highest: int) -> None:
        theme, line = self._icons.theme, self.fontMetrics().height()
        bottom, gap = float(line + _BARS_HEIGHT), area.width() * _GAP
        for amount, role in ((load.leads, "accent"), (load.supports, "border-strong")):
            height = _BARS_HEIGHT * amount / highest
            bar = QRectF(area.left() + gap, bottom - height, area.width() - 2 * gap, height)
            painter.fillRect(bar, theme.colour(role))
            bottom -= height
        total = str(load.leads + load.supports)
        if self.fontMetrics().horizontalAdvance(total) <= area.width():
            painter.setPen(theme.colour("text"))
            above = QRectF(area.left(), bottom - line, area.width(), line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, total)

    def _paint_labels(self, painter: QPainter, slot: float) -> None:
        """Name each quarter where its name has room, else each year where it begins."""
        painter.setPen(self._icons.theme.colour("text-muted"))
        top, line = self.fontMetrics().height() + _BARS_HEIGHT + 2, self.fontMetrics().height()
        narrow = self.fontMetrics().horizontalAdvance("00Q0") > slot
        free = 0.0
        for place, load in enumerate(self._quarters):
            year, _, quarter = load.quarter.partition("-")
            label = year if narrow else f"{year[2:]}{quarter}"
            width = float(self.fontMetrics().horizontalAdvance(label)) if narrow else slot
            left = place * slot
            if left < free or (narrow and quarter != "Q1" and place):
                continue
            free = left + width + (4 if narrow else 0)
            below = QRectF(left, top, width, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)

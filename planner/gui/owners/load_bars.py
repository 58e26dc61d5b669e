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
_SLOT = 44
_GAP = 6


class LoadBars(QWidget):
    """Paints what is led and, above it, what is supported, with the sum over each bar."""

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
        return QSize(200, _BARS_HEIGHT + 2 * self.fontMetrics().height() + _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fit = max(1, self.width() // _SLOT)
        shown = self._quarters[:fit]
        highest = max((load.leads + load.supports for load in shown), default=0)
        if not highest:
            return
        painter, theme = QPainter(self), self._icons.theme
        line = self.fontMetrics().height()
        slot = min(self.width() / len(shown), 2 * _SLOT)
        for place, load in enumerate(shown):
            left, bottom = place * slot, float(line + _BARS_HEIGHT)
            for amount, role in ((load.leads, "accent"), (load.supports, "border-strong")):
                height = _BARS_HEIGHT * amount / highest
                bar = QRectF(left + _GAP / 2, bottom - height, slot - _GAP, height)
                painter.fillRect(bar, theme.colour(role))
                bottom -= height
            painter.setPen(theme.colour("text"))
            over = QRectF(left, bottom - line, slot, line)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(load.leads + load.supports))
            painter.setPen(theme.colour("text-muted"))
            below = QRectF(left, line + _BARS_HEIGHT + _GAP / 2, slot, line)
            year, _, quarter = load.quarter.partition("-")
            label = f"{year[2:]}{quarter}"
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)
        painter.end()

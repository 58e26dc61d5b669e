"""A drawing on a rounded ground, both in the colours of the theme in force when it is painted."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.gui.icons import Icons


class IconTile(QWidget):
    """Decoration beside a text that says the same; without a ground where `ground` is empty."""

    def __init__(self, icons: Icons, name: str, role: str, ground: str, size: int) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role
        self._ground = ground
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, role: str) -> None:
        """Show another drawing, in the colour of another role."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._icons.theme
        area = QRectF(0, 0, self._side, self._side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = 0.0
        if self._ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._ground))
            painter.drawRoundedRect(area, self._side / 4, self._side / 4)
            margin = self._side * 0.25
        colour = theme.colours[self._role]
        self._icons.draw(painter, self._name, colour, area.adjusted(margin, margin, -margin, -margin))
        painter.end()

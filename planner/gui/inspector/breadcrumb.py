"""The way down to an item: its ancestors as buttons, shortened to the room that there is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

_MOST = 6
_LEAST_WIDTH = 36
_INSET = 4


class Breadcrumb(QWidget):
    """Shows the nearest ancestors of an item; `activated` carries the id of the one that was clicked."""

    activated = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._crumbs = [_Crumb(self) for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        for crumb in self._crumbs:
            row.addWidget(crumb.arrow)
            row.addWidget(crumb)
            crumb.clicked.connect(lambda _=False, crumb=crumb: self.activated.emit(crumb.item_id))
        row.addStretch(1)

    @property
    def crumbs(self) -> list[QToolButton]:
        """The buttons shown, the top one first."""
        return [crumb for crumb in self._crumbs if crumb.item_id]

    def show_path(self, path: Sequence[tuple[str, str]]) -> None:
        """Show a path of ids and titles, from the top."""
        nearest = list(path[-_MOST:])
        steps = [*nearest, *[("", "")] * (_MOST - len(nearest))]
        for place, (crumb, (item_id, title)) in enumerate(zip(self._crumbs, steps, strict=True)):
            crumb.show_item(item_id, title)
            crumb.arrow.setVisible(bool(place and item_id))
        self.setVisible(bool(nearest))


class _Crumb(QToolButton):
    """One ancestor, and the arrow before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.item_id = ""
        self._title = ""
        self.arrow = QLabel("›", parent)
        self.arrow.setTextFormat(Qt.TextFormat.PlainText)
        self.arrow.setProperty("role", "muted")
        self.setProperty("role", "crumb")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_item(self, item_id: str, title: str) -> None:
        """Stand for an item; for none with an empty id."""
        self.item_id = item_id
        self.setVisible(bool(item_id))
        if title != self._title:
            self._title = title
            self.setText(title)
            self.setToolTip(title)
            self.setAccessibleName(title)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        room = self.width() - 2 * _INSET
        option.text = self.fontMetrics().elidedText(  # type: ignore[attr-defined]  # absent from Qt's stubs
            self._title, Qt.TextElideMode.ElideRight, room
        )

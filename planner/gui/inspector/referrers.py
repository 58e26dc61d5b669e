"""The measures and indicators that are linked to an item, seen from its side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.items import Link
from planner.gui.inspector.chips import Chip, ChipBox
from planner.gui.inspector.tools import Tools


class LinkedFrom(QWidget):
    """Lists who links to an item."""

    opened = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._item_id = ""
        self.box = ChipBox(tools.icons, self, removable=False)
        self.box.setAccessibleName(tools.words("被关联于"))
        self.box.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def show_item(self, item_id: str) -> None:
        """Show who links to another item."""
        self._item_id = item_id
        self.refresh()

    def refresh(self) -> None:
        """Show who links to the item now."""
        chips = self._chips()
        if chips != list(self.box.chips):
            self.box.show_chips(chips)

    @property
    def count(self) -> int:
        """How many link to the item."""
        return len(self.box.chips)

    def _chips(self) -> list[Chip]:
        plan, cells = self._tools.plan, self._tools.bridge.cells
        owners = dict.fromkeys(
            link.parent for link in plan.referrers(self._item_id) if isinstance(link, Link)
        )
        return [Chip(owner, cells.name(owner), cells.name(owner)) for owner in owners]

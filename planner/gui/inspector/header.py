"""The head of the inspector: where the item stands, what it is, and how it is doing."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyleOptionToolButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.items import Item, Measure, Node, PlanHead
from planner.gui.fonts import scaled_font
from planner.gui.icon_tile import IconTile
from planner.gui.inspector.sections import in_head
from planner.gui.inspector.tools import Tools
from planner.gui.tree.looks import LIGHT_SIGNS, Sign, kind_sign

_ICON = 18
_LIGHT = 14
_LEAST_CRUMB = 36
_MOST_CRUMBS = 6
_ICONS: Mapping[str, str] = {
    "plan": "plan",
    "milestone": "milestone",
    "adjustment": "deadline",
    "goal": "target",
    "report": "report",
    "funding": "funding",
    "indicator": "indicator",
    "value": "indicator",
    "unit": "unit",
    "document": "document",
    "strength": "strength",
    "figure": "strength",
    "facet": "group",
    "term": "term",
    "link": "link",
}


class InspectorHeader(QWidget):
    """Shows the ancestors, icon, number, title and light of an item; `activated` carries an ancestor's id."""

    activated = Signal(str)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._crumbs = [_Crumb(self) for _ in range(_MOST_CRUMBS)]
        self._arrows = [QLabel("›", self) for _ in range(_MOST_CRUMBS - 1)]
        for arrow in self._arrows:
            arrow.setTextFormat(Qt.TextFormat.PlainText)
            arrow.setProperty("role", "muted")
        self._icon = IconTile(tools.icons, "note", "text-muted", "", _ICON)
        self._title = QLabel(self)
        self._title.setFont(scaled_font(self.font(), 1.2, QFont.Weight.DemiBold))
        self._kind = QLabel(self)
        self._kind.setProperty("role", "muted")
        self._light = IconTile(tools.icons, "light-none", "light-none", "", _LIGHT)
        self._reason = QLabel(self)
        for label in (self._title, self._kind, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._title, self._reason):
            label.setWordWrap(True)
        self._status = QWidget(self)
        self._lay_out()

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    @property
    def reason(self) -> str:
        """Why the light shines as it does; empty for what has no light."""
        return self._reason.text()

    def crumbs(self) -> list[QToolButton]:
        """The buttons of the ancestors, the top one first."""
        return [crumb for crumb in self._crumbs if crumb.item_id]

    def show_item(self, item: Item) -> None:
        """Show what the plan says of an item now."""
        tools = self._tools
        number = tools.bridge.cells.text(item, "number") if "number" in item.kind.by_key else ""
        title = self._title_of(item)
        self._title.setText(f"{number} {title}".strip())
        self._title.setProperty("role", "" if title else "muted")
        self._kind.setText(tools.words(item.kind.label))
        self._kind.setVisible(not isinstance(item, Node | Measure))
        self._icon.show_icon(*self._sign(item))
        self._show_light(item)
        self._show_path(item)

    def _title_of(self, item: Item) -> str:
        if "title" in item.kind.by_key:
            return str(item.value("title")) or self._tools.words("未命名")
        first = next((spec.key for spec in item.kind.stored), "")
        return self._tools.bridge.cells.text(item, first) or self._tools.words(item.kind.label)

    def _sign(self, item: Item) -> Sign:
        if isinstance(item, Node | Measure):
            return kind_sign(self._tools.plan, item)
        return Sign(_ICONS.get(item.kind.key, "note"), "text-muted")

    def _show_light(self, item: Item) -> None:
        spec = item.kind.by_key.get("light")
        has_light = spec is not None and in_head(spec)
        self._status.setVisible(has_light)
        if not has_light:
            self._reason.clear()
            return
        self._light.show_icon(*LIGHT_SIGNS[self._tools.bridge.derived.verdict(item.id).light])
        self._reason.setText(self._tools.explanations.of(item, "light"))

    def _show_path(self, item: Item) -> None:
        plan = self._tools.plan
        path = [] if isinstance(item, PlanHead) else list(plan.ancestors(item.id))[:_MOST_CRUMBS][::-1]
        for place, crumb in enumerate(self._crumbs):
            crumb.show_item(
                *((path[place], self._title_of(plan[path[place]])) if place < len(path) else ("", ""))
            )
            if place:
                self._arrows[place - 1].setVisible(place < len(path))

    def _make_path(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3)
        row.setContentsMargins(-4, 0, 0, 0)
        for place, crumb in enumerate(self._crumbs):
            if place:
                row.addWidget(self._arrows[place - 1])
            row.addWidget(crumb)
            crumb.clicked.connect(lambda _=False, crumb=crumb: self.activated.emit(crumb.item_id))
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._kind)
        heading.addLayout(texts, 1)
        status = QHBoxLayout(self._status)
        status.setContentsMargins(_ICON - _LIGHT, 0, 0, 0)
        status.setSpacing(8)
        status.addWidget(self._light, 0, Qt.AlignmentFlag.AlignTop)
        status.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._make_path())
        column.addLayout(heading)
        column.addWidget(self._status)


class _Crumb(QToolButton):
    """An ancestor's title, shortened to the room that there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.item_id = ""
        self._text = ""
        self.setProperty("role", "crumb")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_item(self, item_id: str, title: str) -> None:
        """Stand for an item; for none with an empty id."""
        self.item_id = item_id
        self.setVisible(bool(item_id))
        if title != self._text:
            self._text = title
            self.setText(title)
            self.setToolTip(title)
            self.setAccessibleName(title)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_CRUMB, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        room = self.width() - 8
        option.text = self.fontMetrics().elidedText(  # type: ignore[attr-defined]  # absent from Qt's stubs
            self._text, Qt.TextElideMode.ElideRight, room
        )

"""The head of the inspector: where the item stands, what it is, and how it is doing."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from planner.app.light_comparison import light_pair
from planner.app.messages import LIGHT_NAMES
from planner.domain.items import Item, Measure, Node
from planner.gui.fonts import scaled_font
from planner.gui.icon_tile import IconTile
from planner.gui.inspector.breadcrumb import Breadcrumb
from planner.gui.inspector.sections import in_head
from planner.gui.inspector.tools import Tools
from planner.gui.tree.looks import LIGHT_SIGNS, Sign, kind_sign

_ICON = 18
_LIGHT = 14
_BUTTON_INSET = 8
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
        self._path = Breadcrumb(self)
        self._path.activated.connect(self.activated)
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

    @property
    def crumbs(self) -> list[QToolButton]:
        """The buttons of the ancestors, the top one first."""
        return self._path.crumbs

    def show_item(self, item: Item) -> None:
        """Show what the plan says of an item now."""
        tools = self._tools
        number = tools.bridge.cells.text(item, "number") if "number" in item.kind.by_key else ""
        self._title.setText(f"{number} {self._title_of(item)}".strip())
        self._kind.setText(tools.words(item.kind.label))
        self._kind.setVisible(not isinstance(item, Node | Measure))
        self._icon.show_icon(*self._sign(item))
        self._show_light(item)
        ancestors = list(tools.plan.ancestors(item.id))[::-1]
        self._path.show_path([(item_id, self._title_of(tools.plan[item_id])) for item_id in ancestors])

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
        said = (self._tools.explanations.of(item, "light"), self._reported(item))
        self._reason.setText("\n".join(text for text in said if text))

    def _reported(self, item: Item) -> str:
        """Say what light the unit reports, where it is another than the computed one."""
        tools = self._tools
        pair = light_pair(tools.plan, tools.bridge.derived, item.id) if isinstance(item, Measure) else None
        if pair is None or pair.agrees:
            return ""
        light = tools.words(LIGHT_NAMES[pair.reported])
        if not pair.report.date:
            return tools.words("单位自报：{light}").format(light=light)
        return tools.words("单位自报：{light}（{date}）").format(light=light, date=pair.report.date)

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
        path = QHBoxLayout()
        path.setContentsMargins(-_BUTTON_INSET, 0, 0, 0)
        path.addWidget(self._path)
        column.addLayout(path)
        column.addLayout(heading)
        column.addWidget(self._status)

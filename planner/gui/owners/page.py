"""The page of one unit: its lights, its load by quarter, what is late, and all that it leads and supports."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from planner.app.item_lines import ItemLines
from planner.app.messages import LIGHT_NAMES
from planner.app.unit_load import UnitLoad, unit_load
from planner.domain.items import Unit
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.gui.fonts import scaled_font
from planner.gui.owners.load_bars import LoadBars
from planner.gui.stretching import Stretching
from planner.gui.tree.looks import LIGHT_SIGNS
from planner.gui.views.stage import Stage

_ROLES = (
    ("lead", N_("牵头")),
    ("co_lead", N_("并列牵头")),
    ("undivided", N_("责任单位")),
    ("supporting", N_("配合")),
)
_PADDING = 10
_WIDTHS = (14, 14)
_LEAST_TITLE = 20
_WHO = ("office", "person", "phone")
_ID = Qt.ItemDataRole.UserRole


class UnitPage(QWidget):
    """Shows what a unit has to do; a click shows a measure, Enter goes to it in the tree."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._words = words = stage.bridge.words
        bridge = stage.bridge
        self._lines = ItemLines(bridge.plan, bridge.derived, bridge.cells, words)
        self.title = self._label()
        self.title.setFont(scaled_font(self.font(), 1.2, QFont.Weight.DemiBold))
        self.lights = self._label("muted")
        self.bars = LoadBars(stage.icons, words, self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(words(N_("单位承担的举措")))
        self.list.setHeaderLabels([words(N_("举措")), words(N_("现行时限")), words(N_("责任人"))])
        self.list.setProperty("role", "table")
        self._anybody = False
        self._line_size = QSize(0, self.fontMetrics().height() + _PADDING)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        character = self.fontMetrics().horizontalAdvance("0")
        for column, width in enumerate(_WIDTHS, 1):
            self.list.header().resizeSection(
                column, max(width * character, self.list.header().sectionSizeHint(column))
            )
        Stretching(self.list, 0, _LEAST_TITLE)
        self.list.itemClicked.connect(lambda entry: self._tell(entry, stage.errands.item_asked.emit))
        self.list.itemActivated.connect(lambda entry: self._tell(entry, stage.errands.place_asked.emit))
        self._lay_out()
        self.show_unit("")

    def show_unit(self, unit_id: str) -> None:
        """Show a unit; an unknown id shows what to do."""
        bridge, unit = self._stage.bridge, self._stage.bridge.plan.find(unit_id)
        self.list.clear()
        self._anybody = False
        known = isinstance(unit, Unit)
        self.lights.setVisible(known)
        self.list.setVisible(known)
        if not isinstance(unit, Unit):
            self.title.setText(self._words(N_("选一个单位，看它承担什么。")))
            self.bars.show_quarters(())
            return
        load = unit_load(bridge.plan, unit_id, bridge.derived)
        self.title.setText(unit.title)
        self.lights.setText(self._lights_text(load))
        self.bars.show_quarters(load.quarters)
        late = [row for row in load.leads if bridge.derived.verdict(row).light is Light.RED]
        self._add_group(N_("滞后"), late)
        for role, label in _ROLES:
            self._add_group(label, load.by_role.get(role, ()))
        self._add_group(N_("指标"), load.indicators)
        self.list.setColumnHidden(2, not self._anybody)
        self.list.expandAll()

    def _lights_text(self, load: UnitLoad) -> str:
        parts = [
            self._words(N_("{light} {count}")).format(
                light=self._words(LIGHT_NAMES[light]), count=load.lights[light]
            )
            for light in Light
            if load.lights.get(light)
        ]
        counts = self._words(N_("牵头 {leads}，配合 {supports}")).format(
            leads=len(load.leads), supports=len(load.supports)
        )
        return " · ".join((counts, *parts))

    def _add_group(self, label: str, ids: Iterable[str]) -> None:
        rows = list(ids)
        if not rows:
            return
        name = self._words(N_("{title}（{count}）")).format(title=self._words(label), count=len(rows))
        heading = QTreeWidgetItem([name])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(0, scaled_font(self.font(), 1.0, QFont.Weight.DemiBold))
        heading.setSizeHint(0, self._line_size)
        self.list.addTopLevelItem(heading)
        cells, plan = self._stage.bridge.cells, self._stage.bridge.plan
        for row in rows:
            line, item = self._lines.of(row), plan[row]
            due = cells.text(item, "due_now") if "due_now" in item.kind.by_key else ""
            who = " ".join(filter(None, (cells.text(item, key) for key in _WHO if key in item.kind.by_key)))
            entry = QTreeWidgetItem(heading, [line.title, due, who])
            entry.setToolTip(2, who)
            self._anybody = self._anybody or bool(who)
            entry.setData(0, _ID, row)
            entry.setSizeHint(0, self._line_size)
            entry.setToolTip(0, f"{line.title}\n{line.details}".strip())
            if line.light is not None:
                entry.setIcon(0, self._stage.icons.icon(*LIGHT_SIGNS[line.light]))

    def _tell(self, entry: QTreeWidgetItem, ask: Callable[[str], None]) -> None:
        if row := entry.data(0, _ID):
            ask(row)

    def _label(self, role: str = "") -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(8)
        for part in (self.title, self.lights, self.bars):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addStretch(0)

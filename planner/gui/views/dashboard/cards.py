"""The cards of the dashboard: what each of them lists, and with which words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.app.dashboard import Dashboard, Due, Share, Stage
from planner.app.item_lines import ItemLines
from planner.app.light_comparison import LightPair
from planner.app.messages import LIGHT_NAMES
from planner.domain.items import Measure
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.fonts import scaled_font
from planner.gui.icons import Icons
from planner.gui.tree.looks import LIGHT_SIGNS, Sign, layer_role
from planner.gui.views.dashboard.buttons import NumberTile, RowButton, RowLook
from planner.gui.views.dashboard.pictures import ProgressRing, ShareBar
from planner.gui.views.dashboard.tiles import TileRows

OpenList = Callable[[str, Sequence[str]], None]
"""Opens the list of items with a title."""

_MOST_ROWS = 6
_LIGHTS = (Light.RED, Light.YELLOW, Light.BLUE, Light.GREEN, Light.DONE, Light.NONE)
_TILES = (
    ("measures", N_("举措总数")),
    ("submeasures", N_("子举措总数")),
    ("milestones", N_("里程碑总数")),
    ("indicators", N_("指标总数")),
    ("units", N_("单位总数")),
)


@dataclass(frozen=True, slots=True)
class Deck:
    """Makes the cards of one plan as it stands; `open_list` is called with the list behind a number."""

    bridge: Bridge
    icons: Icons
    lines: ItemLines
    board: Dashboard
    pairs: Sequence[LightPair]
    open_list: OpenList
    go_to: Callable[[str], None]
    parent: QWidget = field(repr=False)

    def headline(self) -> QFrame:
        """Make the card over the whole width: overall progress, and how much there is of everything."""
        words, board = self.bridge.words, self.board
        card, column = self._card(words(N_("总体进度")))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(ProgressRing(self.icons, board.percent, words(N_("总体进度")), card))
        row.addSpacing(12)
        late, soon = _ids(board.late), _ids(board.soon)
        tiles = [self._tile(card, words(label), board.counts[key]) for key, label in _TILES]
        tiles += [
            self._tile(card, words(N_("逾期")), late, "danger"),
            self._tile(card, words(N_("30 天内到期")), soon, "info"),
            self._tile(card, words(N_("偏离路径")), board.off_path, "warning"),
        ]
        row.addWidget(TileRows(tiles, card), 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        return card

    def cards(self) -> Iterator[QFrame]:
        """Make the other cards in their order."""
        yield self._lights()
        yield self._layers()
        yield self._dues(self.bridge.words(N_("逾期")), self.board.late, N_("没有逾期的举措和里程碑。"))
        yield self._dues(
            self.bridge.words(N_("30 天内到期")), self.board.soon, N_("30 天内没有到期的举措和里程碑。")
        )
        yield self._units()
        yield self._indicators()
        if self.board.stages:
            yield self._stages()
        if differing := [pair for pair in self.pairs if not pair.agrees]:
            yield self._differing(differing)

    def _lights(self) -> QFrame:
        words, lights = self.bridge.words, self.board.lights
        card, column = self._card(words(N_("状态灯")))
        shares = [(LIGHT_SIGNS[light].role, len(lights.get(light, ()))) for light in _LIGHTS]
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 0, 8, 8)
        bar.addWidget(ShareBar(self.icons, shares, card))
        column.addLayout(bar)
        total = sum(len(ids) for ids in lights.values())
        for light in _LIGHTS:
            if ids := lights.get(light, ()):
                name, sign = words(LIGHT_NAMES[light]), LIGHT_SIGNS[light]
                look = RowLook(name, str(len(ids)), sign, 100 * len(ids) / total, sign.role)
                self._row(column, card, look, name, ids)
        if not total:
            column.addWidget(self._nothing(words(N_("还没有举措。"))))
        column.addStretch(1)
        return card

    def _layers(self) -> QFrame:
        plan = self.bridge.plan
        card, column = self._card(self.bridge.words(N_("分层进度")))
        for share in self.board.layers:
            role = layer_role(plan, plan[share.id])
            self._share_row(column, card, share, Sign("layer", role), role)
        if not self.board.layers:
            column.addWidget(self._nothing(self.bridge.words(N_("还没有框架层。"))))
        column.addStretch(1)
        return card

    def _units(self) -> QFrame:
        words = self.bridge.words
        card, column = self._card(words(N_("牵头单位")))
        units = sorted(self.board.units, key=lambda share: -len(share.measures))
        for share in units[:_MOST_ROWS]:
            self._share_row(column, card, share, Sign("unit", "text-muted"), "accent")
        self._all(column, card, words(N_("牵头单位")), [share.id for share in units])
        if not units:
            column.addWidget(self._nothing(words(N_("还没有举措写明牵头单位。"))))
        column.addStretch(1)
        return card

    def _dues(self, title: str, dues: Sequence[Due], nothing: str) -> QFrame:
        card, column = self._card(title)
        for due in dues[:_MOST_ROWS]:
            item = self.bridge.plan[due.id]
            is_measure = isinstance(item, Measure)
            light = LIGHT_SIGNS[self.bridge.derived.verdict(item.id).light] if is_measure else None
            sign = light or Sign("milestone", "text-muted")
            look = RowLook(self.lines.of(due.id).title, self._day(due.day), sign, bar=False)
            button = RowButton(self.icons, look, card)
            button.setObjectName(f"row_{due.id}")
            button.clicked.connect(lambda _=False, item_id=due.id: self.go_to(item_id))
            column.addWidget(button)
        self._all(column, card, title, _ids(dues))
        if not dues:
            column.addWidget(self._nothing(self.bridge.words(nothing)))
        column.addStretch(1)
        return card

    def _indicators(self) -> QFrame:
        words, ids = self.bridge.words, self.board.off_path
        card, column = self._card(words(N_("偏离路径的指标")))
        for indicator in ids[:_MOST_ROWS]:
            line = self.lines.of(indicator)
            light = line.light or Light.NONE
            look = RowLook(line.title, words(LIGHT_NAMES[light]), LIGHT_SIGNS[light], bar=False)
            button = RowButton(self.icons, look, card)
            button.setToolTip(line.details)
            button.setObjectName(f"row_{indicator}")
            button.clicked.connect(lambda _=False, item_id=indicator: self.go_to(item_id))
            column.addWidget(button)
        self._all(column, card, words(N_("偏离路径的指标")), ids)
        if not ids:
            column.addWidget(self._nothing(words(N_("没有偏离目标路径的指标。"))))
        column.addStretch(1)
        return card

    def _stages(self) -> QFrame:
        words = self.bridge.words
        card, column = self._card(words(N_("阶段")))
        row = QHBoxLayout()
        row.setSpacing(16)
        for stage in self.board.stages:
            row.addLayout(self._stage(card, stage), 1)
        column.addLayout(row)
        column.addStretch(1)
        return card

    def _stage(self, card: QFrame, stage: Stage) -> QVBoxLayout:
        words = self.bridge.words
        name = self.bridge.cells.name(stage.term)
        column = QVBoxLayout()
        column.setSpacing(2)
        heading = _label(name, card, bold=True)
        heading.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        for label, ids in (
            (words(N_("到期举措")), stage.due),
            (words(N_("对应举措")), stage.measures),
            (words(N_("指标目标")), stage.targets),
        ):
            title = words(N_("{stage}：{what}")).format(stage=name, what=label)
            self._row(column, card, RowLook(label, str(len(ids)), bar=False), title, ids)
        column.addStretch(1)
        return column

    def _differing(self, pairs: Sequence[LightPair]) -> QFrame:
        words = self.bridge.words
        title = words(N_("自报灯与计算灯不一致"))
        card, column = self._card(title)
        for pair in pairs[:_MOST_ROWS]:
            value = words(N_("自报{reported}，计算{computed}")).format(
                reported=words(LIGHT_NAMES[pair.reported]), computed=words(LIGHT_NAMES[pair.computed.light])
            )
            look = RowLook(
                self.lines.of(pair.measure).title, value, LIGHT_SIGNS[pair.computed.light], bar=False
            )
            button = RowButton(self.icons, look, card)
            button.setObjectName(f"row_differs_{pair.measure}")
            button.clicked.connect(lambda _=False, item_id=pair.measure: self.go_to(item_id))
            column.addWidget(button)
        self._all(column, card, title, [pair.measure for pair in pairs])
        column.addStretch(1)
        return card

    def _share_row(self, column: QVBoxLayout, card: QFrame, share: Share, sign: Sign, role: str) -> None:
        name = self.bridge.cells.name(share.id)
        percent = "—" if share.percent is None else f"{share.percent:.0f}%"
        look = RowLook(name, f"{percent} · {len(share.measures)}", sign, share.percent or 0.0, role)
        self._row(column, card, look, name, share.measures, share.id)

    def _row(
        self,
        column: QVBoxLayout,
        card: QFrame,
        look: RowLook,
        title: str,
        ids: Sequence[str],
        key: str = "",
    ) -> None:
        button = RowButton(self.icons, look, card)
        button.setObjectName(f"row_{key or title}")
        button.setEnabled(bool(ids))
        button.clicked.connect(lambda: self.open_list(title, ids))
        column.addWidget(button)

    def _all(self, column: QVBoxLayout, card: QFrame, title: str, ids: Sequence[str]) -> None:
        if len(ids) > _MOST_ROWS:
            text = self.bridge.words(N_("全部 {count} 项")).format(count=len(ids))
            self._row(column, card, RowLook(text, "", Sign("list", "accent"), bar=False), title, ids)

    def _tile(self, card: QFrame, label: str, ids: Sequence[str], role: str = "text") -> NumberTile:
        tile = NumberTile(self.icons, str(len(ids)), label, card, role=role if ids else "text-faint")
        tile.setObjectName(f"tile_{label}")
        tile.setEnabled(bool(ids))
        tile.clicked.connect(lambda: self.open_list(label, ids))
        return tile

    def _day(self, day: date) -> str:
        words, days = self.bridge.words, (day - self.bridge.derived.today).days
        if days < 0:
            return words(N_("{date} · 逾期 {days} 天")).format(date=day.isoformat(), days=-days)
        if days == 0:
            return words(N_("{date} · 今天")).format(date=day.isoformat())
        return words(N_("{date} · 还有 {days} 天")).format(date=day.isoformat(), days=days)

    def _card(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame(self.parent)
        card.setProperty("role", "card")
        card.setAccessibleName(title)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(2)
        heading = _label(title, card, bold=True)
        heading.setContentsMargins(8, 0, 8, 8)
        column.addWidget(heading)
        return card, column

    def _nothing(self, text: str) -> QLabel:
        label = _label(text, self.parent)
        label.setProperty("role", "muted")
        label.setContentsMargins(8, 0, 8, 0)
        label.setWordWrap(True)
        return label


def _ids(dues: Sequence[Due]) -> list[str]:
    return [due.id for due in dues]


def _label(text: str, parent: QWidget, *, bold: bool = False) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if bold:
        label.setFont(scaled_font(parent.font(), 1.05, QFont.Weight.DemiBold))
    return label

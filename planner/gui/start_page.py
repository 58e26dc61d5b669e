"""What the window shows without a plan: ways to begin, and the plans of late."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.marks import N_
from planner.gui.action_set import ActionSet
from planner.gui.context import Context
from planner.gui.fonts import scaled_font
from planner.gui.icon_tile import IconTile
from planner.gui.product import NAME
from planner.gui.recent import RecentPlan

_CARDS = (
    ("open_example", N_("看一看示例"), N_("单位、时限、进度都已填好的完整计划"), "layer-1"),
    (
        "new_from_template",
        N_("从上海框架模板开始"),
        N_("四层框架与全部举措、指标，改成自己的计划"),
        "layer-2",
    ),
    ("new", N_("新建空白计划"), N_("从第一条举措写起"), "layer-3"),
    ("open", N_("打开计划文件…"), N_("选择 .plan 文件，或把它拖进窗口"), "layer-4"),
)
_ICONS = {"open_example": "example", "new_from_template": "template", "new": "new", "open": "open"}
_COLUMN_WIDTH = 860


class StartPage(QScrollArea):
    """Cards for the ways to begin, and the recent plans; `chosen` carries the file of one of these."""

    chosen = Signal(Path)

    def __init__(self, context: Context, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("start_page")
        self._context = context
        self._words = context.words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addLayout(self._heading())
        column.addSpacing(20)
        column.addWidget(self._section(self._words("开始")))
        column.addLayout(self._cards(actions))
        column.addSpacing(20)
        column.addWidget(self._section(self._words("最近的计划")))
        column.addLayout(self._recent)
        column.addStretch(3)
        self.setWidget(_centred(column))
        context.recent.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look the recent plans up anew."""
        while (entry := self._recent.takeAt(0)) is not None:
            entry.widget().hide()
            entry.widget().deleteLater()
        plans = self._context.recent.plans()
        for plan in plans:
            self._recent.addWidget(self._recent_row(plan))
        if not plans:
            hint = QLabel(self._words("打开或保存过的计划会列在这里。"))
            hint.setProperty("role", "muted")
            self._recent.addWidget(hint)

    def _heading(self) -> QHBoxLayout:
        name = QLabel(self._words(NAME))
        name.setFont(scaled_font(self.font(), 2.0, QFont.Weight.DemiBold))
        purpose = QLabel(self._words("把政策框架写成责任到单位、时限到节点、指标可考核的行动计划"))
        purpose.setProperty("role", "muted")
        purpose.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(purpose)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(IconTile(self._context.icons, "app", "text", "", 68))
        row.addLayout(texts, 1)
        return row

    def _section(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(scaled_font(self.font(), 1.1, QFont.Weight.DemiBold))
        return label

    def _cards(self, actions: ActionSet) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(14)
        for place, (action_id, title, purpose, role) in enumerate(_CARDS):
            tile = IconTile(self._context.icons, _ICONS[action_id], role, f"{role}-soft", 44)
            card = Card(tile, self._words(title), self._words(purpose), actions[action_id])
            grid.addWidget(card, place // 2, place % 2)
        return grid

    def _recent_row(self, plan: RecentPlan) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._recent_button(plan), 1)
        forget = QToolButton()
        forget.setIcon(self._context.icons.icon("close", "text-muted"))
        forget.setToolTip(self._words("从列表中移除"))
        forget.setAccessibleName(self._words("从列表中移除 {name}").format(name=plan.path.stem))
        forget.clicked.connect(lambda: self._context.recent.remove(plan.path))
        layout.addWidget(forget)
        return row

    def _recent_button(self, plan: RecentPlan) -> QPushButton:
        place = str(plan.path.parent) if plan.there else self._words("文件已不在原处")
        tile = IconTile(
            self._context.icons, "plan", "accent" if plan.there else "text-disabled", "accent-soft", 34
        )
        button = Card(tile, plan.path.stem, place, flat=True)
        button.setEnabled(plan.there)
        button.clicked.connect(lambda: self.chosen.emit(plan.path))
        return button


class Card(QPushButton):
    """A button with a picture, a title and a line that says more; triggers the action that it is given."""

    def __init__(
        self, tile: IconTile, title: str, more: str, action: QAction | None = None, *, flat: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "entry" if flat else "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if action is not None:
            self.setObjectName(f"start_{action.objectName()}")
            self.clicked.connect(action.trigger)
        title_label, more_label = QLabel(title), QLabel(more)
        title_label.setFont(scaled_font(self.font(), 1.05, QFont.Weight.DemiBold))
        more_label.setProperty("role", "muted")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (title_label, more_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(not flat)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(label)
        margin = 6 if flat else 16
        self._content = QHBoxLayout(self)
        self._content.setContentsMargins(margin, margin, margin, margin)
        self._content.setSpacing(14)
        self._content.addWidget(tile, 0, Qt.AlignmentFlag.AlignVCenter)
        self._content.addLayout(texts, 1)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSize()


def _centred(column: QVBoxLayout) -> QWidget:
    """A page whose content stands in the middle and grows no wider than is comfortable to read."""
    content = QWidget()
    content.setMaximumWidth(_COLUMN_WIDTH)
    content.setLayout(column)
    column.setContentsMargins(24, 44, 24, 32)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(content, 100)
    row.addStretch(1)
    return page

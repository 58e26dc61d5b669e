"""The line below: what the plan holds, what is selected and hidden, and whether everything is saved."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from planner.app.overview import counts
from planner.app.words import Words
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.icons import Icons


class SaveState(Enum):
    """How the plan on screen stands to the one on disk: text, icon and colour role."""

    SAVED = (N_("已保存"), "check", "success")
    MODIFIED = (N_("有未保存的修改"), "edit", "warning")
    UNTITLED = (N_("尚未存为文件"), "info", "text-muted")
    READ_ONLY = (N_("只读"), "lock", "text-muted")
    SAVING = (N_("正在保存…"), "save", "text-muted")


class StatusBar(QStatusBar):
    """Counts on the left; filter, selection and save state on the right."""

    def __init__(self, icons: Icons, words: Words) -> None:
        super().__init__()
        self.setObjectName("status_bar")
        self.setSizeGripEnabled(False)
        self._icons = icons
        self._words = words
        self._shown_state: SaveState | None = None
        self._counts = _label("status_counts")
        self._hidden = _label("status_hidden")
        self._selection = _label("status_selection")
        self._state_icon = _label("status_save_icon")
        self._state = _label("status_save")
        self.addWidget(self._counts, 1)
        for widget in (self._hidden, self._selection, _side_by_side(self._state_icon, self._state)):
            self.addPermanentWidget(widget)
        self.clear()

    def clear(self) -> None:
        """Say nothing, as on the start page."""
        for label in (self._counts, self._hidden, self._selection, self._state, self._state_icon):
            label.clear()
            label.hide()

    def show_counts(self, plan: Plan) -> None:
        """Say how much the plan holds."""
        text = self._words("举措 {measures} · 子举措 {submeasures} · 里程碑 {milestones} · 指标 {indicators}")
        self._say(self._counts, text.format(**counts(plan)))

    def show_selection(self, count: int) -> None:
        """Say how many rows are selected, where it is more than the current one."""
        self._say(self._selection, self._words("已选 {count} 行").format(count=count) if count > 1 else "")

    def show_hidden(self, count: int) -> None:
        """Say how many rows the filter hides."""
        self._say(self._hidden, self._words("筛选隐藏 {count} 行").format(count=count) if count else "")

    def show_state(self, state: SaveState, details: str = "") -> None:
        """Say whether everything is saved; `details`, as by whom the plan is locked, show on hovering."""
        self._shown_state = state
        text, _, _ = state.value
        self._say(self._state, self._words(text))
        self._state.setToolTip(details)
        self._state_icon.show()
        self.refresh_icon()

    def refresh_icon(self) -> None:
        """Draw the sign of the save state in the colours of the theme in force."""
        if self._shown_state is not None:
            _, icon, role = self._shown_state.value
            self._state_icon.setPixmap(self._icons.pixmap(icon, role, 14, self.devicePixelRatioF()))

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _side_by_side(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(2)
    for widget in widgets:
        layout.addWidget(widget)
    return box

"""The line below: what the plan holds, what is selected and hidden, and whether everything is saved."""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons

if TYPE_CHECKING:
    from planner.app.checks.findings import Severity

_FINDINGS = {
    "error": ("error", "danger", N_("错误")),
    "warning": ("warning", "warning", N_("警告")),
    "note": ("info", "info", N_("提示")),
    "": ("check", "success", N_("没有发现问题")),
}
"""By the code of a severity, the empty one for none: icon, colour role and name."""


class SaveState(Enum):
    """How the plan on screen stands to the one on disk: text, icon and colour role."""

    SAVED = (N_("已保存"), "check", "success")
    MODIFIED = (N_("有未保存的修改"), "edit", "warning")
    UNTITLED = (N_("尚未存为文件"), "info", "text-muted")
    READ_ONLY = (N_("只读"), "lock", "text-muted")
    SAVING = (N_("正在保存…"), "save", "text-muted")


class StatusBar(QStatusBar):
    """Counts on the left; filter, selection, findings and save state on the right.

    `checks_asked` comes with a click on the findings.
    """

    checks_asked = Signal()

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
        self._findings = QToolButton()
        self._findings.setObjectName("status_findings")
        self._findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._findings.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._findings.clicked.connect(self.checks_asked)
        self._state_icon = _label("status_save_icon")
        self._state = _label("status_save")
        self.addWidget(self._counts, 1)
        for widget in (
            self._hidden,
            self._selection,
            self._findings,
            _side_by_side(self._state_icon, self._state),
        ):
            self.addPermanentWidget(widget)
        self.clear()

    def clear(self) -> None:
        """Say nothing, as on the start page."""
        for label in (self._counts, self._hidden, self._selection, self._state, self._state_icon):
            label.clear()
            label.hide()
        self._findings.hide()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how much the plan holds, counted as by `planner.app.overview`."""
        text = self._words("举措 {measures} · 子举措 {submeasures} · 里程碑 {milestones} · 指标 {indicators}")
        self._say(self._counts, text.format(**counts))

    def show_selection(self, count: int) -> None:
        """Say how many rows are selected, where it is more than the current one."""
        self._say(self._selection, self._words("已选 {count} 行").format(count=count) if count > 1 else "")

    def show_hidden(self, count: int) -> None:
        """Say how many rows the filter hides."""
        self._say(self._hidden, self._words("筛选隐藏 {count} 行").format(count=count) if count else "")

    def show_findings(self, counts: "Mapping[Severity, int]") -> None:
        """Say how much the checks have found, with the sign of the worst."""
        words = self._words
        found = {severity: count for severity, count in counts.items() if count}
        icon, role, name = _FINDINGS[next(iter(found), "")]
        self._findings.setIcon(self._icons.icon(icon, role))
        self._findings.setText(words("校核 {count}").format(count=sum(found.values())))
        parts = [
            words("{name} {count}").format(name=words(_FINDINGS[severity][2]), count=count)
            for severity, count in found.items()
        ]
        self._findings.setToolTip(" · ".join(parts) or words(name))
        self._findings.show()

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

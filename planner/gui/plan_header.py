"""The head of the page: the plan's title, and under it by whom and for which time it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from planner.app.words import Words
from planner.domain.plan import Plan
from planner.gui.fonts import scaled_font


class PlanHeader(QFrame):
    """Shows the cover of a plan; it is edited in the inspector."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("plan_header")
        self._words = words
        self._title = QLabel()
        self._subtitle = QLabel()
        self._notice = QLabel()
        self._title.setFont(scaled_font(self.font(), 1.35, QFont.Weight.DemiBold))
        self._notice.setFont(scaled_font(self.font(), 0.92))
        self._notice.setWordWrap(True)
        heading = QHBoxLayout()
        heading.setSpacing(14)
        heading.addWidget(self._title)
        heading.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(4)
        layout.addLayout(heading)
        layout.addWidget(self._notice)
        for label in (self._title, self._subtitle, self._notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumWidth(1)
        for label in (self._subtitle, self._notice):
            label.setProperty("role", "muted")

    def show_plan(self, plan: Plan) -> None:
        """Take over what the plan's head says now."""
        head = plan.head
        self._title.setText(head.title or self._words("未命名计划"))
        period = " – ".join(text for text in (head.start, head.end) if text)
        subtitle = " · ".join(text for text in (head.issuer, period) if text)
        for label, text in ((self._subtitle, subtitle), (self._notice, head.notice)):
            label.setText(text)
            label.setVisible(bool(text))

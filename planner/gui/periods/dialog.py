"""The reporting periods of a plan: which were closed, and closing the next."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.app.commands.reporting import close_period
from planner.app.periods import closed_periods, next_period, period_name
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.dialogs.blank_hint import BlankHint
from planner.gui.dialogs.form import Dialog, plain_label

_SIZE = QSize(620, 460)


class PeriodsDialog(Dialog):
    """Closes periods as one step each.

    `state_asked` and `compare_asked` carry the name of a closed period to look at or to compare with.
    """

    topic = "periods"
    state_asked = Signal(str)
    compare_asked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None, *, editable: bool) -> None:
        self._words = words = bridge.words
        super().__init__(words(N_("报告期")), parent)
        self.setObjectName("periods")
        self.resize(_SIZE)
        self._bridge = bridge
        self._editable = editable
        self.periods = QTreeWidget()
        self.periods.setHeaderLabels([words(N_("报告期")), words(N_("关闭日期")), words(N_("版本"))])
        self.periods.setRootIsDecorated(False)
        self.periods.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.periods.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.periods.header().setStretchLastSection(False)
        self.periods.setAccessibleName(words(N_("已关闭的报告期")))
        self.hint = BlankHint(
            self.periods, words(N_("还没有关闭过报告期。关闭后可以查看当时的状态，并与现在对比。"))
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(words(N_("报告期的名称")))
        self.close_button = QPushButton(words(N_("关闭报告期")))
        self.state_button = QPushButton(words(N_("查看当时的状态…")))
        self.compare_button = QPushButton(words(N_("与现在对比…")))
        self.note = plain_label("", "muted")
        self._lay_out()
        self.name.textChanged.connect(self._check)
        self.close_button.clicked.connect(self._close_period)
        self.state_button.clicked.connect(lambda: self.state_asked.emit(self._chosen()))
        self.compare_button.clicked.connect(lambda: self.compare_asked.emit(self._chosen()))
        self.periods.itemActivated.connect(lambda: self.state_asked.emit(self._chosen()))
        self.periods.currentItemChanged.connect(self._check)
        bridge.changed.connect(self._refresh)
        self._refresh()

    def _close_period(self) -> None:
        document = self._bridge.document
        today = self._bridge.derived.today
        self._bridge.run(
            lambda: close_period(document.plan, self.name.text(), document.revision, today, document.new_id)
        )

    def _refresh(self) -> None:
        """Show the periods as they are, and propose the next."""
        plan, words = self._bridge.plan, self._words
        self.periods.clear()
        for period in reversed(closed_periods(plan)):
            revision = f"{period.revision or 0:g}"
            item = QTreeWidgetItem(self.periods, [period.title, period.closed, revision])
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self.periods.topLevelItemCount():
            self.periods.setCurrentIndex(self.periods.model().index(0, 0))
        self.name.setText(period_name(words, next_period(plan, self._bridge.derived.today)))
        self._check()

    def _check(self) -> None:
        words, name = self._words, self.name.text().strip()
        taken = name in {period.title for period in closed_periods(self._bridge.plan)}
        self.close_button.setEnabled(self._editable and bool(name) and not taken)
        for button in (self.state_button, self.compare_button):
            button.setEnabled(bool(self._chosen()))
        if taken:
            self.note.setText(words(N_("报告期“{period}”已经关闭。")).format(period=name))
        elif not self._editable:
            self.note.setText(words(N_("计划以只读方式打开，不能关闭报告期。")))
        else:
            self.note.setText(words(N_("关闭报告期，就是给计划目前的状态起名，不另存副本；可以撤销。")))

    def _chosen(self) -> str:
        return str(self.periods.currentIndex().siblingAtColumn(0).data() or "")

    def _lay_out(self) -> None:
        words = self._words
        closing, looking = QHBoxLayout(), QHBoxLayout()
        closing.addWidget(self.name, 1)
        closing.addWidget(self.close_button)
        for button in (self.close_button, self.state_button, self.compare_button):
            button.setAutoDefault(False)
        looking.addWidget(self.state_button)
        looking.addWidget(self.compare_button)
        looking.addStretch()
        self.column.addLayout(closing)
        self.column.addWidget(self.note)
        self.column.addWidget(self.periods, 1)
        self.column.addLayout(looking)
        self.add_cancel(words(N_("关闭")))
        self.column.addWidget(self.buttons)
        self.name.setEnabled(self._editable)

"""The plan as it stood when a reporting period was closed, to be looked at."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icons import Icons
from planner.gui.periods.look_pane import LookPane
from planner.gui.periods.past import Past

_SIZE = QSize(1100, 640)


class StateDialog(Dialog):
    """`item_asked` carries the id of a measure to go to, `print_asked` the period."""

    topic = "periods"
    item_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(self, past: Past, icons: Icons, period: str, parent: QWidget | None) -> None:
        words = past.words
        super().__init__(words(N_("{period}的计划")).format(period=period), parent)
        self.setObjectName("past_state")
        self.resize(_SIZE)
        self.pane = LookPane(words, icons)
        self.pane.item_asked.connect(self.item_asked)
        self.column.addWidget(self.pane, 1)
        self.column.addWidget(plain_label(words(N_("这是当时的状态，只能查看，不能修改。")), "muted"))
        button = QPushButton(words(N_("打印(&P)…")))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.print_asked.emit(period))
        self.buttons.addButton(button, self.buttons.ButtonRole.ActionRole)
        self.add_cancel(words(N_("关闭")))
        self.column.addWidget(self.buttons)
        self.pane.make(lambda: past.state(period))

    def done(self, result: int) -> None:
        self.pane.drop()
        super().done(result)

"""What has moved in a plan since a period, or is different from another file."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from planner.app.periods import closed_periods
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icons import Icons
from planner.gui.periods.look_pane import LookPane
from planner.gui.periods.past import Past
from planner.gui.product import plan_filter

_SIZE = QSize(980, 620)
_FILE = "\0file"


class CompareDialog(Dialog):
    """Stays beside the plan as it was when this was opened.

    `item_asked` carries the id of a measure to go to, `print_asked` the period and the file compared with.
    """

    topic = "periods"
    item_asked = Signal(str)
    print_asked = Signal(str, str)

    def __init__(self, past: Past, icons: Icons, parent: QWidget | None, period: str = "") -> None:
        self._words = words = past.words
        super().__init__(words(N_("与以前对比")), parent)
        self.setObjectName("compare")
        self.resize(_SIZE)
        self._past = past
        self._path: Path | None = None
        self.against = QComboBox()
        for closed in reversed(closed_periods(past.content.plan)):
            self.against.addItem(closed.title, closed.title)
        self.against.addItem(words(N_("另一份计划文件…")), _FILE)
        self.pane = LookPane(words, icons)
        self.pane.item_asked.connect(self.item_asked)
        form = QFormLayout()
        self.file_button = QPushButton(words(N_("选择…")))
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._choose)
        chosen = QHBoxLayout()
        chosen.addWidget(self.against, 1)
        chosen.addWidget(self.file_button)
        label = QLabel(words(N_("与谁对比")))
        label.setBuddy(self.against)
        form.addRow(label, chosen)
        self.column.addLayout(form)
        self.column.addWidget(self.pane, 1)
        self.note = plain_label(words(N_("双击一行，到计划里看这项举措。")), "muted")
        self.column.addWidget(self.note)
        self.print_button = QPushButton(words(N_("打印(&P)…")))
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self._ask_print)
        self.buttons.addButton(self.print_button, self.buttons.ButtonRole.ActionRole)
        self.add_cancel(words(N_("关闭")))
        self.column.addWidget(self.buttons)
        self.against.setCurrentIndex(max(self.against.findData(period), 0))
        self.against.activated.connect(self._choose)
        self._show()

    def compare_with(self, path: Path) -> None:
        """Compare with another plan file."""
        self._path = path
        self.against.setCurrentIndex(self.against.findData(_FILE))
        self.against.setItemText(self.against.currentIndex(), path.name)
        self._show()

    def done(self, result: int) -> None:
        self.pane.drop()
        super().done(result)

    def _choose(self) -> None:
        if self.against.currentData() == _FILE:
            name, _ = QFileDialog.getOpenFileName(
                self, self._words(N_("与哪份计划对比")), "", plan_filter(self._words)
            )
            if name:
                self.compare_with(Path(name))
                return
        self._show()

    def _show(self) -> None:
        """Show what is chosen; without a closed period there is nothing until a file is named."""
        period = self.against.currentData()
        if period != _FILE:
            self.pane.make(lambda: self._past.changes_since(period))
        elif (path := self._path) is not None:
            self.pane.make(lambda: self._past.changes_against(path))
        else:
            self.pane.clear(self._words(N_("请选择要对比的计划文件，或先关闭一个报告期。")))
        known = period != _FILE or self._path is not None
        self.file_button.setVisible(period == _FILE)
        self.note.setVisible(known)
        self.print_button.setEnabled(known)

    def _ask_print(self) -> None:
        period = self.against.currentData()
        if period == _FILE:
            self.print_asked.emit("", str(self._path))
        else:
            self.print_asked.emit(period, "")

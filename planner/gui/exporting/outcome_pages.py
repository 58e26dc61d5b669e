"""What an export dialog shows once it runs: how far it is, and what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.messages import refusal_sentence
from planner.app.plan_store import SaveFailed, StoreRefused, Trouble
from planner.app.troubles import trouble_sentence
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.domain.marks import N_
from planner.gui.dialogs.form import plain_label
from planner.gui.exporting.files import open_file, show_in_folder
from planner.gui.exporting.running import Advance, Outcome
from planner.gui.icons import Icons
from planner.reports.outcome import remark_sentence
from planner.reports.status.troubles import report_trouble
from planner.reports.template_faults import BadTemplate, fault_sentences

_STEPS = 1000
_BAR_WIDTH = 420
_ICON = 40
_MOST_NAMES = 3
_MOST_FAULTS = 6


def error_sentence(words: Words, error: Exception) -> str:
    """Say why an export did not succeed, in one sentence."""
    match error:
        case Refused():
            return refusal_sentence(words, error)
        case StoreRefused():
            return trouble_sentence(words, error)
        case BadTemplate():
            return _faults(words, error)
    known = report_trouble(words, error)
    return known or trouble_sentence(words, SaveFailed(Trouble.NOT_WRITTEN))


def _faults(words: Words, bad: BadTemplate) -> str:
    """Say what is wrong with a template, a line each; of very many the first."""
    sentences = fault_sentences(words, bad)
    left = len(sentences) - _MOST_FAULTS
    more = [words(N_("还有 {count} 处。")).format(count=left)] if left > 0 else []
    return "\n".join([*sentences[:_MOST_FAULTS], *more])


def outcome_sentence(words: Words, outcome: Outcome) -> str:
    """Say what came of a run: what was written, and why the rest was not."""
    whole = [written.path for written in outcome.written]
    if outcome.complete and len(whole) == 1:
        return words(N_("已导出“{name}”。")).format(name=whole[0].name)
    if outcome.complete:
        sentence = words(N_("已导出 {count} 个文件到“{folder}”。"))
        return sentence.format(count=len(whole), folder=whole[0].parent.name)
    kept: list[str] = []
    if whole:
        names = "、".join(path.name for path in whole[:_MOST_NAMES])
        if len(whole) > _MOST_NAMES:
            names = words(N_("{names}等")).format(names=names)
        sentence = words(N_("已完成的 {count} 个文件保留：{names}。"))
        kept = [sentence.format(count=len(whole), names=names)]
    if outcome.error is None:
        return " ".join([words(N_("已取消导出。")), *kept])
    failed = outcome.targets[len(whole)].path.name
    reason = error_sentence(words, outcome.error)
    return " ".join([words(N_("没有导出“{name}”。{reason}")).format(name=failed, reason=reason), *kept])


class ProgressPage(QWidget):
    """How far a run is; it can be ended or left to itself."""

    cancel_asked = Signal()
    hide_asked = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.title = plain_label("", bold=True, factor=1.15)
        self.detail = plain_label("", "muted")
        self.cancel = QPushButton(words(N_("取消导出")), self)
        self.background = QPushButton(words(N_("在后台继续")), self)
        for button in (self.cancel, self.background):
            button.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancel_asked)
        self.background.clicked.connect(self.hide_asked)
        _centre(self, (self.title, self.bar, self.detail), (self.background, self.cancel))

    def begin(self, names: Sequence[str]) -> None:
        """Show that these files are being written."""
        text = (
            self._words(N_("正在导出“{name}”…"))
            if len(names) == 1
            else self._words(N_("正在导出 {count} 个文件…"))
        )
        self.title.setText(text.format(name=names[0], count=len(names)))
        self.detail.setText(self._words(N_("正在准备…")))
        self.bar.setValue(0)
        self.cancel.setEnabled(True)

    def advance(self, advance: Advance, name: str) -> None:
        """Show how far it is."""
        self.bar.setValue(round(advance.share * _STEPS))
        parts = [advance.sheet] if advance.sheet else []
        if advance.count > 1:
            text = self._words(N_("第 {number} 个，共 {count} 个：{name}"))
            parts.insert(0, text.format(number=advance.number + 1, count=advance.count, name=name))
        self.detail.setText(" · ".join(parts) or self._words(N_("正在准备…")))

    def end(self) -> None:
        """Say that the run is being ended."""
        self.cancel.setEnabled(False)
        self.detail.setText(self._words(N_("正在取消…")))


class DonePage(QWidget):
    """Says that everything was written, with what is to be known about it, and offers to look at it."""

    again_asked = Signal()
    close_asked = Signal()

    def __init__(self, words: Words, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._path = Path()
        self._icon = QLabel(self)
        self._icon.setPixmap(icons.icon("check").pixmap(_ICON, _ICON))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = plain_label("", bold=True, factor=1.15)
        self.place = plain_label("", "muted")
        self.remarks = QPlainTextEdit(self)
        self.remarks.setReadOnly(True)
        self.remarks.setFixedWidth(_BAR_WIDTH + 160)
        self.remarks.setMaximumHeight(180)
        self.remarks.setAccessibleName(words(N_("导出说明")))
        self.open = self._button(N_("打开文件"), lambda: self._try(open_file))
        self.show_place = self._button(N_("在文件夹中显示"), lambda: self._try(show_in_folder))
        self.again = self._button(N_("再导出一份"), self.again_asked.emit)
        self.close_button = self._button(N_("关闭"), self.close_asked.emit)
        buttons = (self.open, self.show_place, self.again, self.close_button)
        _centre(self, (self._icon, self.title, self.place, self.remarks), buttons)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what was written."""
        whole = [written.path for written in outcome.written]
        self._path = whole[0] if len(whole) == 1 else whole[0].parent
        self.title.setText(outcome_sentence(self._words, outcome))
        self.place.setText(str(self._path))
        lines = [
            remark_sentence(self._words, remark) for written in outcome.written for remark in written.remarks
        ]
        self.remarks.setPlainText("\n".join(lines))
        self.remarks.setVisible(bool(lines))
        self.open.setVisible(len(whole) == 1)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._words(text), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: handler())
        return button

    def _try(self, opener: Callable[[Path], bool]) -> None:
        if not opener(self._path):
            self.place.setText(self._words(N_("没有找到可以打开它的程序：{path}")).format(path=self._path))


def _centre(page: QWidget, widgets: Sequence[QWidget], buttons: Sequence[QPushButton]) -> None:
    """Put widgets and a row of buttons in the middle of a page."""
    column = QVBoxLayout(page)
    column.setSpacing(14)
    column.addStretch(2)
    for widget in widgets:
        if isinstance(widget, QLabel):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        else:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addSpacing(8)
    column.addLayout(row)
    column.addStretch(3)

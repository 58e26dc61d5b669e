"""Lets a person write paragraphs of a report, with what is computed for each place beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidget, QListWidgetItem, QSplitter, QWidget

from planner.app.commands.reporting import write_passages
from planner.app.periods import closed_periods, period_name
from planner.domain.marks import N_
from planner.gui.aside import Aside
from planner.gui.bridge import Bridge
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.dialogs.questions import Questions
from planner.gui.exporting.outcome_pages import error_sentence
from planner.gui.icons import Icons
from planner.gui.passages.drafts import Drafts, Page
from planner.gui.passages.slot_editor import SlotEditor
from planner.reports.status.composer import SlotText
from planner.reports.status.sheets import BY_KEY

REPORTS = ("report", "bulletin", "brief")
"""The sheets whose paragraphs can be written by hand, the whole report first."""

_SIZE = QSize(1000, 680)
_LIST_WIDTH = 300
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Source:
    """What the editor works on; `make` computes the places of a report for a period, on a thread."""

    bridge: Bridge
    icons: Icons
    make: Callable[[str, str], Page]
    editable: bool


class PassagesDialog(Dialog):
    """Keeps all that was written as one step when it is accepted."""

    topic = "printing"

    def __init__(self, source: Source, parent: QWidget | None) -> None:
        self._words = words = source.bridge.words
        super().__init__(words(N_("报告文字")), parent)
        self.setObjectName("passages")
        self.resize(_SIZE)
        self._source = source
        self.drafts = Drafts(source.bridge.plan)
        self._page: Page | None = None
        self._aside: Aside[Page] = Aside(self._show_page, self._tell)
        self.report = QComboBox()
        for key in REPORTS:
            self.report.addItem(words(BY_KEY[key].label), key)
        self.period = QComboBox()
        for code, name in self._periods():
            self.period.addItem(name, code)
        self.slots_list = QListWidget()
        self.slots_list.setAccessibleName(words(N_("报告中的文字")))
        self.slots_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.slots_list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.editor = SlotEditor(words, source.icons)
        self.note = plain_label("", "muted")
        self._lay_out()
        self.report.currentIndexChanged.connect(self._ask)
        self.period.currentIndexChanged.connect(self._ask)
        self.slots_list.currentRowChanged.connect(self._show_slot)
        self.editor.written.connect(self._write)
        self.editor.approved.connect(self._approve)
        self._ask()

    def accept(self) -> None:
        """Keep what was written, in one step."""
        bridge, written = self._source.bridge, self.drafts.changed
        if written:
            bridge.run(lambda: write_passages(bridge.plan, written, bridge.document.new_id))
        super().accept()

    def reject(self) -> None:
        """Close, after asking where something would be lost."""
        if self.drafts.changed:
            words = self._words
            question = words(N_("放弃还没有保存的文字吗？"))
            if Questions(self, words).choose(question, "", [words(N_("放弃"))]) is None:
                return
        super().reject()

    def done(self, result: int) -> None:
        self._aside.drop()
        super().done(result)

    def wait(self) -> None:
        """Return when nothing is being computed any more."""
        self._aside.wait()

    def _periods(self) -> list[tuple[str, str]]:
        """Return the periods whose texts can be written: none, this month, and those closed."""
        words, today = self._words, self._source.bridge.derived.today
        names = {f"{today:%Y-%m}": period_name(words, f"{today:%Y-%m}")}
        for period in closed_periods(self._source.bridge.plan):
            names[period.period or period.title] = period.title
        return [("", words(N_("目前（不分期）"))), *names.items()]

    def _ask(self) -> None:
        """Have the places of the chosen report computed."""
        report, period = self.report.currentData(), self.period.currentData()
        self._page = None
        self.slots_list.clear()
        self.editor.setEnabled(False)
        self.note.setText(self._words(N_("正在整理……")))
        self._aside.run(lambda: self._source.make(report, period))

    def _show_page(self, page: Page) -> None:
        self._page = page
        self.note.setText(self._words(N_("手写的文字在再次生成报告时保留，变了的数字会标出。")))
        for text in page.texts:
            self.slots_list.addItem(QListWidgetItem())
            self._label(self.slots_list.count() - 1, text)
        self.editor.setEnabled(bool(page.texts))
        self.slots_list.setCurrentRow(0)

    def _tell(self, error: Exception) -> None:
        self.note.setText(error_sentence(self._words, error))

    def _show_slot(self, row: int) -> None:
        if self._page is None or row < 0:
            return
        text = self._page.texts[row]
        own = self.drafts.text(self._page.slot(text))
        self.editor.show_slot(text.heading, text.text, own, editable=self._source.editable)
        self._show_marks(row)

    def _write(self, typed: str) -> None:
        row = self.slots_list.currentRow()
        if self._page is None or row < 0:
            return
        self.drafts.write(self._page.slot(self._page.texts[row]), typed.strip(), self._page.numbers)
        self._show_marks(row)

    def _approve(self) -> None:
        row = self.slots_list.currentRow()
        if self._page is not None and row >= 0:
            self.drafts.approve(self._page.slot(self._page.texts[row]), self._page.numbers)
            self._show_marks(row)

    def _show_marks(self, row: int) -> None:
        if self._page is not None:
            text = self._page.texts[row]
            self.editor.show_marks(self.drafts.changed_numbers(self._page.slot(text), self._page.numbers))
            self._label(row, text)
            self.accept_button.setEnabled(self._source.editable and bool(self.drafts.changed))

    def _label(self, row: int, text: SlotText) -> None:
        """Say of a place where it stands, how it begins, and whether a person has written there."""
        if self._page is None:
            return
        slot, words = self._page.slot(text), self._words
        own = self.drafts.text(slot)
        begins = " ".join((own or text.text).split())
        excerpt = begins if len(begins) <= _EXCERPT else f"{begins[:_EXCERPT]}…"
        icon, mark = ("edit", words(N_("手写"))) if own else ("report", words(N_("生成")))
        if self.drafts.changed_numbers(slot, self._page.numbers):
            icon, mark = "warning", words(N_("手写，有数字变了"))
        item = self.slots_list.item(row)
        said = words(N_("{mark}：{excerpt}")).format(mark=mark, excerpt=excerpt)
        item.setText(f"{text.heading}\n{said}")
        item.setIcon(self._source.icons.icon(icon, "warning" if icon == "warning" else "text-muted"))

    def _lay_out(self) -> None:
        words = self._words
        form = QFormLayout()
        form.addRow(words(N_("表单")), self.report)
        form.addRow(words(N_("时期")), self.period)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.slots_list)
        split.addWidget(self.editor)
        split.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        split.setStretchFactor(1, 1)
        self.column.addLayout(form)
        self.column.addWidget(split, 1)
        self.column.addWidget(self.note)
        self.accept_button = self.add_accept(words(N_("保存")))
        self.accept_button.setEnabled(False)
        self.add_cancel(words(N_("关闭")))
        self.column.addWidget(self.buttons)

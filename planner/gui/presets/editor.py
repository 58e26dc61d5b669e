"""The preset editor: what can be set at the left, the pages laid out by it at the right."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.exporting.preview import PreviewPane
from planner.gui.exporting.preview_maker import PreviewMaker, PreviewRequest, Shown
from planner.gui.presets.columns_page import ColumnsPage
from planner.gui.presets.draft import Draft
from planner.gui.presets.means import Means
from planner.gui.presets.pages import block_page, colours_page, fonts_page, paper_page, scrolled
from planner.gui.presets.rows_page import RowsPage
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.preset import BrokenPreset, Form
from planner.reports.status.troubles import report_trouble

_SIZE = (1120, 740)
_LEFT_WIDTH = 460


class PresetEditor(Dialog):
    """`saved` carries name and text of the preset when it is accepted; no name that is `taken` is."""

    topic = "export"
    saved = Signal(str, str)

    def __init__(
        self,
        form: Form,
        plan: Plan,
        today: date,
        means: Means,
        parent: QWidget | None,
        *,
        taken: Collection[str] = (),
    ) -> None:
        words, icons = means.words, means.icons
        super().__init__(words(N_("编辑版式")), parent)
        self.setObjectName("preset_editor")
        self._words = words
        self._today = today
        self._taken = taken
        self.draft = Draft(form, means.folder, self)
        self.name = QLineEdit(self.draft.name, self)
        self.name.setAccessibleName(words(N_("版式名称")))
        self.columns = ColumnsPage(self.draft, plan, words, icons, self)
        self.rows = RowsPage(self.draft, plan, words, means.seen(), self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for title, page in (
            (N_("列"), self.columns),
            (N_("字体"), scrolled(fonts_page(self.draft, words))),
            (N_("颜色"), scrolled(colours_page(self.draft, plan, words))),
            (N_("纸张"), scrolled(paper_page(self.draft, words))),
            (N_("标题区"), scrolled(block_page(self.draft, words))),
            (N_("举措"), self.rows),
        ):
            self.tabs.addTab(page, words(title))
        self.preview = PreviewPane(words, icons, self)
        self._maker = PreviewMaker(plan, means.words_for, words, self)
        self.note = plain_label("", "error")
        self._lay_out()
        self.name.textChanged.connect(self._rename)
        self.draft.changed.connect(self._look)
        self.columns.sheet_chosen.connect(self._show_sheet)
        self._maker.made.connect(self._show_made)
        self.finished.connect(lambda _result: self._maker.close())
        self.resize(*_SIZE)
        self._judge()
        self._look()

    def accept(self) -> None:
        if not self._complaint():
            self.saved.emit(self.draft.name, self.draft.text())
            super().accept()

    def _lay_out(self) -> None:
        words = self._words
        name = QFormLayout()
        name.setContentsMargins(0, 0, 0, 0)
        name.addRow(words(N_("版式名称")), self.name)
        left = QWidget(self)
        left.setMinimumWidth(_LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(name)
        column.addWidget(self.tabs, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self.column.addWidget(split, 1)
        self.column.addWidget(self.note)
        self.column.addWidget(self.buttons)
        self.add_cancel(words(N_("取消")))
        self.add_accept(words(N_("保存到计划")))

    def _rename(self, text: str) -> None:
        self.draft.put(" ".join(text.split()), "name")
        self._judge()

    def _complaint(self) -> str:
        name = self.draft.name
        if not name:
            return self._words(N_("请填写版式名称。"))
        return self._words(N_("已有同名的，请换一个名称。")) if name in self._taken else ""

    def _judge(self) -> None:
        complaint = self._complaint()
        self.note.setText(complaint)
        self.note.setVisible(bool(complaint))
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                button.setEnabled(not complaint)

    def _show_sheet(self, _key: str) -> None:
        self.preview.first_page()
        self._look()

    def _look(self) -> None:
        """Show the pages as the draft lays them out."""
        options = ExportOptions.of_sheets(self._today, self._words.language, self.columns.key)
        try:
            preset = self.draft.preset()
        except BrokenPreset as broken:
            self.preview.clear(report_trouble(self._words, broken) or "")
            return
        self.preview.wait()
        self._maker.ask(PreviewRequest(self.columns.key, ExportFormat.XLSX, options, preset))

    def _show_made(self, request: PreviewRequest, shown: Shown) -> None:
        self.preview.show_made(shown, request.preset)

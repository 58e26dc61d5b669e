"""The print preview: choices at the left, pages in the middle, verbs below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.app.document import Content
from planner.domain.marks import N_
from planner.gui.context import Context
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.exporting.outcome_pages import error_sentence
from planner.gui.print_preview.choices import Reach, RememberedPages, Wanted
from planner.gui.print_preview.making import Batch, NothingToPrint
from planner.gui.print_preview.output import Output, Work, Written, file_work, pdf_work, print_work
from planner.gui.print_preview.page_form import PageForm
from planner.gui.print_preview.preview import Preview
from planner.gui.print_preview.state import StateBar
from planner.gui.print_preview.subject_form import Selection, SubjectForm
from planner.gui.print_preview.work import PreviewWork
from planner.gui.printing.printer import Sheet, chosen_sheets, new_printer, print_steps
from planner.reports.status.names import file_names, safe_name

_PATIENCE_MS = 250
"""How long a choice waits for the next one before pages are made anew."""
_FORM_WIDTH = 330
_SIZE = QSize(1180, 820)
_MOST_OF_SCREEN = 0.95
_FORMATS = ((".pdf", N_("PDF 文件")), (".docx", N_("Word 文档")), (".html", N_("网页")))

AskPrinter = Callable[[QPrinter, QWidget], bool]
"""Lets a person choose printer, pages and copies; whether to go on."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: a plan at one moment, what of it is selected, the day, and where files go.

    `wanted` is what is shown at first, None for what was shown last.
    """

    content: Content
    selection: Selection
    today: date
    folder: Path
    wanted: Wanted | None = None


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Show the system's print dialog."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return dialog.exec() == QDialog.DialogCode.Accepted


class PrintPreview(Dialog):
    """Shows what would be printed and prints it, or writes it into files.

    `ready` comes when all pages are laid out, `written` with what came of an output.
    """

    topic = "printing"
    ready = Signal()
    written = Signal(object)

    def __init__(
        self, printed: Printed, context: Context, parent: QWidget | None, ask: AskPrinter = ask_printer
    ) -> None:
        words = context.words
        super().__init__(words(N_("打印和预览")), parent)
        self.setObjectName("print_preview")
        self._printed = printed
        self._services = context.services
        self._words = words
        self._ask = ask
        self._remembered = RememberedPages(context.settings)
        self._output: Output | None = None
        self._restart = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._relay = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.subject = SubjectForm(printed.content.plan, printed.selection, words, self)
        self.page = PageForm(words, self)
        self.ranges, self.copies = QLineEdit(), QSpinBox()
        self.fonts = plain_label("", "muted")
        self.preview = Preview(words, context.icons, self)
        self.state = StateBar(words, self)
        self.work = PreviewWork(context, self)
        self._lay_out()
        self._connect()
        self._begin_with_choice()

    def done(self, result: int) -> None:
        """Stop what runs before the dialog goes."""
        if self._output is not None:
            self._output.cancel()
        self.work.close()
        super().done(result)

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        sheets = self._sheets()
        printer = new_printer(self.work.laying.documents[0].title, sheets[0][0].pages[sheets[0][1]].setup)
        printer.setCopyCount(self.copies.value())
        ranges = QPageRanges.fromString(self.ranges.text())
        if not ranges.isEmpty():
            printer.setPageRanges(ranges)
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
        if self._ask(printer, self):
            chosen = chosen_sheets(printer, sheets)
            self._run(print_work(print_steps(printer, chosen)), len(chosen), ())

    def save(self, ending: str) -> None:
        """Ask where to, and write what is shown: one file, or one of each sheet into a folder."""
        reports = self.work.reports
        title = self._words(N_("保存"))
        if len(reports) == 1:
            proposal = self._printed.folder / f"{safe_name(reports[0].title)}{ending}"
            name, _ = QFileDialog.getSaveFileName(self, title, str(proposal), f"*{ending}")
            if name:
                self.write([Path(name).with_suffix(ending)])
            return
        folder = QFileDialog.getExistingDirectory(self, title, str(self._printed.folder))
        if folder:
            names = file_names(reports, f"{{sheet}}-{{subject}}{ending}", "", self._words)
            self.write([Path(folder) / name for name in names])

    def write(self, paths: Sequence[Path]) -> None:
        """Write each sheet into the file that it is given, in the form that the ending says."""
        laying = self.work.laying
        if paths[0].suffix == ".pdf":
            chosen = [self._chosen(len(pages)) for pages in laying.documents]
            work = pdf_work(list(zip(laying.documents, chosen, strict=True)), paths, self._services.write_pdf)
            self._run(work, sum(map(len, chosen)), paths)
            return
        reports = [laying.on_pages(report) for report in self.work.reports]
        self._run(file_work(reports, paths, self._services.render_report), len(paths), paths)

    def _sheets(self) -> list[Sheet]:
        laying = self.work.laying
        return [(laying.documents[place.document], place.page) for place in laying.places]

    def _chosen(self, count: int) -> list[int]:
        """Return which pages of a document are asked for, counted from 0."""
        ranges = QPageRanges.fromString(self.ranges.text())
        return [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]

    def _run(self, work: Work, total: int, paths: Sequence[Path]) -> None:
        self._output = output = Output(work, total, paths, self)
        output.advanced.connect(self._tell_output)
        output.finished.connect(self._tell_outcome)
        self._enable()
        output.begin()

    def _begin_with_choice(self) -> None:
        wanted = self._printed.wanted or Wanted(sheet=self._remembered.sheet)
        wanted = replace(wanted, language=self._words.language)
        if self._printed.selection.measures and self._printed.wanted is None:
            wanted = replace(wanted, reach=Reach.SELECTED)
        self.subject.show_wanted(wanted)
        self._show_page_choices()
        self._begin()

    def _show_page_choices(self) -> None:
        self.page.show_choices(self._remembered.load(self.subject.wanted().sheet))

    def _change_subject(self) -> None:
        self._show_page_choices()
        self._restart.start()

    def _change_pages(self) -> None:
        self._remembered.keep(self.subject.wanted().sheet, self.page.choices())
        self._relay.start()

    def _begin(self) -> None:
        wanted = self.subject.wanted()
        self._remembered.keep(wanted.sheet, self.page.choices())
        printed, selection = self._printed, self._printed.selection
        batch = Batch(printed.content, printed.today, wanted, selection.measures, selection.branch)
        self.work.begin(batch, self.page.choices())
        self._tell_work()

    def _tell_work(self) -> None:
        work = self.work
        sentence = self._words(N_("正在排版：{pages} 页…")).format(pages=len(work.laying.places))
        self.state.advance(sentence, len(work.laying.documents), max(work.total, 0))
        self._enable()

    def _tell_ended(self, error: Exception | None) -> None:
        self._enable()
        if error is None:
            self.state.say("")
            self._tell_fonts()
        elif isinstance(error, NothingToPrint):
            self.state.say(self._words(N_("没有可以打印的内容：计划里没有这样的举措或单位。")))
        else:
            self.state.say(error_sentence(self._words, error))
        self.ready.emit()

    def _tell_fonts(self) -> None:
        """Say which font really serves where the one asked for is not installed."""
        wanted: dict[str, list[str]] = {}
        for font in self.work.laying.documents[0].served:
            names = wanted.setdefault(font.family, [])
            if not font.as_wanted and font.wanted not in names:
                names.append(font.wanted)
        text = "；".join(f"{'、'.join(names)} → {family}" for family, names in wanted.items() if names)
        self.fonts.setText(self._words(N_("本机没有的字体：{fonts}")).format(fonts=text) if text else "")

    def _tell_output(self, done: int, total: int) -> None:
        sentence = self._words(N_("正在输出：{done} / {total}")).format(done=done, total=total)
        self.state.advance(sentence, done, total)

    def _tell_outcome(self, written: Written) -> None:
        self._output = None
        self._enable()
        words = self._words
        if written.error is not None:
            self.state.say(error_sentence(words, written.error))
        elif written.cancelled:
            self.state.say(words(N_("已停止，写好的文件 {count} 个。")).format(count=len(written.paths)))
        elif not written.paths:
            self.state.say(words(N_("已交给打印机。")))
        elif len(written.paths) == 1:
            self.state.say(words(N_("已保存“{name}”。")).format(name=written.paths[0].name))
        else:
            sentence = words(N_("已在“{folder}”中保存 {count} 个文件。"))
            folder = written.paths[0].parent.name
            self.state.say(sentence.format(folder=folder, count=len(written.paths)))
        self.written.emit(written)

    def _stop(self) -> None:
        if self._output is not None:
            self._output.cancel()
            return
        self.work.cancel()
        pages = len(self.work.laying.places)
        self.state.say(self._words(N_("已停止，只排了前 {pages} 页。")).format(pages=pages))

    def _enable(self) -> None:
        possible = self.work.complete and self._output is None
        self._print.setEnabled(possible)
        self._save.setEnabled(possible)

    def _connect(self) -> None:
        self.subject.changed.connect(self._change_subject)
        self.page.changed.connect(self._change_pages)
        self._restart.timeout.connect(self._begin)
        self._relay.timeout.connect(lambda: self.work.lay_out(self.page.choices()))
        self.work.began.connect(self.preview.show_laying)
        self.work.moved.connect(self._tell_work)
        self.work.ended.connect(self._tell_ended)
        self.state.stopped.connect(self._stop)

    def _lay_out(self) -> None:
        words = self._words
        self.copies.setRange(1, 999)
        self.ranges.setPlaceholderText(words(N_("全部，或如 1-3,5")))
        numbers = QWidget()
        output = QFormLayout(numbers)
        output.setContentsMargins(0, 0, 0, 0)
        output.addRow(words(N_("页码范围")), self.ranges)
        output.addRow(words(N_("份数")), self.copies)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        for title, part in (
            (N_("内容"), self.subject),
            (N_("页面"), self.page),
            (N_("输出"), numbers),
        ):
            column.addWidget(plain_label(words(title), bold=True))
            column.addWidget(part)
        _align_labels([self.subject, self.page, numbers])
        column.addWidget(self.fonts)
        column.addStretch(1)
        panel = QWidget()
        panel.setLayout(column)
        scroll = QScrollArea()
        scroll.setObjectName("print_choices")
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(panel)
        needed = panel.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width()
        scroll.setFixedWidth(max(_FORM_WIDTH, needed))
        body = QHBoxLayout()
        body.addWidget(scroll)
        body.addWidget(self.preview, 1)
        self.column.addLayout(body, 1)
        self._print = self.add_accept(words(N_("打印…")))
        self.buttons.accepted.disconnect()
        self._print.clicked.connect(self.print_pages)
        self._save = self.buttons.addButton(words(N_("保存为")), self.buttons.ButtonRole.ActionRole)
        menu = QMenu(self._save)
        for ending, text in _FORMATS:
            menu.addAction(words(text)).triggered.connect(lambda _checked, end=ending: self.save(end))
        self._save.setMenu(menu)
        self.add_cancel(words(N_("关闭")))
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.buttons)
        self.column.addLayout(foot)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * _MOST_OF_SCREEN))


def _align_labels(forms: Sequence[QWidget]) -> None:
    """Give the labels of several forms one width, so that their fields begin on one line."""
    labels = [label for form in forms for label in form.findChildren(QLabel)]
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(widest)

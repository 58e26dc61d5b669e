"""The export dialog: what is chosen at the left, the pages at the right, and then how the run goes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.dialogs.questions import Questions
from planner.gui.exporting.choices import Choices, RememberedChoices, ScopeKind
from planner.gui.exporting.form import ExportForm
from planner.gui.exporting.outcome_pages import DonePage, ProgressPage, outcome_sentence
from planner.gui.exporting.preview import PreviewPane
from planner.gui.exporting.preview_maker import NoPreview, PreviewMaker, PreviewRequest, Shown
from planner.gui.exporting.running import Advance, ExportRun, Outcome, Target
from planner.gui.exporting.subject import Layouts, Subject
from planner.gui.icons import Icons
from planner.gui.services import StartExport
from planner.reports.batch import file_names, units_with_tasks
from planner.reports.formats import ExportFormat
from planner.reports.keys import WORK_PLAN
from planner.reports.options import ExportOptions
from planner.reports.preset import BrokenPreset, Selection, preset_of
from planner.reports.status.troubles import report_trouble

_SIZE = (1080, 720)


@dataclass(frozen=True, slots=True)
class Tools:
    """What the dialog works with."""

    start: StartExport
    presets: Path
    words_for: Callable[[str], Words]
    words: Words
    icons: Icons
    remembered: RememberedChoices
    ask: Questions


class ExportDialog(Dialog):
    """Stays until it is closed; hidden, it goes on writing and `ended` carries the `Outcome`."""

    topic = "export"
    ended = Signal(object)

    def __init__(self, subject: Subject, tools: Tools, parent: QWidget | None) -> None:
        super().__init__(tools.words(N_("导出")), parent)
        self.setObjectName("export")
        self._subject = subject
        self._tools = tools
        self._words = tools.words
        self._run: ExportRun | None = None
        self._names: list[str] = []
        self._layouts = Layouts(subject.plan, tools.presets, tools.words)
        self.form = ExportForm(subject, self._layouts, tools.words, tools.icons, self)
        self.preview = PreviewPane(tools.words, tools.icons, self)
        self._maker = PreviewMaker(subject.plan, tools.words_for, tools.words, self)
        self._preset = ""
        self.note = plain_label("", "error")
        self.note.hide()
        self.progress = ProgressPage(tools.words, self)
        self.report = DonePage(tools.words, tools.icons, self)
        self._pages = QStackedWidget(self)
        self._choosing = QWidget(self)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self.form.load(tools.remembered.load(subject.plan_id))

    @property
    def preset(self) -> str:
        """The preset chosen."""
        return self.form.choices().preset

    @property
    def has_own_preset(self) -> bool:
        """Whether the preset chosen is one of the plan."""
        return self._layouts.is_own(self.preset)

    @property
    def running(self) -> bool:
        """Whether files are being written."""
        return self._run is not None

    def refresh(self, subject: Subject, preset: str) -> None:
        """Look at the plan as it is after a preset was edited, laid out by that one."""
        choices = self.form.choices()
        self._subject = subject
        self._layouts = Layouts(subject.plan, self._tools.presets, self._words)
        self._maker.look_at(subject.plan)
        self.form.offer_layouts(self._layouts, preset or choices.preset)

    def export(self) -> None:
        """Ask where to, and start; the choices are kept."""
        choices = self.form.choices()
        form = ExportFormat(choices.form)
        if not choices.sheets and form is ExportFormat.XLSX and not choices.template:
            self.say(self._words(N_("请至少勾选一张工作表。")))
            return
        batch = choices.each_unit and choices.scope != ScopeKind.UNIT
        proposal = self._proposal(choices)
        if batch:
            place = self._tools.ask.folder_to_fill(proposal.parent)
        else:
            place = self._tools.ask.file_to_export(proposal, form)
        if place is None:
            return
        kept = replace(choices, folder=str(place if batch else place.parent))
        self._tools.remembered.keep(self._subject.plan_id, kept)
        self.start(self._targets(place, kept, batch=batch), form)

    def start(self, targets: list[Target], form: ExportFormat) -> None:
        """Write these files."""
        self._run = run = ExportRun(self._tools.start, self._subject.plan, form, targets, self)
        run.advanced.connect(self._advance)
        run.finished.connect(self._finish)
        self._names = [target.path.name for target in targets]
        self.progress.begin(self._names)
        self.say("")
        self._show(self.progress)
        run.begin()

    def cancel_run(self) -> None:
        """End what is being written; files that are whole stay."""
        if self._run is not None:
            self.progress.end()
            self._run.cancel()

    def dismantle(self) -> None:
        """End everything at once, before the plan leaves the window."""
        if self._run is not None:
            self._run.cancel()
            self._run.wait()
        self._run = None
        self.close()

    def reject(self) -> None:
        if self.running:
            self.cancel_run()
        else:
            super().reject()

    def _proposal(self, choices: Choices) -> Path:
        proposal, folder = self._subject.proposal, Path(choices.folder)
        return folder / proposal.name if choices.folder and folder.is_dir() else proposal

    def _choose_template(self) -> None:
        current = self.form.template.path
        folder = Path(current).parent if current else self._subject.proposal.parent
        if path := self._tools.ask.template_to_fill(folder):
            self.form.template.take(str(path))

    def _targets(self, place: Path, choices: Choices, *, batch: bool) -> list[Target]:
        options = self._options(choices)
        if not batch:
            return [Target(place, options)]
        plan, form = self._subject.plan, ExportFormat(choices.form)
        units = units_with_tasks(plan)
        names = file_names(plan, units, choices.pattern, form)
        return [
            Target(place / name, replace(options, unit=unit.id))
            for unit, name in zip(units, names, strict=True)
        ]

    def _options(self, choices: Choices) -> ExportOptions:
        subject = self._subject
        return choices.options(subject.today, self._words.language, subject.revision, self.form.rows())

    def _look(self) -> None:
        """Show the pages for what is chosen now."""
        choices = self.form.choices()
        if self.form.fills_template:
            name = Path(choices.template).name
            self.say("")
            self.preview.clear(self._words(N_("按模板“{name}”填写，版面以模板为准。")).format(name=name))
            return
        try:
            preset = preset_of(self._layouts.form(choices.preset), self._layouts.name(choices.preset))
        except BrokenPreset as broken:
            self.say(report_trouble(self._words, broken) or "")
            self.preview.clear(self.note.text())
            return
        self.say("")
        if choices.preset != self._preset:
            self._preset = choices.preset
            self._take_selection(preset.selection)
            choices = self.form.choices()
        sheet = self.form.sheets.current or WORK_PLAN
        self.preview.wait()
        self._maker.ask(PreviewRequest(sheet, ExportFormat(choices.form), self._options(choices), preset))

    def _take_selection(self, selection: Selection) -> None:
        """Choose the part of the plan that a preset is for; where it is not there, say so."""
        scope = self.form.scope
        found = True
        if selection.branch:
            found = scope.choose(ScopeKind.BRANCH, selection.branch)
        elif selection.unit:
            found = scope.choose(ScopeKind.UNIT, selection.unit)
        elif selection.rows:
            found = scope.choose_rows(selection.rows)
        if not found:
            self.say(self._words(N_("版式所选的范围在本计划中没有，请另选范围。")))

    def _show_made(self, request: PreviewRequest, shown: Shown) -> None:
        self.preview.show_made(shown, request.preset)
        if isinstance(shown, NoPreview):
            self.say(shown.sentence)

    def _show_sheet(self, _key: str) -> None:
        self.preview.first_page()
        self._look()

    def _advance(self, advance: Advance) -> None:
        if self.progress.cancel.isEnabled():
            self.progress.advance(advance, self._names[advance.number])

    def _finish(self, outcome: Outcome) -> None:
        self._run = None
        if outcome.complete:
            self.report.show_outcome(outcome)
            self._show(self.report)
        else:
            self._show(self._choosing)
            self.say(outcome_sentence(self._words, outcome))
        self.ended.emit(outcome)

    def say(self, sentence: str) -> None:
        """Tell the person what is wrong; the empty text takes that back."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        for widget in (self.buttons, self.usual):
            widget.setVisible(page is self._choosing)
        self._verb.setDefault(True)

    def _lay_out(self) -> None:
        words = self._words
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.form)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self._choosing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split, 1)
        for page in (self._choosing, self.progress, self.report):
            self._pages.addWidget(page)
        self.usual = QPushButton(words(N_("恢复默认选择")), self)
        self.usual.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.usual)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.buttons)
        self.column.addWidget(self._pages, 1)
        self.column.addLayout(foot)
        self.add_cancel(words(N_("取消")))
        self._verb = self.add_accept(words(N_("导出…")))

    def _connect(self) -> None:
        self.buttons.accepted.disconnect(self.accept)
        self.buttons.accepted.connect(self.export)
        self.usual.clicked.connect(lambda: self.form.load(Choices(folder=self.form.choices().folder)))
        self.form.changed.connect(self._look)
        self.form.sheet_chosen.connect(self._show_sheet)
        self.form.template.choose_asked.connect(self._choose_template)
        self._maker.made.connect(self._show_made)
        self.progress.cancel_asked.connect(self.cancel_run)
        self.progress.hide_asked.connect(self.hide)
        self.report.again_asked.connect(lambda: self._show(self._choosing))
        self.report.close_asked.connect(self.accept)
        self.finished.connect(lambda _result: self._maker.close())

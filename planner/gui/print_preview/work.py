"""What is made and laid out for the preview, begun anew whenever a choice changes.

Only the print preview imports it.
"""

from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.app.document import Content
from planner.app.words import Words
from planner.gui.context import Context
from planner.gui.print_preview.laying import Laying, Typesetting
from planner.gui.print_preview.making import Batch, Maker, Making
from planner.gui.printing.canvas import Press
from planner.reports.blocks import Report
from planner.reports.page_choices import PageChoices
from planner.reports.print_style import load_print_style


class PreviewWork(QObject):
    """Makes the reports of a batch and lays them out; `began` carries the `Laying` that will grow.

    `moved` comes when more is made or laid out, `ended` with an error or None when all is.
    """

    began = Signal(object)
    moved = Signal()
    ended = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        services = context.services
        self._services = services
        self._press = Press(services.resources)
        self._style = cache(partial(load_print_style, services.resources / "print"))
        self._workspace = context.workspace
        self._making: Making | None = None
        self._batch: Batch | None = None
        self._words: dict[str, Words] = {}
        self._choices = PageChoices()
        self._language = "zh"
        self._all_made = False
        self._error: Exception | None = None
        self.reports: list[Report] = []
        self.total = 0
        self.laying = self._new_laying()

    @property
    def complete(self) -> bool:
        """Whether everything was made and laid out without an error."""
        return self._all_made and self._error is None and not self.laying.busy and bool(self.reports)

    def begin(self, batch: Batch, choices: PageChoices) -> None:
        """Make other reports and lay them out."""
        self.cancel()
        self._batch, self._choices, self._language = batch, choices, batch.wanted.language
        self.reports, self.total, self._all_made, self._error = [], 0, False, None
        self._show_new_laying()
        maker = Maker(self._services.make_sheets, self._read_plan, self._paper_words())
        self._making = making = Making(maker, batch, self)
        making.made.connect(self._take)
        making.ended.connect(self._all_are_made)
        making.begin()

    def lay_out(self, choices: PageChoices) -> None:
        """Lay the same reports out on other pages; make them first where that was stopped."""
        if not self._all_made and self._making is None and self._batch is not None:
            self.begin(self._batch, choices)
            return
        self._choices = choices
        self.laying.cancel()
        self._show_new_laying()
        for report in self.reports:
            self.laying.add(report)

    def cancel(self) -> None:
        """Stop; what there is so far stays, and is never complete."""
        self._all_made = False
        if self._making is not None:
            self._making.cancel()
            self._making.made.disconnect(self._take)
            self._making.ended.disconnect(self._all_are_made)
            self._making = None
        self.laying.cancel()

    def close(self) -> None:
        """Stop, and return when nothing runs any more."""
        making = self._making
        self.cancel()
        if making is not None:
            making.wait()

    def _take(self, report: Report, total: int) -> None:
        self.reports.append(report)
        self.total = total
        self.laying.add(report)
        self.moved.emit()

    def _all_are_made(self, error: Exception | None) -> None:
        self._all_made, self._error = True, error
        if not self.laying.busy:
            self.ended.emit(error)

    def _idle(self) -> None:
        if self._all_made:
            self.ended.emit(self._error)

    def _show_new_laying(self) -> None:
        self.laying = self._new_laying()
        self.began.emit(self.laying)

    def _new_laying(self) -> Laying:
        setting = Typesetting(self._style, self._press, self._paper_words(), self._choices)
        laying = Laying(setting, self)
        laying.grown.connect(self.moved)
        laying.idle.connect(self._idle)
        return laying

    def _read_plan(self, path: Path) -> Content:
        return self._workspace().read(path).content

    def _paper_words(self) -> Words:
        if self._language not in self._words:
            self._words[self._language] = self._services.words_for(self._language)
        return self._words[self._language]

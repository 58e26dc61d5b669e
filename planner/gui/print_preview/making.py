"""Makes the reports of a batch on a thread, one after the other; only the print preview imports it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.app.document import Content
from planner.app.periods import PastState, state_of
from planner.app.words import Words
from planner.gui.print_preview.choices import Reach, Wanted
from planner.reports.blocks import Report, joined
from planner.reports.status.asking import comparison_of, single_orders
from planner.reports.status.order import Order
from planner.reports.status.sheets import BY_KEY

if TYPE_CHECKING:
    from planner.app.comparison import Comparison
    from planner.domain.plan import Plan
    from planner.gui.services import MakeSheets

ReadPlan = Callable[[Path], Content]
"""Reads another plan file; raises `OpenFailed`."""


class NothingToPrint(Exception):
    """The plan has nothing that such a sheet could be about."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be made: of a content that nobody changes meanwhile, by a day.

    `measures` and `branch` are the ids that a selection stands for.
    """

    content: Content
    today: date
    wanted: Wanted
    measures: tuple[str, ...] = ()
    branch: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """What turns a batch into reports."""

    sheets: "MakeSheets"
    read: ReadPlan
    words: Words

    def reports(self, batch: Batch) -> Iterator[tuple[Report, int]]:
        """Yield each report with the number of all.

        Raises `NothingToPrint`, `BrokenTemplate`, `PeriodLost`, `UnknownPeriod`, `OpenFailed` and `Refused`.
        """
        wanted, today = batch.wanted, batch.today
        state = PastState("", "", batch.content.plan, today)
        if wanted.period:
            state = state_of(batch.content, wanted.period, today)
        maker = self.sheets(state.plan, state.day, self.words, self._comparison(batch, state))
        order = Order(
            wanted.sheet,
            unit=wanted.unit if wanted.reach is Reach.UNIT else "",
            scope=batch.branch if wanted.reach is Reach.BRANCH else "",
            period=state.period,
        )
        measures = batch.measures if wanted.reach is Reach.SELECTED else ()
        orders = single_orders(
            maker,
            order,
            [measure for measure in measures if measure in state.plan],
            each_unit=wanted.reach is Reach.EACH_UNIT,
        )
        if not orders or (measures and not any(measure in state.plan for measure in measures)):
            raise NothingToPrint
        for single in orders:
            yield maker.report(single), len(orders)

    def _comparison(self, batch: Batch, state: PastState) -> "Comparison | None":
        wanted = batch.wanted
        if wanted.compare_file:
            path = Path(wanted.compare_file)
            plan: Plan = self.read(path).plan
            return comparison_of(PastState(path.stem, "", plan, batch.today), state, self.words)
        if wanted.compare:
            old = state_of(batch.content, wanted.compare, batch.today)
            return comparison_of(old, state, self.words)
        return None


class Making(QObject):
    """Makes one batch on a thread. `made` carries a report and the number of all, `ended` what went wrong.

    One that is to be joined arrives as one report.
    """

    made = Signal(object, int)
    ended = Signal(object)

    def __init__(self, maker: Maker, batch: Batch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maker = maker
        self._batch = batch
        self._stop = Event()
        self._thread = Thread(target=self._work, name="sheets", daemon=True)

    def begin(self) -> None:
        """Start."""
        self._thread.start()

    def cancel(self) -> None:
        """End as soon as may be, and say nothing more."""
        self._stop.set()

    def wait(self) -> None:
        """Return when nothing runs any more."""
        self._thread.join()

    def _work(self) -> None:
        error: Exception | None = None
        reports: list[Report] = []
        try:
            for report, count in self._maker.reports(self._batch):
                if self._stop.is_set():
                    return
                if self._batch.wanted.apart or count == 1:
                    self.made.emit(report, count)
                else:
                    reports.append(report)
            if reports:
                title = self._maker.words(BY_KEY[self._batch.wanted.sheet].label)
                self.made.emit(joined(reports, title), 1)
        except Exception as failure:  # noqa: BLE001 - told in the window, whatever it is
            error = failure
        if not self._stop.is_set():
            self.ended.emit(error)

"""P8: a work plan's whole workbook against pandas writing the same values without any style.

Each job runs in a process of its own that is copied from this one, so that its peak of memory is its own.
"""

import gc
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from planner.app.words import Words
from planner.domain.items import Link, Measure, Unit
from planner.domain.plan import Plan
from planner.office.export import export_workbook
from planner.reports.options import ExportOptions
from planner.reports.preset import load_preset
from planner.reports.table import Table, cell_text
from planner.reports.workbook import work_plan_workbook
from tests.bench.frame import Benchmark, Row
from tests.bench.sample import make_plan

_ROOT = Path(__file__).parents[2]
_PRESETS = _ROOT / "data" / "presets"
_TODAY = date(2026, 3, 1)
_GOAL = 0.5
_MAIN_SHEETS = ("work_plan", "duty", "milestones")
_LARGE = 100_000


def run(n: int) -> Iterator[Row]:
    """All standard sheets, or the main ones of a large plan: time, and the peak of memory above the plan."""
    plan = _with_owners(make_plan(n))
    options = ExportOptions.of_sheets(_TODAY, "zh", *(_MAIN_SHEETS if n >= _LARGE else ()))
    words = Words("zh", _ROOT / "resources" / "locale")
    tables = work_plan_workbook(plan, words, load_preset(_PRESETS), options)
    frames = {table.name: _frame(table) for table in tables}
    gc.collect()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        rounds = 1 if n >= _LARGE else 3
        results = [
            (
                _measured(lambda: export_workbook(plan, path, words, _PRESETS, options)),
                _measured(lambda: _write_frames(path, frames)),
            )
            for _ in range(rounds)
        ]
    ours, reference = (
        [statistics.median(result[side][part] for result in results) for part in (0, 1)] for side in (0, 1)
    )
    yield Row("P8", n, ours[0], reference[0], _GOAL, unit="s")
    yield Row("P8 memory", n, ours[1], reference[1], _GOAL, unit="MB")


def _with_owners(plan: Plan) -> Plan:
    """Give each measure a unit that leads and one that supports."""
    units = list(plan.of(Unit))
    links = [
        Link(f"{measure}-{role}", measure, rank, relation="unit", role=role, target=units[place % len(units)])
        for number, measure in enumerate(plan.of(Measure))
        for rank, role, place in (("A", "lead", number), ("B", "supporting", number + 7))
    ]
    return Plan([*plan.items(), *links])


def _frame(table: Table) -> Any:
    import pandas as pd

    values = [
        [
            cell if cell is None or isinstance(cell, str | int | float | date) else cell_text(cell)
            for cell in row.cells
        ]
        for row in table.rows
    ]
    return pd.DataFrame(values, columns=[column.label for column in table.columns], dtype=object)


def _write_frames(path: Path, frames: dict[str, Any]) -> None:
    import pandas as pd

    with pd.ExcelWriter(path, engine="openpyxl") as writer:
        for name, frame in frames.items():
            frame.to_excel(writer, sheet_name=name, index=False)


def _measured(job: Callable[[], object]) -> tuple[float, float]:
    """Return the processor seconds of a job, and by how many megabytes it raises the peak of memory."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run_and_send, args=(job, there))
    process.start()
    there.close()
    result: tuple[float, float] = here.recv()
    process.join()
    return result


def _run_and_send(job: Callable[[], object], connection: Connection) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    job()
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    connection.send((seconds, (peak - before) / 1024))


BENCHMARK = Benchmark("P8", "full workbook ÷ pandas without styles", (10_000, 100_000), run)

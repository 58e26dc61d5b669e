"""A run writes its files one after the other, tells how far it is, and ends whole when it is cancelled."""

import pytest

from planner.app.plan_store import SaveFailed, Trouble
from planner.domain.errors import Refusal, Refused
from planner.gui.exporting.outcome_pages import error_sentence, outcome_sentence
from planner.gui.exporting.running import ExportRun, Target
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.outcome import Progress
from planner.reports.preset import BrokenPreset
from tests.gui.exporting.jobs import FakeStart
from tests.plans import small_plan
from tests.reports.sources import CHINESE, TODAY

OPTIONS = ExportOptions(TODAY, "zh")


def run_of(start, folder, *names):
    targets = [Target(folder / name, OPTIONS) for name in names]
    return ExportRun(start, small_plan(), ExportFormat.XLSX, targets)


def finished(qtbot, run):
    with qtbot.waitSignal(run.finished) as blocker:
        run.begin()
    run.wait()
    return blocker.args[0]


def test_row_40_files_are_written_in_their_order_and_shares_only_grow(qtbot, tmp_path):
    start = FakeStart(job1=[Progress("封面", 0.2), Progress("责任清单", 0.9)])
    run, seen = run_of(start, tmp_path, "甲.xlsx", "乙.xlsx"), []
    run.advanced.connect(seen.append)
    outcome = finished(qtbot, run)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert outcome.complete
    assert [written.path.name for written in outcome.written] == ["甲.xlsx", "乙.xlsx"]
    assert [step.share for step in seen] == [0, 0.25, 0.5, 0.6, 0.95]
    assert (seen[-1].number, seen[-1].count, seen[-1].sheet) == (1, 2, "责任清单")
    assert outcome_sentence(CHINESE, outcome) == f"已导出 2 个文件到“{tmp_path.name}”。"


def test_cancelling_ends_the_job_that_runs_and_keeps_the_files_that_are_whole(qtbot, tmp_path):
    start = FakeStart(job1=[...])
    run = run_of(start, tmp_path, "甲.xlsx", "乙.xlsx", "丙.xlsx")
    run.advanced.connect(lambda step: run.cancel() if step.number == 1 else None)
    outcome = finished(qtbot, run)
    assert outcome.cancelled
    assert start.jobs[1].cancelled
    assert len(start.jobs) == 2
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["甲.xlsx"]
    assert outcome_sentence(CHINESE, outcome) == "已取消导出。 已完成的 1 个文件保留：甲.xlsx。"


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (SaveFailed(Trouble.IN_USE), "占用"),
        (SaveFailed(Trouble.DISK_FULL), "磁盘已满"),
        (SaveFailed(Trouble.NAME_TOO_LONG), "太长"),
        (Refused(Refusal.UNKNOWN_ITEM, item="m9"), "m9"),
        (BrokenPreset("本单位.toml", "row_height"), "本单位.toml"),
        (RuntimeError("x"), "写入文件时出错"),
    ],
)
def test_what_fails_ends_the_run_and_is_said_in_a_sentence(qtbot, tmp_path, error, part):
    outcome = finished(qtbot, run_of(FakeStart(job1=[error]), tmp_path, "甲.xlsx", "乙.xlsx", "丙.xlsx"))
    assert outcome.error is error
    assert not outcome.cancelled
    sentence = outcome_sentence(CHINESE, outcome)
    assert "没有导出“乙.xlsx”。" in sentence
    assert part in sentence
    assert "已完成的 1 个文件保留：甲.xlsx。" in sentence
    assert part in error_sentence(CHINESE, error)


def test_many_kept_files_are_not_all_named(qtbot, tmp_path):
    names = [f"{number}.xlsx" for number in range(6)]
    start = FakeStart(job5=[SaveFailed(Trouble.DISK_FULL)])
    outcome = finished(qtbot, run_of(start, tmp_path, *names))
    assert "已完成的 5 个文件保留：0.xlsx、1.xlsx、2.xlsx等。" in outcome_sentence(CHINESE, outcome)

"""Periods in the window: closed in one step, looked back at, compared with."""

from datetime import date

import pytest

from planner.app.commands.edit import set_field
from planner.app.periods import closed_periods, next_period
from planner.app.plan_store import OpenFailed, Trouble
from planner.app.workspace import snapshot
from planner.domain.items import Measure, ReportingPeriod
from planner.gui.periods.compare import CompareDialog
from planner.gui.periods.dialog import PeriodsDialog
from planner.gui.periods.past import Past
from planner.gui.periods.state import StateDialog
from planner.reports.status.sheets import SheetMaker
from tests.gui.bridges import TODAY, make_bridge, make_icons
from tests.reports.sources import plan_of
from tests.reports.status.sheets import maker

BUSY = "正在整理……"


@pytest.fixture
def bridge():
    return make_bridge(
        plan_of(
            Measure("m", title="事", status="in_progress", due="2025-12"),
            Measure("n", rank="B", title="<i>二</i>"),
        )
    )


def make_sheets(plan, day, words, comparison) -> SheetMaker:
    return maker(plan, comparison, day)


def past_of(bridge, read=None) -> Past:
    return Past(
        snapshot(bridge.document.content), TODAY, bridge.words, make_sheets, read or (lambda path: None)
    )


def close(qtbot, bridge, name=""):
    dialog = PeriodsDialog(bridge, None, editable=True)
    qtbot.addWidget(dialog)
    if name:
        dialog.name.setText(name)
    dialog.close_button.click()
    return dialog


def shown(pane):
    model = pane.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def ready(qtbot, dialog):
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.pane.hint.text() != BUSY)
    return dialog


def test_a_period_is_closed_in_one_step(qtbot, bridge):
    dialog = close(qtbot, bridge)
    (period,) = closed_periods(bridge.plan)
    assert (period.title, period.period, period.closed) == ("2025年5月", "2025-05", "2025-06-01")
    assert dialog.periods.topLevelItem(0).text(0) == "2025年5月"
    assert dialog.name.text() == "2025年6月"
    bridge.document.undo()
    assert not closed_periods(bridge.plan)
    assert dialog.periods.topLevelItemCount() == 0
    assert not dialog.state_button.isEnabled()


def test_a_name_that_is_taken_is_refused(qtbot, bridge):
    dialog = close(qtbot, bridge)
    dialog.name.setText(" 2025年5月 ")
    assert not dialog.close_button.isEnabled()
    assert dialog.note.text() == "报告期“2025年5月”已经关闭。"


def test_a_plan_for_reading_only_closes_nothing(qtbot, bridge):
    dialog = PeriodsDialog(bridge, None, editable=False)
    qtbot.addWidget(dialog)
    assert not dialog.close_button.isEnabled()


@pytest.mark.parametrize(
    ("today", "closed", "proposed"),
    [
        (date(2025, 6, 3), "", "2025-05"),
        (date(2025, 6, 20), "", "2025-06"),
        (date(2025, 6, 3), "2025-05", "2025-06"),
        (date(2026, 1, 2), "", "2025-12"),
    ],
)
def test_the_month_is_proposed_that_is_closed_next(today, closed, proposed):
    periods = [ReportingPeriod("p", title="x", period=closed)] if closed else []
    assert next_period(plan_of(*periods), today) == proposed


def test_the_state_of_then_is_shown_though_the_plan_went_on(qtbot, bridge):
    close(qtbot, bridge)
    bridge.run(lambda: set_field(bridge.plan, "m", "title", "新名", TODAY))
    dialog = ready(qtbot, StateDialog(past_of(bridge), make_icons(), "2025年5月", None))
    assert [row[1] for row in shown(dialog.pane)] == ["事", "<i>二</i>"]
    assert dialog.pane.summary.text().startswith("截至 2025-05-31：任务 2 项")


def test_what_moved_is_listed_and_leads_to_its_measure(qtbot, bridge):
    close(qtbot, bridge)
    bridge.run(lambda: set_field(bridge.plan, "m", "status", "done", TODAY))
    dialog = ready(qtbot, CompareDialog(past_of(bridge), make_icons(), None))
    assert [row[0] for row in shown(dialog.pane)] == ["✔ 已完成"]
    assert "新完成 1 项，好转 1 项" in dialog.pane.summary.text()
    with qtbot.waitSignal(dialog.item_asked) as asked:
        dialog.pane.table.activated.emit(dialog.pane.model.index(0, 0))
    assert asked.args == ["m"]
    with qtbot.waitSignal(dialog.print_asked) as printed:
        dialog.print_button.click()
    assert printed.args == ["2025年5月", ""]


def test_another_file_is_compared_with(qtbot, bridge, tmp_path):
    other = make_bridge(plan_of(Measure("m", title="事", status="in_progress", due="2025-12")))
    dialog = CompareDialog(past_of(bridge, lambda path: other.document.content), make_icons(), None)
    assert dialog.pane.hint.text() == "请选择要对比的计划文件，或先关闭一个报告期。"
    dialog.compare_with(tmp_path / "旧.plan")
    ready(qtbot, dialog)
    assert [row[0] for row in shown(dialog.pane)] == ["＋ 新增"]
    assert dialog.pane.summary.text().startswith("与“旧”相比")


def test_a_file_that_can_t_be_read_is_told(qtbot, bridge, tmp_path):
    def read(path):
        raise OpenFailed(Trouble.MISSING, path="旧.plan")

    dialog = CompareDialog(past_of(bridge, read), make_icons(), None)
    dialog.compare_with(tmp_path / "旧.plan")
    ready(qtbot, dialog)
    assert dialog.pane.hint.text()
    assert not shown(dialog.pane)

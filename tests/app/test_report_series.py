from planner.app.report_series import ReportSeries
from planner.domain.items import Report
from tests.plans import small_plan


def test_a_report_that_stood_is_not_written_over_and_anything_else_may_be():
    plan = small_plan()
    series = ReportSeries(plan)
    assert not series.may_edit(plan["r1"])
    assert series.may_edit(Report("r2", "m1a", "B"))
    assert series.may_edit(plan["s1"])

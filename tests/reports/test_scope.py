"""An export of a branch or a unit has its rows, under the numbers of the whole."""

from dataclasses import replace

import pytest

from planner.domain.errors import Refused
from planner.domain.items import Indicator, Measure, Unit
from planner.reports.options import ExportOptions
from planner.reports.scope import part_of
from planner.reports.workbook import work_plan_workbook
from tests.plans import small_plan
from tests.reports.sources import CHINESE, OFFICIAL, TODAY, column, example_plan, house, plan_of


def rows(scope: str = "", unit: str = "") -> list[str]:
    return list(part_of(small_plan(), scope, unit).walk())


def test_the_whole_is_the_plan_itself() -> None:
    plan = small_plan()
    assert part_of(plan, "", "") is plan


def test_a_branch_comes_with_what_is_above_and_below_it() -> None:
    assert rows("component-2") == ["layer-1", "component-2", "m3"]
    assert rows("layer-2") == ["layer-2"]


def test_a_part_of_a_measure_brings_the_whole_measure() -> None:
    assert rows("m1b") == rows("m1") == ["layer-1", "component-1", "m1", "m1a", "m1b"]


def test_a_unit_has_what_it_leads_and_supports() -> None:
    assert rows(unit="u2") == rows(unit="u1") == rows("m1")
    assert rows("component-2", "u1") == ["layer-1"]


def test_indicators_stay_with_the_measures_that_serve_them() -> None:
    assert set(part_of(small_plan(), "m1", "").of(Indicator)) == {"i1"}
    assert set(part_of(small_plan(), "m3", "").of(Indicator)) == set()


@pytest.mark.parametrize(("scope", "unit"), [("nowhere", ""), ("", "nobody"), ("", "m1")])
def test_what_is_not_there_is_refused(scope: str, unit: str) -> None:
    with pytest.raises(Refused):
        part_of(small_plan(), scope, unit)


def test_a_part_has_the_numbers_of_the_whole() -> None:
    options = ExportOptions.of_sheets(TODAY, "zh", "work_plan")
    part = replace(options, scope="m3")
    (whole_table,) = work_plan_workbook(small_plan(), CHINESE, OFFICIAL, options)
    (table,) = work_plan_workbook(small_plan(), CHINESE, OFFICIAL, part)
    assert [row.source for row in table.rows] == ["m3"]
    assert column(table, "serial")[0] == 3
    assert column(whole_table, "serial")[[row.source for row in whole_table.rows].index("m3")] == 3


def test_every_sheet_can_be_made_for_each_unit_of_the_example() -> None:
    plan = example_plan()
    for unit in plan.of(Unit):
        options = replace(ExportOptions(TODAY, "zh"), unit=unit)
        tables = {table.key: table for table in work_plan_workbook(plan, CHINESE, OFFICIAL, options)}
        part = part_of(plan, "", unit)
        assert {row.source for row in tables["work_plan"].rows} >= set(part.of(Measure))
        assert {row.source for row in tables["duty"].rows if row.level == 0} <= {unit, ""}


def test_a_layer_keeps_its_colour_in_a_part() -> None:
    plan = plan_of(*house(), Measure("m", "layer-2", "A", title="举措"))
    options = replace(ExportOptions.of_sheets(TODAY, "zh", "work_plan"), scope="layer-2")
    (table,) = work_plan_workbook(plan, CHINESE, OFFICIAL, options)
    assert [row.tint for row in table.rows] == [2]

"""Pasted values land on the indicators that they name: one step, undone whole."""

from datetime import date
from pathlib import Path

import pytest

from planner.app.indicator_paste.columns import find_columns
from planner.app.indicator_paste.entries import entries_of
from planner.app.indicator_paste.outcome import Effect, Trouble, landing_sentence, paste_values, set_amount
from planner.app.paste.reading import read_grid
from planner.app.value_grid import Moment, entries_onto, moments, value_text, values_by_moment
from planner.app.words import Words
from planner.domain.changes import Insert, apply
from planner.domain.items import Indicator, IndicatorValue
from planner.domain.plan import Plan
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 6, 1)
WORDS = Words("zh", Path("resources/locale"))


@pytest.fixture
def plan():
    more = [
        Indicator("i2", "", "B", title="高新技术企业数（期末）", unit="万家"),
        Indicator("i3", "", "C", title="重名"),
        Indicator("i4", "", "D", title="重名"),
        IndicatorValue("v2", "i1", "B", role="actual", period="2024", number=4.3, source="旧"),
    ]
    return Plan([*small_plan().items(), *more])


def paste(plan, *rows, current="", **options):
    grid = read_grid("\n".join("\t".join(row) for row in rows))
    columns = find_columns(grid, TODAY)
    return paste_values(plan, entries_of(grid, columns, TODAY, current), counting_ids("n"), **options)


def values(plan, indicator):
    return {
        (value.role, value.period): (value.number, value.qualifier)
        for value in plan.children(indicator, IndicatorValue)
    }


def effects(pasting):
    return {place: landing.effect for place, landing in pasting.landings.items()}


def test_years_across_become_values_in_one_step(plan):
    before = plan.copy()
    pasting = paste(
        plan,
        ("指标", "单位", "2020基期", "2024", "2025目标", "2030目标"),
        ("1. 研发投入强度", "%", "4.1", "4.4%", "4.5", "≥5"),
        ("高新技术企业数量", "家", "17,000", "", "2.6万", "—"),
    )
    apply(plan, pasting.change_set.changes)
    assert values(plan, "i1") == {
        ("target", "2025"): (4.5, ""),
        ("actual", "2024"): (4.4, ""),
        ("baseline", "2020"): (4.1, ""),
        ("target", "2030"): (5.0, "at_least"),
    }
    assert values(plan, "i2") == {("baseline", "2020"): (1.7, ""), ("target", "2025"): (2.6, "")}
    assert effects(pasting) == {
        (1, 2): Effect.NEW,
        (1, 3): Effect.CHANGED,
        (1, 4): Effect.SAME,
        (1, 5): Effect.NEW,
        (2, 2): Effect.NEW,
        (2, 4): Effect.NEW,
    }
    assert landing_sentence(WORDS, pasting.landings[1, 3]) == "原值 4.3"
    assert plan["v2"].source == "旧"
    apply(plan, pasting.change_set.inverse().changes)
    assert plan == before


def test_an_unknown_name_is_offered_as_new(plan):
    rows = ("指标", "2024"), ("独角兽企业数（家）", "40"), ("独角兽企业数", "41")
    assert {landing.trouble for landing in paste(plan, *rows).landings.values()} == {Trouble.UNKNOWN}
    pasting = paste(plan, *rows, add_new=True)
    assert pasting.new_indicators == ["独角兽企业数"]
    assert pasting.landings[2, 1].trouble is Trouble.TWICE
    apply(plan, pasting.change_set.changes)
    (made,) = [one for one in plan.of(Indicator).values() if one.title == "独角兽企业数"]
    assert made.unit == "家"
    assert values(plan, made.id) == {("actual", "2024"): (40.0, "")}


def test_what_does_not_fit_is_said(plan):
    pasting = paste(
        plan,
        ("指标", "2024", "2030目标"),
        ("重名", "1", ""),
        ("研发投入强度", "3家", "国内领先"),
        ("高新技术企业数", "增长较快", "10-12"),
        ("", "5", ""),
    )
    assert {place: landing.trouble for place, landing in pasting.landings.items()} == {
        (1, 1): Trouble.AMBIGUOUS,
        (2, 1): Trouble.OTHER_UNIT,
        (2, 2): None,
        (3, 1): Trouble.NOT_A_VALUE,
        (3, 2): None,
        (4, 1): Trouble.NO_NAME,
    }
    apply(plan, pasting.change_set.changes)
    said = [value for value in plan.children("i1", IndicatorValue) if value.period == "2030"]
    assert [(value.number, value.notes) for value in said] == [(None, "国内领先")]
    bounds = [value for value in plan.children("i2", IndicatorValue) if value.period == "2030"]
    assert [(value.number, value.qualifier) for value in bounds] == [(10, "at_least"), (12, "at_most")]


def test_dates_down_with_source_and_note(plan):
    pasting = paste(
        plan,
        ("时间", "研发投入强度", "来源", "备注"),
        ("2023", "4.2", "统计年鉴", "初步核算"),
        ("2030", "6", "", ""),
        source="市统计局",
    )
    apply(plan, pasting.change_set.changes)
    made = {value.period: value for value in plan.children("i1", IndicatorValue)}
    assert (made["2023"].role, made["2023"].source, made["2023"].notes) == ("actual", "统计年鉴", "初步核算")
    assert (made["2030"].role, made["2030"].source) == ("target", "市统计局")


def test_bare_dates_and_values_go_to_the_current_indicator(plan):
    pasting = paste(plan, ("2022年", "4.0"), ("2023年", "4.2"), current="i1")
    assert not pasting.needs_look
    apply(plan, pasting.change_set.changes)
    assert values(plan, "i1")["actual", "2022"] == (4.0, "")
    unplaced = paste(plan, ("2021年", "4.0"))
    assert [landing.trouble for landing in unplaced.landings.values()] == [Trouble.NO_NAME]


def test_pasting_twice_changes_nothing(plan):
    rows = ("指标", "2024", "2030目标"), ("研发投入强度", "4.4", "10-12")
    apply(plan, paste(plan, *rows).change_set.changes)
    again = paste(plan, *rows)
    assert not again.change_set
    assert set(effects(again).values()) == {Effect.SAME}


def test_a_typed_value_is_set_replaced_and_taken_away(plan):
    before = plan.copy()
    new_id = counting_ids("n")
    for text, wanted in (("4.6%", (4.6, "")), ("≥4.7", (4.7, "at_least"))):
        apply(plan, set_amount(plan, "i1", "target", "2035", text, new_id).change_set.changes)
        assert values(plan, "i1")["target", "2035"] == wanted
    apply(plan, set_amount(plan, "i1", "target", "2035", " ", new_id).change_set.changes)
    assert plan == before
    refused = set_amount(plan, "i1", "actual", "2025", "很好", new_id)
    assert refused.landings[0, 0].trouble is Trouble.NOT_A_VALUE


def test_a_block_goes_onto_cells(plan):
    columns = [Moment("actual", "2024"), Moment("target", "2030")]
    entries = entries_onto([["4.4", "5"], ["1.9", ""], ["", "x"]], ["i1", "i2"], columns)
    pasting = paste_values(plan, entries, counting_ids("n"))
    assert [landing.trouble for landing in pasting.landings.values() if landing.trouble] == [Trouble.NO_ROOM]
    apply(plan, pasting.change_set.changes)
    assert values(plan, "i1")["target", "2030"] == (5.0, "")
    assert values(plan, "i2") == {("actual", "2024"): (1.9, "")}


def test_what_is_copied_from_the_grid_is_read_back(plan):
    apply(plan, paste(plan, ("指标", "2030目标"), ("研发投入强度", "10-12")).change_set.changes)
    columns = moments(plan)
    assert [one.heading(WORDS) for one in columns] == ["2024 实际值", "2025 目标值", "2030 目标值"]
    values_of = values_by_moment(plan, "i1")
    cells = [value_text(WORDS, values_of.get(one, [])) for one in columns]
    assert cells == ["4.3", "4.5", "10～12"]
    again = paste(plan, ("指标", *(one.heading(WORDS) for one in columns)), ("研发投入强度", *cells))
    assert set(effects(again).values()) == {Effect.SAME}


def test_what_a_formula_gives_is_not_pasted_back_as_a_value(plan):
    derived = Indicator("i5", "", "E", title="翻番", formula="「研发投入强度」*2")
    apply(plan, [Insert(derived)])
    same = paste(plan, ("指标", "2024", "2025目标"), ("翻番", "8.6", "9"))
    assert set(effects(same).values()) == {Effect.SAME}
    other = paste(plan, ("指标", "2024"), ("翻番", "8.7"))
    assert effects(other) == {(1, 1): Effect.NEW}

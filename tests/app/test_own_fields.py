from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.cells import Cells
from planner.app.commands.bulk import duplicate, fill_down, set_all_typed
from planner.app.commands.edit import set_field
from planner.app.commands.own_fields import define_field, rename_field, set_own
from planner.app.commands.structure import Spot, remove
from planner.app.commands.typed import set_typed
from planner.app.commands.units import merge_units
from planner.app.conditions.matching import Matching
from planner.app.conditions.model import Condition, Conditions, Operator
from planner.app.copying import copy_cells, copy_items
from planner.app.derived import Derived
from planner.app.find import Find, find, replace
from planner.app.paste.items import paste_items
from planner.app.paste.onto_cells import CellPaste
from planner.app.paste.tsv import read_tsv
from planner.app.touched import touched
from planner.app.usage import Usage, usages
from planner.app.words import Words
from planner.domain.changes import ChangeSet, Label, apply
from planner.domain.diff import diff
from planner.domain.errors import Refused
from planner.domain.items import Measure, OwnField, OwnValue, PlanHead, kind_of
from planner.domain.own_fields import fields_of, own_key, value_of
from planner.domain.plan import Plan
from tests.app.steps import after
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)
WORDS = Words("zh", Path("resources/locale"))
VALUES = {
    "text": "第一行\n第二行",
    "number": 12.5,
    "period": "2025-06",
    "choice": "市级",
    "flag": True,
    "unit": "u1",
}


def plan_with_fields():
    own = [
        OwnField(holds, "", f"A{n}1", title=f"字段{n}", holds=holds, options=("市级", "区级"))
        for n, holds in enumerate(VALUES)
    ]
    ratio = OwnField("ratio", "", "B", title="比率", holds="formula", formula="字段1 / 权重 + 进度")
    return Plan(
        [*small_plan().items(), *own, ratio, OwnField("i", "", "C", title="口径", subject="indicator")]
    )


def cells(plan):
    return Cells(plan, Derived(plan, TODAY), WORDS)


def filled(item_id="m1"):
    plan = plan_with_fields()
    for holds, value in VALUES.items():
        apply(plan, set_field(plan, item_id, own_key(holds), value, TODAY).changes)
    return plan


def test_a_field_is_added_to_the_table_of_its_kind():
    change_set = define_field(
        small_plan(), "层级", "measure", "choice", counting_ids(), options=("市级", "区级")
    )
    plan = after(small_plan(), change_set)
    spec = fields_of(plan, kind_of(Measure))[-1]
    assert (spec.key, spec.label, [choice.code for choice in spec.choices]) == (
        "own:new-1",
        "层级",
        ["", "市级", "区级"],
    )


@pytest.mark.parametrize(("title", "formula"), [(" ", "1"), ("字段0", "1"), ("新", "1 +")])
def test_a_definition_needs_a_name_of_its_own_and_a_formula(title, formula):
    with pytest.raises(Refused):
        define_field(plan_with_fields(), title, "measure", "formula", counting_ids(), formula=formula)


@pytest.mark.parametrize("holds", VALUES)
def test_a_value_is_kept_read_and_emptied(holds):
    source, key, value = plan_with_fields(), own_key(holds), VALUES[holds]
    empty = value_of(source, source["m1"], key)
    plan = after(source, set_field(source, "m1", key, value, TODAY))
    assert value_of(plan, plan["m1"], key) == value
    assert not set_field(plan, "m1", key, value, TODAY)
    assert after(plan, set_field(plan, "m1", key, empty, TODAY)) == source


def test_values_read_as_text():
    plan = filled()
    read = [cells(plan).text(plan["m1"], own_key(holds)) for holds in VALUES]
    assert read == ["第一行\n第二行", "12.5", "2025-06", "市级", "是", "市科委"]


@pytest.mark.parametrize(
    ("item_id", "key", "value"),
    [
        ("m1", "own:choice", "国家级"),
        ("m1", "own:number", "甲"),
        ("m1", "own:ratio", 1.0),
        ("m1", "own:i", "x"),
        ("m1", "own:unheard", "x"),
        ("layer-1", "own:text", "x"),
    ],
)
def test_what_a_field_does_not_take_is_refused(item_id, key, value):
    with pytest.raises(Refused):
        set_own(plan_with_fields(), item_id, key, value)


def test_a_formula_is_reckoned_from_the_numbers_of_the_row():
    plan = plan_with_fields()
    assert cells(plan).text(plan["m1a"], "own:ratio") == ""
    apply(plan, set_field(plan, "m1a", "weight", 5.0, TODAY).changes)
    apply(plan, set_field(plan, "m1a", "own:number", 10.0, TODAY).changes)
    assert cells(plan).text(plan["m1a"], "own:ratio") == "42"


def test_formulas_in_a_circle_say_nothing():
    plan = Plan(
        [
            PlanHead("plan"),
            Measure("m"),
            OwnField("a", "", "A", title="甲", holds="formula", formula="乙 + 1"),
            OwnField("b", "", "B", title="乙", holds="formula", formula="甲 + 1"),
        ]
    )
    assert cells(plan).text(plan["m"], "own:a") == ""


def test_a_renamed_field_is_renamed_in_formulas():
    source = plan_with_fields()
    plan = after(source, rename_field(source, "number", "经费 数"))
    assert plan.get("ratio", OwnField).formula == "[经费 数] / 权重 + 进度"
    assert not rename_field(source, "number", "字段1")
    with pytest.raises(Refused):
        rename_field(source, "number", "字段0")


def test_typing_pasting_filling_and_copying_know_the_fields():
    plan = plan_with_fields()
    plan = after(plan, set_typed(plan, "m1", "own:number", "12", TODAY, counting_ids()))
    plan = after(
        plan, set_all_typed(plan, ["m1", "m2", "layer-1"], "own:period", "2025年6月", TODAY, counting_ids())
    )
    plan = after(plan, fill_down(plan, ["m1", "m2"], ["own:number"], TODAY, counting_ids()))
    paste = CellPaste(plan, counting_ids(), TODAY).paste(
        ["m3"], ["own:choice", "own:flag"], read_tsv("区级\t是")
    )
    plan = after(plan, paste.change_set)
    assert [value_of(plan, plan["m2"], f"own:{holds}") for holds in ("number", "period")] == [12.0, "2025-06"]
    assert [value_of(plan, plan["m3"], f"own:{holds}") for holds in ("choice", "flag")] == ["区级", True]
    copy = copy_cells(plan, cells(plan), ["m1"], ["title", "own:number"], WORDS)
    assert read_tsv(copy.tsv).rows == (("标题", "字段1"), ("修订条例", "12"))
    assert 'x:num="12"' in copy.html


@pytest.mark.parametrize(
    ("key", "operator", "values"),
    [
        ("own:text", Operator.CONTAINS, ("第二",)),
        ("own:number", Operator.ABOVE, ("12",)),
        ("own:period", Operator.DURING, ("2025-H1",)),
        ("own:choice", Operator.ANY_OF, ("市级",)),
        ("own:flag", Operator.YES, ()),
        ("own:unit", Operator.ANY_OF, ("u1",)),
    ],
)
def test_conditions_know_the_fields(key, operator, values):
    plan = filled()
    derived = Derived(plan, TODAY)
    matching = Matching(plan, Cells(plan, derived, WORDS), derived)
    assert matching.find(Conditions((Condition(key, operator, values),))) == {"m1"}


def test_copies_carry_the_values():
    plan = filled()
    copied = after(plan, duplicate(plan, ["m1"], counting_ids()))
    copy = copied.child_ids("component-1", Measure)[1]
    assert value_of(copied, copied[copy], "own:unit") == "u1"
    pasting = paste_items(plan, copy_items(plan, ["m1"]), Spot("component-2"), counting_ids())
    pasted = after(plan, pasting.change_set)
    assert value_of(pasted, pasted[pasting.tops[0]], "own:number") == 12.5


def test_in_a_plan_without_the_field_its_values_are_left_out():
    pasting = paste_items(small_plan(), copy_items(filled(), ["m1"]), Spot("component-2"), counting_ids())
    assert after(small_plan(), pasting.change_set).of(OwnValue) == {}
    assert set(pasting.lost) == {f"字段{n}" for n in range(len(VALUES))}


def test_removing_the_definition_or_the_unit_removes_the_values():
    plan = filled()
    assert len(after(plan, remove(plan, ["number"])).of(OwnValue)) == len(VALUES) - 1
    assert len(after(plan, remove(plan, ["u1"])).of(OwnValue)) == len(VALUES) - 1


def test_values_follow_a_merged_unit_and_are_uses_of_it():
    plan = filled()
    assert Usage("m1", "own:unit", "u1") in usages(plan, "u1")
    merged = after(plan, merge_units(plan, "u2", ["u1"]))
    assert value_of(merged, merged["m1"], "own:unit") == "u2"


def test_a_value_touches_its_row_and_a_definition_everything():
    plan = filled()
    changed = plan.copy()
    value = set_field(plan, "m1", "own:text", "新", TODAY)
    apply(changed, value.changes)
    assert "m1" in touched(changed, value).rows
    definition = ChangeSet(Label("test"), diff(small_plan(), plan_with_fields()))
    assert touched(plan_with_fields(), definition).everything


def test_texts_are_found_and_replaced():
    plan = filled()
    (hit,) = find(plan, Find("第二"), "第三")
    assert (hit.item_id, hit.key) == ("m1", "own:text")
    changed = after(plan, replace(plan, [hit]))
    assert value_of(changed, changed["m1"], "own:text") == "第一行\n第三行"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back(number):
    plan = plan_with_fields()
    apply(plan, set_own(plan, "m1", "own:number", number).changes)
    assert value_of(plan, plan["m1"], "own:number") == number

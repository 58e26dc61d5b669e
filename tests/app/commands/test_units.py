import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.commands.units import merge_units
from planner.domain.errors import Refused
from planner.domain.items import Link, Measure, PlanHead, Unit
from planner.domain.plan import Plan
from tests.app.steps import after
from tests.plans import small_plan


def test_links_follow_and_names_become_aliases():
    source = Plan([*small_plan().items(), Unit("u3", "", "C", title="市教育局", phone="123", notes="旧")])
    source = after(source, merge_units(source, "u3", ["u2"]))
    assert "u2" not in source
    assert source.targets("m1", "unit", "supporting") == ["u3"]
    unit = source.get("u3", Unit)
    assert set(unit.all_names) == {"市教育局", "上海市教育委员会", "市教委", "教委"}
    assert (unit.title, unit.phone) == ("市教育局", "123")


def test_what_the_kept_one_lacks_is_taken_over():
    source = Plan([*small_plan().items(), Unit("u3", "", "C", title="市教育局", phone="123")])
    assert after(source, merge_units(source, "u2", ["u3"])).get("u2", Unit).phone == "123"


@pytest.mark.parametrize(("kept", "merged"), [("u1", "u2"), ("u2", "u1")])
def test_who_led_does_not_also_support(kept, merged):
    plan = after(small_plan(), merge_units(small_plan(), kept, [merged]))
    assert plan.targets("m1", "unit", "lead") == [kept]
    assert plan.targets("m1", "unit", "supporting") == []


def test_a_unit_is_not_merged_with_itself():
    assert not merge_units(small_plan(), "u1", ["u1"])


def test_only_units_are_merged():
    with pytest.raises(Refused):
        merge_units(small_plan(), "u1", ["m1"])


LINKS = st.lists(
    st.tuples(
        st.sampled_from(["m1", "m2", "m3"]),
        st.sampled_from(["u1", "u2", "u3"]),
        st.sampled_from(["lead", "co_lead", "undivided", "supporting"]),
    ),
    unique=True,
)


@given(LINKS)
def test_merging_keeps_the_set_of_linked_measures(links):
    plan = Plan(
        [
            PlanHead("plan"),
            *(Measure(f"m{n}", "", f"A{n}1") for n in (1, 2, 3)),
            *(Unit(f"u{n}", "", f"A{n}1", title=f"单位{n}") for n in (1, 2, 3)),
            *(
                Link(f"k{n}", owner, f"A{n + 100}1", relation="unit", role=role, target=unit)
                for n, (owner, unit, role) in enumerate(links)
            ),
        ]
    )
    merged = after(plan, merge_units(plan, "u1", ["u2", "u3"]))
    assert {link.parent for link in merged.of(Link).values()} == {owner for owner, _, _ in links}
    assert all(len(merged.links(measure, "unit")) <= 1 for measure in merged.of(Measure))

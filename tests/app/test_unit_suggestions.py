import pytest

from planner.app.unit_suggestions import suggest_units
from planner.domain.items import Link, Measure, PlanHead, Unit
from planner.domain.plan import Plan

PLAN = Plan(
    [
        PlanHead("plan"),
        Unit("fg", "", "A", title="市发展改革委", aliases=("市发改委", "发改委")),
        Unit("kw", "", "B", title="市科委"),
        Unit("jw", "", "C", title="市教委"),
        Unit("q", "", "D", title="某区科委"),
        Measure("m"),
        Link("k", "m", "A", relation="unit", role="lead", target="jw"),
    ]
)
SOUNDS = dict(zip("市发展改革委科教某区", "sfzggwkjmq", strict=True))


def initials(text):
    return "".join(SOUNDS.get(sign, "") for sign in text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("市", ["jw", "fg", "kw"]),
        ("科委", ["kw", "q"]),
        ("发改", ["fg"]),
        ("sfgw", ["fg"]),
        ("KW", ["kw", "q"]),
        ("没有", []),
        (" ", []),
    ],
)
def test_units_are_proposed(typed, expected):
    assert suggest_units(PLAN, typed, initials) == expected


def test_without_sounds_initials_find_nothing_and_only_so_many_are_proposed():
    assert suggest_units(PLAN, "sfgw") == []
    assert suggest_units(PLAN, "委", most=2) == ["jw", "fg"]

from datetime import date
from pathlib import Path

import pytest

from planner.app.cells import Cells
from planner.app.commands.bulk import sort_siblings
from planner.app.derived import Derived
from planner.app.ordering import Ordering
from planner.app.words import Words
from planner.domain.items import Link, Measure, OwnField, OwnValue, PlanHead, Unit
from planner.domain.plan import Plan
from tests.app.steps import after


def plan():
    return Plan(
        [
            PlanHead("plan", start="2025"),
            Unit("u", "", "A", title="甲局"),
            OwnField("n", "", "A", title="经费", holds="number"),
            OwnField("f", "", "B", title="双倍", holds="formula", formula="经费*2"),
            Measure("a", "", "A", title="c", weight=10.0, status="done", due="2026年", start="2025-06"),
            Measure("b", "", "B", title="B", weight=9.0, due="2025年6月底前", nature="qualitative"),
            Measure("c", "", "C", title="a", status="in_progress", start="2025-01"),
            Link("l", "b", "A", relation="unit", role="lead", target="u"),
            OwnValue("x", "c", "A", field="n", text="2"),
            OwnValue("y", "b", "A", field="n", text="10"),
        ]
    )


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("title", ["c", "b", "a"]),
        ("weight", ["b", "a", "c"]),
        ("status", ["b", "c", "a"]),
        ("nature", ["a", "c", "b"]),
        ("due", ["b", "a", "c"]),
        ("due_date", ["b", "a", "c"]),
        ("start", ["c", "a", "b"]),
        ("lead", ["b", "a", "c"]),
        ("light", ["b", "a", "c"]),
        ("own:n", ["c", "b", "a"]),
        ("own:f", ["c", "b", "a"]),
        ("unheard of", ["a", "b", "c"]),
    ],
)
def test_rows_are_sorted_by_what_a_field_means(key, order):
    source = plan()
    derived = Derived(source, date(2025, 11, 30))
    ordering = Ordering(
        source, derived, Cells(source, derived, Words("zh", Path("resources/locale"))), str.casefold
    )
    sorted_plan = after(source, sort_siblings(source, "", ordering.by(key)))
    assert sorted_plan.child_ids("", Measure) == order

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.conditions.model import Condition, Conditions, Operator
from planner.app.views import Column, ViewSpec, read_spec, save_view, update_view, write_spec
from planner.domain.errors import Refused
from planner.domain.items import View
from tests.app.steps import after
from tests.plans import counting_ids, small_plan

SPECS = st.builds(
    ViewSpec,
    columns=st.lists(st.builds(Column, st.text(), st.integers(0, 2000)), max_size=4).map(tuple),
    flat=st.booleans(),
    sort=st.text(),
    descending=st.booleans(),
    group=st.text(),
    colour=st.text(),
    looked_for=st.text(),
    conditions=st.builds(
        Conditions,
        st.lists(st.builds(Condition, st.text(), st.sampled_from(Operator), st.just(("x",))), max_size=2).map(
            tuple
        ),
    ),
)


@given(SPECS)
def test_a_view_survives_its_text(spec):
    assert read_spec(write_spec(spec)) == spec


def test_a_view_is_kept_in_the_plan_and_made_anew():
    plan = after(small_plan(), save_view(small_plan(), "逾期", ViewSpec(flat=True), counting_ids()))
    (view,) = plan.of(View).values()
    assert (view.title, read_spec(view.spec)) == ("逾期", ViewSpec(flat=True))
    changed = after(plan, update_view(plan, view.id, ViewSpec(group="lead")))
    assert read_spec(changed.get(view.id, View).spec).group == "lead"
    assert not update_view(plan, view.id, ViewSpec(flat=True))


def test_what_is_not_said_is_as_usual():
    assert read_spec("") == read_spec("{}") == ViewSpec()


@pytest.mark.parametrize(
    "text",
    ["甲", "[]", '{"columns": 3}', '{"columns": [["title", -1]]}', '{"sort": 1}', '{"conditions": []}'],
)
def test_other_text_is_refused(text):
    with pytest.raises(Refused):
        read_spec(text)

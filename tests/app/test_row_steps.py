import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.row_steps import InsertRows, MoveRows, RemoveRows, perform, steps_between

ids = st.lists(st.sampled_from("abcdefghijkl"), unique=True)


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        ("abc", "abc", []),
        ("abc", "abxyc", [InsertRows(2, 2)]),
        ("", "ab", [InsertRows(0, 2)]),
        ("abcd", "ad", [RemoveRows(1, 2)]),
        ("abcd", "acdb", [MoveRows(2, 2, 1)]),
        ("abcd", "dabc", [MoveRows(3, 1, 0)]),
        ("abcde", "axcde", [RemoveRows(1, 1), InsertRows(1, 1)]),
        ("abcdef", "bdf", [RemoveRows(4, 1), RemoveRows(2, 1), RemoveRows(0, 1)]),
    ],
)
def test_the_usual_changes_take_few_steps(old, new, steps):
    assert steps_between(old, new, limit=10) == steps


@given(ids, ids)
def test_the_steps_lead_from_one_list_to_the_other(old, new):
    rows = list(old)
    for step in steps_between(old, new, limit=100):
        before = list(rows)
        perform(rows, step, new)
        assert rows != before
    assert rows == new


def test_too_many_steps_are_refused():
    assert steps_between("abcdefgh", "badcfehg", limit=3) is None
    assert steps_between("abcdefgh", "badcfehg", limit=4) is not None
    assert steps_between("abcdefgh", "bdfh", limit=3) is None

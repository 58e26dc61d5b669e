import pytest

from planner.office.initials import initials


@pytest.mark.parametrize(
    ("text", "expected"),
    [("市发改委", "sfgw"), ("重庆", "cq"), ("R&D中心", "r&dzx"), ("", ""), ("甲\n乙", "j\ny")],
)
def test_initials(text, expected):
    assert initials(text) == expected

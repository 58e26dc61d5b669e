"""What the stored fields take."""

import pytest

from planner.domain.fields import Field, FieldType


@pytest.mark.parametrize(
    ("kind", "value", "taken"),
    [
        (FieldType.TEXT, "=1+1\x00𠮷", True),
        (FieldType.TEXT, None, False),
        (FieldType.TEXT, "half \ud842", False),
        (FieldType.NAMES, ("甲", "乙"), True),
        (FieldType.NAMES, ["甲"], False),
        (FieldType.NAMES, ("甲", "\udc00"), False),
        (FieldType.NUMBER, None, True),
        (FieldType.NUMBER, 2**63 - 1, True),
        (FieldType.NUMBER, 2**63, False),
        (FieldType.NUMBER, float("nan"), False),
        (FieldType.NUMBER, float("-inf"), False),
        (FieldType.NUMBER, True, False),
        (FieldType.NUMBER, "4", False),
        (FieldType.PERCENT, 100, True),
        (FieldType.PERCENT, 100.5, False),
        (FieldType.FLAG, 1, False),
        (FieldType.PERIOD, "2025-Q3", True),
        (FieldType.PERIOD, "2025-Q5", False),
        (FieldType.COMPUTED, "x", False),
    ],
)
def test_what_a_field_takes(kind: FieldType, value: object, *, taken: bool) -> None:
    assert Field("key", "", kind).accepts(value) is taken

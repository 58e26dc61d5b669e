"""References are led to where their cells come to stand, and to nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.office.template.growth import Growth, copied_formula, moved_formula, relative_formula

GROWTHS = {"表": Growth({5: 9}), "另 表": Growth({})}


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("SUM(F5:F5)", "SUM(F5:F14)"),
        ("SUM(F5)", "SUM(F5:F14)"),
        ("SUBTOTAL(109,F5)", "SUBTOTAL(109,F5:F14)"),
        ("F5+F6", "F5+F15"),
        ("$A$4:$F$5", "$A$4:$F$14"),
        ('COUNTIF(表!E5,"F6")', 'COUNTIF(表!E5:E14,"F6")'),
        ("LOG10(F6)", "LOG10(F15)"),
        ("'表'!F6+'另 表'!F6", "'表'!F15+'另 表'!F6"),
        ("[1]表!F6", "[1]表!F6"),
        ("'[别的.xlsx]表'!F6", "'[别的.xlsx]表'!F6"),
        ("任务[F6]", "任务[F6]"),
        ("5:5", "5:14"),
        ("A6:A9", "A15:A18"),
        ("F:F", "F:F"),
        ("ROW()-4", "ROW()-4"),
        ('"F6"&F6', '"F6"&F15'),
        ("税率F6", "税率F6"),
    ],
)
def test_what_names_cells_is_led_along(formula: str, moved: str) -> None:
    assert moved_formula(formula, GROWTHS, "表") == moved


@pytest.mark.parametrize(
    ("formula", "copies"),
    [
        ("E5*2", ["E5*2", "E8*2"]),
        ("A4+1", ["A4+1", "A7+1"]),
        ("E5/SUM($E$5:$E$5)", ["E5/SUM($E$5:$E$14)", "E8/SUM($E$5:$E$14)"]),
        ("SUM($E$5:E5)", ["SUM($E$5:E5)", "SUM($E$5:E8)"]),
        ("E5/E6", ["E5/E15", "E8/E15"]),
        ("E$3*E5", ["E$3*E5", "E$3*E8"]),
        ("'另 表'!B5+'另 表'!$B$5", ["'另 表'!B5+'另 表'!$B$5", "'另 表'!B8+'另 表'!$B$5"]),
    ],
)
def test_a_copy_reads_as_if_filled_down(formula: str, copies: list[str]) -> None:
    assert [copied_formula(formula, GROWTHS, "表", 5, copy) for copy in (0, 3)] == copies


def test_members_of_a_shared_formula_have_their_own() -> None:
    assert relative_formula('A1+$B$2+C$3+$D4+"A1"', 2, 1) == 'B3+$B$2+D$3+$D6+"A1"'


@given(st.dictionaries(st.integers(1, 30), st.integers(0, 9), max_size=4), st.integers(1, 40))
def test_rows_keep_their_order_and_leave_room_for_the_copies(gains: dict[int, int], row: int) -> None:
    growth = Growth(gains)
    assert growth.row(row + 1) - growth.row(row) == 1 + gains.get(row, 0)
    assert growth.end(row) == growth.row(row) + gains.get(row, 0)

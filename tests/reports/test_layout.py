from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reports import layout
from planner.reports.table import Column, Page, Role, Row, Span, Table, common_spans
from planner.reports.workplan import work_plan
from tests.reports.sources import OFFICIAL, example_plan, read

PAGE = Page(landscape=True, top=20, bottom=20, left=20, right=20)
COLUMNS = (Column("a", "甲", 10), Column("b", "乙", 20, stepped=True))


def table(*rows: Row, spans: tuple[Span, ...] = ()) -> Table:
    return Table("表", "表", COLUMNS, rows, PAGE, spans)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("工作计划五", 10, 1),
        ("工作计划五六", 10, 2),
        ("一\n二\n", 10, 3),
        ("hello world", 10, 2),
        ("a" * 35, 10, 4),
        ("工作计划五，", 10, 2),
        ("e\u0301" * 10, 10, 1),
    ],
)
def test_lines_are_counted_by_the_widths_of_characters(text: str, width: float, lines: int) -> None:
    assert layout.line_count(text, width) == lines


@given(st.text(max_size=200), st.floats(4, 60))
def test_lines_are_never_fewer_than_the_characters_need(text: str, width: float) -> None:
    lines = text.split("\n")
    needed = sum(max(1, -(-layout.text_width(line) // width)) for line in lines)
    assert layout.line_count(text, width) >= needed


def test_a_row_is_as_high_as_its_fullest_cell() -> None:
    low, high = layout.row_heights(table(Row(("", "")), Row(("工作" * 10, ""))), OFFICIAL)
    assert low == OFFICIAL.row_height
    assert high > 4 * OFFICIAL.fonts.body.size


def test_an_indent_takes_room() -> None:
    flat, deep = layout.row_heights(table(Row(("", "工" * 9)), Row(("", "工" * 9), level=3)), OFFICIAL)
    assert deep > flat


def test_a_long_merged_text_heightens_its_last_row_alone() -> None:
    rows = [Row(("工作" * 15, "")) for _ in range(3)]
    heights = layout.row_heights(table(*rows, spans=(Span(0, 0, 2),)), OFFICIAL)
    assert heights[:2] == [OFFICIAL.row_height] * 2
    assert sum(heights) >= layout.row_heights(table(rows[0]), OFFICIAL)[0]


def test_pages_begin_where_the_paper_ends_and_a_band_is_not_left_alone() -> None:
    room = layout.page_room(table(), OFFICIAL)
    rows = [Row(("", "")) for _ in range(100)]
    starts = layout.page_starts(table(*rows), [OFFICIAL.row_height] * 100, OFFICIAL)
    assert starts[0] == 0
    assert all((last - first) * OFFICIAL.row_height < room for first, last in pairwise(starts))
    rows[starts[1] - 1] = replace(rows[0], role=Role.BAND)
    again = layout.page_starts(table(*rows), [OFFICIAL.row_height] * 100, OFFICIAL)
    assert again[1] == starts[1] - 1


def test_a_total_takes_the_row_above_along() -> None:
    rows = [Row(("", "")) for _ in range(100)]
    second = layout.page_starts(table(*rows), [OFFICIAL.row_height] * 100, OFFICIAL)[1]
    rows = [*rows[:second], Row(("", ""), Role.TOTAL)]
    starts = layout.page_starts(table(*rows), [OFFICIAL.row_height] * len(rows), OFFICIAL)
    assert starts == [0, second - 2]


def test_the_last_page_is_not_left_with_a_single_row() -> None:
    rows = [Row(("", "")) for _ in range(100)]
    second = layout.page_starts(table(*rows), [OFFICIAL.row_height] * 100, OFFICIAL)[1]
    for more, last in ((1, second - 2), (2, second - 1), (3, second), (9, second)):
        some = rows[: second + more]
        assert layout.page_starts(table(*some), [OFFICIAL.row_height] * len(some), OFFICIAL) == [0, last]


def test_a_last_page_that_takes_rows_takes_their_band_along() -> None:
    rows = [Row(("", "")) for _ in range(100)]
    second = layout.page_starts(table(*rows), [OFFICIAL.row_height] * 100, OFFICIAL)[1]
    rows = rows[: second + 1]
    rows[second - 3] = replace(rows[0], role=Role.BAND)
    starts = layout.page_starts(table(*rows), [OFFICIAL.row_height] * len(rows), OFFICIAL)
    assert starts == [0, second - 3]


def test_a_last_page_takes_no_more_rows_than_it_holds() -> None:
    high = layout.page_room(table(), OFFICIAL) * 0.9
    assert layout.page_starts(table(*[Row(("", ""))] * 4), [high] * 4, OFFICIAL) == [0, 1, 2, 3]
    low = OFFICIAL.row_height
    rows = table(*[Row(("", ""))] * 6)
    assert layout.page_starts(rows, [low] * 5 + [high], OFFICIAL) == [0, 5]


def test_spans_are_cut_where_pages_begin() -> None:
    assert layout.split_spans([Span(0, 0, 9), Span(1, 8, 12)], [0, 9, 12]) == [
        Span(0, 0, 8),
        Span(1, 9, 11),
    ]


@given(st.lists(st.sampled_from("ab"), max_size=12), st.lists(st.sampled_from("ab"), max_size=12))
def test_spans_of_one_column_never_overlap(first: list[str], second: list[str]) -> None:
    size = min(len(first), len(second))
    spans = common_spans(COLUMNS, {"a": first[:size], "b": second[:size]})
    cells = [(span.column, row) for span in spans for row in range(span.first, span.last + 1)]
    assert len(cells) == len(set(cells))


def test_the_example_is_as_wide_as_one_page_at_a_readable_size() -> None:
    wide = work_plan(read(example_plan()))
    paper = (297 - wide.page.left - wide.page.right) * layout.POINTS_PER_MM
    assert paper / layout.table_width(wide, OFFICIAL) * OFFICIAL.fonts.body.size > 8


def test_a_row_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="row 0"):
        table(Row(("",)))

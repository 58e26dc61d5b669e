"""Widths of columns on paper: all of the page, no number or light broken, letters smaller where need be."""

import pytest

from planner.domain.lights import Light
from planner.reports.blocks import TableBlock, TextRole
from planner.reports.layout import text_width
from planner.reports.status.order import Order
from planner.reports.status.sheets import STATUS_SHEETS
from planner.reports.table import CellType, Column, LightSign, Page, Row, Table
from planner.reports.table_fit import CELL_PADDING_MM, FACTORS, fit
from tests.reports.sources import example_plan
from tests.reports.status.sheets import STYLE, maker

FACE = STYLE.fonts[TextRole.TABLE]
PAGE = Page(landscape=False, top=25, bottom=25, left=22, right=22)


def table(*columns, rows=()):
    return Table("表", "表", columns, tuple(Row(cells) for cells in rows), PAGE)


def narrow_ems(width, factor):
    return (width - 2 * CELL_PADDING_MM) / (FACE.size * factor * 25.4 / 72)


@pytest.mark.parametrize("key", [sheet.key for sheet in STATUS_SHEETS])
def test_the_columns_of_every_sheet_fill_the_page(key):
    sheets = maker(example_plan())
    for section in sheets.report(sheets.orders(Order(key))[0]).sections:
        width = section.setup.type_area[0]
        for block in section.blocks:
            if isinstance(block, TableBlock):
                fitted = fit(block.table, FACE, width)
                assert sum(fitted.widths) == pytest.approx(width)
                assert all(part > 0 for part in fitted.widths)
                assert fitted.factor in FACTORS


def test_days_and_lights_stay_on_one_line():
    long = Column("text", "文字", 60)
    day, light = Column("day", "日期", 4), Column("light", "灯", 4, CellType.LIGHT)
    sign = LightSign(Light.NONE, "Not judged")
    fitted = fit(table(long, day, light, rows=[("很长的文字" * 30, "2025-11-24", sign)]), FACE, 156)
    assert narrow_ems(fitted.widths[1], fitted.factor) >= text_width("2025-11-24") / 2
    assert narrow_ems(fitted.widths[2], fitted.factor) >= text_width("　Not judged") / 2


def test_letters_are_smaller_only_where_columns_ask_for_more_than_there_is():
    few = table(Column("a", "甲", 20), rows=[("文字",)])
    many = table(*(Column(f"c{n}", "很长的栏目", 20) for n in range(14)), rows=[("很长的文字" * 9,) * 14])
    assert fit(few, FACE, 156).factor == 1.0
    assert fit(many, FACE, 156).factor == FACTORS[-1]

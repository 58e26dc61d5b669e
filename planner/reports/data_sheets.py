"""Tidy sheets for people who compute: every item of one kind, one a row, all its fields, nothing merged."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from planner.domain.items import Item, Measure, kind_of
from planner.domain.items.framework import Document, Facet, Figure, Node, Strength, Term
from planner.domain.items.indicators import Indicator, IndicatorValue
from planner.domain.items.links import Link
from planner.domain.items.measures import Adjustment, Funding, Goal, Milestone, Report
from planner.domain.items.units import Unit
from planner.domain.marks import N_
from planner.domain.own_fields import fields_of
from planner.reports.source import Source, field_columns
from planner.reports.table import Cell, Column, Page, Row, Table

_PREFIX = "data."
_MARGIN = 15
_ID_WIDTH = 18

KINDS: Mapping[str, tuple[type[Item], str]] = {
    f"{_PREFIX}{kind_of(cls).key}": (cls, name)
    for cls, name in (
        (Node, N_("数据_框架")),
        (Measure, N_("数据_举措")),
        (Milestone, N_("数据_里程碑")),
        (Adjustment, N_("数据_时限调整")),
        (Goal, N_("数据_阶段目标")),
        (Report, N_("数据_进展报告")),
        (Funding, N_("数据_经费")),
        (Indicator, N_("数据_指标")),
        (IndicatorValue, N_("数据_指标值")),
        (Link, N_("数据_关联")),
        (Unit, N_("数据_单位")),
        (Facet, N_("数据_分类")),
        (Term, N_("数据_类目")),
        (Document, N_("数据_政策文件")),
        (Strength, N_("数据_优势")),
        (Figure, N_("数据_优势数据")),
    )
}
"""The kinds that have a data sheet, by the key of the sheet, with its name."""


def data_table(key: str) -> Callable[[Source], Table]:
    """Return what makes the data sheet of one kind."""
    cls, name = KINDS[key]

    def build(source: Source) -> Table:
        columns = tuple(_columns(source, cls))
        rows = tuple(_rows(source, cls, columns))
        page = Page(landscape=True, top=_MARGIN, bottom=_MARGIN, left=_MARGIN, right=_MARGIN)
        shown = source.contents.get(key, source.words(name))
        return Table(shown, shown, columns, rows, page, key=key, raw=True)

    return build


def _columns(source: Source, cls: type[Item]) -> Iterator[Column]:
    for key, label in (("id", N_("条目编号")), ("parent", N_("上级编号"))):
        yield source.column(Column(key, label, _ID_WIDTH, wrap=False), _ID_WIDTH)
    if cls is Measure:
        yield source.column(Column("task_number", N_("任务序号"), 9), 9)
    for column in field_columns(fields_of(source.plan, kind_of(cls))).values():
        yield replace(source.column(column, max(column.width, 2 * len(column.label) + 2)), wrap=False)


def _rows(source: Source, cls: type[Item], columns: tuple[Column, ...]) -> Iterator[Row]:
    ids = source.numbers if cls is Measure else [item.id for item in source.plan.in_order(cls)]
    for item_id in ids:
        item = source.plan[item_id]
        cells: dict[str, Cell] = {"id": item.id, "parent": item.parent}
        if cls is Measure:
            cells["task_number"] = str(source.numbers[item_id])
        yield Row(
            tuple(
                cells[column.key] if column.key in cells else source.cell(item, column.key)
                for column in columns
            ),
            source=item.id,
        )

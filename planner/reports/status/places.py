"""What a template can place on a line of its own: tables, pictures, forms and lights, by their names.

Only `planner.reports.status` imports it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from planner.app.comparison import ARROWS
from planner.app.periods import period_name
from planner.domain.items import Measure
from planner.domain.marks import N_
from planner.reports import duty, funding, indicators, milestones, progress, statistics, workplan
from planner.reports.blocks import Block, LightMark, Picture, TableBlock
from planner.reports.drawing import Drawing
from planner.reports.drawings.chain import chain
from planner.reports.drawings.house import house
from planner.reports.drawings.indicator_chart import indicator_chart
from planner.reports.drawings.roadmap import roadmap
from planner.reports.drawings.scene import Scene
from planner.reports.drawings.wall_chart import wall_chart
from planner.reports.source import Source
from planner.reports.status import lists, moves
from planner.reports.status.attainment import attainment_table
from planner.reports.status.facts import charted_indicators
from planner.reports.status.forms import progress_form, supervision_form
from planner.reports.status.order import Material, Order
from planner.reports.status.table_parts import (
    empty_columns,
    of_measures,
    of_unit,
    some_rows,
    with_column,
    without_columns,
)
from planner.reports.table import Align, Column, Row, Table

TableMaker = Callable[[Material, Order], Table]
Maker = Callable[[Material, Order, str], list[Block]]
"""Makes the blocks of one place; the text is what the template gives: a caption, an option before it."""


def _whole(build: Callable[[Source], Table]) -> TableMaker:
    """Return a table of the workbook as it is."""
    return lambda material, _order: build(material.source)


def _chosen(build: Callable[[Source], Table]) -> TableMaker:
    """Return the rows of a table of the workbook that speak of what the order asks for."""

    def make(material: Material, order: Order) -> Table:
        table = build(material.source)
        plan = material.source.plan
        if not (order.unit or order.scope or order.measure):
            return table
        wanted = {row for row in plan.of(Measure) if material.concerns(order, plan.get(row, Measure))}
        return of_measures(table, wanted.__contains__)

    return make


def _duty(material: Material, order: Order) -> Table:
    table = duty.duty_table(material.source)
    return of_unit(table, order.unit) if order.unit else table


def _progress(material: Material, order: Order) -> Table:
    """Return the table of progress headed by who reports for which period, with arrows where compared."""
    words, comparison = material.source.words, material.comparison
    table = _chosen(progress.progress_table)(material, order)
    unit = next((unit.title for unit in material.units if unit.id == order.unit), "")
    issuer = words(N_("填报单位（盖章）：{unit}")).format(unit=unit or material.source.plan.head.issuer)
    dated = period_name(words, order.period) if order.period else table.dated
    known = ("date",) if order.period else ()
    table = without_columns(table, *known, *empty_columns(table, "reported", "date", "goal"))
    table = replace(table, issuer=issuer, dated=dated)
    if comparison is None:
        return table
    column = Column("movement", words(N_("较上期")), 6, align=Align.CENTRE)

    def arrow(row: Row) -> str:
        return ARROWS[comparison.movement(row.subject)] if row.subject else ""

    return with_column(table, column, arrow, "done")


TABLES: Mapping[str, TableMaker] = {
    "work_plan": _chosen(workplan.work_plan),
    "progress": _progress,
    "duty": _duty,
    "completion": _whole(duty.completion_table),
    "milestones": _chosen(milestones.milestone_table),
    "indicators": _whole(indicators.indicator_table),
    "tracking": _whole(indicators.tracking_table),
    "funding": _whole(funding.funding_table),
    "statistics": _whole(statistics.statistics_table),
    "attainment": attainment_table,
    "ranking": moves.ranking_table,
    "risks": lists.risk_table,
    "lagging": lists.lagging_table,
    "lagging_brief": lists.brief_lagging_table,
    "changes": moves.changes_table,
    "layers": lists.layer_table,
    "issues": lists.issue_table,
    "upcoming": lists.upcoming_table,
    "nodes": lists.node_table,
    "reports": lists.report_table,
}

_PICTURES: Mapping[str, Callable[[Scene], Drawing]] = {
    "house": house,
    "wallchart": wall_chart,
    "roadmap": roadmap,
    "chain": chain,
}


def _table_place(make: TableMaker) -> Maker:
    def place(material: Material, order: Order, rest: str) -> list[Block]:
        skipped, rest = _option(rest, "skip")
        most, caption = _option(rest, "max")
        return [TableBlock(some_rows(make(material, order), int(skipped), int(most)), caption)]

    return place


def _picture_place(draw: Callable[[Scene], Drawing]) -> Maker:
    def place(material: Material, _order: Order, rest: str) -> list[Block]:
        width, caption = _option(rest, "width")
        return [Picture(draw(material.scene), caption, width)]

    return place


def _option(rest: str, name: str) -> tuple[float, str]:
    """Return the number of an option as `max=4` at the beginning of a text, 0 for none, and what follows."""
    found = re.match(rf"{name}=(\d+)(?: |$)", rest)
    return (float(found[1]), rest[found.end() :].strip()) if found else (0.0, rest)


def _charts(material: Material, _order: Order, rest: str) -> list[Block]:
    """Return a chart of each indicator that has a value."""
    width, caption = _option(rest, "width")
    return [
        Picture(indicator_chart(material.scene, standing), caption, width)
        for standing in charted_indicators(material)
    ]


def _light(material: Material, order: Order, caption: str) -> list[Block]:
    """Return the light of the measure that the sheet is about."""
    measure = material.source.plan.get(order.measure, Measure)
    light = material.verdict(measure).light
    return [LightMark(light, material.sign(light).word, lists.reason_of(material, measure), caption)]


PLACES: Mapping[tuple[str, str], Maker] = {
    **{("table", name): _table_place(make) for name, make in TABLES.items()},
    **{("picture", name): _picture_place(draw) for name, draw in _PICTURES.items()},
    ("picture", "charts"): _charts,
    ("form", "measure"): lambda material, order, _caption: [progress_form(material, order)],
    ("form", "duban"): lambda material, order, _caption: [supervision_form(material, order)],
    ("light", "measure"): _light,
}
"""What stands where a template says `[[table work_plan …]]`, by kind and name."""

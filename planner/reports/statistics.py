"""统计: how far layers, units and indicators are, in numbers and as charts of these numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.app.indicator_standing import indicator_standing
from planner.app.messages import LIGHT_NAMES
from planner.domain.items import ROOT, Indicator, Measure, Node
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.reports.charts import Chart, ChartKind
from planner.reports.computed import Share
from planner.reports.duty import COMPLETED, led_by_unit
from planner.reports.source import Source
from planner.reports.table import Align, Cell, CellType, Column, Role, Row, Table

SHEET = "statistics"
NAMES = (N_("统计"), N_("统计表"))

_SHOWN = (Light.RED, Light.YELLOW, Light.BLUE, Light.GREEN, Light.NONE)
"""The lights that have a column; what is done has its own."""

_COUNT = Column("count", N_("项数"), 8, CellType.NUMBER, Align.CENTRE)
COLUMNS = {
    "name": Column("name", N_("名称"), 40),
    "count": _COUNT,
    "done": replace(_COUNT, key="done", label=N_("已完成")),
    "rate": Column("rate", N_("完成率"), 9, CellType.PERCENT, Align.CENTRE),
    "progress": Column("progress", N_("进度或完成度"), 10, CellType.PERCENT, Align.CENTRE),
    **{light.value: replace(_COUNT, key=light.value, label=LIGHT_NAMES[light]) for light in _SHOWN},
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the table with the chart that is drawn of it."""

    heading: str
    rows: list[Row]
    chart: str
    kind: ChartKind
    series: tuple[str, ...]


def statistics_table(source: Source) -> Table:
    """Return layers, units and indicators, each section with its chart."""
    columns = source.columns(SHEET, COLUMNS)
    rows: list[Row] = []
    charts: list[Chart] = []
    for part in _parts(source, columns):
        if part.rows:
            rows.append(Row((part.heading, *[None] * (len(columns) - 1)), Role.BAND))
            charts.append(_chart(source, part, len(rows)))
            rows += part.rows
    table = source.table(SHEET, NAMES, columns, rows)
    keys = {column.key for column in columns}
    drawn = tuple(chart for chart in charts if {key for key, _ in chart.series} | {"name"} <= keys)
    note = source.words(
        N_("注：各单位只计牵头任务；“进度或完成度”对层和单位是平均进度，对指标是对最近目标的完成度。")
    )
    return replace(table, notes=(note,), charts=drawn) if rows else table


def _parts(source: Source, columns: Sequence[Column]) -> Iterator[_Part]:
    words = source.words
    lights = tuple(light.value for light in _SHOWN)
    yield _Part(
        words(N_("一、各层进展")),
        [
            _counted(columns, source, layer.title, _below(source, layer.id), layer.id)
            for layer in source.plan.children(ROOT, Node)
        ],
        words(N_("各层平均进度")),
        ChartKind.BARS,
        ("progress",),
    )
    yield _Part(
        words(N_("二、各单位牵头任务")),
        [
            _counted(columns, source, unit.display_name, measures, unit.id)
            for unit, measures in led_by_unit(source)
            if measures
        ],
        words(N_("各单位牵头任务状态")),
        ChartKind.STACKED,
        ("done", *reversed(lights)),
    )
    yield _Part(
        words(N_("三、主要指标完成度")),
        list(_indicators(source, columns)),
        words(N_("指标对最近目标的完成度")),
        ChartKind.BARS,
        ("progress",),
    )


def _below(source: Source, node_id: str) -> list[Measure]:
    """Return the measures of a layer that count: no parts of others, none cancelled."""
    plan = source.plan
    found = (plan[row] for row in plan.walk(node_id))
    return [
        row
        for row in found
        if isinstance(row, Measure) and row.status != "cancelled" and not source.is_part(row)
    ]


def _counted(
    columns: Sequence[Column], source: Source, name: str, measures: Iterable[Measure], item_id: str
) -> Row:
    counted = list(measures)
    done = sum(measure.status in COMPLETED for measure in counted)
    lights = Counter(source.derived.verdict(measure.id).light for measure in counted)
    known = [source.derived.progress(measure.id).percent for measure in counted]
    percents = [percent for percent in known if percent is not None]
    cells: dict[str, Cell] = {
        "name": name,
        "count": len(counted),
        "done": done,
        "rate": Share(100 * done / len(counted), "done", "count") if counted else None,
        "progress": round(sum(percents) / len(percents), 1) if percents else None,
        **{light.value: lights[light] for light in _SHOWN},
    }
    return Row(tuple(cells[column.key] for column in columns), source=item_id)


def _indicators(source: Source, columns: Sequence[Column]) -> Iterator[Row]:
    for indicator in source.plan.children(ROOT, Indicator):
        distance = indicator_standing(source.plan, indicator.id, source.derived.today).distance
        if distance is not None and distance.attainment is not None:
            cells: dict[str, Cell] = {"name": indicator.title, "progress": round(distance.attainment, 1)}
            yield Row(tuple(cells.get(column.key) for column in columns), source=indicator.id)


def _chart(source: Source, part: _Part, first: int) -> Chart:
    colours = source.preset.colours
    tints = {"progress": colours.lights[Light.BLUE.value], **colours.lights}
    return Chart(
        part.chart,
        part.kind,
        first,
        first + len(part.rows) - 1,
        "name",
        tuple((key, tints[key]) for key in part.series),
        percent="progress" in part.series,
    )

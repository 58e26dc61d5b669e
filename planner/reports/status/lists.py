"""Small tables of status sheets: what lags, what comes next, how the layers stand, what was reported.

Only `planner.reports.status` imports it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from planner.app.messages import verdict_sentence
from planner.domain.items import ROOT, Measure, Milestone, Node
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.reports.duty import completed
from planner.reports.source import SERIAL_COLUMN, period_cell
from planner.reports.status.facts import SOON
from planner.reports.status.order import Material, Order, one_line
from planner.reports.table import Align, Cell, CellType, Column, Page, Role, Row, Table
from planner.reports.text_fit import shortened

PRESSING = (Light.RED, Light.YELLOW, Light.BLUE)
_LATE = (Light.RED, Light.YELLOW)
_MOST_REPORTS = 6
_BRIEF = 24
"""How many Chinese characters of a text stand in a brief."""

_PAGE = Page(landscape=False, top=25, bottom=25, left=22, right=22)


def number_column(key: str, label: str, width: float = 8) -> Column:
    """Return a column of counts."""
    return Column(key, label, width, CellType.NUMBER, Align.CENTRE)


def centred(key: str, label: str, width: float, kind: CellType = CellType.TEXT) -> Column:
    """Return a column whose cells stand in its middle."""
    return Column(key, label, width, kind, Align.CENTRE)


NUMBER_COLUMN = centred("number", N_("序号"), 8, CellType.NUMBER)
TASK_COLUMN = Column("task", N_("重点任务"), 34)
LEAD_COLUMN = centred("lead", N_("牵头单位"), 16)
_DUE = centred("due", N_("完成时限"), 14)
LIGHT_COLUMN = centred("light", N_("状态灯"), 10, CellType.LIGHT)

_RISKS = (
    NUMBER_COLUMN,
    TASK_COLUMN,
    LEAD_COLUMN,
    _DUE,
    LIGHT_COLUMN,
    Column("reason", N_("判定理由"), 26),
    Column("problem", N_("存在问题"), 26),
    Column("next_step", N_("下一步打算"), 26),
)
_BRIEF_RISKS = (
    NUMBER_COLUMN,
    replace(TASK_COLUMN, width=46),
    replace(LEAD_COLUMN, width=24),
    _DUE,
    LIGHT_COLUMN,
)
"""What is said of each where there are many."""
_UPCOMING = (
    centred("date", N_("日期"), 12, CellType.DATE),
    Column("title", N_("节点"), 30),
    TASK_COLUMN,
    LEAD_COLUMN,
)
_NODES = (
    SERIAL_COLUMN,
    Column("title", N_("节点"), 34),
    _DUE,
    Column("deliverable", N_("成果形式"), 20),
    centred("done", N_("完成日期"), 12, CellType.DATE),
)
_REPORTS = (
    centred("date", N_("填报日期"), 12, CellType.DATE),
    centred("percent", N_("完成比例"), 9, CellType.PERCENT),
    Column("done", N_("进展情况"), 40),
    Column("problem", N_("存在问题"), 24),
)
_LAYERS = (
    centred("layer", N_("框架层"), 14),
    number_column("measures", N_("任务（项）"), 10),
    number_column("done", N_("已完成（项）"), 10),
    centred("progress", N_("平均进度"), 10, CellType.PERCENT),
    number_column("late", N_("滞后和关注（项）"), 12),
    LIGHT_COLUMN,
)
_ISSUES = (
    Column("task", N_("事项"), 24),
    LEAD_COLUMN,
    Column("reason", N_("判定理由"), 22),
    Column("problem", N_("存在问题"), 20),
    Column("next_step", N_("下一步打算"), 20),
    LIGHT_COLUMN,
)


def risk_table(material: Material, order: Order) -> Table:
    """Return the measures whose light is pressing, the worst first."""
    return list_table(material, N_("风险事项"), _RISKS, _risk_rows(material, order, PRESSING))


def lagging_table(material: Material, order: Order) -> Table:
    """Return the measures that lag, the worst first."""
    return list_table(material, N_("滞后事项"), _RISKS, _risk_rows(material, order, _LATE))


def brief_lagging_table(material: Material, order: Order) -> Table:
    """Return the measures that lag, the worst first, each on a line or so."""
    kept = len(_BRIEF_RISKS)
    rows = (replace(row, cells=row.cells[:kept]) for row in _risk_rows(material, order, _LATE))
    return list_table(material, N_("滞后事项"), _BRIEF_RISKS, rows)


def pressing(material: Material, order: Order, lights: Sequence[Light]) -> list[Measure]:
    """Return the measures that show one of some lights, the worst first."""
    found = [
        measure
        for measure in material.counted
        if material.verdict(measure).light in lights and material.concerns(order, measure)
    ]
    return sorted(found, key=lambda measure: material.verdict(measure).light.urgency, reverse=True)


def reason_of(material: Material, measure: Measure) -> str:
    """Return why a measure has its light, without the light's own word."""
    sentence = verdict_sentence(material.source.words, material.verdict(measure))
    return sentence.partition("：")[2] or sentence.partition(": ")[2] or sentence


def _risk_rows(material: Material, order: Order, lights: Sequence[Light]) -> Iterator[Row]:
    for measure in pressing(material, order, lights):
        report = material.last_report(measure)
        yield Row(
            (
                *head_cells(material, measure),
                material.source.derived.due_words(measure),
                material.sign(material.verdict(measure).light),
                reason_of(material, measure),
                report.problem if report else "",
                report.next_step if report else "",
            ),
            source=measure.id,
        )


def upcoming_table(material: Material, order: Order) -> Table:
    """Return the milestones that fall due soon, the next first."""
    rows = (
        Row((day, node.title, measure.title, material.source.responsible(measure)), source=node.id)
        for day, node, measure in upcoming(material)
        if material.concerns(order, measure)
    )
    return list_table(material, N_("近期节点"), _UPCOMING, rows)


def upcoming(material: Material) -> list[tuple[date, Milestone, Measure]]:
    """Return the milestones that fall due soon with their days and measures, the next first."""
    plan, derived = material.source.plan, material.source.derived
    due = (
        (day, node, plan.get(node.parent, Measure))
        for node in plan.in_order(Milestone)
        if not node.done
        and (day := derived.due_date(node)) is not None
        and derived.today <= day <= derived.today + SOON
    )
    return sorted(due, key=lambda entry: entry[0])


def node_table(material: Material, order: Order) -> Table:
    """Return the milestones of one measure."""
    milestones = material.source.plan.children(order.measure, Milestone)
    rows = (
        Row((place, entry.title, entry.due, entry.deliverable, period_cell(entry.done)), source=entry.id)
        for place, entry in enumerate(milestones, 1)
    )
    return list_table(material, N_("里程碑"), _NODES, rows)


def report_table(material: Material, order: Order) -> Table:
    """Return what was reported of one measure, the latest first; the last few."""
    reports = material.reports(order.measure)[:_MOST_REPORTS]
    rows = (
        Row((period_cell(entry.date), entry.percent, entry.done, entry.problem), source=entry.id)
        for entry in reports
    )
    return list_table(material, N_("历次填报"), _REPORTS, rows)


def layer_table(material: Material, _order: Order) -> Table:
    """Return how far each layer of the framework has come."""
    plan, derived = material.source.plan, material.source.derived
    rows = []
    for layer in plan.children(ROOT, Node):
        below = set(material.scene.measures(layer.id))
        measures = [measure for measure in material.counted if measure.id in below]
        late = sum(material.verdict(measure).light in _LATE for measure in measures)
        percent = derived.progress(layer.id).percent
        sign = material.sign(derived.verdict(layer.id).light)
        counts = (len(measures), completed(measures), percent, late)
        rows.append(Row((one_line(layer.title), *counts, sign), source=layer.id))
    return list_table(material, N_("各层进展"), _LAYERS, rows)


def issue_table(material: Material, order: Order) -> Table:
    """Return the measures that lag, the worst first, in a few words each: what a leader has to know."""
    rows = []
    for measure in pressing(material, order, _LATE):
        report = material.last_report(measure)
        texts = (
            measure.title,
            material.source.responsible(measure),
            reason_of(material, measure),
            report.problem if report else "",
            report.next_step if report else "",
        )
        sign = material.sign(material.verdict(measure).light)
        short = (shortened(text, _BRIEF, 1) for text in texts)
        rows.append(Row((*short, sign), source=measure.id))
    return list_table(material, N_("需协调事项"), _ISSUES, rows)


def head_cells(material: Material, measure: Measure) -> tuple[Cell, Cell, Cell]:
    """Return the number, the title and the responsible units of a measure."""
    source = material.source
    return source.numbers.get(measure.id), measure.title, source.responsible(measure)


def list_table(material: Material, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    """Return a table of a report; an empty one says so."""
    words = material.source.words
    worded = tuple(material.source.column(column, column.width) for column in columns)
    body = tuple(rows)
    if not body:
        empty = (words(N_("（暂无内容）")), *[None] * (len(worded) - 1))
        body = (Row(empty, Role.BAND),)
    return Table(words(name), words(name), worded, body, _PAGE)

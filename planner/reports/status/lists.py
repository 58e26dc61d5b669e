"""Small tables of status sheets: who ranks where, what lags, what changed, what comes next.

Only `planner.reports.status` imports it.
"""

from collections.abc import Iterable, Iterator, Sequence

from planner.app.comparison import ARROWS, Comparison, Movement
from planner.app.indicator_facts import dated_amount, latest, target, target_period
from planner.app.messages import verdict_sentence
from planner.domain.items import Measure, Milestone
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.reports.progress import PACE_NAMES, Pace
from planner.reports.source import SERIAL_COLUMN, period_cell
from planner.reports.status.facts import SOON, standings_of_indicators
from planner.reports.status.order import Material, Order
from planner.reports.status.standings import UnitStanding, ranked_units
from planner.reports.table import Align, Cell, CellType, Column, Page, Role, Row, Table

PRESSING = (Light.RED, Light.YELLOW, Light.BLUE)
_LATE = (Light.RED, Light.YELLOW)
_MOST_REPORTS = 6

_PAGE = Page(landscape=False, top=25, bottom=25, left=22, right=22)


def _number(key: str, label: str, width: float = 8) -> Column:
    return Column(key, label, width, CellType.NUMBER, Align.CENTRE)


def _centred(key: str, label: str, width: float, kind: CellType = CellType.TEXT) -> Column:
    return Column(key, label, width, kind, Align.CENTRE)


_NUMBER = _centred("number", N_("序号"), 8, CellType.NUMBER)
_TASK = Column("task", N_("重点任务"), 34)
_LEAD = _centred("lead", N_("牵头单位"), 16)
_DUE = _centred("due", N_("完成时限"), 14)
_LIGHT = _centred("light", N_("状态灯"), 10, CellType.LIGHT)

_RANKING = (
    _number("place", N_("名次"), 6),
    Column("unit", N_("单位"), 22),
    _number("led", N_("牵头（项）")),
    _number("done", PACE_NAMES[Pace.DONE]),
    _number("ahead", PACE_NAMES[Pace.AHEAD]),
    _number("on", PACE_NAMES[Pace.ON]),
    _number("behind", PACE_NAMES[Pace.BEHIND]),
    _number("overdue", PACE_NAMES[Pace.OVERDUE]),
    _centred("rate", N_("完成率"), 9, CellType.PERCENT),
    _centred("keeping", N_("序时达标率"), 9, CellType.PERCENT),
)
_RISKS = (
    _NUMBER,
    _TASK,
    _LEAD,
    _DUE,
    _LIGHT,
    Column("reason", N_("判定理由"), 26),
    Column("problem", N_("存在问题"), 26),
    Column("next_step", N_("下一步打算"), 26),
)
_CHANGES = (
    _centred("change", N_("变化"), 10),
    _NUMBER,
    _TASK,
    _LEAD,
    _centred("before", N_("上期"), 16),
    _centred("now", N_("本期"), 16),
)
_UPCOMING = (
    _centred("date", N_("日期"), 12, CellType.DATE),
    Column("title", N_("节点"), 30),
    _TASK,
    _LEAD,
)
_NODES = (
    SERIAL_COLUMN,
    Column("title", N_("节点"), 34),
    _DUE,
    Column("deliverable", N_("成果形式"), 20),
    _centred("done", N_("完成日期"), 12, CellType.DATE),
)
_REPORTS = (
    _centred("date", N_("填报日期"), 12, CellType.DATE),
    _centred("percent", N_("完成比例"), 9, CellType.PERCENT),
    Column("done", N_("进展情况"), 40),
    Column("problem", N_("存在问题"), 24),
)
_ATTAINMENT = (
    SERIAL_COLUMN,
    Column("title", N_("指标"), 34),
    _centred("unit", N_("计量单位"), 9),
    _centred("baseline", N_("基期值"), 14),
    _centred("target", N_("目标"), 14),
    _centred("expected", N_("序时目标"), 10, CellType.NUMBER),
    _centred("actual", N_("当前值"), 14),
    _centred("attainment", N_("完成度"), 10, CellType.PERCENT),
    _LIGHT,
)
_SIGNS = {
    Movement.BETTER: N_("好转"),
    Movement.WORSE: N_("变差"),
    Movement.NEW: N_("新增"),
    Movement.SAME: N_("持平"),
}


def movement_words(material: Material, movement: Movement) -> str:
    """Return where a measure has gone, as ↑ 好转."""
    return f"{ARROWS[movement]} {material.source.words(_SIGNS[movement])}"


def ranking_table(material: Material, _order: Order) -> Table:
    """Return the units by rank."""
    rows = (Row(tuple(_ranked(entry)), source=entry.unit.id) for entry in ranked_units(material))
    return _table(material, N_("各单位完成情况"), _RANKING, rows)


def _ranked(entry: UnitStanding) -> Iterator[Cell]:
    yield from (entry.place, entry.unit.display_name, len(entry.measures), entry.done)
    yield from (entry.paces[pace] for pace in (Pace.AHEAD, Pace.ON, Pace.BEHIND, Pace.OVERDUE))
    yield from (entry.rate, entry.keeping)


def risk_table(material: Material, order: Order) -> Table:
    """Return the measures whose light is pressing, the worst first."""
    return _table(material, N_("风险事项"), _RISKS, _risk_rows(material, order, PRESSING))


def lagging_table(material: Material, order: Order) -> Table:
    """Return the measures that lag, the worst first."""
    return _table(material, N_("滞后事项"), _RISKS, _risk_rows(material, order, _LATE))


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
                *_head_cells(material, measure),
                material.source.derived.due_words(measure),
                material.sign(material.verdict(measure).light),
                reason_of(material, measure),
                report.problem if report else "",
                report.next_step if report else "",
            ),
            source=measure.id,
        )


def changes_table(material: Material, order: Order) -> Table:
    """Return what is better, worse, new, completed or gone since the state compared with."""
    rows = _change_rows(material, order) if material.comparison else ()
    return _table(material, N_("变化情况"), _CHANGES, rows)


def _change_rows(material: Material, order: Order) -> Iterator[Row]:
    comparison = material.comparison
    if comparison is None:
        return
    completed = comparison.completed()
    done = f"✔ {material.source.words(N_('已完成'))}"
    yield from _change_group(material, order, done, completed)
    for movement in (Movement.WORSE, Movement.BETTER, Movement.NEW):
        rows = [row for row in comparison.gone(movement) if row not in completed]
        yield from _change_group(material, order, movement_words(material, movement), rows)
    gone = f"－ {material.source.words(N_('取消'))}"
    for row in comparison.dropped():
        measure = comparison.before_plan.get(row, Measure)
        was = _state(material, comparison, row, now=False)
        yield Row((gone, None, measure.title, _lead_in(comparison.before_plan, row), was, "—"))


def _change_group(material: Material, order: Order, sign: str, rows: Iterable[str]) -> Iterator[Row]:
    plan, comparison = material.source.plan, material.comparison
    for row in rows:
        measure = plan.get(row, Measure)
        if comparison is None or not material.concerns(order, measure):
            continue
        was, now = (_state(material, comparison, row, now=when) for when in (False, True))
        yield Row((sign, *_head_cells(material, measure), was, now), source=row)


def _state(material: Material, comparison: Comparison, row: str, *, now: bool) -> str:
    derived = comparison.now if now else comparison.before
    if not now and comparison.before_plan.find(row) is None:
        return "—"
    sign = material.sign(derived.verdict(row).light)
    percent = derived.progress(row).percent
    return sign.word if percent is None else f"{sign.word} {percent:.0f}%"


def _lead_in(plan: Plan, row: str) -> str:
    units = (plan.find(unit) for unit in plan.targets(row, "unit", "lead"))
    return "、".join(str(getattr(unit, "display_name", "")) for unit in units)


def upcoming_table(material: Material, order: Order) -> Table:
    """Return the milestones that fall due soon, the next first."""
    source = material.source
    today = source.derived.today
    due = (
        (day, milestone)
        for milestone in source.plan.in_order(Milestone)
        if not milestone.done
        and (day := source.derived.due_date(milestone)) is not None
        and today <= day <= today + SOON
    )
    rows = []
    for day, milestone in sorted(due, key=lambda entry: entry[0]):
        measure = source.plan.get(milestone.parent, Measure)
        if material.concerns(order, measure):
            cells = (day, milestone.title, measure.title, source.responsible(measure))
            rows.append(Row(cells, source=milestone.id))
    return _table(material, N_("近期节点"), _UPCOMING, rows)


def node_table(material: Material, order: Order) -> Table:
    """Return the milestones of one measure."""
    milestones = material.source.plan.children(order.measure, Milestone)
    rows = (
        Row((place, entry.title, entry.due, entry.deliverable, period_cell(entry.done)), source=entry.id)
        for place, entry in enumerate(milestones, 1)
    )
    return _table(material, N_("里程碑"), _NODES, rows)


def report_table(material: Material, order: Order) -> Table:
    """Return what was reported of one measure, the latest first; the last few."""
    reports = material.reports(order.measure)[:_MOST_REPORTS]
    rows = (
        Row((period_cell(entry.date), entry.percent, entry.done, entry.problem), source=entry.id)
        for entry in reports
    )
    return _table(material, N_("历次填报"), _REPORTS, rows)


def attainment_table(material: Material, _order: Order) -> Table:
    """Return each indicator with its values, what its path expects today and how far it has attained."""
    source, plan = material.source, material.source.plan
    rows = []
    for serial, standing in enumerate(standings_of_indicators(material), 1):
        indicator, distance = standing.indicator, standing.distance
        goal = standing.series.goal(source.derived.today)
        period = goal.period if goal else target_period(plan)
        values = (latest(plan, indicator.id, "baseline"), target(plan, indicator.id, period))
        baseline, aim = (dated_amount(source.words, value) for value in values)
        expected = None if standing.expected is None else float(f"{standing.expected:.4g}")
        rows.append(
            Row(
                (
                    serial,
                    indicator.title,
                    indicator.unit,
                    baseline,
                    aim,
                    expected,
                    dated_amount(source.words, latest(plan, indicator.id, "actual")),
                    distance.attainment if distance else None,
                    material.sign(standing.verdict.light),
                ),
                source=indicator.id,
            )
        )
    return _table(material, N_("指标完成情况"), _ATTAINMENT, rows)


def _head_cells(material: Material, measure: Measure) -> tuple[Cell, Cell, Cell]:
    source = material.source
    return source.numbers.get(measure.id), measure.title, source.responsible(measure)


def _table(material: Material, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Table:
    """Return a table of a report; an empty one says so."""
    words = material.source.words
    worded = tuple(material.source.column(column, column.width) for column in columns)
    body = tuple(rows)
    if not body:
        empty = (words(N_("（暂无内容）")), *[None] * (len(worded) - 1))
        body = (Row(empty, Role.BAND),)
    return Table(words(name), words(name), worded, body, _PAGE)

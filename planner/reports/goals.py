"""The columns of the work plan with what each measure is to reach in the year, and in its quarters.

Only `planner.reports` imports it.
"""

from dataclasses import replace

from planner.domain.items import Goal, Measure
from planner.domain.marks import N_
from planner.reports.source import Source
from planner.reports.table import Column

YEARLY = "yearly_goal"
QUARTERLY = "quarterly_goal"
_GOAL = "goal "
_BEFORE = "notes"
"""The column that the goals stand in front of, where the preset does not say where."""

QUARTERS = (N_("一季度"), N_("二季度"), N_("三季度"), N_("四季度"))

GOAL_COLUMNS = {
    YEARLY: Column(YEARLY, N_("{year}年度目标"), 18),
    QUARTERLY: Column(QUARTERLY, "", 14, group=N_("{year}年季度目标")),
}


def with_goals(source: Source, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return the columns with those for goals that the preset or the options ask for, filled in by period."""
    options, present = source.options, {column.key for column in columns}
    wanted = [(YEARLY, options.yearly_goals), (QUARTERLY, options.quarterly_goals)]
    added = [
        source.column(GOAL_COLUMNS[key], GOAL_COLUMNS[key].width)
        for key, asked in wanted
        if asked and key not in present
    ]
    place = next((at for at, column in enumerate(columns) if column.key == _BEFORE), len(columns))
    shown: list[Column] = []
    for column in (*columns[:place], *added, *columns[place:]):
        shown += _by_period(source, column)
    return tuple(shown)


def goal_texts(source: Source, measure: Measure) -> dict[str, str]:
    """Return the goals of a measure by the key of their column."""
    texts: dict[str, str] = {}
    for goal in source.plan.children(measure.id, Goal):
        key = _key(goal.period)
        texts[key] = f"{texts[key]}\n{goal.content}" if key in texts else goal.content
    return texts


def is_goal(column: Column) -> bool:
    """Whether a column that `with_goals` returned holds goals."""
    return column.key.startswith(_GOAL)


def _by_period(source: Source, column: Column) -> list[Column]:
    year = source.derived.today.year
    if column.key == YEARLY:
        return [replace(column, key=_key(str(year)), label=column.label.format(year=year))]
    if column.key == QUARTERLY:
        group = column.group.format(year=year)
        return [
            replace(column, key=_key(f"{year}-Q{place}"), label=source.words(name), group=group)
            for place, name in enumerate(QUARTERS, 1)
        ]
    return [column]


def _key(period: str) -> str:
    return f"{_GOAL}{period}"

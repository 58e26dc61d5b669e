"""What can be said of a plan as a whole in one cell: its title and dates, and how much there is of it.

Any room above `app` may import it.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from planner.domain.items import Indicator, Measure, Milestone, Unit
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.reports.duty import completed
from planner.reports.source import Source, period_cell
from planner.reports.table import Cell

PLAN_VALUES: Mapping[str, str] = {
    "title": N_("计划名称"),
    "issuer": N_("编制单位"),
    "start": N_("开始"),
    "end": N_("结束"),
    "date": N_("截至日期"),
    "revision": N_("计划版本"),
    "notice": N_("声明"),
    "notes": N_("备注"),
    "measures": N_("任务数"),
    "parts": N_("分解任务数"),
    "done": N_("已完成任务数"),
    "rate": N_("任务完成率"),
    "red": N_("红灯任务数"),
    "yellow": N_("黄灯任务数"),
    "milestones": N_("里程碑数"),
    "indicators": N_("指标数"),
    "units": N_("单位数"),
}
"""The names of these values by key. Parts of measures and cancelled measures are not counted as tasks."""


def plan_values(source: Source) -> dict[str, Cell]:
    """Return each value of `PLAN_VALUES` by its key; texts, days, and numbers to reckon with."""
    plan, head = source.plan, source.plan.head
    measures = [plan.get(measure_id, Measure) for measure_id in source.numbers]
    tasks = [task for task in measures if task.status != "cancelled" and not source.is_part(task)]
    lights = Counter(source.derived.verdict(task.id).light for task in tasks)
    done = completed(tasks)
    today: date = source.derived.today
    return {
        "title": head.title,
        "issuer": head.issuer,
        "start": period_cell(head.start),
        "end": period_cell(head.end),
        "date": today,
        "revision": source.options.revision,
        "notice": head.notice,
        "notes": head.notes,
        "measures": len(tasks),
        "parts": sum(source.is_part(measure) for measure in measures),
        "done": done,
        "rate": f"{100 * done / len(tasks):.1f}%" if tasks else "",
        "red": lights[Light.RED],
        "yellow": lights[Light.YELLOW],
        "milestones": len(plan.of(Milestone)),
        "indicators": len(plan.of(Indicator)),
        "units": len(plan.of(Unit)),
    }

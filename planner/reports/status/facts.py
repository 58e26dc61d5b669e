"""The numbers that a report's sentences name, by name, as they are written.

Templates read them, and a text written by hand keeps them to know later which have changed. Only
`planner.reports.status` imports it.
"""

from collections import Counter
from datetime import timedelta

from planner.app.indicator_standing import IndicatorStanding, indicator_standing
from planner.app.overview import counts
from planner.domain.items import ROOT, Indicator, Milestone
from planner.domain.lights import Light
from planner.reports.duty import completed
from planner.reports.progress import Pace, pace_of
from planner.reports.status.order import Material

SOON = timedelta(days=60)
"""How far ahead a milestone counts as coming up."""


def facts(material: Material) -> dict[str, str]:
    """Return all numbers of a plan in its state."""
    measures = material.counted
    lights = Counter(material.verdict(measure).light for measure in measures)
    paces = Counter(pace_of(material.source, material.verdict(measure)) for measure in measures)
    statuses = Counter(measure.status for measure in measures)
    done = completed(measures)
    numbers: dict[str, int] = {
        **counts(material.source.plan),
        "counted": len(measures),
        "done": done,
        "in_progress": statuses["in_progress"],
        "not_started": statuses["not_started"],
        "cancelled": len(material.measures) - len(measures),
        **{f"light_{light.value}": lights[light] for light in Light},
        **{f"pace_{pace.value}": paces[pace] for pace in Pace},
        **_milestones(material),
        **_indicators(material),
    }
    return {
        **{name: str(number) for name, number in numbers.items()},
        "done_rate": _share(done, len(measures)),
        "pace_rate": _share(paces[Pace.DONE] + paces[Pace.AHEAD] + paces[Pace.ON], _judged(paces)),
        "progress": _progress(material),
    }


def standings_of_indicators(material: Material) -> list[IndicatorStanding]:
    """Return where all indicators stand, in their order."""
    plan, today = material.source.plan, material.source.derived.today
    return [indicator_standing(plan, indicator.id, today) for indicator in plan.children(ROOT, Indicator)]


def charted_indicators(material: Material) -> list[IndicatorStanding]:
    """Return where those indicators stand that have anything to draw."""
    return [
        standing
        for standing in standings_of_indicators(material)
        if standing.series.latest or standing.series.targets or standing.series.baseline
    ]


def _judged(paces: Counter[Pace]) -> int:
    return sum(paces.values()) - paces[Pace.UNKNOWN]


def _milestones(material: Material) -> dict[str, int]:
    derived = material.source.derived
    milestones = material.source.plan.of(Milestone).values()
    dues = [derived.due_date(milestone) for milestone in milestones if not milestone.done]
    today = derived.today
    return {
        "milestones_done": sum(bool(milestone.done) for milestone in milestones),
        "milestones_late": sum(due is not None and due < today for due in dues),
        "milestones_soon": sum(due is not None and today <= due <= today + SOON for due in dues),
    }


def _indicators(material: Material) -> dict[str, int]:
    standings = standings_of_indicators(material)
    reasons = Counter(standing.verdict.reason for standing in standings)
    lights = Counter(standing.verdict.light for standing in standings)
    return {
        "indicators_main": sum(standing.indicator.grade == "main" for standing in standings),
        "indicators_valued": sum(standing.series.latest is not None for standing in standings),
        "indicators_charted": len(charted_indicators(material)),
        "indicators_met": reasons["indicator_met"],
        "indicators_behind": lights[Light.YELLOW] + lights[Light.RED],
    }


def _progress(material: Material) -> str:
    percents = [
        percent
        for measure in material.counted
        if (percent := material.source.derived.progress(measure.id).percent) is not None
    ]
    return f"{sum(percents) / len(percents):.1f}%" if percents else "—"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "—"

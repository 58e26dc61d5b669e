"""The lights that the program computes beside those that the units report."""

from dataclasses import dataclass

from planner.app.derived import Derived
from planner.domain.items import Measure, Report
from planner.domain.lights import Light, Verdict
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class LightPair:
    """Both lights of one measure: the computed one with its reason, and that of the last report with one."""

    measure: str
    computed: Verdict
    reported: Light
    report: Report

    @property
    def milder(self) -> bool:
        """Whether the unit sees it milder than the program computes."""
        return self.computed.light in _PRESSING and self.reported.urgency < self.computed.light.urgency

    @property
    def agrees(self) -> bool:
        """Whether both are the same; a completed measure reports green."""
        return self.computed.light is self.reported or (
            self.computed.light is Light.DONE and self.reported is Light.GREEN
        )


_PRESSING = (Light.BLUE, Light.YELLOW, Light.RED)


def reported_light(plan: Plan, measure_id: str) -> Report | None:
    """Return the last report of a measure that gives a light."""
    reports = [report for report in plan.children(measure_id, Report) if report.light]
    return max(reports, key=lambda report: (report.date, report.rank), default=None)


def light_pair(plan: Plan, derived: Derived, measure_id: str) -> LightPair | None:
    """Return both lights of a measure, None where no unit has reported one."""
    report = reported_light(plan, measure_id)
    if report is None:
        return None
    return LightPair(measure_id, derived.verdict(measure_id), Light(report.light), report)


def compare_lights(plan: Plan, derived: Derived) -> list[LightPair]:
    """Return both lights of every measure for which a unit has reported one, in the order of the tree."""
    pairs = (light_pair(plan, derived, row) for row in plan.walk() if isinstance(plan[row], Measure))
    return [pair for pair in pairs if pair is not None]

"""What has become better and worse between two states of a plan, for reports and the window.

The two may be one plan at two times or two plans; measures are the same by their id. Imports app and domain.
"""

from dataclasses import dataclass
from enum import StrEnum

from planner.app.derived import Derived
from planner.domain.items import Measure
from planner.domain.lights import Light
from planner.domain.plan import Plan

_ENDED = ("done", "closed")
_NOTABLE = 0.5
"""From how many points on progress counts as changed."""


class Movement(StrEnum):
    """Where a measure has gone."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NEW = "new"


ARROWS = {Movement.BETTER: "↑", Movement.SAME: "→", Movement.WORSE: "↓", Movement.NEW: "＋"}
"""The sign of each, told apart without colour."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier state of a plan against the present one, each judged by its own day."""

    title: str
    before: Derived
    before_plan: Plan
    now: Derived
    now_plan: Plan

    def movement(self, measure_id: str) -> Movement:
        """Say where a measure of the present plan has gone: by its light, else by its progress."""
        if self.before_plan.find(measure_id) is None:
            return Movement.NEW
        was, now = self.before.verdict(measure_id).light, self.now.verdict(measure_id).light
        if was is not now and Light.DONE in (was, now):
            return Movement.BETTER if now is Light.DONE else Movement.WORSE
        if was is not now and Light.NONE not in (was, now):
            return Movement.BETTER if now.urgency < was.urgency else Movement.WORSE
        gained = self.gained(measure_id)
        if gained is None or abs(gained) < _NOTABLE:
            return Movement.SAME
        return Movement.BETTER if gained > 0 else Movement.WORSE

    def gained(self, measure_id: str) -> float | None:
        """Return by how many points progress has grown; None where one of the two has none."""
        if self.before_plan.find(measure_id) is None:
            return None
        was, now = self.before.progress(measure_id).percent, self.now.progress(measure_id).percent
        return None if was is None or now is None else now - was

    def added(self) -> list[str]:
        """Return the measures that are new, in the order of the tree."""
        return [row for row in _measures(self.now_plan) if self.before_plan.find(row) is None]

    def dropped(self) -> list[str]:
        """Return the measures that are there no more, in the order of the tree that had them."""
        return [row for row in _measures(self.before_plan) if self.now_plan.find(row) is None]

    def completed(self) -> list[str]:
        """Return the measures that were completed since, in the order of the tree."""
        return [
            row
            for row in _measures(self.now_plan)
            if self.now_plan.get(row, Measure).status in _ENDED
            and isinstance(old := self.before_plan.find(row), Measure)
            and old.status not in _ENDED
        ]

    def gone(self, movement: Movement) -> list[str]:
        """Return the measures that went one way, in the order of the tree."""
        return [row for row in _measures(self.now_plan) if self.movement(row) is movement]


def _measures(plan: Plan) -> list[str]:
    return [row for row in plan.walk() if isinstance(plan[row], Measure)]

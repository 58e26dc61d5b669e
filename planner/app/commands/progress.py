"""Commands of following up: a deadline changed officially, and a report with the status that it brings.

Neither writes over what was said before: the first deadline and every report stay.
"""

from collections.abc import Mapping
from datetime import date

from planner.app.commands.edit import set_field
from planner.app.commands.structure import Spot, add
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Label
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Value
from planner.domain.items import Adjustment, Measure, Report
from planner.domain.plan import Plan


def adjust_deadline(  # noqa: PLR0913 - an official change has all these parts
    plan: Plan, measure_id: str, due: str, *, reason: str, approval: str, day: date, new_id: NewId
) -> ChangeSet:
    """Put another deadline in force, with the reason and who approved it; the first one is kept.

    Refuses as bad_value an empty deadline. Where no deadline was set before, there is none to adjust and the
    words become the first; the words that are in force already change nothing.
    """
    measure = plan.get(measure_id, Measure)
    words = " ".join(due.split())
    if not words:
        raise Refused(Refusal.BAD_VALUE, item=measure_id, field="due", value=due)
    earlier = plan.children(measure_id, Adjustment)
    changes: tuple[Change, ...] = ()
    if not measure.due and not earlier:
        changes = set_field(plan, measure_id, "due", words, day).changes
    elif words != (earlier[-1].due if earlier else measure.due):
        values = {
            "due": words,
            "date": day.isoformat(),
            "reason": reason.strip(),
            "approval": approval.strip(),
        }
        changes = add(plan, Adjustment, Spot(measure_id), new_id, values).changes
    return ChangeSet(Label("adjust_deadline", {"kind": "measure", "due": words}), changes)


def report_progress(
    plan: Plan, measure_id: str, day: date, values: Mapping[str, Value], new_id: NewId, status: str = ""
) -> ChangeSet:
    """Add a report of one day to a measure's series, and with it the status that it brings.

    `values` are a report's fields by key. Without a `status` work that has begun is in progress, and any
    other status stays, since whether something is done is not for a percentage to say.
    """
    measure = plan.get(measure_id, Measure)
    changes = add(plan, Report, Spot(measure_id), new_id, {**values, "date": day.isoformat()}).changes
    becomes = status or _status_after(measure, values.get("percent"))
    if becomes != measure.status:
        changes += set_field(plan, measure_id, "status", becomes, day).changes
    return ChangeSet(Label("report_progress", {"kind": "measure", "date": day.isoformat()}), changes)


def _status_after(measure: Measure, percent: Value) -> str:
    begun = isinstance(percent, int | float) and percent > 0
    return "in_progress" if begun and measure.status == "not_started" else measure.status

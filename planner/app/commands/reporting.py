"""Commands around reporting: close a period, keep text written by hand or go back to the computed one."""

from collections.abc import Mapping
from datetime import date

from planner.app.passages import Slot, numbers_text, passage_in
from planner.app.periods import period_code
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField
from planner.domain.items import ROOT, Passage, ReportingPeriod
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks


def close_period(plan: Plan, title: str, revision: int, today: date, new_id: NewId) -> ChangeSet:
    """Name the plan's present state, at `revision`; a title such as 2025年10月 gives the time too."""
    last = max((period.rank for period in plan.children(ROOT, ReportingPeriod)), default="")
    period = ReportingPeriod(
        new_id(),
        ROOT,
        next(iter(spread_ranks(1, before=last))),
        title=title.strip(),
        period=period_code(title),
        revision=revision,
        closed=today.isoformat(),
    )
    return ChangeSet(Label("close_period", {"kind": "period"}), (Insert(period),))


def write_passage(plan: Plan, slot: Slot, text: str, numbers: Mapping[str, str], new_id: NewId) -> ChangeSet:
    """Keep text written by hand in a slot, with what the report's numbers are now."""
    written = numbers_text(numbers)
    label = Label("write_passage", {"kind": "passage"})
    old = passage_in(plan, slot)
    if old is None:
        last = max((passage.rank for passage in plan.children(ROOT, Passage)), default="")
        rank = next(iter(spread_ranks(1, before=last)))
        passage = Passage(
            new_id(), ROOT, rank, slot.report, slot.name, slot.period, text=text, numbers=written
        )
        return ChangeSet(label, (Insert(passage),))
    changes: list[Change] = [
        SetField(old.id, key, old.value(key), value)
        for key, value in (("text", text), ("numbers", written))
        if old.value(key) != value
    ]
    return ChangeSet(label, tuple(changes))


def drop_passage(plan: Plan, passage_id: str) -> ChangeSet:
    """Give up a text written by hand, so that the computed one stands again."""
    passage = plan.get(passage_id, Passage)
    return ChangeSet(Label("drop_passage", {"kind": "passage"}), (Remove(passage),))

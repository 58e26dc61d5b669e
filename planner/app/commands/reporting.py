"""Commands around reporting: close a period, keep text written by hand or go back to the computed one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from planner.app.passages import Slot, Written, numbers_text, passage_in
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


def write_passages(plan: Plan, written: Mapping[Slot, Written], new_id: NewId) -> ChangeSet:
    """Keep texts written by hand in their slots, all in one step; an empty text gives the slot up."""
    changes: list[Change] = []
    new: list[tuple[Slot, Written]] = []
    for slot, text in written.items():
        old = passage_in(plan, slot)
        if old is not None:
            changes += _rewritten(old, text) if text.text else [Remove(old)]
        elif text.text:
            new.append((slot, text))
    last = max((passage.rank for passage in plan.children(ROOT, Passage)), default="")
    for rank, (slot, text) in zip(spread_ranks(len(new), before=last), new, strict=True):
        passage = Passage(new_id(), ROOT, rank, slot.report, slot.name, slot.period)
        changes.append(Insert(replace(passage, text=text.text, numbers=numbers_text(text.numbers))))
    code = "write_passage" if any(text.text for text in written.values()) else "drop_passage"
    return ChangeSet(Label(code, {"kind": "passage"}), tuple(changes))


def _rewritten(passage: Passage, written: Written) -> list[Change]:
    values = (("text", written.text), ("numbers", numbers_text(written.numbers)))
    return [
        SetField(passage.id, key, passage.value(key), value)
        for key, value in values
        if passage.value(key) != value
    ]

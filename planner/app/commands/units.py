"""Commands on the register of units."""

from collections.abc import Iterator, Sequence

from planner.domain.changes import Change, ChangeSet, Label, Remove, SetField
from planner.domain.items import Link, Unit
from planner.domain.plain_text import folded
from planner.domain.plan import Plan

_WEIGHTIEST_FIRST = ("lead", "co_lead", "undivided", "supporting", "")


def merge_units(plan: Plan, kept_id: str, merged_ids: Sequence[str]) -> ChangeSet:
    """Make several units one: links follow, names become aliases, what the kept one lacks is taken over.

    Who is then linked to it twice keeps the link of the weightier role, lead before supporting. Raises
    `Refused` (unknown_item) for what is no unit.
    """
    kept = plan.get(kept_id, Unit)
    merged = [plan.get(unit_id, Unit) for unit_id in dict.fromkeys(merged_ids) if unit_id != kept_id]
    if not merged:
        return ChangeSet(Label("merge_units"), ())
    changes = (
        *_link_changes(plan, kept, merged),
        *_reference_changes(plan, kept, merged),
        *_taken_over(kept, merged),
        *map(Remove, merged),
    )
    details = {"kind": "unit", "name": kept.display_name, "count": str(len(merged))}
    return ChangeSet(Label("merge_units", details), changes)


def _link_changes(plan: Plan, kept: Unit, merged: Sequence[Unit]) -> Iterator[Change]:
    links = [
        referrer
        for unit in (kept, *merged)
        for referrer in plan.referrers(unit.id)
        if isinstance(referrer, Link)
    ]
    links.sort(key=lambda link: (_WEIGHTIEST_FIRST.index(link.role), link.target != kept.id, link.rank))
    linked: set[tuple[str, str]] = set()
    for link in links:
        owner = (link.parent, link.relation)
        if owner in linked:
            yield Remove(link)
        elif link.target != kept.id:
            yield SetField(link.id, "target", link.target, kept.id)
        linked.add(owner)


def _reference_changes(plan: Plan, kept: Unit, merged: Sequence[Unit]) -> Iterator[Change]:
    for unit in merged:
        for referrer in plan.referrers(unit.id):
            if not isinstance(referrer, Link):
                yield from (
                    SetField(referrer.id, key, unit.id, kept.id)
                    for key in referrer.kind.references
                    if referrer.value(key) == unit.id
                )


def _taken_over(kept: Unit, merged: Sequence[Unit]) -> Iterator[Change]:
    names = {folded(name): name for unit in (kept, *merged) for name in unit.all_names[::-1]}
    for name in kept.all_names:
        names.pop(folded(name), None)
    if names:
        yield SetField(kept.id, "aliases", kept.aliases, (*kept.aliases, *names.values()))
    for key in ("phone", "notes"):
        found = next((unit.value(key) for unit in merged if unit.value(key)), "")
        if found and not kept.value(key):
            yield SetField(kept.id, key, "", found)

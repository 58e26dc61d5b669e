"""Which measures an export takes in, and in which order: what was chosen for it, else what its preset says.

Only `planner.reports` imports it.
"""

from dataclasses import replace
from datetime import date

from planner.app.cells import Cells
from planner.app.conditions.matching import Matching
from planner.app.derived import Derived
from planner.app.ordering import Ordering, in_order
from planner.app.search import Search
from planner.app.views import read_spec
from planner.app.words import Words
from planner.domain.items import Measure
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks
from planner.reports.options import ExportOptions
from planner.reports.preset import Preset, Selection
from planner.reports.scope import part_of


def selection_of(preset: Preset, options: ExportOptions) -> Selection:
    """Return what was chosen, in the order that the preset asks for."""
    chosen = replace(preset.selection, branch=options.scope, unit=options.unit, rows=options.rows)
    if options.as_chosen:
        return chosen
    usual = preset.selection
    return replace(
        chosen,
        branch=options.scope or usual.branch,
        unit=options.unit or usual.unit,
        rows=options.rows or usual.rows,
    )


def selected(plan: Plan, selection: Selection, words: Words, today: date) -> Plan:
    """Return the part of the plan that is meant, sorted; the plan itself where all of it is.

    Raises `Refused` where there is no such branch or unit, or `rows` can't be read.
    """
    part = part_of(plan, selection.branch, selection.unit, matching_rows(plan, selection.rows, words, today))
    return _sorted(part, selection, words, today) if selection.sort else part


def matching_rows(plan: Plan, rows: str, words: Words, today: date) -> set[str] | None:
    """Return the rows that a view looks for; None where it leaves none out."""
    if not rows:
        return None
    spec, derived = read_spec(rows), Derived(plan, today)
    found = (
        Search(plan).find(spec.looked_for),
        Matching(plan, Cells(plan, derived, words), derived).find(spec.conditions),
    )
    sets = [one for one in found if one is not None]
    return set.intersection(*sets) if sets else None


def _sorted(plan: Plan, selection: Selection, words: Words, today: date) -> Plan:
    """Return the plan with sibling measures sorted; those that say nothing of the field come last."""
    derived = Derived(plan, today)
    key = Ordering(plan, derived, Cells(plan, derived, words), _collated).by(selection.sort)
    ranks: dict[str, str] = {}
    for parent in plan.parents_of(Measure):
        measures = in_order(plan.children(parent, Measure), key, descending=selection.descending)
        places = spread_ranks(len(measures))
        ranks |= {measure.id: rank for measure, rank in zip(measures, places, strict=True)}
    return Plan(item.at(item.parent, ranks[item.id]) if item.id in ranks else item for item in plan.items())


def _collated(text: str) -> bytes:
    """Return what sorts common Chinese characters by their sounds: their place in the national standard."""
    return text.casefold().encode("gb18030", "replace")

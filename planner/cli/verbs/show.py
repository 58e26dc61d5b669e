"""`show PLAN`: every item of a plan."""

from argparse import Namespace
from typing import Any

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.listing import Listed, list_items
from planner.app.words import Words
from planner.cli.output import print_json, print_lines
from planner.cli.sentences import Unusable
from planner.cli.services import Services
from planner.domain.items import KINDS
from planner.domain.plan import Plan


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Print items as JSON, or a line each with the outline's indentation."""
    if options.kind is not None and options.kind not in KINDS:
        names = "、".join(KINDS)
        raise Unusable(
            words("没有“{kind}”这种条目，可用的有：{names}。").format(kind=options.kind, names=names)
        )
    clock = services.clock(options.as_of)
    plan = services.workspace(clock).read(options.plan).content.plan
    cells = Cells(plan, Derived(plan, clock.today()), words)
    listed = list_items(plan, cells, options.kind)
    if options.json:
        print_json([_as_json(entry) for entry in listed])
    elif options.kind is None:
        print_lines(_tree_lines(plan, cells))
    else:
        print_lines(f"{entry.item.id}  {entry.number}{cells.name(entry.item.id)}" for entry in listed)
    return False


def _as_json(entry: Listed) -> dict[str, Any]:
    item = entry.item
    return {
        "id": item.id,
        "kind": item.kind.key,
        "number": entry.number,
        "parent": item.parent,
        "rank": item.rank,
        "fields": entry.fields,
        "links": entry.links,
        "computed": entry.computed,
    }


def _tree_lines(plan: Plan, cells: Cells) -> list[str]:
    return [_tree_line(plan, cells, item_id) for item_id in plan.walk()]


def _tree_line(plan: Plan, cells: Cells, item_id: str) -> str:
    item = plan[item_id]
    indent = "  " * sum(1 for _ in plan.ancestors(item_id))
    details = [
        text
        for key in ("lead", "due_now", "light")
        if key in item.kind.by_key and (text := cells.text(item, key))
    ]
    ending = f"（{'；'.join(details)}）" if details else ""
    return f"{indent}{cells.text(item, 'number')}{cells.name(item_id)}{ending}"

"""Commands on the layouts that a plan keeps: save one, change one."""

from planner.app.commands.structure import Spot, add
from planner.app.ports import NewId
from planner.domain.changes import ChangeSet, Label, SetField
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Layout
from planner.domain.plan import Plan


def save_layout(plan: Plan, title: str, spec: str, new_id: NewId) -> ChangeSet:
    """Keep a layout in the plan under a name, after those that are there; refuses a name that is taken."""
    return add(plan, Layout, Spot(), new_id, {"title": _free(plan, title, ""), "spec": spec})


def update_layout(plan: Plan, layout_id: str, title: str, spec: str) -> ChangeSet:
    """Make a layout another one; refuses a name that is taken."""
    layout = plan.get(layout_id, Layout)
    changes = (
        SetField(layout_id, "title", layout.title, _free(plan, title, layout_id)),
        SetField(layout_id, "spec", layout.spec, spec),
    )
    return ChangeSet(Label("update_layout"), tuple(change for change in changes if change.old != change.new))


def free_title(plan: Plan, title: str) -> str:
    """Return a name that no layout of the plan has: this one, or with a number."""
    taken = {layout.title for layout in plan.of(Layout).values()}
    candidate, count = title, 1
    while candidate in taken:
        count += 1
        candidate = f"{title} {count}"
    return candidate


def _free(plan: Plan, title: str, layout_id: str) -> str:
    title = " ".join(title.split())
    others = {layout.title for layout in plan.of(Layout).values() if layout.id != layout_id}
    if not title or title in others:
        raise Refused(Refusal.BAD_VALUE, item=layout_id, field="title", value=title)
    return title

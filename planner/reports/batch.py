"""One file for each unit: which units have tasks, and what their files are called.

Any room above `app` may import it.
"""

from collections.abc import Sequence

from planner.domain.items import ROOT, Link, Measure, Unit
from planner.domain.plan import Plan
from planner.reports.formats import ExportFormat
from planner.reports.status.names import free_name, safe_name

DEFAULT_PATTERN = "{title}-{unit}"


def units_with_tasks(plan: Plan) -> list[Unit]:
    """Return the units that have any role in a measure, in the order of the register."""
    busy = {
        link.target
        for link in plan.of(Link).values()
        if link.relation == "unit" and isinstance(plan[link.parent], Measure)
    }
    return [unit for unit in plan.children(ROOT, Unit) if unit.id in busy]


def file_names(plan: Plan, units: Sequence[Unit], pattern: str, form: ExportFormat) -> list[str]:
    """Return a name for the file of each unit that any file system takes, no two alike.

    The pattern may have {title}, {unit} and {number}; empty means the usual one.
    """
    taken: set[str] = set()
    names = []
    for number, unit in enumerate(units, 1):
        values = {"title": plan.head.title, "unit": unit.display_name, "number": f"{number:03}"}
        name = free_name(safe_name(_filled(pattern.strip() or DEFAULT_PATTERN, values)), taken)
        taken.add(name.casefold())
        names.append(f"{name}.{form}")
    return names


def _filled(pattern: str, values: dict[str, str]) -> str:
    for key, value in values.items():
        pattern = pattern.replace(f"{{{key}}}", value)
    return pattern

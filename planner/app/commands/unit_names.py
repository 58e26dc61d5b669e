"""Units by the names that a person types or pastes: found in the register, or added to it once."""

from planner.app.ports import NewId
from planner.domain.changes import Insert
from planner.domain.items import Unit
from planner.domain.plain_text import folded
from planner.domain.plan import Plan
from planner.domain.ranks import rank_between
from planner.domain.unit_cells import UnitNames, is_collective, split_units


class AmbiguousName(Exception):
    """Several units bear the name, so that a person must choose."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NamedUnits:
    """Finds the units of many cells; `created` are the insertions that the names unknown so far need."""

    def __init__(self, plan: Plan, new_id: NewId) -> None:
        self.created: list[Insert] = []
        self._register = unit_register(plan)
        self._new: dict[str, str] = {}
        self._new_id = new_id
        self._last_rank = max((unit.rank for unit in plan.of(Unit).values()), default="")

    def resolve(self, cell: str) -> list[str]:
        """Return the ids of the units that a cell lists, each once; the first leads.

        Raises `AmbiguousName`, and then creates none.
        """
        names = split_units(cell)
        for name in names:
            if self._register.ambiguous(name):
                raise AmbiguousName(name)
        return list(dict.fromkeys(self._register.find(name) or self._created(name) for name in names))

    def _created(self, name: str) -> str:
        key = folded(name)
        if key not in self._new:
            self._last_rank = rank_between(self._last_rank, "")
            unit = Unit(self._new_id(), rank=self._last_rank, title=name, collective=is_collective(name))
            self.created.append(Insert(unit))
            self._new[key] = unit.id
        return self._new[key]


def unit_register(plan: Plan) -> UnitNames:
    """Return the index of all names in the register of units."""
    return UnitNames((unit.id, unit.all_names) for unit in plan.of(Unit).values())

"""What a cell of names stands for: units of the register or terms of a facet, added where they are new."""

from collections.abc import Sequence
from typing import Protocol

from planner.app.commands.unit_names import AmbiguousName, NamedUnits
from planner.app.facet_terms import facet_of_field, is_facet
from planner.app.ports import NewId
from planner.app.term_names import TermNames
from planner.domain.changes import Insert
from planner.domain.fields import Field
from planner.domain.items import Facet, Term
from planner.domain.plain_text import folded
from planner.domain.plan import Plan
from planner.domain.ranks import rank_between


class Names(Protocol):
    """Finds what many cells of one kind name; `created` are the insertions that new names need."""

    @property
    def created(self) -> Sequence[Insert]:
        """The items to add first."""

    def resolve(self, cell: str) -> list[str]:
        """Return the ids that a cell lists; raises `AmbiguousName` or ValueError, and then creates none."""


class NamedTerms:
    """Finds terms of one facet and adds those that it lacks; of all facets, only finds them.

    Where no facet is given, a name that no term has is a ValueError.
    """

    def __init__(self, plan: Plan, facet: Facet | None, new_id: NewId) -> None:
        self.created: list[Insert] = []
        self._names = TermNames(plan, facet)
        self._facet = facet
        self._new: dict[str, str] = {}
        self._new_id = new_id
        last = plan.children(facet.id, Term)[-1:] if facet else []
        self._last_rank = last[0].rank if last else ""

    def resolve(self, cell: str) -> list[str]:
        """Return the ids of the terms that a cell lists, each once."""
        names = self._names.split(cell)
        for name in names:
            if self._names.ambiguous(name):
                raise AmbiguousName(name)
            if self._facet is None and self._names.find(name) is None:
                raise ValueError(f"no term: {name!r}")
        return list(dict.fromkeys(self._names.find(name) or self._created(name) for name in names))

    def _created(self, name: str) -> str:
        key = folded(name)
        if key not in self._new and self._facet is not None:
            self._last_rank = rank_between(self._last_rank, "")
            term = Term(self._new_id(), self._facet.id, self._last_rank, title=" ".join(name.split()))
            self.created.append(Insert(term))
            self._new[key] = term.id
        return self._new[key]


class NamedTargets:
    """The names of all relation fields that are typed, each kind of name read once for many cells."""

    def __init__(self, plan: Plan, new_id: NewId) -> None:
        self._plan = plan
        self._new_id = new_id
        self._units: NamedUnits | None = None
        self._terms: dict[str, NamedTerms] = {}

    def of(self, spec: Field) -> Names:
        """Return the names that a relation field is typed with."""
        if spec.target == "unit":
            self._units = self._units or NamedUnits(self._plan, self._new_id)
            return self._units
        key = spec.key if is_facet(spec.key) else ""
        if key not in self._terms:
            self._terms[key] = NamedTerms(self._plan, facet_of_field(self._plan, key), self._new_id)
        return self._terms[key]

    @property
    def created(self) -> list[Insert]:
        """The units and terms to add first."""
        units = self._units.created if self._units else []
        return [*units, *(insert for terms in self._terms.values() for insert in terms.created)]

    @property
    def new_units(self) -> tuple[str, ...]:
        """The names of the units to add."""
        return tuple(str(insert.item.value("title")) for insert in self._units.created) if self._units else ()

    @property
    def new_terms(self) -> tuple[str, ...]:
        """The names of the terms to add."""
        terms = (insert for named in self._terms.values() for insert in named.created)
        return tuple(str(insert.item.value("title")) for insert in terms)

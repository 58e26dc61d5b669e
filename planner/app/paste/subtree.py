"""Pasted rows as a part of the tree: one step of undo, units found or added once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.app.commands.names import NamedTargets
from planner.app.commands.structure import Spot, ranks_at, spot_for
from planner.app.commands.unit_names import AmbiguousName
from planner.app.facet_terms import field_at
from planner.app.paste.goal_columns import goal_period
from planner.app.paste.outcome import Misfit, Pasting, Reason
from planner.app.paste.rows import Pasted, PastedRow
from planner.app.paste.values import read_value
from planner.app.ports import NewId
from planner.app.words import Words
from planner.domain.changes import Change, ChangeSet, Insert, Label
from planner.domain.fields import Field, FieldType
from planner.domain.items import ROOT, Goal, Item, Link, Measure, Milestone, Node, OwnField, OwnValue
from planner.domain.own_fields import own_field, own_value_id, spec_of, stored_text
from planner.domain.plain_text import folded
from planner.domain.plan import Plan
from planner.domain.ranks import rank_between, spread_ranks
from planner.domain.unit_cells import split_duty


def paste_as_subtree(
    plan: Plan, pasted: Pasted, spot: Spot, new_id: NewId, words: Words | None = None
) -> Pasting:
    """Return what puts the rows at a spot, each under the row above it that is less deep.

    Rows marked as framework become layers and components where they can stand, those of the same name that
    are there already being used; elsewhere they become measures.
    """
    return _Subtree(plan, spot, new_id, words).grow(pasted)


@dataclass(slots=True)
class _Branch:
    """A row of the tree to be, or one that is there already."""

    row: int
    cls: type[Item]
    parent: "_Branch | None"
    id: str
    name: str
    below: "list[_Branch]" = field(default_factory=list)


class _Subtree:
    """Lays the rows out as branches, then fills their fields."""

    def __init__(self, plan: Plan, spot: Spot, new_id: NewId, words: Words | None) -> None:
        self._plan = plan
        self._spot = spot
        self._new_id = new_id
        self._words = words
        self._names = NamedTargets(plan, new_id)
        self._tops: list[_Branch] = []
        self._reused: dict[str, _Branch] = {}
        self._last_goal: dict[str, str] = {}
        self._linked: set[tuple[str, str, str, str]] = set()
        self._misfits: list[Misfit] = []

    def grow(self, pasted: Pasted) -> Pasting:
        """Return the change set for all rows."""
        self._lay_out(pasted.rows)
        items: list[Change] = []
        links: list[Change] = []
        for branch, rank in self._ranked():
            item = branch.cls(branch.id, self._parent_id(branch), rank)
            for key, text in pasted.rows[branch.row].values.items():
                if own := own_field(self._plan, key):
                    self._fill_own(item, own, text, branch.row, links)
                else:
                    item = self._filled(item, key, text, branch.row, links)
            items.append(Insert(item))
            if isinstance(item, Measure):
                links += self._milestones(item.id, pasted.rows[branch.row])
        label = Label("paste", {"kind": "measure", "count": str(len(items))})
        return Pasting(
            ChangeSet(label, (*self._names.created, *items, *links)),
            tuple(sorted(self._misfits, key=lambda misfit: misfit.row)),
            self._names.new_units,
            self._names.new_terms,
            len(self._reused),
        )

    def _lay_out(self, rows: tuple[PastedRow, ...]) -> None:
        above: list[tuple[int, _Branch]] = []
        for place, row in enumerate(rows):
            while above and above[-1][0] >= row.depth:
                above.pop()
            parent = above[-1][1] if above else None
            cls = Node if row.framework and self._takes_nodes(parent) else Measure
            branch = self._known_node(row, parent) if cls is Node else None
            if branch is None:
                branch = _Branch(place, cls, parent, self._new_id(), folded(row.title))
                (parent.below if parent else self._tops).append(branch)
            above.append((row.depth, branch))

    def _takes_nodes(self, parent: _Branch | None) -> bool:
        """Whether a layer or component can stand there."""
        if parent is not None:
            return parent.cls is Node and parent.parent is None and self._spot.parent == ROOT
        above = self._plan.find(self._spot.parent)
        return above is None or (isinstance(above, Node) and above.parent == ROOT)

    def _known_node(self, row: PastedRow, parent: _Branch | None) -> _Branch | None:
        """Return the node of the same name in the same place: one of the plan, or one pasted before."""
        name = folded(row.title)
        pasted = parent.below if parent else self._tops
        for branch in (*pasted, *self._reused.values()):
            if branch.cls is Node and branch.parent is parent and branch.name == name:
                return branch
        for node in self._plan.children(parent.id if parent else self._spot.parent, Node):
            if folded(node.title) == name:
                return self._reused.setdefault(node.id, _Branch(-1, Node, parent, node.id, name))
        return None

    def _ranked(self) -> Iterator[tuple[_Branch, str]]:
        """Yield the new branches with their ranks, parents first."""
        yield from self._at(self._spot, self._tops)
        for branch in self._reused.values():
            yield from self._at(Spot(branch.id), branch.below)

    def _at(self, spot: Spot, branches: list[_Branch]) -> Iterator[tuple[_Branch, str]]:
        for cls in (Node, Measure):
            own = [branch for branch in branches if branch.cls is cls]
            yield from self._with_ranks(
                own, ranks_at(self._plan, cls, spot_for(self._plan, cls, spot), len(own))
            )

    def _with_ranks(self, branches: list[_Branch], ranks: list[str]) -> Iterator[tuple[_Branch, str]]:
        for branch, rank in zip(branches, ranks, strict=True):
            yield branch, rank
            yield from self._below(branch)

    def _below(self, branch: _Branch) -> Iterator[tuple[_Branch, str]]:
        for cls in (Node, Measure):
            below = [child for child in branch.below if child.cls is cls]
            yield from self._with_ranks(below, spread_ranks(len(below)))

    def _parent_id(self, branch: _Branch) -> str:
        return branch.parent.id if branch.parent else self._spot.parent

    def _filled(self, item: Item, key: str, text: str, row: int, links: list[Change]) -> Item:
        spec = field_at(self._plan, item, key)
        period = goal_period(key)
        if period and isinstance(item, Measure):
            self._add_goal(item.id, period, text, links)
        elif spec is None:
            self._misfits.append(Misfit(row, key, text, Reason.NOT_EDITABLE))
        elif spec.type is FieldType.RELATION:
            units, duty = split_duty(text) if spec.target == "unit" else (text, "")
            self._link(item, spec, units, row, links)
            return item.with_value("duty", duty) if duty and isinstance(item, Measure) else item
        else:
            try:
                return item.with_value(key, read_value(spec, text, self._words))
            except ValueError:
                self._misfits.append(Misfit(row, key, text, Reason.NOT_A_VALUE))
        return item

    def _fill_own(self, item: Item, own: OwnField, text: str, row: int, links: list[Change]) -> None:
        try:
            value = stored_text(read_value(spec_of(own), text, self._words))
        except ValueError:
            self._misfits.append(Misfit(row, own.title, text, Reason.NOT_A_VALUE))
            return
        if value:
            links.append(Insert(OwnValue(own_value_id(item.id, own), item.id, own.rank, own.id, value)))

    def _add_goal(self, owner: str, period: str, text: str, links: list[Change]) -> None:
        self._last_goal[owner] = rank = rank_between(self._last_goal.get(owner, ""), "")
        links.append(Insert(Goal(self._new_id(), owner, rank, period, text)))

    def _milestones(self, owner: str, row: PastedRow) -> Iterator[Change]:
        ranks = spread_ranks(len(row.milestones))
        for texts, rank in zip(row.milestones, ranks, strict=True):
            yield Insert(Milestone(self._new_id(), owner, rank, **texts))

    def _link(self, item: Item, spec: Field, text: str, row: int, links: list[Change]) -> None:
        try:
            targets = self._names.of(spec).resolve(text)
        except AmbiguousName as ambiguous:
            self._misfits.append(Misfit(row, spec.key, ambiguous.name, Reason.AMBIGUOUS_NAME))
            return
        except ValueError:
            self._misfits.append(Misfit(row, spec.key, text, Reason.NOT_A_VALUE))
            return
        ways = {target: (item.id, spec.relation, spec.role, target) for target in targets}
        targets = [target for target, way in ways.items() if way not in self._linked]
        self._linked.update(ways.values())
        before = links[-1].item if links and isinstance(links[-1], Insert) else None
        last = before.rank if before is not None and before.parent == item.id else ""
        for target, rank in zip(targets, spread_ranks(len(targets), before=last), strict=True):
            link = Link(self._new_id(), item.id, rank, relation=spec.relation, role=spec.role, target=target)
            links.append(Insert(link))

"""The logic of the countermeasures as data: bands of groups of measures, read from the facets that say so.

The facet `parts` names the bands, `groups` what a band consists of, `enabling` what a group is divided
into, and `policy_areas` what a policy covers. Without parts the layers and components stand in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.domain.items import Item, Node, Term
from planner.domain.marks import N_
from planner.reports.drawings.diagnosis import terms_of
from planner.reports.drawings.scene import Scene

_PARTS = "parts"
_DIVISIONS = ("groups", "enabling")
_AREAS = "policy_areas"


@dataclass(frozen=True, slots=True)
class Division:
    """Measures that belong together, under a heading of their own (None for those that have none)."""

    heading: Item | None
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a band; its first division is without heading and may be empty."""

    item: Item
    divisions: tuple[Division, ...]

    @property
    def measures(self) -> list[str]:
        """All its measures."""
        return [measure for division in self.divisions for measure in division.measures]


@dataclass(frozen=True, slots=True)
class Band:
    """One part of the countermeasures: `alone` are measures outside of its groups, `areas` what they cover.

    `item` is None for measures that no part claims.
    """

    item: Item | None
    title: str
    alone: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    areas: tuple[Term, ...] = ()

    @property
    def measures(self) -> list[str]:
        """All its measures."""
        return [*self.alone, *(measure for group in self.groups for measure in group.measures)]


def bands(scene: Scene) -> list[Band]:
    """Return the bands that have measures or groups, in their order; what no band claims comes last."""
    measures = scene.measures()
    parts = terms_of(scene, _PARTS)
    found = _by_terms(scene, parts, measures) if parts else _by_layers(scene)
    claimed = {measure for band in found for measure in band.measures}
    left = tuple(measure for measure in measures if measure not in claimed)
    if left:
        found.append(Band(None, scene.words(N_("未归类")), left))
    return found


def _by_terms(scene: Scene, parts: Sequence[Term], measures: Sequence[str]) -> list[Band]:
    tags = {measure: frozenset(scene.plan.targets(measure, "term")) for measure in measures}
    areas = terms_of(scene, _AREAS)
    found = []
    for part in parts:
        members = [measure for measure in measures if part.id in tags[measure]]
        groups = [_group(scene, term, members, tags) for term in _narrower(scene, part, _DIVISIONS[0])]
        grouped = {measure for group in groups for measure in group.measures}
        alone = tuple(measure for measure in members if measure not in grouped)
        covered = {term for measure in alone for term in tags[measure]}
        all_areas = areas if areas and all(area.id in covered for area in areas) else ()
        found.append(Band(part, scene.name(part), alone, tuple(groups), tuple(all_areas)))
    return found


def _group(scene: Scene, term: Term, members: Iterable[str], tags: dict[str, frozenset[str]]) -> Group:
    members = [measure for measure in members if term.id in tags[measure]]
    divisions = []
    divided: set[str] = set()
    for narrower in _narrower(scene, term, _DIVISIONS[1]):
        inside = tuple(m for m in members if narrower.id in tags[m] and m not in divided)
        divided.update(inside)
        divisions.append(Division(narrower, inside))
    rest = tuple(measure for measure in members if measure not in divided)
    return Group(term, (Division(None, rest), *divisions))


def _by_layers(scene: Scene) -> list[Band]:
    plan = scene.plan
    found = []
    for layer in scene.layers():
        groups = tuple(
            Group(node, (Division(None, tuple(scene.measures(node.id))),))
            for node in plan.children(layer.id, Node)
        )
        grouped = {measure for group in groups for measure in group.measures}
        alone = tuple(measure for measure in scene.measures(layer.id) if measure not in grouped)
        found.append(Band(layer, scene.name(layer), alone, groups))
    return found


def _narrower(scene: Scene, term: Term, key: str) -> list[Term]:
    return [narrower for narrower in terms_of(scene, key) if narrower.broader == term.id]

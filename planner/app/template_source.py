"""Reads the entries of a template's source into items; only `planner.app.template` imports it.

Sources are read in turn and may name what stands further on, so entries become drafts first. When all are read, the words
by which they name each other are resolved and siblings get their ranks.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.domain.fields import Field, FieldType, Kind, Value
from planner.domain.items import KINDS, PLAN_ID, ROOT, Item
from planner.domain.ranks import spread_ranks

Table = Mapping[str, Any]

SECTIONS: dict[str, dict[str, str]] = {
    ROOT: {
        "layers": "node",
        "facets": "facet",
        "documents": "document",
        "strengths": "strength",
        "indicators": "indicator",
        "measures": "measure",
        "units": "unit",
    },
    "node": {"components": "node"},
    "facet": {"terms": "term"},
    "term": {"terms": "term"},
    "strength": {"figures": "figure"},
    "indicator": {"values": "value"},
    "measure": {
        "submeasures": "measure",
        "milestones": "milestone",
        "adjustments": "adjustment",
        "goals": "goal",
        "reports": "report",
        "funding": "funding",
    },
}
"""The lists of entries that may stand in an entry of each kind, and the kind that each list holds."""

IDENTIFIED = {*SECTIONS[ROOT].values(), "term"}
"""The kinds whose entries carry an id of their own; parts of an item are numbered."""

LINK_TABLES = {"tags": False, "readings": True}
"""The tables of links in an entry, and whether their links are our reading of the source."""


class Problem(StrEnum):
    """What may be wrong with a source."""

    NOT_TOML = "not_toml"
    BAD_SHAPE = "bad_shape"
    UNKNOWN_KEY = "unknown_key"
    BAD_VALUE = "bad_value"
    NO_ID = "no_id"
    TWICE = "twice"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    UNSOUND = "unsound"


class BrokenSource(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """A template's source is not as it should be: the problem, the place (file and entry) and what was found there."""

    def __init__(self, problem: Problem, place: str, found: str) -> None:
        super().__init__(problem, place, found)
        self.problem = problem
        self.place = place
        self.found = found

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}: {self.found}"


@dataclass(slots=True)
class _Draft:
    """An item whose parent may still be a word of the source and whose references are."""

    kind: Kind
    id: str
    parent: str
    place: str
    values: dict[str, Value]
    under: str = ""


@dataclass(frozen=True, slots=True)
class _Tie:
    """A link whose target is still a word of the source; `facet` narrows the terms that are meant."""

    owner: str
    relation: Field
    word: str
    facet: str
    reading: bool
    place: str


class Reader:
    """Collects the entries of all sources of one template."""

    def __init__(self) -> None:
        self._drafts: dict[str, _Draft] = {}
        self._ties: list[_Tie] = []
        self._numbered: dict[tuple[str, str], int] = defaultdict(int)

    def read(self, name: str, sections: Table) -> None:
        """Add the entries of one source."""
        for section, content in sections.items():
            if section == "plan":
                self._read_entry({"of": PLAN_ID, **content}, KINDS["plan"], ROOT, f"{name}: plan")
            elif section in SECTIONS[ROOT]:
                self._read_list(content, section, ROOT, ROOT, f"{name}:")
            else:
                raise BrokenSource(Problem.UNKNOWN_KEY, name, section)

    def items(self) -> Iterator[Item]:
        """Yield all items, their words resolved and their ranks given."""
        index = _Index(self._drafts.values())
        families: dict[tuple[str, str], list[_Draft]] = defaultdict(list)
        for draft in [*self._drafts.values(), *self._links(index)]:
            if draft.under:
                draft.parent = index.find(draft.kind.under, draft.under, draft.place)
            for key in draft.kind.references:
                target, word = draft.kind.by_key[key].target, draft.values.get(key)
                if target and word:
                    draft.values[key] = index.find((target,), str(word), draft.place)
            families[draft.kind.key, draft.parent].append(draft)
        for family in families.values():
            for draft, rank in zip(family, spread_ranks(len(family)), strict=True):
                item: Item = draft.kind.cls(draft.id, draft.parent, rank, **draft.values)
                yield item

    def place_of(self, item_id: str) -> str:
        """Return where in the sources an item stands."""
        draft = self._drafts.get(item_id)
        return draft.place if draft else item_id

    def _read_list(self, content: Any, section: str, holder: str, parent: str, place: str) -> None:  # noqa: ANN401
        if not isinstance(content, list):
            raise BrokenSource(Problem.BAD_SHAPE, place, section)
        for number, entry in enumerate(content, 1):
            here = f"{place} {section} {number}"
            if not isinstance(entry, dict):
                raise BrokenSource(Problem.BAD_SHAPE, here, repr(entry))
            self._read_entry(entry, KINDS[SECTIONS[holder][section]], parent, here)

    def _read_entry(self, entry: Table, kind: Kind, parent: str, place: str) -> None:
        draft = self._draft_for(entry, kind, parent, place)
        for key, content in entry.items():
            spec = kind.by_key.get(key)
            if key in ("id", "of"):
                continue
            if key == "under":
                draft.under = content
            elif key in SECTIONS.get(kind.key, {}):
                self._read_list(content, key, kind.key, draft.id, place)
            elif key in LINK_TABLES:
                self._read_links(draft, content, place, reading=LINK_TABLES[key])
            elif spec is not None and spec.type is FieldType.RELATION:
                self._read_links(draft, {key: content}, place, reading=False)
            elif spec is not None and spec.stored:
                draft.values[key] = _value(spec, content, place)
            else:
                raise BrokenSource(Problem.UNKNOWN_KEY, place, key)

    def _draft_for(self, entry: Table, kind: Kind, parent: str, place: str) -> _Draft:
        """Return the draft that an entry adds to, or a new one."""
        if "of" in entry:
            known = self._drafts.get(entry["of"])
            if known is not None and known.kind is kind:
                return known
            if entry["of"] != PLAN_ID:
                raise BrokenSource(Problem.NOT_FOUND, place, entry["of"])
        draft = _Draft(kind, self._id_for(entry, kind, parent, place), parent, place, {})
        if draft.id in self._drafts:
            raise BrokenSource(Problem.TWICE, place, draft.id)
        self._drafts[draft.id] = draft
        return draft

    def _id_for(self, entry: Table, kind: Kind, parent: str, place: str) -> str:
        given = entry.get("id") or entry.get("of")
        if isinstance(given, str):
            return given
        if kind.key in IDENTIFIED:
            raise BrokenSource(Problem.NO_ID, place, str(entry.get("title", "")))
        self._numbered[parent, kind.key] += 1
        return f"{parent}.{kind.key}-{self._numbered[parent, kind.key]}"

    def _read_links(self, owner: _Draft, table: Any, place: str, *, reading: bool) -> None:  # noqa: ANN401
        """Note the links of a table whose keys are relation fields or keys of facets."""
        if not isinstance(table, dict):
            raise BrokenSource(Problem.BAD_SHAPE, place, repr(table))
        for key, words in table.items():
            spec = owner.kind.by_key.get(key)
            relates = spec is not None and spec.type is FieldType.RELATION
            relation, facet = (spec, "") if relates else (owner.kind.by_key.get("terms"), key)
            if relation is None:
                raise BrokenSource(Problem.UNKNOWN_KEY, place, key)
            for word in words if isinstance(words, list) else [words]:
                self._ties.append(_Tie(owner.id, relation, word, facet, reading, place))

    def _links(self, index: "_Index") -> Iterator[_Draft]:
        for tie in self._ties:
            target = index.find((tie.relation.target,), tie.word, tie.place, tie.facet)
            name, role = tie.relation.relation, tie.relation.role
            link_id = f"{tie.owner}.{role or name}.{target}"
            values: dict[str, Value] = {
                "relation": name,
                "role": role,
                "target": target,
                "reading": tie.reading,
            }
            if link_id in self._drafts:
                raise BrokenSource(Problem.TWICE, tie.place, tie.word)
            self._drafts[link_id] = draft = _Draft(KINDS["link"], link_id, tie.owner, tie.place, values)
            yield draft


class _Index:
    """Finds items by id or by any of their names."""

    def __init__(self, drafts: Any) -> None:  # noqa: ANN401
        self._drafts = {draft.id: draft for draft in drafts}
        self._named: dict[tuple[str, str], list[_Draft]] = defaultdict(list)
        for draft in self._drafts.values():
            for name in _names(draft):
                self._named[draft.kind.key, name].append(draft)

    def find(self, kinds: tuple[str, ...], word: str, place: str, facet: str = "") -> str:
        """Return the id of the one item of these kinds that a word names, in the given facet if there is one."""
        by_id = self._drafts.get(word)
        found = (
            [by_id] if by_id is not None else [d for key in kinds for d in self._named.get((key, word), ())]
        )
        found = [d for d in found if d.kind.key in kinds and (not facet or self._facet_of(d) == facet)]
        if len(found) != 1:
            problem = Problem.AMBIGUOUS if found else Problem.NOT_FOUND
            raise BrokenSource(problem, place, f"{facet} {word}".strip())
        return found[0].id

    def _facet_of(self, draft: _Draft) -> Value:
        while draft.parent != ROOT:
            draft = self._drafts[draft.parent]
        return draft.values.get("key")


def _names(draft: _Draft) -> Iterator[str]:
    for key in ("title", "short", "short_names", "aliases"):
        name = draft.values.get(key)
        if isinstance(name, tuple):
            yield from name
        elif isinstance(name, str) and name:
            yield name


def _value(spec: Field, content: Any, place: str) -> Value:  # noqa: ANN401
    value: Value = tuple(content) if isinstance(content, list) else content
    if not spec.accepts(value):
        raise BrokenSource(Problem.BAD_VALUE, place, f"{spec.key} = {content!r}")
    return float(value) if spec.type in (FieldType.NUMBER, FieldType.PERCENT) and value is not None else value

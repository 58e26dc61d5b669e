"""Reads the entries of a template's sources into items; only `planner.app.template` imports it.

Sources are read in turn and may name what stands further on, so entries become drafts first. When all are
read, the words by which they name each other are resolved and siblings get their ranks.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from planner.app.template_source import (
    IDENTIFIED,
    LINK_TABLES,
    SECTIONS,
    BrokenSource,
    Draft,
    Index,
    Problem,
    Tie,
    plain_word,
    stored_value,
)
from planner.domain.fields import Field, FieldType, Kind, Value
from planner.domain.items import KINDS, PLAN_ID, ROOT, Item
from planner.domain.ranks import spread_ranks

Table = Mapping[str, Any]


class Reader:
    """Collects the entries of all sources of one template."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self._ties: list[Tie] = []
        self._numbers: dict[tuple[str, str], int] = defaultdict(int)

    def read(self, name: str, sections: Table) -> None:
        """Add the entries of one source."""
        for section, content in sections.items():
            if section == "plan":
                place = f"{name}: plan"
                self._read_entry({"of": PLAN_ID, **_table(content, place)}, KINDS["plan"], ROOT, place)
            elif section in SECTIONS[ROOT]:
                self._read_list(content, section, ROOT, ROOT, f"{name}:")
            else:
                raise BrokenSource(Problem.UNKNOWN_KEY, name, section)

    def items(self) -> Iterator[Item]:
        """Yield all items, their words resolved and their ranks given."""
        index = Index(self._drafts.values())
        families: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        for draft in [*self._drafts.values(), *self._links(index)]:
            self._resolve(draft, index)
            families[draft.kind.key, draft.parent].append(draft)
        for family in families.values():
            for draft, rank in zip(family, spread_ranks(len(family)), strict=True):
                item: Item = draft.kind.cls(draft.id, draft.parent, rank, **draft.values)
                yield item

    def place_of(self, item_id: str) -> str:
        """Return where in the sources an item stands."""
        owner = self._drafts.get(item_id)
        if owner is None:
            owner = next(
                (self._drafts[tie.owner] for tie in self._ties if item_id.startswith(f"{tie.owner}.")), None
            )
        return owner.place if owner else item_id

    def _resolve(self, draft: Draft, index: Index) -> None:
        if draft.under:
            draft.parent = index.find(draft.kind.under, draft.under, draft.place)
        for key in draft.kind.references:
            target, word = draft.kind.by_key[key].target, draft.values.get(key)
            if target and word:
                draft.values[key] = index.find((target,), str(word), draft.place)

    def _read_list(self, content: Any, section: str, holder: str, parent: str, place: str) -> None:
        if not isinstance(content, list):
            raise BrokenSource(Problem.BAD_SHAPE, place, section)
        for number, entry in enumerate(content, 1):
            here = f"{place} {section}[{number}]"
            self._read_entry(_table(entry, here), KINDS[SECTIONS[holder][section]], parent, here)

    def _read_entry(self, entry: Table, kind: Kind, parent: str, place: str) -> None:
        title = entry.get("title") or entry.get("of")
        place = f"{place} “{title}”" if title else place
        draft = self._draft_for(entry, kind, parent, place)
        for key, content in entry.items():
            spec = kind.by_key.get(key)
            if key == "under":
                draft.under = plain_word(content, place)
            elif key in SECTIONS.get(kind.key, {}):
                self._read_list(content, key, kind.key, draft.id, place)
            elif key in LINK_TABLES:
                self._read_links(draft, _table(content, place), place, reading=LINK_TABLES[key])
            elif spec is not None and spec.type is FieldType.RELATION:
                self._read_links(draft, {key: content}, place, reading=False)
            elif spec is not None and spec.stored:
                draft.values[key] = stored_value(spec, content, place)
            elif key not in ("id", "of"):
                raise BrokenSource(Problem.UNKNOWN_KEY, place, key)

    def _draft_for(self, entry: Table, kind: Kind, parent: str, place: str) -> Draft:
        """Return the draft that an entry adds to, or a new one."""
        if "of" in entry:
            known = self._drafts.get(plain_word(entry["of"], place))
            if known is not None and known.kind is kind:
                return known
            if kind.cls is not KINDS["plan"].cls:
                raise BrokenSource(Problem.NOT_FOUND, place, entry["of"])
        draft = Draft(kind, self._new_id(entry, kind, parent, place), parent, place, {})
        if draft.id in self._drafts:
            raise BrokenSource(Problem.TWICE, place, draft.id)
        self._drafts[draft.id] = draft
        return draft

    def _new_id(self, entry: Table, kind: Kind, parent: str, place: str) -> str:
        if kind is KINDS["plan"]:
            return PLAN_ID
        if kind.key in IDENTIFIED:
            if "id" not in entry:
                raise BrokenSource(Problem.NO_ID, place, entry.get("title", ""))
            return plain_word(entry["id"], place)
        self._numbers[parent, kind.key] += 1
        return f"{parent}.{kind.key}-{self._numbers[parent, kind.key]}"

    def _read_links(self, owner: Draft, table: Table, place: str, *, reading: bool) -> None:
        """Note the links of a table whose keys are relation fields of the owner or keys of facets."""
        for key, content in table.items():
            relation, facet = _relation(owner.kind, key)
            if relation is None:
                raise BrokenSource(Problem.UNKNOWN_KEY, place, key)
            for word in content if isinstance(content, list) else [content]:
                self._ties.append(Tie(owner.id, relation, plain_word(word, place), facet, reading, place))

    def _links(self, index: Index) -> list[Draft]:
        links: dict[str, Draft] = {}
        for tie in self._ties:
            name, role = tie.relation.relation, tie.relation.role
            target = index.find((tie.relation.target,), tie.word, tie.place, tie.facet)
            link_id = f"{tie.owner}.{role or name}.{target}"
            if link_id in links:
                raise BrokenSource(Problem.TWICE, tie.place, tie.word)
            values: dict[str, Value] = {
                "relation": name,
                "role": role,
                "target": target,
                "reading": tie.reading,
            }
            links[link_id] = Draft(KINDS["link"], link_id, tie.owner, tie.place, values)
        return list(links.values())


def _relation(kind: Kind, key: str) -> tuple[Field | None, str]:
    """Return the relation that a key of a link table means and, where the key is a facet's, the facet."""
    spec = kind.by_key.get(key)
    if spec is not None and spec.type is FieldType.RELATION:
        return spec, ""
    return kind.by_key.get("terms"), key


def _table(content: Any, place: str) -> Table:
    if not isinstance(content, dict):
        raise BrokenSource(Problem.BAD_SHAPE, place, repr(content))
    return content

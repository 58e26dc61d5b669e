"""The form of a template's source: which entries may stand where, and how they name each other.

Only `planner.app.template` and `planner.app.template_reader` import it; `data/README.md` describes the form
to those who edit the sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.domain.fields import Field, FieldType, Kind, Value
from planner.domain.items import ROOT

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
"""The kinds whose entries carry an id of their own; the parts of an item are numbered."""

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


class BrokenSource(Exception):
    """A template's source is not as it should be: the problem, the place (file and entry), what was found."""

    def __init__(self, problem: Problem, place: str, found: object) -> None:
        super().__init__(problem, place, found)
        self.problem = problem
        self.place = place
        self.found = found

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}: {self.found}"


@dataclass(slots=True)
class Draft:
    """An item some of whose references may still be words of the source, as may its parent in `under`."""

    kind: Kind
    id: str
    parent: str
    place: str
    values: dict[str, Value]
    under: str = ""

    def names(self) -> Iterator[str]:
        """Yield the names by which other entries may call this one, its id apart."""
        for key in ("title", "short", "short_names", "aliases"):
            name = self.values.get(key)
            if isinstance(name, tuple):
                yield from name
            elif isinstance(name, str) and name:
                yield name


@dataclass(frozen=True, slots=True)
class Tie:
    """A link whose target is still a word of the source; `facet` narrows the terms that are meant."""

    owner: str
    relation: Field
    word: str
    facet: str
    reading: bool
    place: str


class Index:
    """Finds drafts by id or by any of their names."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._drafts = {draft.id: draft for draft in drafts}
        self._named: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        for draft in self._drafts.values():
            for name in draft.names():
                self._named[draft.kind.key, name].append(draft)

    def find(self, kinds: Iterable[str], word: str, place: str, facet: str = "") -> str:
        """Return the id of the one item of these kinds that a word means, in the facet if one is given.

        Raises `BrokenSource` when there is none, or more than one.
        """
        by_id = self._drafts.get(word)
        found = [draft for kind in kinds for draft in self._named.get((kind, word), ())]
        if by_id is not None and by_id.kind.key in kinds:
            found = [by_id]
        if facet:
            found = [draft for draft in found if self._facet_of(draft) == facet]
        if len(found) != 1:
            raise BrokenSource(
                Problem.AMBIGUOUS if found else Problem.NOT_FOUND, place, f"{facet} {word}".strip()
            )
        return found[0].id

    def _facet_of(self, draft: Draft) -> Value:
        while draft.parent != ROOT:
            draft = self._drafts[draft.parent]
        return draft.values.get("key")


def stored_value(spec: Field, content: Any, place: str) -> Value:
    """Return what a field stores for a value of the source, or say that it takes none such."""
    value: Value = tuple(content) if isinstance(content, list) else content
    if not spec.accepts(value):
        raise BrokenSource(Problem.BAD_VALUE, place, f"{spec.key} = {content!r}")
    if spec.type in (FieldType.NUMBER, FieldType.PERCENT) and isinstance(value, int):
        return float(value)
    return value


def plain_word(content: Any, place: str) -> str:
    """Return a word by which an entry names another, or say that it is none."""
    if not isinstance(content, str):
        raise BrokenSource(Problem.BAD_VALUE, place, repr(content))
    return content

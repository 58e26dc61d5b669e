"""Terms by the names that people type for them. Any room above `app` may import it.

A term's name is its title; where several have the same title, what it stands under comes before it, as
政策领域：其他. Titles may hold the signs that separate names, so that a list is read with the names known.
"""

import re
from collections import Counter
from collections.abc import Iterator

from planner.app.facet_terms import terms_in_order
from planner.domain.items import ROOT, Facet
from planner.domain.plain_text import folded
from planner.domain.plan import Plan

_PATH = "："
_SEPARATORS = re.compile(r"([、，,；;\n\t])")


class TermNames:
    """The names of the terms of one facet, or of all."""

    def __init__(self, plan: Plan, facet: Facet | None = None) -> None:
        facets = plan.children(ROOT, Facet) if facet is None else [facet]
        paths = {
            term: (_title(plan, term), *(_title(plan, above) for above in plan.ancestors(term)))
            for one in facets
            for term in terms_in_order(plan, one)
        }
        met = Counter(_joined(path, length) for path in paths.values() for length in _lengths(path))
        self._names = {term: _shortest(path, met) for term, path in paths.items()}
        self._terms = {folded(name): term for term, name in self._names.items()}
        self._longest = max((len(_SEPARATORS.split(name)) for name in self._names.values()), default=1)
        self._titles = Counter(folded(path[0]) for path in paths.values())

    @property
    def all(self) -> dict[str, str]:
        """The names by the ids of the terms, in the order of the facets."""
        return dict(self._names)

    def name(self, term_id: str) -> str:
        """Return the shortest name that means this term alone."""
        return self._names.get(term_id, "")

    def find(self, name: str) -> str | None:
        """Return the id of the only term of this name, whatever its width, case and spaces."""
        return self._terms.get(folded(name))

    def ambiguous(self, name: str) -> bool:
        """Say whether several terms have this title, so that a person must say which is meant."""
        return self.find(name) is None and self._titles[folded(name)] > 1

    def split(self, text: str) -> list[str]:
        """Return the names that a text lists by 、 ， ； or line breaks, once each."""
        parts = _SEPARATORS.split(text)
        names: dict[str, str] = {}
        place = 0
        while place < len(parts):
            length = self._length_at(parts, place)
            if name := "".join(parts[place : place + length]).strip():
                names.setdefault(folded(name), name)
            place += length + 1
        return list(names.values())

    def _length_at(self, parts: list[str], place: int) -> int:
        """Return how many parts from a place on, signs between them included, make the longest name known."""
        longest = min(self._longest, len(parts) - place)
        lengths = range(longest - 1 + longest % 2, 1, -2)
        return next((n for n in lengths if self.find("".join(parts[place : place + n])) is not None), 1)


def _title(plan: Plan, item_id: str) -> str:
    return str(plan[item_id].value("title")).strip()


def _lengths(path: tuple[str, ...]) -> range:
    return range(1, len(path) + 1)


def _joined(path: tuple[str, ...], length: int) -> str:
    return folded(_PATH.join(path[:length][::-1]))


def _shortest(path: tuple[str, ...], met: "Counter[str]") -> str:
    def lengths() -> Iterator[int]:
        yield from (length for length in _lengths(path) if met[_joined(path, length)] == 1)
        yield len(path)

    return _PATH.join(path[: next(lengths())][::-1])

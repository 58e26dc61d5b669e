"""What the filter box looks through: title, number, units by any of their names, and linked indicators.

Each row's text is put together once, in slices while nothing else is to do, and again when it was touched.
Titles and names are also found by the initials of their sounds, as sfgw for 市发改委, where whoever makes the
search says how a text sounds.
"""

import unicodedata
from collections.abc import Callable

from planner.app.touched import Touched
from planner.domain.items import Indicator, Link, Measure, Node, Unit
from planner.domain.numbering import outline_numbers
from planner.domain.plan import Plan

_NUMBER_SIGNS = frozenset("一二三四五六七八九十百千(0123456789")
_BETWEEN = "\n"
_FEWEST_INITIALS = 2
_SOUND_COST = 10
_SPELLED_AT_ONCE = 100

Initials = Callable[[str], str]
"""Gives the initial letters of how a text is read aloud, in lower case."""


class Search:
    """Looks for words in the rows of one plan's tree."""

    def __init__(self, plan: Plan, initials: Initials | None = None) -> None:
        self._plan = plan
        self._initials = initials
        self._texts: dict[str, str] = {}
        self._sounds: dict[str, str] = {}
        self._unprepared = {*plan.of(Node), *plan.of(Measure)}
        self._unspoken = set(self._unprepared) if initials else set()
        self._numbers: dict[str, str] | None = None
        self._names: dict[str, str] = {}

    def find(self, looked_for: str) -> set[str] | None:
        """Return the rows that have all the words in `looked_for`; None when there are none to look for.

        Case and width of characters do not matter. A number matches from its beginning: “（一” finds （一）.
        """
        words = plain(looked_for).split()
        if not words:
            return None
        while self._unprepared:
            self.prepare(len(self._unprepared))
        return set.intersection(*(self._rows_with(word) for word in words))

    def has(self, item_id: str, looked_for: str) -> bool:
        """Whether one row has all the words in `looked_for`, however few of the others are prepared."""
        return all(self._row_has(item_id, word) for word in plain(looked_for).split())

    def prepare(self, count: int) -> bool:
        """Put together the texts of up to `count` further rows; say whether something is still missing.

        How rows sound takes far longer: it comes after all texts, a few rows at a time, and a row whose sound
        is not known yet is not found by it.
        """
        if not self._unprepared:
            self._spell(max(count // _SOUND_COST, 1))
        for _ in range(min(count, len(self._unprepared))):
            item_id = self._unprepared.pop()
            self._texts[item_id] = _BETWEEN.join(self._parts(item_id))
        return bool(self._unprepared or self._unspoken)

    def _spell(self, count: int) -> None:
        for _ in range(min(count, len(self._unspoken))):
            item_id = self._unspoken.pop()
            if self._initials is not None:
                self._sounds[item_id] = _BETWEEN.join(map(self._initials, self._parts(item_id)))

    def forget(self, touched: Touched) -> None:
        """Drop what a change may have made untrue."""
        for item_id in touched.items | touched.rows:
            self._names.pop(item_id, None)
            self._texts.pop(item_id, None)
            self._sounds.pop(item_id, None)
            self._unprepared.discard(item_id)
            self._unspoken.discard(item_id)
            if isinstance(self._plan.find(item_id), Node | Measure):
                self._unprepared.add(item_id)
                if self._initials is not None:
                    self._unspoken.add(item_id)
        if touched.shape:
            self._numbers = None

    def _row_has(self, item_id: str, word: str) -> bool:
        parts = self._parts(item_id)
        if word in _BETWEEN.join(parts):
            return True
        if word[0] in _NUMBER_SIGNS and self._plain_numbers().get(item_id, "").startswith(word):
            return True
        sounds = self._initials if _may_be_initials(word) else None
        return sounds is not None and word in _BETWEEN.join(map(sounds, parts))

    def _rows_with(self, word: str) -> set[str]:
        rows = {item_id for item_id, text in self._texts.items() if word in text}
        if _may_be_initials(word):
            self._spell(_SPELLED_AT_ONCE)
            rows |= {item_id for item_id, sound in self._sounds.items() if word in sound}
        if word[0] in _NUMBER_SIGNS:
            rows |= {item_id for item_id, number in self._plain_numbers().items() if number.startswith(word)}
        return rows

    def _plain_numbers(self) -> dict[str, str]:
        if self._numbers is None:
            numbers = outline_numbers(self._plan)
            self._numbers = {item_id: plain(number) for item_id, number in numbers.items()}
        return self._numbers

    def _parts(self, item_id: str) -> list[str]:
        item = self._plan[item_id]
        parts = [plain(item.title)] if isinstance(item, Node | Measure) else []
        return parts + [self._name(link.target) for link in self._plan.children(item_id, Link)]

    def _name(self, item_id: str) -> str:
        name = self._names.get(item_id)
        if name is None:
            item = self._plan.find(item_id)
            if isinstance(item, Unit):
                name = plain(_BETWEEN.join(item.all_names))
            else:
                name = plain(item.title) if isinstance(item, Indicator) else ""
            self._names[item_id] = name
        return name


def _may_be_initials(word: str) -> bool:
    return len(word) >= _FEWEST_INITIALS and word.isascii() and word.isalpha()


def plain(text: str) -> str:
    """Return text as it is compared: without case, full-width signs as ASCII."""
    return unicodedata.normalize("NFKC", text).casefold()

"""What the filter box looks through: title, number, units by any of their names, and linked indicators.

Each row's text is put together once, in slices while nothing else is to do, and again when it was touched.
Titles and names are also found by the initials of their sounds, as sfgw for 市发改委, where whoever makes the
search says how a text sounds.
"""

import unicodedata
from collections.abc import Callable, Iterator

from planner.app.outline import Matcher
from planner.app.touched import Touched
from planner.domain.items import Indicator, Link, Measure, Node, Unit
from planner.domain.numbering import outline_numbers
from planner.domain.plan import Plan

_NUMBER_SIGNS = frozenset("一二三四五六七八九十百千(0123456789")
_BETWEEN = "\n"
_FEWEST_INITIALS = 2

Initials = Callable[[str], str]
"""Gives the initial letters of how a text is read aloud, in lower case."""


class Search:
    """Looks for words in the rows of one plan's tree."""

    def __init__(self, plan: Plan, initials: Initials | None = None) -> None:
        self._plan = plan
        self._initials = initials
        self._texts: dict[str, str] = {}
        self._sounds: dict[str, str] = {}
        self._numbers: dict[str, str] | None = None
        self._names: dict[str, str] = {}
        self._unprepared: Iterator[str] | None = None

    def matcher(self, looked_for: str) -> Matcher | None:
        """Return what says whether a row has all the words in `looked_for`; None when there are none.

        Case and width of characters do not matter. A number matches from its beginning: “（一” finds （一）.
        """
        words = plain(looked_for).split()
        if not words:
            return None
        tests = [self._test(word) for word in words]
        return tests[0] if len(tests) == 1 else lambda item_id: all(test(item_id) for test in tests)

    def prepare(self, count: int) -> bool:
        """Put together the texts of up to `count` further rows; say whether some are still missing."""
        if self._unprepared is None:
            self._unprepared = iter([*self._plan.of(Node), *self._plan.of(Measure)])
        for _ in range(count):
            item_id = next(self._unprepared, None)
            if item_id is None:
                self._unprepared = None
                return False
            if item_id in self._plan:
                self._text(item_id)
        return True

    def forget(self, touched: Touched) -> None:
        """Drop what a change may have made untrue."""
        for item_id in touched.items:
            self._names.pop(item_id, None)
        for row in touched.rows:
            self._texts.pop(row, None)
        if touched.shape:
            self._numbers = None

    def _test(self, word: str) -> Matcher:
        texts, sounds, text_of = self._texts, self._sounds, self._text
        numbered = word[0] in _NUMBER_SIGNS
        sounding = len(word) >= _FEWEST_INITIALS and word.isascii() and word.isalpha()

        def has(item_id: str) -> bool:
            if word in (texts.get(item_id) or text_of(item_id)):
                return True
            if sounding and word in sounds.get(item_id, ""):
                return True
            return numbered and self._number(item_id).startswith(word)

        return has

    def _number(self, item_id: str) -> str:
        if self._numbers is None:
            numbers = outline_numbers(self._plan)
            self._numbers = {row: plain(number) for row, number in numbers.items()}
        return self._numbers.get(item_id, "")

    def _text(self, item_id: str) -> str:
        text = self._texts.get(item_id)
        if text is None:
            item = self._plan[item_id]
            parts = [plain(item.title)] if isinstance(item, Node | Measure) else []
            parts += [self._name(link.target) for link in self._plan.children(item_id, Link)]
            text = self._texts[item_id] = _BETWEEN.join(parts)
            if self._initials is not None:
                self._sounds[item_id] = _BETWEEN.join(map(self._initials, parts))
        return text

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


def plain(text: str) -> str:
    """Return text as it is compared: without case, full-width signs as ASCII."""
    return unicodedata.normalize("NFKC", text).casefold()

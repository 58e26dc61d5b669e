"""Text written by hand in reports: where it stands, and which of its numbers are no longer true.

Reports and the window read from here; imports only app and domain.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.domain.items import ROOT, Passage
from planner.domain.plan import Plan

_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for text: `name` in the template of a report, of one period where the report has one."""

    report: str
    name: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A text for a slot, and what the report's numbers were by name when it was last looked at."""

    text: str
    numbers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage; `now` is what its number would be today, empty where nothing has changed."""

    text: str
    now: str = ""


def passage_in(plan: Plan, slot: Slot) -> Passage | None:
    """Return the text that was written for a slot."""
    return next(
        (
            passage
            for passage in plan.children(ROOT, Passage)
            if Slot(passage.report, passage.slot, passage.period) == slot
        ),
        None,
    )


def numbers_text(numbers: Mapping[str, str]) -> str:
    """Return a report's numbers by name as they are kept with a passage."""
    return json.dumps(dict(sorted(numbers.items())), ensure_ascii=False)


def marked_parts(passage: Passage, now: Mapping[str, str]) -> Iterator[Part]:
    """Yield a passage's text cut so that each number that has changed since stands alone.

    A number that also has a name whose value is still the same is taken for that one.
    """
    changed = _changed(_read_numbers(passage.numbers), now)
    end = 0
    for found in _NUMBER.finditer(passage.text):
        if found[0] in changed:
            if found.start() > end:
                yield Part(passage.text[end : found.start()])
            yield Part(found[0], changed[found[0]])
            end = found.end()
    if end < len(passage.text):
        yield Part(passage.text[end:])


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Return the old values that no name has any more, each with what its first name has now."""
    kept = {value for name, value in then.items() if now.get(name) == value}
    changed: dict[str, str] = {}
    for name, value in then.items():
        if value not in kept and name in now:
            changed.setdefault(value, now[name])
    return changed


def _read_numbers(text: str) -> dict[str, str]:
    """Read what `numbers_text` wrote; anything else holds no numbers."""
    try:
        numbers = json.loads(text)
    except ValueError:
        return {}
    return {name: str(value) for name, value in numbers.items()} if isinstance(numbers, dict) else {}

"""What a rule is and what it finds: the vocabulary of the rules, and of whoever runs or shows them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from planner.app.checks.facts import Facts
from planner.app.ports import NewId
from planner.domain.changes import Change
from planner.domain.plan import Plan


class Severity(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def order(self) -> int:
        """The place in a list that begins with the worst."""
        return _ORDER[self]


_ORDER: Mapping[Severity, int] = {severity: place for place, severity in enumerate(Severity)}
_NOTHING: Mapping[str, Any] = {}


class Hit(NamedTuple):
    """What a rule found about one item.

    `field` says where in the item, `details` are plain texts for the sentence and `names` the ids of other
    items that it names. `fixable` is False where the rule's fix can't help in this case.
    """

    item: str
    field: str
    details: Mapping[str, str] = _NOTHING
    names: Mapping[str, tuple[str, ...]] = _NOTHING
    fixable: bool = True


class Finding(NamedTuple):
    """A hit with the code of its rule, its severity in this plan, and whether the program can mend it."""

    code: str
    severity: Severity
    item: str
    field: str
    details: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    fixable: bool


Find = Callable[[Facts, Iterable[Any]], Iterator[Hit]]
"""Looks at some of the items that a rule is about, and yields what is wrong with each."""

Fix = Callable[[Plan, Finding, date, NewId], Sequence[Change]]
"""Returns the changes that mend a finding; the day is today."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, a row of the table.

    `subject` is the kind of item that it is about. `reads` names the kinds, or single fields as
    `measure.due`, that its findings depend on: a change of anything else does not run it again. It is run for
    the items near a change (see `planner.app.checks.reach`), but for all where the change is of a kind in
    `whole`. `limit` is the number that a plan may set otherwise, None where there is none.
    """

    code: str
    severity: Severity
    label: str
    sentence: str
    subject: str
    reads: tuple[str, ...]
    find: Find
    fix: Fix | None = None
    whole: tuple[str, ...] = ()
    limit: float | None = None

    def concerns(self, kind: str, key: str) -> bool:
        """Whether a change of one field of a kind, or with no key of which items there are, may matter."""
        return any(
            read == kind or (read.startswith(f"{kind}.") and key in ("", read.partition(".")[2]))
            for read in self.reads
        )

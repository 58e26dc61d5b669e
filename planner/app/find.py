"""Find and replace over the texts of a plan: hits with before and after first, one change set then."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.app.commands.own_fields import set_own
from planner.domain.changes import Change, ChangeSet, Label, SetField
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import KINDS, Item
from planner.domain.own_fields import field_of, fields_of, is_own, value_of
from planner.domain.plan import Plan

_SEARCHED = frozenset(
    {FieldType.TEXT, FieldType.PARAGRAPH, FieldType.DEADLINE, FieldType.ADDRESS, FieldType.NAMES}
)
_NAMES_APART = "\n"
_BREAKS = re.compile(r"\s*\n\s*")


class BadPattern(ValueError):
    """What was typed is no regular expression, or its replacement names a group that it does not have."""


@dataclass(frozen=True, slots=True)
class Find:
    """What is looked for: a text, or with `regex` a pattern as Python writes them.

    `whole` asks that it be all that a field says.
    """

    text: str
    case: bool = False
    whole: bool = False
    regex: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return what to search with; raises `BadPattern`."""
        source = self.text if self.regex else re.escape(self.text)
        flags = re.NOFLAG if self.case else re.IGNORECASE
        try:
            return re.compile(rf"\A(?:{source})\Z" if self.whole else source, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise BadPattern(str(error)) from None


@dataclass(frozen=True, slots=True)
class Hit:
    """A field that has what is looked for: its text, where in it, and its text once replaced.

    A field of several names is one text, a name to a line.
    """

    item_id: str
    key: str
    before: str
    spans: tuple[tuple[int, int], ...]
    after: str


def text_fields(plan: Plan, kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind that can be searched, in the order of the field table."""
    return tuple(spec for spec in fields_of(plan, KINDS[kind]) if spec.type in _SEARCHED and not spec.system)


def find(
    plan: Plan,
    wanted: Find,
    replacement: str = "",
    fields: Mapping[str, Collection[str]] | None = None,
    item_ids: Collection[str] | None = None,
) -> list[Hit]:
    """Return the hits in the order of the tree, then kind by kind.

    `fields` says which fields of which kinds are searched and `item_ids` which items, both all unless given.
    Raises `BadPattern`.
    """
    if not wanted.text:
        return []
    pattern = wanted.pattern()
    template = replacement if wanted.regex else replacement.replace("\\", r"\\")
    searched = {
        kind: [spec for spec in text_fields(plan, kind) if fields is None or spec.key in fields.get(kind, ())]
        for kind in KINDS
    }
    return [
        hit
        for item in _in_order(plan)
        if item_ids is None or item.id in item_ids
        for spec in searched[item.kind.key]
        if (hit := _hit(item, spec, value_of(plan, item, spec.key), pattern, template)) is not None
    ]


def replace(plan: Plan, hits: Sequence[Hit]) -> ChangeSet:
    """Put the replaced texts of the hits in, where anything changes."""
    changes: list[Change] = []
    for hit in hits:
        item = plan[hit.item_id]
        spec = field_of(plan, item, hit.key)
        if is_own(hit.key):
            changes += set_own(plan, item.id, hit.key, hit.after).changes
        elif spec is not None and (old := item.value(hit.key)) != (new := _value(spec, hit.after)):
            changes.append(SetField(item.id, hit.key, old, new))
    return ChangeSet(Label("replace", {"count": str(len(changes))}), tuple(changes))


def _in_order(plan: Plan) -> Iterator[Item]:
    """Yield all items: each row of the tree with what belongs to it, then the rest kind by kind."""
    rows = dict.fromkeys(plan.walk())
    told: set[str] = set()
    for row in rows:
        yield plan[row]
        told.add(row)
        for item in plan.belongings(row, deep=False):
            if item.id not in rows:
                told.add(item.id)
                yield item
    for kind in KINDS.values():
        rest = [item for item in plan.of(kind.cls).values() if item.id not in told]
        yield from sorted(rest, key=lambda item: (item.parent, item.rank, item.id))


def _hit(item: Item, spec: Field, value: Value, pattern: re.Pattern[str], template: str) -> Hit | None:
    before = _NAMES_APART.join(value) if isinstance(value, tuple) else str(value)
    found = [match for match in pattern.finditer(before) if match.end() > match.start()]
    if not found:
        return None
    try:
        after = "".join(_replaced(before, found, template))
    except (re.error, IndexError) as error:
        raise BadPattern(str(error)) from None
    return Hit(item.id, spec.key, before, tuple(match.span() for match in found), after)


def _replaced(text: str, found: Sequence[re.Match[str]], template: str) -> Iterator[str]:
    end = 0
    for match in found:
        yield text[end : match.start()]
        yield match.expand(template)
        end = match.end()
    yield text[end:]


def _value(spec: Field, text: str) -> Value:
    if spec.type is FieldType.NAMES:
        return tuple(name.strip() for name in text.split(_NAMES_APART) if name.strip())
    return text if spec.type is FieldType.PARAGRAPH else _BREAKS.sub(" ", text)

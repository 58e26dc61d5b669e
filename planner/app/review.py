"""A change set as sentences that a person can check: which item, which field, from what to what."""

from collections.abc import Iterator

from planner.app.words import Words
from planner.domain.changes import Change, Insert, Move, Remove, SetField
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import ROOT, Item, Link
from planner.domain.plan import Plan

_SHOWN = 60


class Reviewer:
    """Words changes against the plans in which their items are found."""

    def __init__(self, words: Words, *plans: Plan) -> None:
        self._words = words
        self._plans = plans

    def sentences(self, changes: tuple[Change, ...]) -> Iterator[str]:
        """Yield one sentence a change."""
        for change in changes:
            yield self.sentence(change)

    def sentence(self, change: Change) -> str:
        """Say what one change does."""
        words = self._words
        match change:
            case Insert(item):
                return words("新增{kind}“{name}”").format(kind=words(item.kind.label), name=self._name(item))
            case Remove(item):
                return words("删除{kind}“{name}”").format(kind=words(item.kind.label), name=self._name(item))
            case Move(item_id, old, new):
                if old.parent == new.parent:
                    return words("“{name}”调整顺序").format(name=self._name_of(item_id))
                return words("“{name}”从“{old}”移到“{new}”").format(
                    name=self._name_of(item_id), old=self._place(old.parent), new=self._place(new.parent)
                )
            case SetField(item_id, key, old, new):
                found = self._find(item_id)
                spec = found.kind.by_key.get(key) if found is not None else None
                return words("“{name}”的{field}：{old} → {new}").format(
                    name=self._name_of(item_id),
                    field=words(spec.label) if spec else key,
                    old=self._value(spec, old),
                    new=self._value(spec, new),
                )

    def _find(self, item_id: str) -> Item | None:
        return next((item for plan in self._plans if (item := plan.find(item_id)) is not None), None)

    def _name_of(self, item_id: str) -> str:
        item = self._find(item_id)
        return item_id if item is None else self._name(item)

    def _name(self, item: Item) -> str:
        if isinstance(item, Link):
            return f"{self._name_of(item.parent)} — {self._name_of(item.target)}"
        own = str(getattr(item, "title", "") or getattr(item, "content", "") or getattr(item, "period", ""))
        return _shortened(own) or (self._name_of(item.parent) if item.parent != ROOT else item.id)

    def _place(self, parent: str) -> str:
        return self._name_of(parent) if parent != ROOT else self._words("顶层")

    def _value(self, spec: Field | None, value: Value) -> str:
        if value in (None, "", ()):
            return self._words("（空）")
        if spec is not None and spec.type is FieldType.CHOICE:
            label = next((choice.label for choice in spec.choices if choice.code == value), str(value))
            return self._words(label)
        if spec is not None and spec.type is FieldType.REFERENCE:
            return self._name_of(str(value))
        return _shortened("、".join(value) if isinstance(value, tuple) else str(value))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"

"""From conditions to the rows that meet them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from planner.app.cells import Cells
from planner.app.conditions.model import FACET_PREFIX, Condition, Conditions, Operator
from planner.app.conditions.stretches import stretch
from planner.app.derived import Derived
from planner.app.formulas import formula_value
from planner.app.search import plain
from planner.domain.fields import FieldType
from planner.domain.items import Item, Measure, Milestone, Node
from planner.domain.own_fields import field_of, own_field, value_of
from planner.domain.periods import is_period, last_day
from planner.domain.plan import Plan

Test = Callable[[Item], bool]

_NUMBER_TESTS: Mapping[Operator, Callable[[float, Sequence[float]], bool]] = {
    Operator.EQUAL: lambda number, bounds: number == bounds[0],
    Operator.UNEQUAL: lambda number, bounds: number != bounds[0],
    Operator.AT_LEAST: lambda number, bounds: number >= bounds[0],
    Operator.AT_MOST: lambda number, bounds: number <= bounds[0],
    Operator.ABOVE: lambda number, bounds: number > bounds[0],
    Operator.BELOW: lambda number, bounds: number < bounds[0],
    Operator.BETWEEN: lambda number, bounds: min(bounds) <= number <= max(bounds),
}
_TEXT_TESTS: Mapping[Operator, Callable[[str, str], bool]] = {
    Operator.CONTAINS: lambda text, wanted: wanted in text,
    Operator.LACKS: lambda text, wanted: wanted not in text,
    Operator.IS: lambda text, wanted: text == wanted,
    Operator.IS_NOT: lambda text, wanted: text != wanted,
}
_SET_TESTS: Mapping[Operator, Callable[[set[str], set[str]], bool]] = {
    Operator.ANY_OF: lambda own, wanted: bool(own & wanted),
    Operator.ALL_OF: lambda own, wanted: wanted <= own,
    Operator.NONE_OF: lambda own, wanted: not own & wanted,
}
_DATE_OPERATORS = frozenset({Operator.BEFORE, Operator.AFTER, Operator.FROM_TO, Operator.DURING})


class Matching:
    """Judges the items of one plan; a row whose kind lacks a field never meets a condition on it."""

    def __init__(self, plan: Plan, cells: Cells, derived: Derived) -> None:
        self._plan = plan
        self._cells = cells
        self._derived = derived

    def find(self, conditions: Conditions) -> set[str] | None:
        """Return the rows of the tree that meet the conditions; None where there are none to meet.

        Conditions whose values are missing or are no number or date are met by no row.
        """
        if not conditions:
            return None
        test = self.test(conditions)
        tables = (self._plan.of(Node), self._plan.of(Measure))
        return {item_id for table in tables for item_id, item in table.items() if test(item)}

    def test(self, conditions: Conditions) -> Test:
        """Return what says of an item whether it meets the conditions."""
        return self._group(conditions)

    def _group(self, conditions: Conditions) -> Test:
        tests = [
            self._group(part) if isinstance(part, Conditions) else self._test(part)
            for part in conditions.parts
            if not isinstance(part, Conditions) or part
        ]
        judge = all if conditions.every else any
        return lambda item: judge(test(item) for test in tests)

    def _test(self, condition: Condition) -> Test:
        operator, values = condition.operator, condition.values
        if operator in _SET_TESTS:
            return self._set_test(condition)
        if operator in _NUMBER_TESTS:
            return self._number_test(condition)
        if operator in _DATE_OPERATORS:
            return self._date_test(condition)
        if operator in _TEXT_TESTS:
            wanted, compare = plain(values[0] if values else ""), _TEXT_TESTS[operator]
            return lambda item: (
                bool(wanted)
                and self._has(item, condition.field)
                and compare(self._text(item, condition.field), wanted)
            )
        if operator is Operator.OVERDUE:
            return lambda item: (
                isinstance(item, Measure) and self._derived.verdict(item.id).reason == "overdue"
            )
        filled = operator in (Operator.FILLED, Operator.YES)
        return lambda item: (
            self._has(item, condition.field) and bool(self._text(item, condition.field)) is filled
        )

    def _has(self, item: Item, key: str) -> bool:
        return field_of(self._plan, item, key) is not None or (
            key.startswith(FACET_PREFIX) and "terms" in item.kind.by_key
        )

    def _text(self, item: Item, key: str) -> str:
        if key.startswith(FACET_PREFIX):
            return plain("、".join(self._cells.name(term) for term in self._codes(item, key)))
        return plain(self._cells.text(item, key))

    def _set_test(self, condition: Condition) -> Test:
        wanted, compare = set(condition.values), _SET_TESTS[condition.operator]
        return lambda item: (
            bool(wanted)
            and self._has(item, condition.field)
            and compare(self._codes(item, condition.field), wanted)
        )

    def _codes(self, item: Item, key: str) -> set[str]:
        """Return the codes or ids that a choice, a light, a relation or a facet has."""
        if key.startswith(FACET_PREFIX):
            return self._terms(item, key.removeprefix(FACET_PREFIX))
        spec = field_of(self._plan, item, key)
        if spec is not None and spec.type is FieldType.RELATION:
            return set(self._cells.targets(item, spec))
        if key == "light":
            return {self._derived.verdict(item.id).light.value}
        return {str(value_of(self._plan, item, key))} if spec is not None and spec.stored else set()

    def _terms(self, item: Item, facet_key: str) -> set[str]:
        """Return the terms of one facet that an item carries, with the terms that they stand under."""
        terms: set[str] = set()
        for target in self._plan.targets(item.id, "term"):
            above = list(self._plan.ancestors(target))
            facet = self._plan[above[-1]] if above else None
            if facet is not None and getattr(facet, "key", "") == facet_key:
                terms.update((target, *above[:-1]))
        return terms

    def _number_test(self, condition: Condition) -> Test:
        try:
            bounds = [float(value.strip().rstrip("%％")) for value in condition.values]
        except ValueError:
            bounds = []
        compare = _NUMBER_TESTS[condition.operator]
        if len(bounds) < (2 if condition.operator is Operator.BETWEEN else 1):
            return lambda _item: False

        def test(item: Item) -> bool:
            number = self._number(item, condition.field)
            return number is not None and compare(number, bounds)

        return test

    def _number(self, item: Item, key: str) -> float | None:
        spec = field_of(self._plan, item, key)
        if spec is None:
            return None
        if key == "progress":
            return self._derived.progress(item.id).percent
        own = own_field(self._plan, key)
        if own is not None and own.holds == "formula":
            return formula_value(self._plan, self._derived, item, own)
        value = value_of(self._plan, item, key) if spec.stored else None
        return value if isinstance(value, int | float) else None

    def _date_test(self, condition: Condition) -> Test:
        bounds = [stretch(value, self._derived.today) for value in condition.values]
        known = [bound for bound in bounds if bound is not None]
        if len(known) < (2 if condition.operator is Operator.FROM_TO else 1):
            return lambda _item: False
        first, last = min(bound[0] for bound in known), max(bound[1] for bound in known)

        def test(item: Item) -> bool:
            day = self._day(item, condition.field)
            if day is None:
                return False
            if condition.operator is Operator.BEFORE:
                return day < first
            if condition.operator is Operator.AFTER:
                return day > last
            return first <= day <= last

        return test

    def _day(self, item: Item, key: str) -> date | None:
        """Return the last day of a period, or the day that a deadline was read as."""
        spec = field_of(self._plan, item, key)
        if spec is None:
            return None
        if key == "due_date" and isinstance(item, Measure | Milestone):
            return self._derived.due_date(item)
        value = value_of(self._plan, item, key) if spec.type is FieldType.PERIOD else None
        return last_day(value) if isinstance(value, str) and is_period(value) else None

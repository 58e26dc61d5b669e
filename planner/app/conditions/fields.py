"""On which fields conditions can be put, what each operator asks for, and how conditions read in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from planner.app.cells import SEPARATOR, Cells
from planner.app.conditions.model import FACET_PREFIX, Condition, Conditions, Operator
from planner.app.conditions.operators import FACET_OPERATORS, OPERATOR_NAMES, VALUE_COUNTS, operators_for
from planner.app.conditions.stretches import STRETCH_NAMES
from planner.app.facet_terms import facet_of_key, terms_in_order
from planner.app.messages import LIGHT_NAMES
from planner.app.words import Words
from planner.domain.fields import Field, FieldType
from planner.domain.items import KINDS, ROOT, Facet, Measure, Term, kind_of
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.domain.own_fields import fields_of, is_own
from planner.domain.plan import Plan


class Asks(Enum):
    """What is to be entered after an operator."""

    NOTHING = "nothing"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICES = "choices"


_ASKS: Mapping[Operator, Asks] = {
    **dict.fromkeys((Operator.CONTAINS, Operator.LACKS, Operator.IS, Operator.IS_NOT), Asks.TEXT),
    **dict.fromkeys((Operator.EQUAL, Operator.UNEQUAL, Operator.AT_LEAST, Operator.AT_MOST), Asks.NUMBER),
    **dict.fromkeys((Operator.ABOVE, Operator.BELOW, Operator.BETWEEN), Asks.NUMBER),
    **dict.fromkeys((Operator.BEFORE, Operator.AFTER, Operator.FROM_TO, Operator.DURING), Asks.DATE),
    **dict.fromkeys((Operator.ANY_OF, Operator.ALL_OF, Operator.NONE_OF), Asks.CHOICES),
}


@dataclass(frozen=True, slots=True)
class Comparable:
    """A field that conditions can be put on, by its label in the person's language."""

    key: str
    label: str
    operators: tuple[Operator, ...]


def asks(operator: Operator) -> Asks:
    """Return what is to be entered after an operator."""
    return _ASKS.get(operator, Asks.NOTHING)


def value_count(operator: Operator) -> int:
    """Return how many values an operator needs at least."""
    return VALUE_COUNTS.get(operator, 1)


def is_complete(condition: Condition) -> bool:
    """Whether a condition has the values that its operator needs."""
    given = [value for value in condition.values if value.strip()]
    return len(given) >= value_count(condition.operator)


def comparable_fields(plan: Plan, words: Words) -> list[Comparable]:
    """Return what conditions on measures can speak of: declared fields, facets, fields of one's own."""
    specs = [spec for spec in fields_of(plan, kind_of(Measure)) if not spec.system and spec.key != "terms"]
    facets = [
        Comparable(FACET_PREFIX + facet.key, facet.title, FACET_OPERATORS)
        for facet in plan.children(ROOT, Facet)
    ]
    declared = [_comparable(spec, words) for spec in specs if not is_own(spec.key)]
    own = [_comparable(spec, words) for spec in specs if is_own(spec.key)]
    return [*declared, *facets, *own]


def choices_for(plan: Plan, cells: Cells, words: Words, key: str) -> list[tuple[str, str]]:
    """Return the codes or ids that a field can be compared with, each with its name, in their order."""
    if key == "light":
        return [(light.value, words(LIGHT_NAMES[light])) for light in Light]
    if key.startswith(FACET_PREFIX):
        facet = facet_of_key(plan, key.removeprefix(FACET_PREFIX))
        return [(term, cells.name(term)) for term in terms_in_order(plan, facet)] if facet else []
    spec = {spec.key: spec for spec in fields_of(plan, kind_of(Measure))}.get(key)
    if spec is None:
        return []
    if spec.type is FieldType.CHOICE:
        named = [
            (choice.code, choice.label if is_own(key) else words(choice.label)) for choice in spec.choices
        ]
        return [(code, name) for code, name in named if code]
    return [(item_id, cells.name(item_id)) for item_id in _targets(plan, spec)]


def describe(conditions: Conditions, plan: Plan, cells: Cells, words: Words) -> str:
    """Say in one line what rows must meet."""
    labels = {field.key: field.label for field in comparable_fields(plan, words)}

    def one(condition: Condition) -> str:
        named = dict(choices_for(plan, cells, words, condition.field)) | _stretches(words)
        values = SEPARATOR.join(named.get(value, value) for value in condition.values)
        label = labels.get(condition.field, condition.field)
        return " ".join(part for part in (label, words(OPERATOR_NAMES[condition.operator]), values) if part)

    def group(part: Conditions) -> str:
        between = words(N_("且")) if part.every else words(N_("或"))
        return f" {between} ".join(
            words(N_("（{conditions}）")).format(conditions=group(inner))
            if isinstance(inner, Conditions)
            else one(inner)
            for inner in part.parts
            if not isinstance(inner, Conditions) or inner
        )

    return group(conditions)


def _stretches(words: Words) -> dict[str, str]:
    return {code: words(name) for code, name in STRETCH_NAMES.items()}


def _comparable(spec: Field, words: Words) -> Comparable:
    label = spec.label if is_own(spec.key) else words(spec.label)
    return Comparable(spec.key, label, operators_for(spec))


def _targets(plan: Plan, spec: Field) -> Iterator[str]:
    """Yield the ids of what a relation or a reference can point at."""
    kind = KINDS.get(spec.target)
    if kind is None:
        return
    if kind.cls is Measure:
        yield from (item_id for item_id in plan.walk() if isinstance(plan[item_id], Measure))
    elif kind.cls is Term:
        for facet in plan.children(ROOT, Facet):
            yield from terms_in_order(plan, facet)
    else:
        yield from plan.child_ids(ROOT, kind.cls)

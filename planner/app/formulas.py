"""What a field of one's own reckons from an item's other numbers."""

from planner.app.derived import Derived
from planner.domain.fields import FieldType
from planner.domain.formula import BadFormula, read_formula
from planner.domain.items import Item, OwnField
from planner.domain.own_fields import fields_of, own_field, value_of
from planner.domain.plan import Plan

_NUMBERS = (FieldType.NUMBER, FieldType.PERCENT)


def formula_value(
    plan: Plan, derived: Derived, item: Item, own: OwnField, under_way: frozenset[str] = frozenset()
) -> float | None:
    """Return the number that a formula field says for an item.

    None where the text is no formula, where a number is missing, or where formulas go round in a circle,
    which `under_way` (the ids of those being reckoned) is there to see.
    """
    if own.id in under_way:
        return None
    try:
        formula = read_formula(own.formula)
    except BadFormula:
        return None
    by_label = {spec.label: spec for spec in fields_of(plan, item.kind)}

    def number(label: str) -> float | None:
        spec = by_label.get(label)
        if spec is None:
            return None
        if spec.type in _NUMBERS:
            value = value_of(plan, item, spec.key)
            return float(value) if isinstance(value, int | float) else None
        if spec.key == "progress":
            return derived.progress(item.id).percent
        other = own_field(plan, spec.key)
        if other is None or other.holds != "formula":
            return None
        return formula_value(plan, derived, item, other, under_way | {own.id})

    return formula.value(number)

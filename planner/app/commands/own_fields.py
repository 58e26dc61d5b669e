"""Commands on fields of one's own: define one, and say something in it."""

from planner.app.commands.structure import Spot, add
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import FieldType, Value
from planner.domain.formula import BadFormula, read_formula, renamed
from planner.domain.items import OwnField, OwnValue
from planner.domain.own_fields import own_field, own_value, own_value_id, spec_of, stored_text
from planner.domain.plan import Plan


def define_field(  # noqa: PLR0913 - a definition has all these parts
    plan: Plan,
    title: str,
    subject: str,
    holds: str,
    new_id: NewId,
    *,
    options: tuple[str, ...] = (),
    formula: str = "",
) -> ChangeSet:
    """Add a field of one's own to a kind of item, after those that it has.

    Refuses as bad_value a title that is empty or taken, and a text that is no formula.
    """
    title = " ".join(title.split())
    if not title or any(own.title == title and own.subject == subject for own in plan.of(OwnField).values()):
        raise Refused(Refusal.BAD_VALUE, item="", field="title", value=title)
    if holds == "formula":
        try:
            read_formula(formula)
        except BadFormula:
            raise Refused(Refusal.BAD_VALUE, item="", field="formula", value=formula) from None
    values: dict[str, Value] = {
        "title": title,
        "subject": subject,
        "holds": holds,
        "options": options,
        "formula": formula,
    }
    return add(plan, OwnField, Spot(), new_id, values)


def rename_field(plan: Plan, field_id: str, title: str) -> ChangeSet:
    """Give a field of one's own another name, in the formulas that read it too.

    Refuses as bad_value a title that is empty or taken.
    """
    own = plan.get(field_id, OwnField)
    title = " ".join(title.split())
    others = [other for other in plan.of(OwnField).values() if other.subject == own.subject]
    if not title or any(other.title == title for other in others if other is not own):
        raise Refused(Refusal.BAD_VALUE, item=field_id, field="title", value=title)
    if title == own.title:
        return ChangeSet(Label("set_field"), ())
    changes = [SetField(own.id, "title", own.title, title)]
    changes += [
        SetField(other.id, "formula", other.formula, renamed(other.formula, own.title, title))
        for other in others
    ]
    label = Label("set_field", {"kind": own.kind.key, "field": "title"})
    return ChangeSet(label, tuple(change for change in changes if change.old != change.new))


def set_own(plan: Plan, item_id: str, key: str, value: Value) -> ChangeSet:
    """Make a field of one's own hold a value; an empty one leaves nothing behind.

    Raises `Refused` for a field that the item does not have or a value that it does not take.
    """
    item, own = plan[item_id], own_field(plan, key)
    if own is None or own.subject != item.kind.key or own.holds == "formula":
        raise Refused(Refusal.UNKNOWN_FIELD, item=item_id, field=key)
    spec = spec_of(own)
    if not spec.accepts(value):
        raise Refused(Refusal.BAD_VALUE, item=item_id, field=own.title, value=repr(value))
    part = "unit" if spec.type is FieldType.REFERENCE else "text"
    label = Label("set_field", {"kind": item.kind.key, "field": own.title})
    return ChangeSet(label, _changes(plan, item_id, own, part, stored_text(value)))


def _changes(plan: Plan, item_id: str, own: OwnField, part: str, text: str) -> tuple[Change, ...]:
    kept = own_value(plan, item_id, own)
    if kept is None:
        new = OwnValue(own_value_id(item_id, own), item_id, own.rank, field=own.id)
        return (Insert(new.with_value(part, text)),) if text else ()
    if not text:
        return (Remove(kept),)
    old = kept.value(part)
    return (SetField(kept.id, part, old, text),) if old != text else ()

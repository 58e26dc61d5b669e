"""How each field of each item reads as text.

Tree, inspector, search, workbook and print all take their text from here.
"""

from planner.app.derived import Derived
from planner.app.facet_terms import field_at, targets_of
from planner.app.formulas import formula_value
from planner.app.messages import LIGHT_NAMES
from planner.app.words import Words
from planner.domain.deadlines import Deadline, DeadlineKind
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import Item, Measure, Milestone, Unit
from planner.domain.marks import N_
from planner.domain.numbering import number_of
from planner.domain.own_fields import own_field, value_of
from planner.domain.plan import Plan

SEPARATOR = "、"


class Cells:
    """Reads fields of a plan's items as text in one language."""

    def __init__(self, plan: Plan, derived: Derived, words: Words) -> None:
        self._plan = plan
        self._derived = derived
        self._words = words

    def text(self, item: Item, key: str) -> str:
        """Return the text of one field: stored, relation or computed."""
        spec = field_at(self._plan, item, key)
        if spec is None:
            raise KeyError(key)
        match spec.type:
            case FieldType.RELATION:
                return SEPARATOR.join(self.name(target) for target in self.targets(item, spec))
            case FieldType.COMPUTED:
                return self._computed(item, key)
            case _:
                return self.stored_text(spec, value_of(self._plan, item, key))

    def stored_text(self, spec: Field, value: Value) -> str:
        """Return how a stored value reads, without its item."""
        if value is None:
            return ""
        match spec.type, value:
            case FieldType.CHOICE, str(code):
                label = next((choice.label for choice in spec.choices if choice.code == code), code)
                text = self._words(label) if code else ""
            case FieldType.FLAG, True:
                text = self._words(N_("是"))
            case FieldType.FLAG, _:
                text = ""
            case FieldType.REFERENCE, str(target):
                text = self.name(target)
            case FieldType.PERCENT, int(number) | float(number):
                text = f"{number:.15g}%"
            case _, float(number):
                text = f"{number:.15g}"
            case _, tuple(parts):
                text = SEPARATOR.join(parts)
            case _:
                text = str(value)
        return text

    def targets(self, item: Item, spec: Field) -> list[str]:
        """Return the ids that a relation field points at."""
        return targets_of(self._plan, item.id, spec)

    def name(self, item_id: str) -> str:
        """Return by which name an item is spoken of where another one refers to it."""
        item = self._plan.find(item_id)
        if isinstance(item, Unit):
            return item.display_name
        return str(getattr(item, "title", "")) if item is not None else ""

    def reading(self, deadline: Deadline) -> str:
        """Return what the words of a deadline were read as: a day, 周期, 长期, or nothing."""
        match deadline.kind:
            case DeadlineKind.RECURRING:
                due = deadline.next_due(self._derived.today)
                return (
                    self._words(N_("周期，下次 {date}")).format(date=due) if due else self._words(N_("周期"))
                )
            case DeadlineKind.OPEN_ENDED:
                return self._words(N_("长期"))
            case _:
                return deadline.end.isoformat() if deadline.end else ""

    def _due_now(self, item: Item) -> str:
        """Return the words in force of a measure, and for a framework node the last day below it."""
        if isinstance(item, Measure):
            return self._derived.due_words(item)
        span = self._derived.span(item.id) if self._derived.rolls_days else None
        return self._words(N_("至 {date}")).format(date=span.last[0]) if span else ""

    def _computed(self, item: Item, key: str) -> str:
        match key:
            case "number":
                return number_of(self._plan, item.id)
            case "light":
                return self._words(LIGHT_NAMES[self._derived.verdict(item.id).light])
            case "progress":
                percent = self._derived.progress(item.id).percent
                return "" if percent is None else f"{percent:.0f}%"
            case "due_now":
                return self._due_now(item)
            case "due_date" if isinstance(item, Measure | Milestone):
                return self.reading(self._derived.deadline(item))
        own = own_field(self._plan, key)
        if own is None:
            raise KeyError(key)
        number = formula_value(self._plan, self._derived, item, own)
        return "" if number is None else f"{number:.10g}"

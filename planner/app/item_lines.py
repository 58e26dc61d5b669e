"""What one line of a list says of any item: its title, and what matters about it.

Lists behind numbers read from here; imports only app and domain.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.indicator_facts import amount
from planner.app.indicator_standing import indicator_standing
from planner.app.messages import verdict_sentence
from planner.app.words import Words
from planner.domain.items import Indicator, IndicatorValue, Item, Measure, Milestone, Node, Unit
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.domain.plan import Plan

_BETWEEN = " · "
_ROW_DETAILS = ("lead", "due_now", "progress")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A title, a second line that may be empty, and the light of what has one."""

    title: str
    details: str
    light: Light | None = None


class ItemLines:
    """Words the items of one plan in one language."""

    def __init__(self, plan: Plan, derived: Derived, cells: Cells, words: Words) -> None:
        self._plan = plan
        self._derived = derived
        self._cells = cells
        self._words = words
        self._special: Mapping[type[Item], Callable[[Item], ItemLine]] = {
            Measure: self._row,
            Node: self._row,
            Milestone: self._milestone,
            Indicator: self._indicator,
            IndicatorValue: self._value,
            Unit: self._unit,
        }

    def of(self, item_id: str) -> ItemLine:
        """Return the line of an item; an empty one for what is no longer in the plan."""
        item = self._plan.find(item_id)
        if item is None:
            return ItemLine("", "")
        special = self._special.get(type(item))
        return special(item) if special else ItemLine(self._title(item), self._words(item.kind.label))

    def _row(self, item: Item) -> ItemLine:
        number = self._cells.text(item, "number")
        parts = [
            self._cells.text(item, key) for key in ("lead", "due_now", "progress") if key in item.kind.by_key
        ]
        title = f"{number} {self._title(item)}".strip()
        return ItemLine(title, _BETWEEN.join(filter(None, parts)), self._derived.verdict(item.id).light)

    def _milestone(self, item: Item) -> ItemLine:
        due = self._cells.text(item, "due")
        return ItemLine(self._title(item), _BETWEEN.join(filter(None, (due, self._cells.name(item.parent)))))

    def _indicator(self, item: Item) -> ItemLine:
        verdict = indicator_standing(self._plan, item.id, self._derived.today).verdict
        return ItemLine(self._title(item), verdict_sentence(self._words, verdict), verdict.light)

    def _value(self, item: Item) -> ItemLine:
        if not isinstance(item, IndicatorValue):
            raise TypeError(item)
        unit = self._plan.get(item.parent, Indicator).unit
        value = f"{amount(self._words, item)} {unit}".strip()
        return ItemLine(self._cells.name(item.parent), _BETWEEN.join(filter(None, (item.period, value))))

    def _unit(self, item: Item) -> ItemLine:
        name = self._cells.name(item.id)
        full = str(item.value("title"))
        return ItemLine(name, full if full != name else self._words(item.kind.label))

    def _title(self, item: Item) -> str:
        return self._cells.name(item.id) or self._words(N_("未命名"))

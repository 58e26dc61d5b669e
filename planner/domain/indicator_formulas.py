"""Formulas by which an indicator is computed from others, such as `「研发经费」/「生产总值」*100`.

They have the grammar of `planner.domain.formula`; a label names an indicator by its title or, in braces, by
its id. Any room may import it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.formula import BadFormula, Formula, read_formula
from planner.domain.items import Indicator
from planner.domain.plan import Plan


class FormulaFault(StrEnum):
    """What may be wrong with an indicator's formula."""

    SYNTAX = "syntax"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    CYCLE = "cycle"


class FormulaRefused(Exception):
    """A formula that can't be used: what is wrong, and the part where it shows."""

    def __init__(self, fault: FormulaFault, part: str) -> None:
        super().__init__(fault, part)
        self.fault = fault
        self.part = part


@dataclass(frozen=True, slots=True)
class IndicatorFormula:
    """A formula whose labels are known: the id of the indicator that each of them names."""

    formula: Formula
    ids: dict[str, str]

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators that it is computed from, each once."""
        return tuple(dict.fromkeys(self.ids.values()))

    def value(self, value_of: Callable[[str], float | None]) -> float | None:
        """Return the result from the indicators' values; None where one has none or a divisor is zero."""
        return self.formula.value(lambda label: value_of(self.ids[label]))


def read_indicator_formula(plan: Plan, indicator: Indicator) -> IndicatorFormula:
    """Return what an indicator's formula means.

    Raises `FormulaRefused` where it is not understood, names none or several, or leads back to itself.
    """
    found = _read(plan, indicator.formula)
    _refuse_cycle(plan, indicator.id, found)
    return found


def _refuse_cycle(plan: Plan, origin: str, formula: IndicatorFormula) -> None:
    """Refuse a formula that leads back to `origin`, or that runs into a circle or a fault further on."""
    finished: set[str] = set()
    path = [origin]
    pending = [iter(formula.indicators)]
    while pending:
        named = next(pending[-1], None)
        if named is None:
            pending.pop()
            finished.add(path.pop())
        elif named in path:
            raise FormulaRefused(FormulaFault.CYCLE, plan.get(named, Indicator).title)
        elif named not in finished and (further := plan.get(named, Indicator).formula):
            path.append(named)
            pending.append(iter(_read(plan, further).indicators))


def _read(plan: Plan, text: str) -> IndicatorFormula:
    try:
        formula = read_formula(text)
    except BadFormula as bad:
        raise FormulaRefused(FormulaFault.SYNTAX, text[bad.place :].strip()[:10]) from bad
    return IndicatorFormula(formula, {label: _find(plan, label) for label in formula.labels})


def _find(plan: Plan, label: str) -> str:
    indicators = plan.of(Indicator)
    if label.startswith("{"):
        named = [item_id for item_id in (label[1:-1].strip(),) if item_id in indicators]
    else:
        named = [indicator.id for indicator in indicators.values() if indicator.title.strip() == label]
    if len(named) != 1:
        raise FormulaRefused(FormulaFault.AMBIGUOUS if named else FormulaFault.UNKNOWN, label.strip("{}"))
    return named[0]

"""From what a person asks for to single sheets: of which measures or units, compared with what.

Window and command line both ask through it; any room above `app` may import it.
"""

from collections.abc import Sequence
from dataclasses import replace

from planner.app.comparison import Comparison
from planner.app.derived import Derived
from planner.app.periods import PastState, period_name
from planner.app.words import Words
from planner.reports.status.order import Order
from planner.reports.status.sheets import SheetMaker


def single_orders(
    maker: SheetMaker, order: Order, measures: Sequence[str] = (), *, each_unit: bool = False
) -> list[Order]:
    """Return the single sheets: of these measures if any are named, else all that the order asks for."""
    wanted = [replace(order, measure=measure) for measure in measures] or [order]
    return [single for one in wanted for single in maker.orders(one, each_unit=each_unit)]


def comparison_of(old: PastState, state: PastState, words: Words) -> Comparison:
    """Return what moved from an older state to the one that is printed."""
    title = period_name(words, old.period) if old.period and old.title == old.period else old.title
    return Comparison(title, Derived(old.plan, old.day), old.plan, Derived(state.plan, state.day), state.plan)

"""A paste of indicator values that a person can still change: what each column holds, and what is added."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.app.indicator_paste.columns import Columns, find_columns
from planner.app.indicator_paste.entries import entries_of
from planner.app.indicator_paste.outcome import ValuesPasting, paste_values
from planner.app.paste.grid import Grid
from planner.app.ports import NewId
from planner.app.value_grid import Moment, entries_onto
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Goal:
    """Where values go that do not say it themselves.

    Those with dates but no name go to the indicator `current`; a block without any times goes onto the cells
    `ids` × `moments`, from the first of each on.
    """

    current: str = ""
    ids: Sequence[str] = ()
    moments: Sequence[Moment] = ()


@dataclass(frozen=True, slots=True)
class ValuesProposal:
    """Makes changes of one block; `columns` is None for one that goes onto cells."""

    plan: Plan
    grid: Grid
    goal: Goal
    today: date
    new_id: NewId = field(repr=False)

    def first_columns(self) -> Columns | None:
        """Return how the block is most likely laid out."""
        return find_columns(self.grid, self.today)

    def fits(self, columns: Columns | None) -> bool:
        """Whether the block can go anywhere at all."""
        return columns is not None or bool(self.goal.ids and self.goal.moments)

    def pasting(self, columns: Columns | None, *, add_new: bool = False, source: str = "") -> ValuesPasting:
        """Return what the paste would do."""
        if columns is None:
            entries = entries_onto(self.grid.rows, self.goal.ids, self.goal.moments)
        else:
            entries = entries_of(self.grid, columns, self.today, self.goal.current)
        return paste_values(self.plan, entries, self.new_id, add_new=add_new, source=source)

    def needs_look(self, columns: Columns | None, pasting: ValuesPasting) -> bool:
        """Whether a person should see the paste first; onto cells values are replaced as they are typed."""
        return pasting.leaves_out if columns is None else pasting.needs_look

"""A paste of indicator values that a person can still change: what columns and names mean, what is added."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from planner.app.indicator_paste.columns import Columns, Layout, find_columns
from planner.app.indicator_paste.entries import Entry, entries_of
from planner.app.indicator_paste.outcome import Effect, Landing, Trouble, ValuesPasting, paste_values
from planner.app.paste.grid import Grid
from planner.app.ports import NewId
from planner.app.value_grid import Moment, entries_onto
from planner.domain.plan import Plan

ROW_SAYS = -1
"""The column of a doubt about the name in a row, wherever in the row that stands."""

_NONE_CHOSEN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pasted name that is not plainly one indicator's, and what becomes of the first of its values."""

    name: str
    landing: Landing


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

    def pasting(
        self,
        columns: Columns | None,
        *,
        add_new: bool = False,
        source: str = "",
        chosen: Mapping[str, str] = _NONE_CHOSEN,
    ) -> ValuesPasting:
        """Return what the paste would do; `chosen` holds ids of indicators by pasted names that mean them."""
        entries = (
            replace(entry, indicator=chosen.get(entry.name, entry.indicator))
            for entry in self._entries(columns)
        )
        return paste_values(self.plan, entries, self.new_id, add_new=add_new, source=source)

    def doubts(self, columns: Columns | None, *, add_new: bool = False) -> dict[tuple[int, int], Doubt]:
        """Return the names that a person may have to match by hand.

        They are by row and column of the block; a name that stands for its row has the column `ROW_SAYS`.
        """
        landings = self.pasting(columns, add_new=add_new).landings
        found: dict[tuple[int, int], Doubt] = {}
        for entry in self._entries(columns):
            landing = landings.get((entry.row, entry.column))
            if columns is not None and landing is not None and _is_doubtful(landing):
                down = columns.layout is Layout.DOWN
                place = (columns.first - 1, entry.column) if down else (entry.row, ROW_SAYS)
                found.setdefault(place, Doubt(entry.name, landing))
        return found

    def _entries(self, columns: Columns | None) -> Iterable[Entry]:
        if columns is None:
            return entries_onto(self.grid.rows, self.goal.ids, self.goal.moments)
        return entries_of(self.grid, columns, self.today, self.goal.current)

    def needs_look(self, columns: Columns | None, pasting: ValuesPasting) -> bool:
        """Whether a person should see the paste first; onto cells values are replaced as they are typed."""
        return pasting.leaves_out if columns is None else pasting.needs_look


def _is_doubtful(landing: Landing) -> bool:
    return landing.effect is Effect.NEW_INDICATOR or landing.trouble in (Trouble.UNKNOWN, Trouble.AMBIGUOUS)

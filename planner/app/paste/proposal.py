"""A paste that a person can still change before it is done: as rows or onto cells, where, and what is what.

It also says whether there is anything to look at first. Any room above `app` may import it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.app.commands.structure import Spot
from planner.app.paste.columns import Columns
from planner.app.paste.grid import Grid
from planner.app.paste.onto_cells import CellPaste
from planner.app.paste.outcome import Pasting
from planner.app.paste.reading import read_rows, table_columns
from planner.app.paste.rows import Pasted
from planner.app.paste.subtree import paste_as_subtree
from planner.app.ports import NewId
from planner.app.words import Words
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Target:
    """Where to paste: the spots that new rows can go to, best first, and the cells from the current one on.

    `ids` are rows and `keys` columns; `chosen` is the number of selected rows.
    """

    spots: Sequence[Spot]
    ids: Sequence[str] = ()
    keys: Sequence[str] = ()
    chosen: int = 1

    @property
    def at_title(self) -> bool:
        """Whether the current cell is a title, where pasted text begins rows of its own."""
        return not self.keys or self.keys[0] == "title"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person can choose of a paste.

    `framework` is the number of uppermost levels that become layers and components; `columns` is None for
    text that is no table.
    """

    spot: Spot
    onto_cells: bool
    columns: Columns | None = None
    framework: int = 0


class Proposal:
    """Makes changes of one clipboard for one place in a plan."""

    def __init__(
        self, plan: Plan, grid: Grid, target: Target, words: Words, *, new_id: NewId, today: date
    ) -> None:
        self.plan = plan
        self.grid = grid
        self.target = target
        self._words = words
        self._new_id = new_id
        self._today = today

    def first_choice(self) -> Choice:
        """Return what is most likely meant: cells where the current one is no title, else rows."""
        single = len(self.grid.rows) == 1 and self.grid.width == 1
        onto_cells = bool(self.target.ids) and (single or not self.target.at_title)
        return Choice(self.target.spots[0], onto_cells, table_columns(self.plan, self.grid, self._words))

    def rows(self, choice: Choice) -> Pasted:
        """Return the rows that the text is read as."""
        pasted = read_rows(self.plan, self.grid, self._words, choice.columns)
        return pasted.with_framework(choice.framework) if choice.framework else pasted

    def pasting(self, choice: Choice) -> Pasting:
        """Return what the paste would do."""
        if choice.onto_cells:
            paste = CellPaste(self.plan, self._new_id, self._today, self._words)
            several = self.target.chosen > 1
            keys = self.target.keys[: self.grid.width] if several else self.target.keys
            return paste.paste(self.target.ids, keys, self.grid, tile=several)
        return paste_as_subtree(self.plan, self.rows(choice), choice.spot, self._new_id, self._words)

    def needs_look(self, choice: Choice, pasting: Pasting) -> bool:
        """Whether a person should see the paste first: it does not fit, is a table or has levels."""
        if pasting.misfits:
            return True
        if choice.onto_cells:
            return False
        rows = self.rows(choice)
        plain = choice.columns is None and not rows.remarks and all(row.depth == 0 for row in rows.rows)
        return not plain or any(row.remarks for row in rows.rows)


def with_meaning(columns: Columns, place: int, key: str) -> Columns:
    """Return the columns with another meaning of one of them; what had that meaning before loses it."""
    keys = ["" if key and old == key else old for old in columns.keys]
    keys[place] = key
    return replace(columns, keys=tuple(keys))

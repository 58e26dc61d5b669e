"""A pasted block of cells onto cells that are there: one step of undo, what does not fit reported."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.app.commands.edit import duty_apart, link_changes, set_field
from planner.app.commands.names import NamedTargets
from planner.app.commands.typed import is_typed
from planner.app.commands.unit_names import AmbiguousName
from planner.app.facet_terms import field_at
from planner.app.paste.grid import Grid
from planner.app.paste.outcome import Misfit, Pasting, Reason
from planner.app.paste.values import read_value
from planner.app.ports import NewId
from planner.app.words import Words
from planner.domain.changes import Change, ChangeSet, Label
from planner.domain.fields import Field, FieldType
from planner.domain.items import Item
from planner.domain.own_fields import value_of
from planner.domain.plan import Plan


class CellPaste:
    """Pastes blocks onto cells of a plan; `today` dates the statuses that change."""

    def __init__(self, plan: Plan, new_id: NewId, today: date, words: Words | None = None) -> None:
        self._plan = plan
        self._new_id = new_id
        self._today = today
        self._words = words
        self._names = NamedTargets(plan, new_id)
        self._misfits: list[Misfit] = []

    def paste(self, ids: Sequence[str], keys: Sequence[str], block: Grid, *, tile: bool = False) -> Pasting:
        """Return what puts a block onto the cells `ids` × `keys`, beginning with the first of each.

        With `tile` a block is repeated where the cells are a multiple of it, as Excel does with a selection.
        """
        down = _repeats(len(ids), len(block.rows)) if tile else 1
        across = _repeats(len(keys), block.width) if tile else 1
        rows = [row * across for row in block.rows] * down
        changes: list[Change] = []
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                changes += self._cell(ids, keys, place, column, text)
        label = Label("paste_cells", {"count": str(len(changes))})
        return Pasting(
            ChangeSet(label, (*self._names.created, *changes)),
            tuple(self._misfits),
            self._names.new_units,
            self._names.new_terms,
        )

    def _cell(
        self, ids: Sequence[str], keys: Sequence[str], row: int, column: int, text: str
    ) -> Iterator[Change]:
        if row >= len(ids) or column >= len(keys):
            if text.strip():
                self._report(row, column, text, Reason.NO_ROW if row >= len(ids) else Reason.NO_COLUMN)
            return
        item = self._plan[ids[row]]
        spec = field_at(self._plan, item, keys[column])
        if spec is None or not (is_typed(spec) or spec.type is FieldType.FLAG):
            self._report(row, column, text, Reason.NOT_EDITABLE)
            return
        try:
            yield from self._changes(item, spec, text)
        except AmbiguousName as ambiguous:
            self._report(row, column, ambiguous.name, Reason.AMBIGUOUS_NAME)
        except ValueError:
            self._report(row, column, text, Reason.NOT_A_VALUE)

    def _changes(self, item: Item, spec: Field, text: str) -> Iterator[Change]:
        if spec.type is FieldType.RELATION:
            units, duty = duty_apart(item, spec, text)
            targets = self._names.of(spec).resolve(units)
            yield from link_changes(self._plan, item.id, spec, targets, self._new_id)
            yield from duty
            return
        value = read_value(spec, text, self._words)
        if value != value_of(self._plan, item, spec.key):
            yield from set_field(self._plan, item.id, spec.key, value, self._today).changes

    def _report(self, row: int, column: int, text: str, reason: Reason) -> None:
        self._misfits.append(Misfit(row, str(column), text, reason))


def _repeats(cells: int, block: int) -> int:
    return cells // block if block and cells % block == 0 else 1

"""The visible rows as a Qt table: an adapter over the outline that stores nothing and decides nothing."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QObject, Signal

from planner.app.conditions.matching import Matching
from planner.app.conditions.model import Conditions
from planner.app.outline import Outline, Row
from planner.app.row_steps import InsertRows, MoveRows, RemoveRows, Step, perform, steps_between
from planner.app.search import Search
from planner.app.touched import Touched
from planner.domain.items import ROOT, Item
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import TITLE, Column
from planner.gui.tree.strays import Strays

MOST_STEPS = 10
"""Above this many steps one reset is quicker than the small signals."""


class TreeModel(CellModel):
    """One row for each row of the outline.

    `filtered` is emitted with the number of hidden rows whenever that may have changed, `strayed` with the
    number of rows that are shown though the filter would hide them, since they were edited or came.
    """

    filtered = Signal(int)
    strayed = Signal(int)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(bridge, icons, parent)
        self.outline = Outline(bridge.plan)
        self.search = Search(bridge.plan, bridge.initials)
        self.looked_for = ""
        self.conditions = Conditions()
        self._strays = Strays(self._fits)
        bridge.changed.connect(self._follow)
        bridge.new_day.connect(self.tell_all_changed)

    def row(self, place: int) -> Row:
        return self.outline.rows[place]

    def index_of(self, item_id: str, column: int = TITLE) -> QModelIndex:
        """Return where an item is shown, or the invalid index."""
        place = self.outline.row_of(item_id)
        return QModelIndex() if place is None else self.index(place, column)

    def set_open(self, item_id: str, opened: bool) -> None:
        """Open or close one branch."""
        self._show(self.outline.compute_set_open(item_id, opened))

    def set_all_open(self, opened: bool, under: str = ROOT) -> None:
        """Open or close all branches from an item on."""
        self.outline.set_all_open(opened, under)
        self._show(self.outline.compute())

    def reveal(self, item_id: str) -> None:
        """Bring an item into sight, whatever is closed above it or filtered."""
        self.outline.reveal(item_id)
        self._show(self.outline.compute())

    def restore_closed(self, item_ids: frozenset[str]) -> None:
        """Close exactly these branches."""
        self.outline.set_closed(item_ids)
        self._reset(self.outline.compute())

    @property
    def sifted(self) -> bool:
        """Whether words or conditions leave only some rows."""
        return bool(self.looked_for) or bool(self.conditions)

    def set_filter(self, looked_for: str) -> None:
        """Leave only what has the given words, beside the conditions; without both, everything."""
        self.looked_for = looked_for.strip()
        self._sift()

    def set_conditions(self, conditions: Conditions) -> None:
        """Leave only what meets the given conditions, beside the words; without both, everything."""
        self.conditions = conditions
        self._sift()

    def sift_again(self) -> None:
        """Leave only what the filter looks for now."""
        self._sift()

    def accept_strays(self) -> None:
        """Keep the rows that the filter would hide, and say no more of them."""
        self._strays.accept()
        self.strayed.emit(0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.outline.rows)

    def spoken(self, place: int, item: Item, column: Column) -> str:
        text = self.text(item, column)
        if column.key != "title":
            return text
        words, row = self.bridge.words, self.row(place)
        parts = [text, words(N_("第 {level} 级")).format(level=row.depth + 1)]
        if row.branch:
            parts.append(words(N_("已展开")) if row.open else words(N_("已收起")))
        return words(N_("，")).join(parts)

    def _sift(self) -> None:
        bridge = self.bridge
        met = Matching(bridge.plan, bridge.cells, bridge.derived).find(self.conditions)
        found = self.search.find(self.looked_for)
        self.outline.filter(_both(found, met))
        self._reset(self.outline.compute())
        self.filtered.emit(self.outline.hidden)
        self._strays.forget()
        self.strayed.emit(0)

    def _fits(self, item_id: str) -> bool:
        """Whether the filter would leave a row."""
        bridge, item = self.bridge, self.plan.find(item_id)
        if item is None or not self.search.has(item_id, self.looked_for):
            return False
        conditions = self.conditions
        return not conditions or Matching(bridge.plan, bridge.cells, bridge.derived).test(conditions)(item)

    def _judge(self, touched: Touched) -> None:
        """Find out which rows the filter would hide now."""
        matches, before = self.outline.matches or frozenset(), len(self._strays)
        changed = matches if touched.everything else touched.rows & matches
        self._strays.judge(changed, self.plan.__contains__)
        if len(self._strays) != before:
            self.strayed.emit(len(self._strays))

    def _follow(self, touched: Touched) -> None:
        self.search.forget(touched)
        self.follow_columns(touched)
        kept = self.outline.keep(touched.items)
        if touched.shape:
            self.outline.follow(touched.reshaped)
        if touched.shape or kept:
            self._show(self.outline.compute())
            self.filtered.emit(self.outline.hidden)
        if touched.shape or touched.everything:
            self.tell_all_changed()
        else:
            places = [
                place for item_id in touched.rows if (place := self.outline.row_of(item_id)) is not None
            ]
            self._rows_changed(places)
        if self.sifted:
            self._judge(touched)

    def _show(self, wanted: list[Row]) -> None:
        rows = list(self.outline.rows)
        steps = steps_between([row.id for row in rows], [row.id for row in wanted], MOST_STEPS)
        if steps is None:
            self._reset(wanted)
            return
        for step in steps:
            self._begin(step)
            perform(rows, step, wanted)
            self.outline.show(list(rows))
            self._end(step)
        self.outline.show(wanted)
        pairs = enumerate(zip(rows, wanted, strict=True))
        self._rows_changed([place for place, (old, new) in pairs if old is not new and old != new])

    def _begin(self, step: Step) -> None:
        top = QModelIndex()
        match step:
            case InsertRows(at, count):
                self.beginInsertRows(top, at, at + count - 1)
            case RemoveRows(at, count):
                self.beginRemoveRows(top, at, at + count - 1)
            case MoveRows(at, count, to):
                self.beginMoveRows(top, at, at + count - 1, top, to)

    def _end(self, step: Step) -> None:
        match step:
            case InsertRows():
                self.endInsertRows()
            case RemoveRows():
                self.endRemoveRows()
            case MoveRows():
                self.endMoveRows()

    def _reset(self, wanted: list[Row]) -> None:
        self.beginResetModel()
        self.outline.show(wanted)
        self.endResetModel()

    def _rows_changed(self, places: Collection[int]) -> None:
        if len(places) > MOST_STEPS:
            self.tell_changed(min(places), max(places))
            return
        for place in places:
            self.tell_changed(place, place)


def _both(first: set[str] | None, second: set[str] | None) -> set[str] | None:
    """Return what is in both sets, where None is everything."""
    if first is None or second is None:
        return second if first is None else first
    return first & second

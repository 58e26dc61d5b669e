"""Keeps the current row, the selection and the scroll position when the model starts over."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

from planner.gui.tree.cell_model import CellModel
from planner.gui.tree.columns import TITLE

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class _Position:
    current: str
    column: int
    selected: tuple[str, ...]
    top: str
    offset: int


class Anchor(QObject):
    """Remembers by id before a reset and restores after it.

    Built after the header, whose own reset would undo it. A current row that a filter hides is remembered
    until it can be seen again, or another becomes current.
    """

    def __init__(self, view: QTableView, model: CellModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._before: _Position | None = None
        self._hidden_current = ""
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def _remember(self) -> None:
        view, model = self._view, self._model
        current = view.currentIndex()
        top = view.rowAt(0)
        selected = tuple(model.row(index.row()).id for index in view.selectionModel().selectedRows())
        self._before = _Position(
            model.row(current.row()).id if current.isValid() else self._hidden_current,
            current.column() if current.isValid() else TITLE,
            selected,
            model.row(top).id if top >= 0 else "",
            view.rowViewportPosition(top) if top >= 0 else 0,
        )

    def _restore(self) -> None:
        before, model, selection = self._before, self._model, self._view.selectionModel()
        if before is None:
            return
        current = model.index_of(before.current, before.column)
        self._hidden_current = "" if current.isValid() else before.current
        selected = QItemSelection()
        for item_id in before.selected:
            if (index := model.index_of(item_id)).isValid():
                selected.select(index, index)
        selection.select(selected, _Flag.ClearAndSelect | _Flag.Rows)
        selection.setCurrentIndex(current, _Flag.NoUpdate)
        top = model.index_of(before.top).row()
        if top >= 0:
            bar = self._view.verticalScrollBar()
            row_height = self._view.verticalHeader().defaultSectionSize()
            bar.setValue(top * row_height - before.offset)

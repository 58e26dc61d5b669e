"""Copies rows for other programs and for this one, and pastes what either left on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from planner.app.commands.placing import paste_spots
from planner.app.copying import copy_cells, copy_items
from planner.app.paste.items import ItemsPasting, paste_items
from planner.app.paste.proposal import Proposal, Target
from planner.app.paste.reading import read_grid
from planner.domain.changes import ChangeSet
from planner.domain.errors import Refused
from planner.gui.tree.new_rows import top_rows
from planner.gui.tree.paste_dialog import PasteDialog
from planner.gui.tree.rows import RowsTable

ITEMS_TYPE = "application/x-policy-planner-items"


class RowsClipboard:
    """Copy, cut and paste of one table of rows."""

    def __init__(self, view: RowsTable) -> None:
        self._view = view
        self._bridge = view.bridge

    def copy(self) -> None:
        """Put the selected rows on the clipboard: as table, as text, and with all that belongs to them."""
        self._put(with_headings=False)

    def copy_with_headings(self) -> None:
        """Copy the selected rows below the headings of their columns."""
        self._put(with_headings=True)

    def cut(self) -> None:
        """Copy the selected rows and remove them."""
        if self._view.selected_ids():
            self._put(with_headings=False, cut=True)
            self._view.remove_selected("cut")

    def paste(self) -> None:
        """Paste rows of this program as such, and text of another as rows or onto cells, as it fits."""
        self._view.finish_editing()
        data: QMimeData | None = QApplication.clipboard().mimeData()
        if data is None:  # nobody on the system has put anything there
            return
        try:
            if data.hasFormat(ITEMS_TYPE):
                self._paste_items(bytes(data.data(ITEMS_TYPE).data()).decode(errors="replace"))
            elif data.hasText() or data.hasHtml():
                self._paste_text(data.text(), data.html())
        except Refused as refused:
            self._bridge.refuse(refused)

    def _put(self, *, with_headings: bool, cut: bool = False) -> None:
        plan, chosen = self._bridge.plan, self._view.selected_ids()
        if not chosen:
            return
        keys = [self._view.rows.columns[column].key for column in self._view.columns.shown()]
        headings = self._bridge.words if with_headings else None
        copied = copy_cells(plan, self._bridge.cells, chosen, keys, headings)
        data = QMimeData()
        data.setText(copied.tsv)
        data.setHtml(copied.html)
        cut_from = self._bridge.document.plan_id if cut else ""
        data.setData(ITEMS_TYPE, copy_items(plan, chosen, cut_from).encode())
        QApplication.clipboard().setMimeData(data)

    def _paste_items(self, text: str) -> None:
        pasting = self._items_where_they_fit(text)
        if self._bridge.run(lambda: pasting.change_set):
            self._view.show_chosen(pasting.tops)
        if pasting.lost:
            words = self._bridge.words
            sentence = words("这里没有“{names}”，相关的关联没有粘贴。").format(names="、".join(pasting.lost))
            self._bridge.refused.emit(sentence)

    def _items_where_they_fit(self, text: str) -> ItemsPasting:
        """Return the paste at the first spot that takes the rows; refused as at the best one."""
        document = self._bridge.document
        plan, new_id, plan_id = document.plan, document.new_id, document.plan_id
        best, *further = paste_spots(plan, self._view.current_id())
        try:
            return paste_items(plan, text, best, new_id, plan_id)
        except Refused as refused:
            for spot in further:
                try:
                    return paste_items(plan, text, spot, new_id, plan_id)
                except Refused:
                    continue
            raise refused from None

    def _paste_text(self, text: str, html: str) -> None:
        grid = read_grid(text, html)
        if not grid.rows:
            return
        document, plan = self._bridge.document, self._bridge.plan
        proposal = Proposal(
            plan,
            grid,
            self._target(),
            self._bridge.words,
            new_id=document.new_id,
            today=document.clock.today(),
        )
        choice = proposal.first_choice()
        pasting = proposal.pasting(choice)
        if not proposal.needs_look(choice, pasting):
            self._apply(pasting.change_set)
            return
        dialog = PasteDialog(proposal, choice, self._bridge.words, self._view.window())
        dialog.agreed.connect(self._apply)
        dialog.open()

    def _target(self) -> Target:
        view, current = self._view, self._view.currentIndex()
        spots = paste_spots(self._bridge.plan, view.current_id())
        if not current.isValid():
            return Target(spots)
        chosen = view.selected_ids()
        several = len(chosen) > 1
        ids = chosen if several else view.ids_from_current()
        shown = view.columns.shown()
        columns = [view.rows.columns[column] for column in shown[shown.index(current.column()) :]]
        return Target(spots, ids, [column.typed or column.key for column in columns], max(len(chosen), 1))

    def _apply(self, change_set: ChangeSet) -> None:
        """Do a paste, and select the uppermost rows that came by it."""
        if self._bridge.run(lambda: change_set) and (tops := top_rows(change_set)):
            self._view.show_chosen(tops)

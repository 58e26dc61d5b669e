"""What is done to several rows of a table at once: one value for all, fill down, duplicate, sort."""

from PySide6.QtCore import QCollator, QLocale

from planner.app.commands import bulk
from planner.app.facet_terms import facet_fields
from planner.app.ordering import Ordering
from planner.domain.items import ROOT, Measure, kind_of
from planner.domain.own_fields import fields_of
from planner.gui.inspector.tools import Tools
from planner.gui.tree.bulk_dialog import BulkDialog
from planner.gui.tree.new_rows import top_rows
from planner.gui.tree.rows import RowsTable
from planner.gui.tree.sort_dialog import SortDialog
from planner.gui.tree.tags_dialog import TagsDialog


class RowsBulk:
    """Commands for the selected rows of one table."""

    def __init__(self, view: RowsTable) -> None:
        self._view = view
        self._bridge = view.bridge

    def fill_down(self) -> None:
        """Put what the first selected row says in the current column into the others, as Ctrl+D in Excel.

        With one row selected, what the row above it says is put into it.
        """
        view, document = self._view, self._bridge.document
        view.finish_editing()
        chosen, key = view.selected_ids(), view.current_key()
        if len(chosen) == 1 and (above := view.id_above(chosen[0])):
            chosen = [above, *chosen]
        today = document.clock.today()
        self._bridge.run(lambda: bulk.fill_down(document.plan, chosen, [key], today, document.new_id))

    def duplicate(self) -> None:
        """Put a copy of each selected branch after it, and select the copies."""
        view, document = self._view, self._bridge.document
        view.finish_editing()
        change_set = bulk.duplicate(document.plan, view.selected_ids(), document.new_id)
        if self._bridge.run(lambda: change_set):
            view.show_chosen(top_rows(change_set))

    def set_field(self) -> None:
        """Ask for a field and a value, and set it in all selected rows."""
        view = self._view
        view.finish_editing()
        tools = Tools.of(self._bridge, view.icons)
        dialog = BulkDialog(tools, view.selected_ids(), view.current_key(), view.window())
        dialog.agreed.connect(lambda change_set: self._bridge.run(lambda: change_set))
        dialog.open()

    def set_tags(self) -> None:
        """Ask which terms all selected measures are to carry."""
        view, plan = self._view, self._bridge.plan
        view.finish_editing()
        measures = [row for row in view.selected_ids() if isinstance(plan.find(row), Measure)]
        if measures:
            dialog = TagsDialog(self._bridge, measures, view.window())
            dialog.agreed.connect(lambda change_set: self._bridge.run(lambda: change_set))
            dialog.open()

    def ask_sort(self) -> None:
        """Ask for a field and a direction, and sort rows of the same level."""
        view, plan, words = self._view, self._bridge.plan, self._bridge.words
        view.finish_editing()
        current = plan.find(view.current_id())
        above = ROOT if current is None else current.parent
        parents = [(above, words("当前行和它的同级"))]
        if current is not None and plan.branches(current.id):
            parents.append((current.id, words("当前行的下级")))
        if above != ROOT:
            parents.append((ROOT, words("最上面一级")))
        kind = kind_of(Measure)
        fields = [
            *(spec for spec in fields_of(plan, kind) if spec.key != "number"),
            *facet_fields(plan, kind),
        ]
        dialog = SortDialog(words, fields, view.current_key(), parents, view.window())
        dialog.agreed.connect(self.sort)
        dialog.open()

    def sort(self, parent: str, key: str, descending: bool) -> None:
        """Sort the rows under `parent` by a field; what is selected stays so."""
        bridge = self._bridge
        collator = QCollator(QLocale("zh_CN"))
        collator.setNumericMode(True)
        order = Ordering(bridge.plan, bridge.derived, bridge.cells, collator.sortKey).by(key)
        bridge.run(lambda: bulk.sort_siblings(bridge.plan, parent, order, descending=descending))

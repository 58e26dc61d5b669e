"""The facets and their terms as a tree that is typed into and whose entries are dragged about.

What is carried is told by `dragged_entries`, also to other views that take terms.
"""

import json
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.app.commands.placing import Drop, drop_spot
from planner.app.commands.structure import Spot
from planner.domain.items import ROOT, Facet, Measure, Term
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.fonts import scaled_font
from planner.gui.tree.dragdrop import ROWS_TYPE, dragged_ids

ENTRIES_TYPE = "application/x-policy-planner-terms"

NAME, BROADER, USED = range(3)
_ID = Qt.ItemDataRole.UserRole
_ROW_PADDING = 10
_Flag = QItemSelectionModel.SelectionFlag
_Position = QAbstractItemView.DropIndicatorPosition


class EntryTree(QTreeWidget):
    """Shows facets and terms by id.

    `renamed` carries an id and what was typed as its name, `dropped` the ids that were dragged and the spot
    at which they were let go, `tagged` a term and the rows of the plan that were let go on it.
    """

    renamed = Signal(str, str)
    dropped = Signal(list, object)
    tagged = Signal(str, list)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entries: dict[str, QTreeWidgetItem] = {}
        self._closed: set[str] = set()
        self._editable = True
        words = bridge.words
        self.setAccessibleName(words(N_("分类和类目")))
        self.setHeaderLabels([words(N_("名称")), words(N_("所属")), words(N_("引用"))])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "table")
        self.setAlternatingRowColors(True)
        self.setEditTriggers(self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(BROADER, 30 * self.fontMetrics().averageCharWidth())
        header.resizeSection(USED, 8 * self.fontMetrics().averageCharWidth())
        self.itemChanged.connect(self._tell_renamed)
        self.itemExpanded.connect(lambda entry: self._closed.discard(_id_of(entry)))
        self.itemCollapsed.connect(lambda entry: self._closed.add(_id_of(entry)))

    @property
    def ids(self) -> list[str]:
        """The ids of all entries from top to bottom."""
        return list(self._entries)

    @property
    def current_id(self) -> str:
        """The id of the current facet or term, empty without one."""
        return _id_of(self.currentItem()) if self.currentIndex().isValid() else ""

    @property
    def selected_ids(self) -> list[str]:
        """The ids of the selected entries from top to bottom."""
        return [item_id for item_id, entry in self._entries.items() if entry.isSelected()]

    def entry(self, item_id: str) -> QTreeWidgetItem:
        """Return the entry of a facet or a term."""
        return self._entries[item_id]

    def select(self, item_ids: Sequence[str]) -> None:
        """Select those of some entries that are there; the first becomes current."""
        there = [self._entries[item_id] for item_id in item_ids if item_id in self._entries]
        if there:
            index = self.indexFromItem(there[0])  # Qt's own setCurrentItem heeds the keys that are held
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        for entry in there:
            entry.setSelected(True)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid typing and dragging."""
        self._editable = editable
        self.setDragEnabled(editable)
        self.setAcceptDrops(editable)

    def refresh(self) -> None:
        """Take over what the plan says now; what is selected, closed and in sight stays so."""
        selected, current = self.selected_ids, self.current_id
        scrolled = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._entries.clear()
        for facet in self._bridge.plan.children(ROOT, Facet):
            entry = self._add(self.invisibleRootItem(), facet)
            entry.setFont(NAME, scaled_font(self.font(), 1.0, QFont.Weight.DemiBold))
            self._add_terms(entry, facet.id)
        for item_id, entry in self._entries.items():
            entry.setExpanded(item_id not in self._closed)
        self.blockSignals(False)
        self.select([current] if current in self._entries else list(self._entries)[:1])
        for item_id in selected:
            if item_id in self._entries:
                self._entries[item_id].setSelected(True)
        self.verticalScrollBar().setValue(scrolled)

    def mimeTypes(self) -> list[str]:
        return [ENTRIES_TYPE, ROWS_TYPE]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        chosen = {_id_of(entry) for entry in items}
        data = QMimeData()
        data.setData(
            ENTRIES_TYPE, json.dumps([item_id for item_id in self.ids if item_id in chosen]).encode()
        )
        return data

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        event.setAccepted(self._spot_at(event) is not None or bool(self._term_for_rows(event)))

    def dropEvent(self, event: QDropEvent) -> None:
        if term_id := self._term_for_rows(event):
            event.acceptProposedAction()
            self.tagged.emit(term_id, dragged_ids(event.mimeData()))
            return
        spot = self._spot_at(event)
        if spot is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # Qt would take the dragged entries away itself
        event.accept()
        self.dropped.emit(dragged_entries(event.mimeData()), spot)

    def _term_for_rows(self, event: QDropEvent) -> str:
        """Return the term below the pointer where rows of the plan are carried, else the empty text."""
        index, plan = self.indexAt(event.position().toPoint()), self._bridge.plan
        rows = dragged_ids(event.mimeData())
        if not index.isValid() or not any(isinstance(plan.find(row), Measure) for row in rows):
            return ""
        entry = _id_of(self.itemFromIndex(index))
        return entry if isinstance(plan.find(entry), Term) else ""

    def _spot_at(self, event: QDropEvent) -> Spot | None:
        index, moved = self.indexAt(event.position().toPoint()), dragged_entries(event.mimeData())
        if not index.isValid() or not moved or any(item_id not in self._bridge.plan for item_id in moved):
            return None
        entry = self.itemFromIndex(index)
        drops = {
            _Position.AboveItem: Drop.BEFORE,
            _Position.BelowItem: Drop.FIRST_BELOW
            if entry.isExpanded() and entry.childCount()
            else Drop.AFTER,
            _Position.OnItem: Drop.LAST_BELOW,
        }
        drop = drops.get(self.dropIndicatorPosition())
        return drop_spot(self._bridge.plan, moved, _id_of(entry), drop) if drop is not None else None

    def _add_terms(self, above: QTreeWidgetItem, parent: str) -> None:
        for term in self._bridge.plan.children(parent, Term):
            self._add_terms(self._add(above, term), term.id)

    def _add(self, above: QTreeWidgetItem, item: Facet | Term) -> QTreeWidgetItem:
        bridge = self._bridge
        broader = bridge.cells.name(item.broader) if isinstance(item, Term) else ""
        used = str(len(bridge.plan.referrers(item.id)) or "") if isinstance(item, Term) else ""
        entry = QTreeWidgetItem(above, [item.title, broader, used])
        entry.setData(NAME, _ID, item.id)
        entry.setToolTip(NAME, item.title)
        entry.setToolTip(BROADER, broader)
        entry.setSizeHint(NAME, QSize(0, self.fontMetrics().height() + _ROW_PADDING))
        if self._editable:
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
        self._entries[item.id] = entry
        return entry

    def _tell_renamed(self, entry: QTreeWidgetItem, column: int) -> None:
        if column == NAME:
            self.renamed.emit(_id_of(entry), entry.text(NAME).strip())


def dragged_entries(data: QMimeData) -> list[str]:
    """Return the ids of the facets or terms that are carried; none for foreign data."""
    if not data.hasFormat(ENTRIES_TYPE):
        return []
    return [str(item_id) for item_id in json.loads(bytes(data.data(ENTRIES_TYPE).data()))]


def _id_of(entry: QTreeWidgetItem) -> str:
    return str(entry.data(NAME, _ID))

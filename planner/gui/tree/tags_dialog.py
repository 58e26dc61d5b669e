"""Ticks the terms of all facets for the selected measures: found by typing, ticked by Enter or Space."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from planner.app.commands.facets import retag
from planner.app.name_matching import TypedName
from planner.domain.items import ROOT, Facet, Term
from planner.gui.bridge import Bridge
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.fonts import scaled_font

_SIZE = (460, 520)
_ROW_PADDING = 8
_ID = Qt.ItemDataRole.UserRole
_LISTED = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TICKED, _PARTLY, _UNTICKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)


class TagsDialog(Dialog):
    """`agreed` carries the change set; a term that only some measures carry stays so unless it is ticked."""

    topic = "plan"

    agreed = Signal(object)

    def __init__(self, bridge: Bridge, measure_ids: Sequence[str], parent: QWidget) -> None:
        words = bridge.words
        super().__init__(words("标签"), parent)
        self.setObjectName("tags_dialog")
        self.resize(*_SIZE)
        self._bridge = bridge
        self._ids = measure_ids
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words("输入几个字或首字母来查找"))
        self.search.setAccessibleName(words("查找"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(words("分类和类目"))
        self._before: dict[str, Qt.CheckState] = {}
        self._fill()
        head = words("为选中的 {count} 项举措选标签").format(count=len(measure_ids))
        hint = words("回车或空格打勾；横线表示只有部分举措有这个标签，不动就保持原样。")
        for widget in (plain_label(head, factor=1.2, bold=True), self.search, self.list):
            self.column.addWidget(widget)
        self.column.addWidget(plain_label(hint, "muted"))
        self.column.addWidget(self.buttons)
        self.add_accept(words("确定"))
        self.add_cancel(words("取消"))
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.setFocus()

    def accept(self) -> None:
        given = [term for term, state in self._states() if state is _TICKED is not self._before[term]]
        taken = [term for term, state in self._states() if state is _UNTICKED is not self._before[term]]
        self.agreed.emit(retag(self._bridge.plan, self._ids, given, taken, self._bridge.document.new_id))
        super().accept()

    def entry(self, term_id: str) -> QTreeWidgetItem:
        """Return the entry of a term."""
        return next(entry for entry in self._entries() if entry.data(0, _ID) == term_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.search and event.key() in _LISTED:
            self.list.setFocus()
            self._go_to_first_shown()
            return True
        if event.key() in _ENTER and (watched is self.list or self.search.text()):
            self._toggle(self.list.currentItem())
            self.search.clear()
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        plan = self._bridge.plan
        carried = [set(plan.targets(measure_id, "term")) for measure_id in self._ids]
        for facet in plan.children(ROOT, Facet):
            head = QTreeWidgetItem(self.list, [facet.title])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, scaled_font(self.font(), 1.0, QFont.Weight.DemiBold))
            self._add_terms(head, facet.id, carried)
            head.setHidden(not head.childCount())
        self.list.expandAll()

    def _add_terms(self, above: QTreeWidgetItem, parent: str, carried: Sequence[set[str]]) -> None:
        height = QSize(0, self.fontMetrics().height() + _ROW_PADDING)
        for term in self._bridge.plan.children(parent, Term):
            having = sum(term.id in targets for targets in carried)
            state = _TICKED if having == len(carried) else _PARTLY if having else _UNTICKED
            entry = QTreeWidgetItem(above, [term.title])
            entry.setData(0, _ID, term.id)
            entry.setToolTip(0, term.title)
            entry.setSizeHint(0, height)
            entry.setCheckState(0, state)
            self._before[term.id] = state
            self._add_terms(entry, term.id, carried)

    def _states(self) -> list[tuple[str, Qt.CheckState]]:
        return [(str(entry.data(0, _ID)), entry.checkState(0)) for entry in self._entries()]

    def _entries(self) -> Iterator[QTreeWidgetItem]:
        """Yield the entries of all terms from top to bottom."""
        root = self.list.invisibleRootItem()
        pending = [root.child(place) for place in reversed(range(root.childCount()))]
        while pending:
            entry = pending.pop()
            if entry.data(0, _ID):
                yield entry
            pending += [entry.child(place) for place in reversed(range(entry.childCount()))]

    def _find(self, typed: str) -> None:
        wanted = TypedName(typed, self._bridge.initials)
        root = self.list.invisibleRootItem()
        for place in range(root.childCount()):
            self._show_fitting(root.child(place), wanted, above=False)
        if wanted:
            self._go_to_first_shown()

    def _show_fitting(self, entry: QTreeWidgetItem, wanted: TypedName, *, above: bool) -> bool:
        """Hide an entry unless it, one above or one below it fits; say whether it shows."""
        fits = not wanted or wanted.place([entry.text(0)]) is not None
        below = [
            self._show_fitting(entry.child(place), wanted, above=above or fits)
            for place in range(entry.childCount())
        ]
        is_term = bool(entry.data(0, _ID))
        shows = any(below) or (is_term and (fits or above))
        entry.setHidden(not shows)
        return shows

    def _go_to_first_shown(self) -> None:
        wanted = TypedName(self.search.text(), self._bridge.initials)
        shown = [entry for entry in self._entries() if not entry.isHidden()]
        best = sorted(shown, key=lambda entry: _order(wanted.place([entry.text(0)]) if wanted else 0))
        if best:
            self.list.setCurrentItem(best[0])

    def _toggle(self, entry: QTreeWidgetItem | None) -> None:
        if entry is not None and entry.data(0, _ID) and not entry.isHidden():
            entry.setCheckState(0, _UNTICKED if entry.checkState(0) is _TICKED else _TICKED)


def _order(place: int | None) -> int:
    return 9 if place is None else place

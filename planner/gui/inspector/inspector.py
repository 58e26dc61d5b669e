"""The inspector: everything about the current item, to be read and edited.

It only assembles: the head, the form of the item's kind, and a table for each kind of what belongs to it.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.app.touched import Touched
from planner.domain.items import Measure, Node, Unit
from planner.gui.bridge import Bridge
from planner.gui.following.follow_up import FollowUp
from planner.gui.icons import Icons
from planner.gui.inspector.editors import FieldEditor
from planner.gui.inspector.folds import Folds
from planner.gui.inspector.header import InspectorHeader
from planner.gui.inspector.page import Page
from planner.gui.inspector.referrers import LinkedFrom
from planner.gui.inspector.related import RelatedTable
from planner.gui.inspector.section import Section
from planner.gui.inspector.tools import Tools

_MARGIN = 16


class Inspector(QScrollArea):
    """Shows one item of the plan by its id.

    `activated` carries the id of a row of the tree that a person asked to go to, `unit_asked` that of a unit
    whose page is wanted; any other item is shown here at once.
    """

    activated = Signal(str)
    unit_asked = Signal(str)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(300)
        self.setAccessibleName(bridge.words("详情"))
        self._bridge = bridge
        self._tools = Tools.of(bridge, icons)
        self._editable = True
        self._item_id = ""
        self._pages: dict[str, Page] = {}
        self._content = _Content(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(16)
        self._header = InspectorHeader(self._tools, self._content)
        self._hint = self._make_hint()
        self._column.addWidget(self._header)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self._header.activated.connect(self.open_item)
        self._follow_up = FollowUp(bridge, self, lambda: self._item_id)
        bridge.changed.connect(self._follow)
        bridge.new_day.connect(self.refresh)
        self.show_item("")

    @property
    def item_id(self) -> str:
        """The id of the item shown, empty when there is none."""
        return self._item_id

    @property
    def header(self) -> InspectorHeader:
        """The head of the inspector."""
        return self._header

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """The editors of the fields of the item shown, by key, in their order."""
        page = self._page
        return page.editors if page else {}

    @property
    def tables(self) -> Mapping[str, RelatedTable]:
        """The tables of what belongs to the item shown, by the key of the kind."""
        page = self._page
        return page.tables if page else {}

    @property
    def linked_from(self) -> LinkedFrom:
        """The list of who links to the item shown."""
        return self._pages[self._bridge.plan[self._item_id].kind.key].linked_from

    @property
    def folds(self) -> Folds:
        """Which parts are open, to be kept."""
        return self._tools.folds

    def restore_folds(self, text: str) -> None:
        """Open and close parts as they were kept."""
        self._tools.folds.restore(text)
        for section in self.sections.values():
            section.follow()

    @property
    def sections(self) -> Mapping[str, Section]:
        """The parts of the page shown, by name."""
        page = self._page
        return page.sections if page else {}

    def show_item(self, item_id: str) -> None:
        """Show an item; with an unknown id, the empty state. What is being typed is handed over first."""
        self.commit()
        item = self._bridge.plan.find(item_id)
        self._item_id = item_id if item else ""
        self._header.setVisible(item is not None)
        self._hint.setVisible(item is None)
        if item is not None and item.kind.key not in self._pages:
            self._add_page(item.kind.key)
        for key, known in self._pages.items():
            known.setVisible(item is not None and key == item.kind.key)
        if item is None:
            return
        self._header.show_item(item)
        self._pages[item.kind.key].show_item(item_id)
        self._apply_editable()
        self.setFocusProxy(next(iter(self.editors.values())).control)
        self.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        """Hand over what is being typed."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, FieldEditor):
                widget.commit()
                return
            widget = widget.parentWidget()

    def open_item(self, item_id: str) -> None:
        """Go to an item: rows of the tree and units are announced, so that the views go there too."""
        item = self._bridge.plan.find(item_id)
        self.show_item(item_id)
        if isinstance(item, Node | Measure):
            self.activated.emit(item_id)
        elif isinstance(item, Unit):
            self.unit_asked.emit(item_id)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid editing, as in a plan that was opened to be read."""
        self._editable = editable
        self._apply_editable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for page in self._pages.values():
            page.fit(self.viewport().width() - 2 * _MARGIN)

    @property
    def _page(self) -> Page | None:
        item = self._bridge.plan.find(self._item_id)
        return self._pages.get(item.kind.key) if item else None

    def _add_page(self, key: str) -> None:
        page = Page(key, self._tools, self._content)
        page.opened.connect(self.open_item)
        page.adjustment_asked.connect(self._follow_up.adjust_deadline)
        page.report_asked.connect(self._follow_up.report_progress)
        self._pages[key] = page
        self._fit()
        self._column.insertWidget(self._column.count() - 1, page)

    def _apply_editable(self) -> None:
        item, page = self._bridge.plan.find(self._item_id), self._page
        if item is not None and page is not None:
            page.set_editable(self._editable, own=self._editable and self._tools.series.may_edit(item))

    def _follow(self, touched: Touched) -> None:
        if "own_field" in touched.kinds:
            self._make_anew()
        if self._item_id and self._item_id not in self._bridge.plan:
            self.show_item("")
        else:
            self.refresh()

    def _make_anew(self) -> None:
        """Let go of the forms, since the fields of a kind have changed."""
        for page in self._pages.values():
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self.show_item(self._item_id)

    def refresh(self) -> None:
        """Show what has changed in the item shown."""
        if (page := self._page) is not None:
            self._header.show_item(self._bridge.plan[self._item_id])
            page.refresh()

    def _make_hint(self) -> QLabel:
        text = self._bridge.words("在左边选一行，这里就显示它的内容、责任、时间和关联。")
        hint = QLabel(text, self._content)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        hint.setContentsMargins(0, 48, 0, 0)
        return hint


class _Content(QWidget):
    """Takes the width of the view, whatever its labels would like."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

"""The places found: each with its item, its field, and the text before and after, the found parts marked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.app.find import Hit
from planner.domain.items import Item, Measure, Node
from planner.domain.marks import N_
from planner.domain.numbering import outline_numbers
from planner.domain.own_fields import field_of, is_own
from planner.gui.bridge import Bridge

_HIT = Qt.ItemDataRole.UserRole
_SPANS = _HIT + 1
_BEFORE, _AFTER = 2, 3
_CONTEXT = 12
_PADDING = 6
_HEADINGS = (N_("条目"), N_("字段"), N_("原文"), N_("替换后"))
_WIDTHS = (220, 96, 250)


class HitList(QTreeWidget):
    """Ticks say which hits are replaced; `activated_item` comes with a double click or Enter."""

    activated_item = Signal(str)
    ticked = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.editable = True
        self.hits: list[Hit] = []
        self._off: set[tuple[str, str]] = set()
        words = bridge.words
        self.setHeaderLabels([words(heading) for heading in _HEADINGS])
        self.setAccessibleName(words(N_("找到的位置")))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_MarkingDelegate(self))
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(_AFTER, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(lambda _item, _column: self.ticked.emit())
        self.itemActivated.connect(lambda item, _column: self._activate(item))

    def show_hits(self, hits: list[Hit]) -> None:
        """List hits; those that were ticked off before stay so."""
        self._off = {(hit.item_id, hit.key) for hit in self.hits} - {
            (hit.item_id, hit.key) for hit in self.chosen()
        }
        self.hits = hits
        numbers = outline_numbers(self._bridge.plan) if hits else {}
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([self._entry(place, hit, numbers) for place, hit in enumerate(hits)])
        self.blockSignals(False)

    def chosen(self) -> list[Hit]:
        """Return the hits that are ticked."""
        entries = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        return [
            self.hits[entry.data(0, _HIT)]
            for entry in entries
            if entry is not None and entry.checkState(0) is Qt.CheckState.Checked
        ]

    def activate_current(self) -> None:
        """Ask for the item of the current hit, or of the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self._activate(self.currentItem())

    def _activate(self, entry: QTreeWidgetItem) -> None:
        self.activated_item.emit(self.hits[entry.data(0, _HIT)].item_id)

    def _entry(self, place: int, hit: Hit, numbers: Mapping[str, str]) -> QTreeWidgetItem:
        item = self._bridge.plan[hit.item_id]
        spec = field_of(self._bridge.plan, item, hit.key)
        label = spec.label if spec else hit.key
        label = label if is_own(hit.key) else self._bridge.words(label)
        entry = QTreeWidgetItem([self._name(item, numbers), label])
        entry.setData(0, _HIT, place)
        off = (hit.item_id, hit.key) in self._off
        entry.setCheckState(0, Qt.CheckState.Unchecked if off else Qt.CheckState.Checked)
        start = max(hit.spans[0][0] - _CONTEXT, 0)
        _show(entry, _BEFORE, hit.before, hit.spans, start)
        _show(entry, _AFTER, hit.after, (), start)
        return entry

    def _name(self, item: Item, numbers: Mapping[str, str]) -> str:
        cells, words = self._bridge.cells, self._bridge.words
        name = cells.name(item.id)
        if isinstance(item, Node | Measure):
            return f"{numbers.get(item.id, '')} {name}".strip()
        owner = self._bridge.plan.find(item.parent)
        name = name or (cells.name(owner.id) if owner is not None else "")
        kind = words(item.kind.label)
        return words(N_("{kind}：{name}")).format(kind=kind, name=name) if name else kind


class _MarkingDelegate(QStyledItemDelegate):
    """Marks the parts of a text that were found."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        spans = index.data(_SPANS)
        if not spans:
            super().paint(painter, option, index)
            return
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""  # type: ignore[attr-defined]  # absent from Qt's stubs
        widget: QWidget = plain.widget  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, widget)
        area: QRect = plain.rect.adjusted(_PADDING, 0, -_PADDING, 0)  # type: ignore[attr-defined]
        self._draw(painter, area, text, spans, widget.palette())

    def _draw(
        self, painter: QPainter, area: QRect, text: str, spans: Sequence[tuple[int, int]], palette: QPalette
    ) -> None:
        mark = QTextCharFormat()
        mark.setBackground(palette.brush(QPalette.ColorRole.Highlight))
        mark.setForeground(palette.brush(QPalette.ColorRole.HighlightedText))
        ranges = []
        for start, end in spans:
            part = QTextLayout.FormatRange()
            part.start = start  # type: ignore[attr-defined]  # absent from Qt's stubs, as the next two
            part.length = end - start  # type: ignore[attr-defined]
            part.format = mark  # type: ignore[attr-defined]
            ranges.append(part)
        metrics = painter.fontMetrics()
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(elided, painter.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(area)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        top = area.top() + (area.height() - line.height()) / 2
        layout.draw(painter, QRectF(area.left(), top, 0, 0).topLeft())
        painter.restore()


def _show(
    entry: QTreeWidgetItem, column: int, text: str, spans: Sequence[tuple[int, int]], start: int
) -> None:
    """Show a text from a little before the first hit on, in one line."""
    ahead = "…" if start else ""
    moved = len(ahead) - start
    entry.setText(column, ahead + text[start:].replace("\n", " "))
    entry.setToolTip(column, text.replace("<", "‹"))
    entry.setData(column, _SPANS, [(first + moved, last + moved) for first, last in spans])

"""Paints the cells of the tree: indentation and expander, layer bands, lights, progress.

Reads rows from the model directly, since a cell asks for a dozen things and a frame has hundreds of cells.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from planner.app.outline import Row
from planner.app.tags import shows_tags
from planner.domain.items import Item, Measure
from planner.domain.lights import Light
from planner.gui.theme import Theme
from planner.gui.tree import geometry
from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import LIGHT, NUMBER, PROGRESS, TITLE
from planner.gui.tree.editing import EditingDelegate
from planner.gui.tree.looks import LIGHT_SIGNS, UNTITLED, Sign, kind_sign, layer_role, shape_of
from planner.gui.tree.tag_painter import TagPainter

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
# As numbers, because Qt's own flags take a microsecond for each operation.
_SELECTED: int = QStyle.StateFlag.State_Selected.value
_ACTIVE: int = QStyle.StateFlag.State_Active.value
_EDITING = QAbstractItemView.State.EditingState
_FOCUSED: int = QStyle.StateFlag.State_HasFocus.value

_BAR_HEIGHT = 6
_PERCENT_SIGNS = "100%"


class TreeDelegate(EditingDelegate):
    """The look of the tree's cells; `hovered` is the row under the pointer, −1 for none."""

    def __init__(self, model: CellModel, view: QAbstractItemView) -> None:
        super().__init__(model, view)
        self.hovered = -1
        self._view = view
        self._colours: dict[str, QColor] = {}
        self._colours_of: Theme | None = None
        self._fonts: tuple[QFont, QFont] = (QFont(), QFont())
        self._metrics: tuple[QFontMetrics, QFontMetrics] = (QFontMetrics(QFont()), QFontMetrics(QFont()))
        self.set_font(view.font())

    def set_font(self, font: QFont) -> None:
        """Paint in another font from now on, layers in bold."""
        bold = QFont(font)
        bold.setBold(True)
        self._fonts = font, bold
        self._metrics = QFontMetrics(font), QFontMetrics(bold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, column = index.row(), index.column()
        item = self.model.item(place)
        if item is None:
            return
        row = self.model.row(place)
        shape = shape_of(item)
        cell: QRect = option.rect  # type: ignore[attr-defined]  # absent from Qt's stubs
        state: int = option.state.value  # type: ignore[attr-defined]
        selected = bool(state & _SELECTED)
        painter.fillRect(cell, self._colour(self._ground(place, item, state)))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._colour("grid"))
        if state & _FOCUSED:
            self._paint_focus(painter, cell)
        painter.setFont(self._fonts[shape == "layer"])
        painter.setPen(self._text_colour(row, selected, column))
        if column == TITLE:
            self._paint_title(painter, cell, row, item, shape)
        elif column == LIGHT:
            self._paint_light(painter, cell, item)
        elif column == PROGRESS:
            self._paint_progress(painter, cell, item)
        elif shows_tags(self.model.columns[column].key):
            self._paint_tags(painter, cell, row, item, column)
        else:
            text = self.model.text(item, self.model.columns[column])
            self._draw_text(painter, geometry.text_rect(cell), text, bold=shape == "layer")

    def _ground(self, place: int, item: Item | None, state: int) -> str:
        """Return the colour role on which a cell stands."""
        if state & _SELECTED:
            active = state & _ACTIVE or self._view.state() == _EDITING
            return "selection" if active else "selection-inactive"
        if place == self.hovered:
            return "hover"
        if item is None:
            return "header"
        if isinstance(item, Measure):
            return "base"
        return (
            f"{layer_role(self._plan, item)}-soft" if self.model.row(place).depth == 0 else "base-alternate"
        )

    def _paint_focus(self, painter: QPainter, cell: QRect) -> None:
        metrics = self._theme.metrics
        inset = metrics.focus_width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour("focus"), metrics.focus_width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(cell).adjusted(inset, inset, -inset, -inset - 1)
        painter.drawRoundedRect(frame, metrics.radius_small, metrics.radius_small)
        painter.restore()

    def _paint_title(self, painter: QPainter, cell: QRect, row: Row, item: Item, shape: str) -> None:
        if (stripe := self.model.stripes.get(item.id)) is not None:
            painter.fillRect(geometry.stripe_rect(cell), self._colour(stripe))
        if row.branch:
            arrow = Sign("chevron-down" if row.open else "chevron-right", "text-muted")
            self._paint_sign(painter, geometry.expander_rect(cell, row.depth), arrow)
        self._paint_sign(painter, geometry.icon_rect(cell, row.depth), kind_sign(self._plan, item))
        title = self.model.text(item, self.model.columns[TITLE])
        if not title:
            painter.setPen(self._colour("text-faint"))
            title = self.model.bridge.words(UNTITLED[shape])
        self._draw_text(painter, geometry.title_rect(cell, row.depth), title, bold=shape == "layer")

    def _paint_light(self, painter: QPainter, cell: QRect, item: Item) -> None:
        light = self.model.bridge.derived.verdict(item.id).light
        self._paint_sign(painter, geometry.sign_rect(cell), LIGHT_SIGNS[light])
        if light in (Light.NONE, Light.DONE):
            painter.setPen(self._colour("text-muted"))
        self._draw_text(
            painter, geometry.signed_text_rect(cell), self.model.text(item, self.model.columns[LIGHT])
        )

    def _paint_progress(self, painter: QPainter, cell: QRect, item: Item) -> None:
        percent = self.model.bridge.derived.progress(item.id).percent
        if percent is None:
            return
        area = geometry.text_rect(cell)
        label_width = self._metrics[0].horizontalAdvance(_PERCENT_SIGNS)
        painter.setFont(self._fonts[0])
        painter.drawText(area, _RIGHT, self.model.text(item, self.model.columns[PROGRESS]))
        bar = QRectF(area.adjusted(0, 0, -label_width - geometry.PADDING, 0))
        bar = QRectF(bar.left(), bar.center().y() - _BAR_HEIGHT / 2, bar.width(), _BAR_HEIGHT)
        if bar.width() < 2 * _BAR_HEIGHT:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._fill_bar(painter, bar, "border")
        if percent > 0:
            bar.setWidth(max(bar.width() * min(percent, 100) / 100, _BAR_HEIGHT))
            self._fill_bar(painter, bar, "light-on-track" if percent >= 100 else "accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_tags(self, painter: QPainter, cell: QRect, row: Row, item: Item, column: int) -> None:
        tags = self.model.tags(item, self.model.columns[column])
        if tags:
            painter.setFont(self._fonts[0])
            tag_painter = TagPainter(self._metrics[0], self._colour, self._theme.metrics.radius_small)
            tag_painter.paint(painter, geometry.text_rect(cell), tags, faint=row.context)

    def _fill_bar(self, painter: QPainter, bar: QRectF, role: str) -> None:
        painter.setBrush(self._colour(role))
        painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)

    def _paint_sign(self, painter: QPainter, area: QRect, sign: Sign) -> None:
        ratio = painter.device().devicePixelRatio()
        pixmap = self.model.icons.pixmap(sign.icon, sign.role, geometry.BOX, ratio)
        painter.drawPixmap(QPointF(area.topLeft()), pixmap)

    def _draw_text(self, painter: QPainter, area: QRect, text: str, *, bold: bool = False) -> None:
        if text:
            line = text.replace("\n", " ")
            painter.drawText(area, _LEFT, self._metrics[bold].elidedText(line, _ELIDE, area.width()))

    def _text_colour(self, row: Row, selected: bool, column: int) -> QColor:
        if row.context:
            return self._colour("text-faint")
        if selected:
            return self._colour("selection-text")
        return self._colour("text-muted" if column == NUMBER else "text")

    @property
    def _theme(self) -> Theme:
        return self.model.icons.theme

    def _colour(self, role: str) -> QColor:
        if self._colours_of is not self._theme:
            self._colours, self._colours_of = {}, self._theme
        colour = self._colours.get(role)
        if colour is None:
            colour = self._colours[role] = self._theme.colour(role)
        return colour

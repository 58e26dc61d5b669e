"""Pages one below the other, as they leave the printer; only those in sight are painted.

Only the print preview imports it.
"""

from bisect import bisect_right
from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.gui.paper_colours import PAPER
from planner.gui.print_preview.laying import Laying

GAP = 16
"""Pixels between pages and around them."""
LEAST_ZOOM, MOST_ZOOM = 0.1, 4.0
_STEP = 1.2
_MOST_PICTURES = 12
_MOST_PIXELS = 12_000_000
"""The largest page that is kept as a picture; a larger one is painted as it is scrolled."""


class Fit(Enum):
    """What the zoom follows when the window's size changes."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = ""


class PageView(QAbstractScrollArea):
    """Shows the pages of a `Laying`. `page_changed` carries the page that is in the middle, from 0."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._laying: Laying | None = None
        self._tops: list[int] = []
        self._bottom = GAP
        self._zoom = 1.0
        self._fit = Fit.PAGE
        self._page = 0
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._paint_next = QTimer(self, singleShot=True, interval=0)
        self._paint_next.timeout.connect(self._paint_missing)
        self._missing: list[int] = []
        self.verticalScrollBar().valueChanged.connect(self._follow)

    @property
    def zoom(self) -> float:
        """How large pages are shown, 1 for their true size on a common screen."""
        return self._zoom

    @property
    def page(self) -> int:
        """The page in the middle, counted from 0."""
        return self._page

    def show_laying(self, laying: Laying) -> None:
        """Show other pages, from the first on."""
        self._laying = laying
        self._tops, self._bottom, self._page = [], GAP, 0
        self._pictures.clear()
        self.grow()
        self.verticalScrollBar().setValue(0)

    def grow(self) -> None:
        """Take in the pages that were added."""
        if self._laying is None:
            return
        first = not self._tops
        if first and self._laying.places:
            self._apply_fit()
        for index in range(len(self._tops), len(self._laying.places)):
            self._tops.append(self._bottom)
            self._bottom += self._size(index).height() + GAP
        self._set_bars()
        self.viewport().update()
        if first and self._tops:
            self.page_changed.emit(0)

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        if 0 <= page < len(self._tops):
            self.verticalScrollBar().setValue(self._tops[page] - GAP)
            self._note_page(page)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a size of one's own."""
        self._fit = Fit.NOTHING
        self._set_zoom(zoom)

    def set_fit(self, fit: Fit) -> None:
        """Let the size follow the window's."""
        self._fit = fit
        self._apply_fit()

    def step_zoom(self, direction: int) -> None:
        """Make pages larger (1) or smaller (-1)."""
        self.set_zoom(self._zoom * _STEP**direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_fit()
        self._set_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to(min(self._page + 1, len(self._tops) - 1))
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace:
                self.go_to(max(self._page - 1, 0))
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._tops) - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.step_zoom(1)
            case Qt.Key.Key_Minus:
                self.step_zoom(-1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        for index in self._in_sight():
            area = self._area(index)
            painter.fillRect(area, PAPER)
            picture = self._pictures.get(index)
            if picture is not None:
                painter.drawPixmap(area.topLeft(), picture)
            elif self._pixels(index) > _MOST_PIXELS:
                painter.setClipRect(area & event.rect())
                self._paint_page(painter, index, QRectF(area))
                painter.setClipping(False)
            elif index not in self._missing:
                self._missing.append(index)
        painter.end()
        if self._missing:
            self._paint_next.start()

    def _paint_missing(self) -> None:
        """Paint one page that is still in sight into a picture, then let events in again."""
        sight = list(self._in_sight())
        self._missing = [index for index in self._missing if index in sight]
        if not self._missing:
            return
        index = self._missing.pop(0)
        ratio = self.devicePixelRatioF()
        size = self._size(index)
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(PAPER)
        painter = QPainter(picture)
        self._paint_page(painter, index, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        self._pictures[index] = picture
        while len(self._pictures) > _MOST_PICTURES:
            self._pictures.popitem(last=False)
        self.viewport().update(self._area(index))
        if self._missing:
            self._paint_next.start()

    def _paint_page(self, painter: QPainter, index: int, area: QRectF) -> None:
        if self._laying is None:
            return
        place = self._laying.places[index]
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._laying.documents[place.document].paint(painter, place.page, area)

    def refresh(self) -> None:
        """Paint all pages again, as when the numbers in the contents are known."""
        self._pictures.clear()
        self.viewport().update()

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, last)

    def _area(self, index: int) -> QRect:
        size = self._size(index)
        spare = self.viewport().width() - size.width()
        left = spare // 2 if spare > 0 else GAP - self.horizontalScrollBar().value()
        above = max(self.viewport().height() - self._bottom, 0) // 2
        top = self._tops[index] + above - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _millimetres(self, index: int) -> tuple[float, float]:
        if self._laying is None or not self._laying.places:
            return 210.0, 297.0
        place = self._laying.places[min(index, len(self._laying.places) - 1)]
        return self._laying.documents[place.document].size(place.page)

    def _size(self, index: int) -> QSize:
        width, height = self._millimetres(index)
        scale = self._zoom * self.logicalDpiX() / 25.4
        return QSize(round(width * scale), round(height * scale))

    def _pixels(self, index: int) -> float:
        size, ratio = self._size(index), self.devicePixelRatioF()
        return size.width() * size.height() * ratio * ratio

    def _apply_fit(self) -> None:
        if self._fit is Fit.NOTHING:
            return
        width, height = self._millimetres(self._page)
        dots = self.logicalDpiX() / 25.4
        room = self.viewport().size() - QSize(2 * GAP, 2 * GAP)
        across = room.width() / (width * dots)
        down = room.height() / (height * dots)
        self._set_zoom(across if self._fit is Fit.WIDTH else min(across, down))

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        if abs(zoom - self._zoom) < 0.001:
            return
        page = self._page
        self._zoom = zoom
        self._pictures.clear()
        tops = len(self._tops)
        self._tops, self._bottom = [], GAP
        for index in range(tops):
            self._tops.append(self._bottom)
            self._bottom += self._size(index).height() + GAP
        self._set_bars()
        self.go_to(page)
        self.zoom_changed.emit(zoom)
        self.viewport().update()

    def _set_bars(self) -> None:
        room = self.viewport().size()
        widest = max((self._size(index).width() for index in self._widths()), default=0) + 2 * GAP
        for bar, length, page in (
            (self.horizontalScrollBar(), widest, room.width()),
            (self.verticalScrollBar(), self._bottom, room.height()),
        ):
            bar.setRange(0, max(length - page, 0))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    def _widths(self) -> range:
        """The pages in sight, which decide how far one can scroll across."""
        return self._in_sight() if self._tops else range(0)

    def _follow(self, _value: int) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self._note_page(max(bisect_right(self._tops, middle) - 1, 0))

    def _note_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

"""The pages with what leads through them: thumbnails, page numbers, zoom.

Only the print preview imports it.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons
from planner.gui.print_preview.laying import Laying
from planner.gui.print_preview.page_view import Fit, PageView
from planner.gui.print_preview.thumbnails import Thumbnails

_ZOOMS = (50, 75, 100, 125, 150, 200, 300)


class Preview(QWidget):
    """Shows the pages of a `Laying` as it grows."""

    def __init__(self, words: Words, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._laying: Laying | None = None
        self.view = PageView(self)
        self.view.setAccessibleName(words(N_("页面预览")))
        self.thumbnails = Thumbnails(words(N_("缩略图")), self)
        self.number = QSpinBox()
        self.number.setAccessibleName(words(N_("第几页")))
        self.number.setKeyboardTracking(False)
        self.count = QLabel()
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(words(N_("缩放")))
        self.back = self._button(icons, "chevron-left", N_("上一页"), -1)
        self.forward = self._button(icons, "chevron-right", N_("下一页"), 1)
        self._fill_zoom()
        self._lay_out()
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self.number.valueChanged.connect(lambda number: self.view.go_to(number - 1))
        self.zoom.activated.connect(self._choose_zoom)
        self.thumbnails.selectionModel().currentChanged.connect(
            lambda current, _previous: self.view.go_to(current.row())
        )
        self._show_page(0)

    def show_laying(self, laying: Laying) -> None:
        """Show other pages from now on."""
        self._laying = laying
        self.view.show_laying(laying)
        self.thumbnails.pages.show_laying(laying)
        laying.grown.connect(self.grow)
        laying.idle.connect(self.view.refresh)
        self.grow()

    def grow(self) -> None:
        """Take in the pages that were added."""
        self.view.grow()
        self.thumbnails.pages.grow()
        self._show_page(self.view.page)

    def _show_page(self, page: int) -> None:
        pages = len(self._laying.places) if self._laying else 0
        blocked = self.number.blockSignals(True)
        self.number.setRange(min(1, pages), pages)
        self.number.setValue(page + 1)
        self.number.blockSignals(blocked)
        self.count.setText(self._words(N_("共 {pages} 页")).format(pages=pages))
        self.back.setEnabled(page > 0)
        self.forward.setEnabled(page + 1 < pages)
        if pages:
            self.thumbnails.select(page)

    def _fill_zoom(self) -> None:
        self.zoom.addItem(self._words(N_("整页")), Fit.PAGE)
        self.zoom.addItem(self._words(N_("页宽")), Fit.WIDTH)
        for percent in _ZOOMS:
            self.zoom.addItem(f"{percent} %", percent / 100)
        self.zoom.setEditable(False)

    def _choose_zoom(self) -> None:
        chosen = self.zoom.currentData()
        if isinstance(chosen, Fit):
            self.view.set_fit(chosen)
        else:
            self.view.set_zoom(chosen)
        self._show_zoom(self.view.zoom)

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setToolTip(f"{zoom:.0%}")

    def _button(self, icons: Icons, icon: str, text: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(self._words(text))
        button.setAccessibleName(self._words(text))
        button.clicked.connect(lambda: self.view.go_to(self.view.page + step))
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 8)
        tools.setSpacing(8)
        for widget in (self.back, self.number, self.count, self.forward):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.zoom)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addLayout(pages, 1)
        self.count.setTextFormat(Qt.TextFormat.PlainText)

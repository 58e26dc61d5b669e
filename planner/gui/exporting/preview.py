"""The preview of the pages that an export has: one page at a time, the way they leave the printer."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import plain_label
from planner.gui.exporting.preview_maker import NoPreview, OutlineText, Shown
from planner.gui.exporting.sheet_pages import SheetPages
from planner.gui.exporting.sheet_painter import SheetPainter
from planner.gui.icons import Icons
from planner.gui.paper_colours import PAPER
from planner.gui.printing.faces import served_family
from planner.reports.preset import Preset

_MARGIN = 14
_NEXT = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace)


class PageView(QWidget):
    """Paints one page of a sheet, as large as it fits in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._painter: SheetPainter | None = None
        self._number = 0

    def show_page(self, painter: SheetPainter | None, number: int) -> None:
        """Show a page, counted from 0."""
        self._painter = painter
        self._number = number
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._painter is None:
            return
        width, height = self._painter.size
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / width, room.height() / height)
        corner = QPointF(room.center().x() - width * scale / 2, room.center().y() - height * scale / 2)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(corner)
        painter.scale(scale, scale)
        paper = QRectF(0, 0, width, height)
        painter.fillRect(paper, PAPER)
        self._painter.paint(painter, self._number)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(paper)
        painter.end()

    def height_for(self, width: float) -> int:
        """Return how high the view must be to show a page in this width."""
        if self._painter is None:
            return 0
        across, down = self._painter.size
        return round((width - 2 * _MARGIN) * down / across) + 2 * _MARGIN


class PreviewPane(QFrame):
    """Shows what a `PreviewMaker` made, with its pages to be leafed through."""

    page_changed = Signal(int)

    def __init__(self, words: Words, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self._words = words
        self._painter: SheetPainter | None = None
        self._number = 0
        self.page = PageView(self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.page)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(words(N_("页面预览")))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(words(N_("大纲预览")))
        self.hint = plain_label("", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        for widget in (self._scroll, self.text, self.hint):
            self._stack.addWidget(widget)
        self.back = self._button(icons, "chevron-left", N_("上一页"), lambda: self.turn(-1))
        self.forward = self._button(icons, "chevron-right", N_("下一页"), lambda: self.turn(1))
        self.wide = self._button(icons, "fit", N_("放大到页宽"), self._fit)
        self.wide.setCheckable(True)
        self.where = QLabel(self)
        self.fonts = plain_label("", "muted")
        self.fonts.hide()
        self._lay_out()
        self.wait()

    @property
    def number(self) -> int:
        """The page shown, counted from 0."""
        return self._number

    def wait(self) -> None:
        """Say that the preview is being made, where nothing is shown yet."""
        if self._painter is None and self._stack.currentWidget() is not self.text:
            self._say(self._words(N_("正在生成预览…")))

    def clear(self, sentence: str) -> None:
        """Show a sentence in place of pages."""
        self._painter = None
        self._say(sentence)
        self._show_page()

    def show_made(self, shown: Shown, preset: Preset) -> None:
        """Show what was made; the page stays where it was if there still is one."""
        match shown:
            case SheetPages():
                self._painter = SheetPainter(shown, self._words)
                self._number = min(self._number, self._painter.count - 1)
                self._stack.setCurrentWidget(self._scroll)
                self._tell_fonts(preset)
            case OutlineText(text):
                self._painter = None
                self.text.setPlainText(text)
                self._stack.setCurrentWidget(self.text)
                self.fonts.hide()
            case NoPreview(sentence):
                self.clear(sentence)
                return
        self._show_page()

    def turn(self, step: int) -> None:
        """Show a page further on or back."""
        if self._painter is not None and 0 <= self._number + step < self._painter.count:
            self._number += step
            self._scroll.verticalScrollBar().setValue(0)
            self._show_page()

    def first_page(self) -> None:
        """Go to the first page of what is shown next."""
        self._number = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NEXT:
            self.turn(1)
        elif event.key() in _BACK:
            self.turn(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.wide.isChecked() and (down := event.angleDelta().y()):
            self.turn(-1 if down > 0 else 1)
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self, sentence: str) -> None:
        self.hint.setText(sentence)
        self._stack.setCurrentWidget(self.hint)
        self.fonts.hide()

    def _show_page(self) -> None:
        self.page.show_page(self._painter, self._number)
        count = self._painter.count if self._painter else 0
        self.where.setText(
            self._words(N_("第 {page} 页，共 {pages} 页")).format(page=self._number + 1, pages=count)
            if count
            else ""
        )
        self.back.setEnabled(self._number > 0 and count > 0)
        self.forward.setEnabled(self._number + 1 < count)
        self.wide.setEnabled(count > 0)
        self._fit()
        self.page_changed.emit(self._number)

    def _fit(self) -> None:
        room = self._scroll.viewport().size()
        if self.wide.isChecked() and self._painter is not None:
            self.page.resize(room.width(), max(self.page.height_for(room.width()), 1))
        else:
            self.page.resize(room)

    def _tell_fonts(self, preset: Preset) -> None:
        """Say which fonts this machine does not have, and what is shown in their place."""
        fonts = preset.fonts
        wanted = dict.fromkeys(font.families for font in (fonts.title, fonts.heading, fonts.body, fonts.note))
        other = {families[0]: served_family(families) for families in wanted}
        pairs = [f"{name} → {served}" for name, served in other.items() if served != name]
        self.fonts.setText(self._words(N_("本机没有的字体：{fonts}")).format(fonts="；".join(pairs)))
        self.fonts.setVisible(bool(pairs))

    def _button(self, icons: Icons, icon: str, text: str, handler: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setToolTip(self._words(text))
        button.setAccessibleName(self._words(text))
        button.clicked.connect(handler)
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 6, 8, 6)
        tools.addStretch(1)
        for widget in (self.back, self.where, self.forward):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.wide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.fonts)
        column.addLayout(tools)
        self.fonts.setContentsMargins(10, 4, 10, 0)

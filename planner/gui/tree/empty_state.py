"""What stands in the tree's place when it has no rows: why, and what to do next."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.gui.fonts import scaled_font
from planner.gui.icons import Icons

_PICTURE_SIZE = 48


class EmptyState(QWidget):
    """Lies over a view's rows while there are none."""

    add_asked = Signal(str)
    clear_asked = Signal()

    def __init__(self, view: QAbstractItemView, icons: Icons, words: Words) -> None:
        super().__init__(view.viewport())
        self._icons = icons
        self._words = words
        self._drawing = "tree"
        self._picture = QLabel(self)
        self._reason = self._label(1.2)
        self._hint = self._label(1.0)
        self._hint.setProperty("role", "muted")
        self._add_layer = QPushButton(icons.icon("add-layer"), words("添加层"), self)
        self._add_measure = QPushButton(icons.icon("add-measure"), words("添加举措"), self)
        self._clear = QPushButton(icons.icon("close"), words("清除筛选"), self)
        self._add_layer.clicked.connect(lambda: self.add_asked.emit("layer"))
        self._add_measure.clicked.connect(lambda: self.add_asked.emit("measure"))
        self._clear.clicked.connect(self.clear_asked)
        self._lay_out()
        view.viewport().installEventFilter(self)
        self.hide()

    @property
    def reason(self) -> str:
        """Why there are no rows."""
        return self._reason.text()

    def show_for(self, rows: int, looked_for: str, *, sifted: bool, editable: bool) -> None:
        """Show what fits: nothing for a tree with rows, else why there are none."""
        if looked_for:
            reason = self._words("没有匹配“{text}”的条目").format(text=looked_for)
        else:
            reason = self._words("没有符合条件的条目") if sifted else self._words("计划还是空的")
        self._reason.setText(reason)
        self._hint.setText(
            self._words("可按标题、序号、单位名称（含简称、别称）和指标筛选。")
            if sifted
            else self._words("先搭好层和要素，或直接添加举措。")
        )
        self._hint.setVisible(sifted or editable)
        self._clear.setVisible(sifted)
        for button in (self._add_layer, self._add_measure):
            button.setVisible(not sifted and editable)
        self._drawing = "search" if sifted else "tree"
        self._draw()
        self.setVisible(rows == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        pixmap = self._icons.pixmap(self._drawing, "text-faint", _PICTURE_SIZE, self.devicePixelRatio())
        self._picture.setPixmap(pixmap)

    def _label(self, factor: float) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(scaled_font(self.font(), factor))
        return label

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label in (self._picture, self._reason, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self._add_layer, self._add_measure, self._clear):
            buttons.addWidget(button)
        buttons.addStretch()
        layout.addSpacing(_PICTURE_SIZE // 4)
        layout.addLayout(buttons)
        layout.addStretch(3)

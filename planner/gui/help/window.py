"""The help window: contents or what was found at the left, the page at the right. The helper makes it."""

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.gui.context import Context
from planner.gui.fonts import scaled_font
from planner.gui.help.browser import PageBrowser, open_outside
from planner.gui.help.library import Library
from planner.gui.help.topics import FIRST, SECTION_TEXTS, TOPICS
from planner.gui.help.trail import Trail
from planner.gui.keys import KeyMap
from planner.gui.placement import keep_on_screen

_SIZE = QSize(1020, 720)
_CONTENTS_WIDTH = 260
_TOPIC = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class HelpWindow(QWidget):
    """Stays open beside the plan; `owner` is the dialog that it must stay in front of, if there is one."""

    def __init__(self, context: Context, trail: Trail, owner: QWidget | None) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        words = context.words
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(words("帮助"))
        self._context = context
        self._words = words
        self._trail = trail
        folder = context.services.resources / "help"
        self._library = Library(folder, words, KeyMap(context.settings))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words("在帮助里查找"))
        self.search.setAccessibleName(words("在帮助里查找"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            context.icons.icon("search", "text-muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(words("目录"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = PageBrowser(context.icons, folder / words.language, self)
        self.page.setAccessibleName(words("帮助页"))
        self._nothing = QLabel(words("没有哪一页写到这些词。"), self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(12)
        self.back = self._tool("chevron-left", words("后退"), "Alt+Left", partial(self._step, -1))
        self.forward = self._tool("chevron-right", words("前进"), "Alt+Right", partial(self._step, 1))
        self._home = self._tool("house", words("从头看起"), "Alt+Home", partial(self.show_topic, FIRST))
        self._splitter = self._lay_out()
        self.search.textChanged.connect(self._list)
        self.search.installEventFilter(self)
        self.contents.currentItemChanged.connect(self._follow_contents)
        self.page.anchorClicked.connect(self._follow_link)
        context.themes.changed.connect(self._show)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._start_search)
        self._list("")
        self._place()
        self._show()

    @property
    def topic(self) -> str:
        """The id of the page shown."""
        return self._trail.here

    def show_topic(self, topic: str) -> None:
        """Go to a page."""
        self._trail.go_to(topic)
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEPS:
                self._walk(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.page.setFocus()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.search.text():
                self.search.clear()
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_F1:
                self.show_topic(FIRST)
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._context.layout.keep({"help": self.saveGeometry(), "help_parts": self._splitter.saveState()})
        super().closeEvent(event)

    def _show(self) -> None:
        self.page.show_page(self._library.page(self.topic), self.search.text().split())
        self.back.setEnabled(self._trail.can_go_back)
        self.forward.setEnabled(self._trail.can_go_forward)
        self.setWindowTitle(f"{self._library.title(self.topic)} - {self._words('帮助')}")
        self._select_topic()

    def _step(self, by: int) -> None:
        self._trail.step(by)
        self._show()

    def _follow_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            open_outside(url)
        elif url.path() in self._library.titles:
            self.show_topic(url.path())

    def _follow_contents(self, item: QListWidgetItem | None) -> None:
        topic = item.data(_TOPIC) if item else None
        if topic and (topic != self.topic or self.search.text()):
            self.show_topic(topic)

    def _list(self, typed: str) -> None:
        """List the pages that have what was typed, else all of them by section."""
        self.contents.blockSignals(True)
        self.contents.clear()
        if typed.strip():
            for found in self._library.search(typed):
                self._add(f"{self._library.title(found.topic)}\n{found.excerpt}", found.topic)
        else:
            for section, text in SECTION_TEXTS.items():
                self._add_heading(self._words(text))
                for topic in TOPICS:
                    if topic.section is section:
                        self._add(self._library.title(topic.id), topic.id)
        self.contents.blockSignals(False)
        empty = self.contents.count() == 0
        self.contents.setVisible(not empty)
        self._nothing.setVisible(empty)
        if typed.strip() and not empty:
            self.contents.setCurrentRow(0)
        else:
            self._show()

    def _add(self, text: str, topic: str) -> None:
        item = QListWidgetItem(text, self.contents)
        item.setData(_TOPIC, topic)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self.contents)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(scaled_font(self.font(), 0.88))

    def _select_topic(self) -> None:
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_TOPIC) == self.topic:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    def _walk(self, by: int) -> None:
        """Go up or down the list, past its headings."""
        row = self.contents.currentRow() + by
        while 0 <= row < self.contents.count():
            if self.contents.item(row).data(_TOPIC):
                self.contents.setCurrentRow(row)
                return
            row += by

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _tool(self, icon: str, name: str, keys: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._context.icons.icon(icon))
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setShortcut(QKeySequence(keys))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name} ({shown})")
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> QSplitter:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 6)
        bar.setSpacing(4)
        for button in (self.back, self.forward, self._home):
            bar.addWidget(button)
        bar.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(10, 0, 10, 10)
        line.addWidget(self.search)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(line)
        column.addWidget(self.contents, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_CONTENTS_WIDTH, _SIZE.width() - _CONTENTS_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        return splitter

    def _place(self) -> None:
        self.resize(_SIZE)
        self.restoreGeometry(self._kept("help"))
        self._splitter.restoreState(self._kept("help_parts"))
        keep_on_screen(self)

    def _kept(self, name: str) -> QByteArray:
        return self._context.layout.load(name)

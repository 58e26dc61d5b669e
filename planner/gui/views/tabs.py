"""The middle of the window: the tree and the other views as tabs, each made when it is first looked at."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from planner.domain.marks import N_
from planner.gui.action_set import plain_name
from planner.gui.looking.corner import Corner
from planner.gui.views.stage import Stage
from planner.gui.views.table import TREE, VIEWS, View


class ViewTabs(QTabWidget):
    """Shows one view at a time.

    `shown` carries the id of the one that came to the front, `made` id and widget of one that is new.
    """

    shown = Signal(str)
    made = Signal(str, QWidget)

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        words = stage.bridge.words
        self.tabBar().setObjectName("view_tabs")
        self.tabBar().setAccessibleName(words(N_("视图")))
        self.tabBar().setAcceptDrops(True)
        self.tabBar().setChangeCurrentOnDrag(True)  # terms are dragged onto rows, rows onto terms
        self._pages = {view.id: _Page(view, stage, self.made.emit) for view in VIEWS}
        for number, view in enumerate(VIEWS, 1):
            name = plain_name(words(view.text))
            place = self.addTab(self._pages[view.id], stage.icons.icon(view.icon, "text-muted"), name)
            self.setTabToolTip(place, f"{name} (Ctrl+{number})")
        self._pages[TREE].made()
        self.currentChanged.connect(lambda _place: self.shown.emit(self.current_view))

    @property
    def current_view(self) -> str:
        """The id of the view in front."""
        return VIEWS[self.currentIndex()].id

    def show_view(self, view_id: str) -> None:
        """Bring a view to the front; one that is not known leaves things as they are."""
        if view_id in self._pages:
            if self.currentWidget().isAncestorOf(self.window().focusWidget()):
                self.tabBar().setFocus()
            self.setCurrentWidget(self._pages[view_id])

    def is_made(self, view_id: str) -> bool:
        """Whether a view has been looked at."""
        return self._pages[view_id].content is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tabs have what room there is before what stands beside them."""
        if isinstance(corner := self.cornerWidget(), Corner):
            corner.fit(self.width() - self.tabBar().sizeHint().width())
        super().resizeEvent(event)

    def view(self, view_id: str) -> QWidget:
        """Return a view by its id, made now if it hasn't been looked at yet."""
        return self._pages[view_id].made()


class _Page(QWidget):
    """The place of a view, empty until it is first shown."""

    def __init__(self, view: View, stage: Stage, tell_made: Callable[[str, QWidget], None]) -> None:
        super().__init__()
        self._tell_made = tell_made
        self._view = view
        self._stage = stage
        self.content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setProperty("help_topic", view.id)

    def made(self) -> QWidget:
        """Return the view itself."""
        if self.content is None:
            self.content = content = self._view.build(self._stage)
            self._layout.addWidget(content)
            self._tell_made(self._view.id, content)
            content.show()
            takes_focus = content.focusPolicy() is not Qt.FocusPolicy.NoFocus
            if proxy := content if takes_focus else content.focusProxy():
                self.setFocusProxy(proxy)
        return self.content

    def showEvent(self, event: QShowEvent) -> None:
        self.made()
        super().showEvent(event)

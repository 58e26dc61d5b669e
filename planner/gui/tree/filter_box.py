"""The box above the tree in which a person types what to leave."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from planner.gui.icons import Icons
from planner.gui.tree.view import TreeView

_ROWS_A_SLICE = 500


class FilterBox(QWidget):
    """Filters a tree as one types and says how many rows are hidden; Esc clears, Down goes to the tree.

    `rows_asked` comes with Down where another table of the rows is in front of the tree.
    """

    rows_asked = Signal()

    def __init__(self, view: TreeView, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_box")
        words = view.bridge.words
        self._view = view
        self._words = words
        self.edit = QLineEdit(self)
        self.edit.setClearButtonEnabled(True)
        self.edit.setPlaceholderText(words("筛选标题、序号、单位、指标"))
        self.edit.setAccessibleName(words("筛选"))
        self.edit.addAction(icons.icon("search", "text-muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.edit.textChanged.connect(view.set_filter)
        self.edit.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.count.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.edit)
        view.filtered.connect(self._show_hidden)
        view.filter_cleared.connect(self.edit.clear)
        self._prepare = QTimer(self)
        self._prepare.timeout.connect(self._prepare_slice)
        self._prepare.start(0)

    def add_button(self, action: QAction) -> None:
        """Put a button for an action behind the box."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.edit.text():
                self.edit.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                if self._view.isVisible():
                    self._view.go_to_hit()
                else:
                    self.rows_asked.emit()
                return True
        return False

    def _show_hidden(self, hidden: int) -> None:
        self.count.setText(self._words("已隐藏 {count} 行").format(count=hidden))
        self.count.setVisible(hidden > 0)

    def _prepare_slice(self) -> None:
        """Put the searched texts together while nothing else is to do, so that the first key is quick too."""
        if not self._view.tree_model.search.prepare(_ROWS_A_SLICE):
            self._prepare.stop()

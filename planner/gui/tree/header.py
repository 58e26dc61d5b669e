"""The heading of the tree: which columns show, in which order and how wide, and the menu to choose them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from planner.app.words import Words
from planner.gui.tree.columns import (
    COLUMNS,
    PLACES,
    TITLE,
    Arrangement,
    Column,
    load_layout,
    save_layout,
)
from planner.gui.tree.geometry import PADDING

_LEAST_WIDTH = 48


class TreeHeader(QHeaderView):
    """The columns of the tree; the title takes what room is left until a person sets a width."""

    def __init__(self, view: QTableView, words: Words) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._words = words
        self._arranging = False
        self._fitting = True
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST_WIDTH)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.sectionResized.connect(self._stop_fitting)

    def reset_columns(self) -> None:
        """Show the columns of a new window at their default widths."""
        self._arrange([Arrangement(spec.key, self._default_width(spec), spec.visible) for spec in COLUMNS])
        self._fitting = True

    def fit(self, width: int) -> None:
        """Give the title the room that the other columns leave of this width, but not less than its own."""
        if self._fitting:
            self._arranging = True
            others = self.length() - self.sectionSize(TITLE)
            self.resizeSection(TITLE, max(width - others, self._default_width(COLUMNS[TITLE])))
            self._arranging = False

    def layout_text(self) -> str:
        """Return how the columns stand, as text to be kept; a hidden one comes back at its default width."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        return save_layout(
            Arrangement(
                COLUMNS[column].key,
                self.sectionSize(column) or self._default_width(COLUMNS[column]),
                not self.isSectionHidden(column),
            )
            for column in order
        )

    def restore_layout(self, text: str) -> bool:
        """Arrange the columns as kept; says whether the text could be read."""
        arrangements = load_layout(text)
        if arrangements is None:
            return False
        self.reset_columns()
        self._arrange(arrangements)
        self._fitting = False
        return True

    def menu(self) -> QMenu:
        """Return the menu that shows and hides columns; the title always shows."""
        menu = QMenu(self)
        for column, spec in enumerate(COLUMNS):
            action = menu.addAction(self._words(spec.label))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setEnabled(column != TITLE)
            action.toggled.connect(partial(self._show_column, column))
        menu.addSeparator()
        menu.addAction(self._words("恢复默认列")).triggered.connect(self.reset_columns)
        return menu

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(point))

    def _show_column(self, column: int, shown: bool) -> None:
        self.setSectionHidden(column, not shown)
        self.fit(self.viewport().width())

    def _stop_fitting(self, _column: int, old: int, new: int) -> None:
        """Leave the widths alone once a person has set one; showing or hiding a column sets none."""
        if not self._arranging and old and new:
            self._fitting = False

    def _arrange(self, arrangements: Sequence[Arrangement]) -> None:
        self._arranging = True
        for place, arrangement in enumerate(arrangements):
            column = PLACES[arrangement.key]
            self.moveSection(self.visualIndex(column), place)
            self.setSectionHidden(column, not arrangement.visible and column != TITLE)
            self.resizeSection(column, max(arrangement.width, _LEAST_WIDTH))
        self._arranging = False

    def _default_width(self, column: Column) -> int:
        return column.width * self.fontMetrics().horizontalAdvance("0") + 2 * PADDING

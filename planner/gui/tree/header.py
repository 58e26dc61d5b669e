"""The heading of the tree: which columns show, in which order and how wide, and the menu to choose them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import TITLE, Arrangement, Column, load_layout, save_layout
from planner.gui.tree.geometry import PADDING

_LEAST_WIDTH = 48


class TreeHeader(QHeaderView):
    """The columns of the tree; the title takes what room is left until a person sets a width."""

    def __init__(self, view: QTableView, model: CellModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._model = model
        self._words = model.bridge.words
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
        self.arrange(self.default_arrangements())
        self._fitting = True

    def shown(self) -> list[int]:
        """Return the columns that show, in the order in which they stand."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        return [column for column in order if not self.isSectionHidden(column)]

    def fit(self, width: int) -> None:
        """Give the title the room that the other columns leave of this width, but not less than its own."""
        if self._fitting:
            self._arranging = True
            others = self.length() - self.sectionSize(TITLE)
            self.resizeSection(TITLE, max(width - others, self._default_width(self._model.columns[TITLE])))
            self._arranging = False

    def layout_text(self) -> str:
        """Return how the columns stand, as text to be kept."""
        return save_layout(self.arrangements())

    def arrangements(self) -> list[Arrangement]:
        """Return how the columns stand; a hidden one comes back at its default width."""
        columns = self._model.columns
        order = [self.logicalIndex(place) for place in range(self.count())]
        return [
            Arrangement(
                columns[column].key,
                self.sectionSize(column) or self._default_width(columns[column]),
                not self.isSectionHidden(column),
            )
            for column in order
        ]

    def restore_layout(self, text: str) -> bool:
        """Arrange the columns as kept; says whether the text could be read."""
        arrangements = load_layout(text)
        if arrangements is None:
            return False
        self.reset_columns()
        self.arrange(arrangements)
        return True

    def arrange(self, arrangements: Sequence[Arrangement]) -> None:
        """Put columns first and in this order, shown and as wide as said; the others follow as they stand."""
        places = {column.key: place for place, column in enumerate(self._model.columns)}
        self._arranging = True
        known = [one for one in arrangements if one.key in places]
        for place, arrangement in enumerate(known):
            column = places[arrangement.key]
            self.moveSection(self.visualIndex(column), place)
            self.setSectionHidden(column, not arrangement.visible and column != TITLE)
            self.resizeSection(column, max(arrangement.width, _LEAST_WIDTH))
        self._arranging = False
        self._fitting = False

    def names(self) -> dict[str, str]:
        """Return what stands above each column, by its key."""
        return {column.key: self._model.heading(column) for column in self._model.columns}

    def default_arrangements(self) -> list[Arrangement]:
        """Return how the columns of a new window stand."""
        columns = self._model.columns
        return [Arrangement(spec.key, self._default_width(spec), spec.visible) for spec in columns]

    def menu(self) -> QMenu:
        """Return the menu that shows and hides columns; the title always shows."""
        menu = QMenu(self)
        for column, spec in enumerate(self._model.columns):
            action = menu.addAction(self._model.heading(spec).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setEnabled(column != TITLE)
            action.toggled.connect(partial(self._show_column, column))
        menu.addSeparator()
        menu.addAction(self._words("恢复默认列")).triggered.connect(self.reset_columns)
        return menu

    def sectionsInserted(self, parent: Index, first: int, last: int) -> None:
        super().sectionsInserted(parent, first, last)
        for column in range(first, last + 1):
            spec = self._model.columns[column]
            self._arranging = True
            self.resizeSection(column, self._default_width(spec))
            self.setSectionHidden(column, not spec.visible)
            self._arranging = False

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

    def _default_width(self, column: Column) -> int:
        return column.width * self.fontMetrics().horizontalAdvance("0") + 2 * PADDING

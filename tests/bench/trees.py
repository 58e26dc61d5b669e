"""The window's tree over a plan of any size, and the bare table that it is measured against."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from planner.app.clock import SystemClock
from planner.app.document import Document
from planner.app.plan_store import Base
from planner.app.words import Words
from planner.gui.bridge import Bridge
from planner.gui.theme import ThemeChoice
from planner.gui.theme_manager import ThemeManager
from planner.gui.tree.columns import COLUMNS
from planner.gui.tree.view import TreeView
from planner.storage.journal import JournalFile
from planner.storage.schema import CURRENT
from tests.bench.sample import make_content

RESOURCES = Path(__file__).parents[2] / "resources"
WIDTH, HEIGHT = 1400, 900


class BareTable(QTableView):
    """What Qt needs at the least: the same texts in a list, its own delegate, whole rows shown and hidden."""

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self.all_rows = rows
        self.bare_model = _BareModel(rows)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(self.bare_model)

    def edit_cell(self, row: int, column: int, text: str) -> None:
        """Change one text and tell of it."""
        self.bare_model.rows[row][column] = text
        index = self.bare_model.index(row, column)
        self.bare_model.dataChanged.emit(index, index)

    def filter_rows(self, text: str) -> None:
        """Leave the rows that have the text in their second column."""
        self.show_rows([row for row in self.all_rows if text in row[1]])

    def show_rows(self, rows: list[list[str]]) -> None:
        """Show exactly these rows."""
        self.bare_model.beginResetModel()
        self.bare_model.rows = rows
        self.bare_model.endResetModel()


class _BareModel(QAbstractTableModel):
    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: N802 - Qt's own
        return len(self.rows)

    def columnCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: N802 - Qt's own
        return len(self.rows[0]) if self.rows else 0

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


@contextmanager
def open_tree(n: int) -> Iterator[TreeView]:
    """Show a plan of `n` measures, its edits written to a real journal; all branches are open."""
    application = _application()
    themes = ThemeManager(application, RESOURCES)
    themes.apply(ThemeChoice.LIGHT)
    content, numbers = make_content(n), count()
    with tempfile.TemporaryDirectory() as folder:
        base = Base(content, Path(folder) / "bench.plan")
        journal = JournalFile(Path(folder) / "bench.journal", base, "0", CURRENT, SystemClock())
        document = Document(content, journal, SystemClock(), lambda: "", lambda: f"new-{next(numbers)}")
        view = TreeView(Bridge(document, Words("zh", RESOURCES / "locale")), themes.icons)
        show(view)
        yield view
        journal.close()
        view.deleteLater()
        application.processEvents()


def bare_table(view: TreeView) -> BareTable:
    """Return the bare table of the texts in the shown columns of a tree, as they stand now."""
    shown = [place for place, column in enumerate(COLUMNS) if column.visible]
    model = view.tree_model
    return BareTable(
        [[model.index(row, column).data() for column in shown] for row in range(model.rowCount())]
    )


def show(widget: QWidget) -> None:
    """Show a widget in the size of a usual window, painted."""
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    QApplication.processEvents()


def painted_times(jobs: Sequence[Callable[[], object]]) -> list[float]:
    """Return the milliseconds that each job takes until everything that it changed is painted."""
    times = []
    for job in jobs:
        began = time.perf_counter()
        job()
        QApplication.processEvents()
        times.append((time.perf_counter() - began) * 1000)
    return times


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    return application

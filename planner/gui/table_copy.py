"""Puts a table of texts on the clipboard, for spreadsheets and word processors."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtWidgets import QApplication, QTableView

from planner.app.copying import copy_texts


def put_table(rows: Sequence[Sequence[str]]) -> None:
    """Put rows on the clipboard as tab-separated text and as an HTML table."""
    copied = copy_texts(rows)
    data = QMimeData()
    data.setText(copied.tsv)
    data.setHtml(copied.html)
    QApplication.clipboard().setMimeData(data)


def selected_block(selection: QItemSelectionModel) -> list[list[str]]:
    """Return the texts of the rows and columns in which any cell is selected."""
    indexes = selection.selectedIndexes()
    model = selection.model()
    columns = sorted({index.column() for index in indexes})
    return [
        [str(model.index(row, column).data() or "") for column in columns]
        for row in sorted({index.row() for index in indexes})
    ]


def shown_table(view: QTableView) -> list[list[str]]:
    """Return the texts of all rows of a table below those of its headings."""
    model = view.model()
    columns = range(model.columnCount())
    headings = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns]
    return [
        headings,
        *(
            [str(model.index(row, column).data() or "") for column in columns]
            for row in range(model.rowCount())
        ),
    ]

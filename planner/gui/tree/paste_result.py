"""What a paste would make, as a tree of the new rows or a list of the cells, with what needs attention."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.app.paste.columns import column_choices
from planner.app.paste.outcome import Misfit, Pasting, misfit_sentence, remark_sentence
from planner.app.paste.proposal import Proposal
from planner.app.paste.rows import Pasted
from planner.app.words import Words

_TITLE_WIDTH = 300
_MOST_SHOWN = 500
_ROW_HEIGHT = 1.7  # in heights of the font


class PasteResult(QTreeWidget):
    """The rows or cells to be; the last column says what a person should know."""

    def __init__(self, proposal: Proposal, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposal = proposal
        self._words = words
        self.setAccessibleName(words("粘贴后的样子"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformRowHeights(True)

    def show_result(self, rows: Pasted | None, pasting: Pasting) -> None:
        """Show the rows that would come, or without any the cells that would be filled."""
        self.clear()
        misfits: defaultdict[int, list[Misfit]] = defaultdict(list)
        for misfit in pasting.misfits:
            misfits[misfit.row].append(misfit)
        if rows is None:
            self._show_cells(misfits)
        else:
            self._show_rows(rows, misfits)
        self.setRootIsDecorated(rows is not None)
        self.expandAll()
        self.setColumnWidth(0, _TITLE_WIDTH)
        for column in range(1, self.columnCount()):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column) + 8, _TITLE_WIDTH))

    def _show_rows(self, rows: Pasted, misfits: defaultdict[int, list[Misfit]]) -> None:
        used = dict.fromkeys(key for row in rows.rows for key in row.values if key != "title")
        keys = [
            "title",
            *(key for key in rows.columns if key in used),
            *(k for k in used if k not in rows.columns),
        ]
        self._head(keys)
        above: list[tuple[int, QTreeWidgetItem]] = []
        for place, row in enumerate(rows.rows[:_MOST_SHOWN]):
            while above and above[-1][0] >= row.depth:
                above.pop()
            notes = [remark_sentence(self._words, remark) for remark in row.remarks]
            notes += [misfit_sentence(self._words, misfit) for misfit in misfits[place]]
            cells = [row.values.get(key, "") for key in keys]
            entry = self._entry(cells, notes)
            above[-1][1].addChild(entry) if above else self.addTopLevelItem(entry)
            above.append((row.depth, entry))

    def _show_cells(self, misfits: defaultdict[int, list[Misfit]]) -> None:
        plan, target, grid = self._proposal.plan, self._proposal.target, self._proposal.grid
        keys = target.keys[: grid.width]
        self._head(["title", *keys])
        for place, row in enumerate(grid.rows[:_MOST_SHOWN]):
            title = plan[target.ids[place]].value("title") if place < len(target.ids) else ""
            notes = [misfit_sentence(self._words, misfit) for misfit in misfits[place]]
            self.addTopLevelItem(self._entry([str(title), *row[: len(keys)]], notes))

    def _head(self, keys: Sequence[str]) -> None:
        labels = column_choices(self._proposal.plan, self._words, keys)
        self.setHeaderLabels([*(labels.get(key, "") for key in keys), self._words("说明")])

    def _entry(self, cells: Sequence[str], notes: Sequence[str]) -> QTreeWidgetItem:
        said = dict.fromkeys(notes)
        entry = QTreeWidgetItem([*(" ".join(cell.split()) for cell in cells), self._words("；").join(said)])
        entry.setSizeHint(0, QSize(0, round(self.fontMetrics().height() * _ROW_HEIGHT)))
        return entry


def summary(words: Words, rows: Pasted | None, pasting: Pasting) -> str:
    """Say in a few lines what a paste would do and what it leaves out."""
    lines = []
    if rows is not None:
        levels = len({row.depth for row in rows.rows})
        lines.append(words("新增 {count} 行，共 {levels} 级。").format(count=len(rows.rows), levels=levels))
        lines += [remark_sentence(words, remark) for remark in rows.remarks]
        if rows.unknown:
            lines.append(words("没有对应的栏：{names}。").format(names="、".join(rows.unknown)))
    if pasting.new_units:
        names = "、".join(pasting.new_units)
        lines.append(
            words("登记 {count} 个新单位：{names}。").format(count=len(pasting.new_units), names=names)
        )
    if pasting.new_terms:
        names = "、".join(pasting.new_terms)
        lines.append(
            words("添加 {count} 个新类目：{names}。").format(count=len(pasting.new_terms), names=names)
        )
    if pasting.misfits:
        lines.append(words("{count} 格不能填入，见“说明”。").format(count=len(pasting.misfits)))
    return "\n".join(lines)

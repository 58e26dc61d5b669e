"""From a grid with columns to rows: the hierarchy out of numbers, merged cells or indentation."""

from collections.abc import Sequence
from fractions import Fraction

from planner.app.paste.columns import Columns, Part
from planner.app.paste.duty_texts import take_duty
from planner.app.paste.grid import Grid
from planner.app.paste.outline_marks import Depths, indent_level, mark_alone, split_mark
from planner.app.paste.rows import Pasted, Remark, RowDraft
from planner.domain.plain_text import folded

_GROUPS = (Part.LAYER, Part.COMPONENT)
_NO_FIELDS = (*_GROUPS, Part.NUMBER, Part.MILESTONE, Part.DELIVERABLE, "title")
_ABOVE_ALL = Fraction(-1)


def rows_of_table(grid: Grid, columns: Columns) -> Pasted:
    """Return the rows of a table.

    A row without a title of its own, as beside a merged cell, continues the row above it.
    """
    reader = _TableRows(grid, columns)
    reader.read()
    return Pasted(
        tuple(draft.done() for draft in reader.drafts),
        tuple(key for key in columns.keys if key),
        columns.unknown,
        (Remark.ROWS_SKIPPED,) if reader.skipped else (),
    )


class _TableRows:
    """Reads a grid from top to bottom, remembering the layer and component that it is in."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self.drafts: list[RowDraft] = []
        self.skipped = False
        self._grid = grid
        self._first = columns.first
        self._title = columns.place("title")
        self._number = columns.place(Part.NUMBER)
        self._groups = [place for part in _GROUPS if (place := columns.place(part)) is not None]
        self._fields = [
            (place, key) for place, key in enumerate(columns.keys) if key and key not in _NO_FIELDS
        ]
        self._of_milestones = {
            key: place
            for key, part in (("title", Part.MILESTONE), ("deliverable", Part.DELIVERABLE), ("due", "due"))
            if (place := columns.place(part)) is not None
        }
        self._numbered = self._number is not None or self._titles_are_numbered()
        self._in_group = [""] * len(self._groups)
        self._depths = Depths()

    def read(self) -> None:
        """Read all rows."""
        for place in range(self._first, len(self._grid.rows)):
            row = self._grid.rows[place]
            if not any(cell.strip() for cell in row):
                continue
            self._enter_groups(row)
            title = "" if self._title is None else row[self._title]
            if title.strip() and (place, self._title) not in self._grid.covered:
                self._begin(row, title)
            elif heading := self._section_heading(row):
                self._begin_section(heading)
            elif not self._continue(row) and not any(row[column].strip() for column in self._groups):
                self.skipped = True

    def _titles_are_numbered(self) -> bool:
        if self._title is None:
            return False
        return any(split_mark(title.strip())[0] for title in self._grid.column(self._title)[self._first :])

    def _enter_groups(self, row: Sequence[str]) -> None:
        for depth, column in enumerate(self._groups):
            name = " ".join(row[column].split())
            if name and folded(name) != folded(self._in_group[depth]):
                self._in_group[depth:] = [name, *[""] * (len(self._groups) - depth - 1)]
                self._depths = Depths()
                title = split_mark(name)[1] or name
                self.drafts.append(RowDraft(self._group_depth() - 1, {"title": title}, framework=True))

    def _group_depth(self) -> int:
        return sum(1 for name in self._in_group if name)

    def _section_heading(self, row: Sequence[str]) -> str:
        """Return the text of a row that says nothing but a heading, in the column of numbers."""
        filled = [cell for cell in row if cell.strip()]
        alone = len(filled) == 1 and self._number is not None and row[self._number].strip()
        return filled[0].strip() if alone and not mark_alone(filled[0]) else ""

    def _begin_section(self, heading: str) -> None:
        mark, title = split_mark(heading)
        depth = self._depths.depth_of(mark.level if mark else _ABOVE_ALL)
        self.drafts.append(RowDraft(self._group_depth() + depth, {"title": " ".join(title.split())}))

    def _begin(self, row: Sequence[str], title: str) -> None:
        draft = RowDraft(self._group_depth() + self._depth(row, title), {"title": self._plain_title(title)})
        for column, key in self._fields:
            draft.add(key, row[column].strip())
        self._add_milestone(draft, row)
        take_duty(draft, "title")
        draft.values["title"] = " ".join(draft.values["title"].split())
        self.drafts.append(draft)

    def _plain_title(self, title: str) -> str:
        title = title.strip()
        return split_mark(title)[1] or title if self._numbered else title

    def _depth(self, row: Sequence[str], title: str) -> int:
        if not self._numbered:
            return self._depths.depth_of(indent_level(title))
        mark = None if self._number is None else mark_alone(row[self._number])
        mark = mark or split_mark(title.strip())[0]
        return self._depths.depth_of(mark.level) if mark else max(self._depths.deepest, 0)

    def _continue(self, row: Sequence[str]) -> bool:
        """Add what the row says to the row above; say whether there was anything to add it to."""
        filled = [(column, key) for column, key in self._fields if row[column].strip()]
        if not self.drafts or self.drafts[-1].framework:
            return False
        draft = self.drafts[-1]
        milestone = self._add_milestone(draft, row)
        if not filled and not milestone:
            return False
        for column, key in filled:
            if milestone and key == "due":
                draft.values["due"] = row[column].strip()
            else:
                draft.add(key, row[column].strip())
        draft.remarks[Remark.CONTINUED] = None
        return True

    def _add_milestone(self, draft: RowDraft, row: Sequence[str]) -> bool:
        """Add the milestone that a row names, with its own deadline; the last one's is the measure's."""
        texts = {key: " ".join(row[place].split()) for key, place in self._of_milestones.items()}
        if not texts.get("title"):
            return False
        draft.milestones.append(texts)
        return True

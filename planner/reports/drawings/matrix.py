"""The matrix of two classifications as a figure: counts or lights, and each gap in words."""

from dataclasses import dataclass, replace

from planner.app.coverage import NOTHING, Cell, Entry, Matrix, matrix
from planner.app.coverage_words import axis_name, entry_name, gap_sentence
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Pen, Rectangle, line
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Style
from planner.reports.drawings.scene import Scene

FIGURE = N_("{rows} × {columns} 覆盖矩阵")
_NAMES, _SUM = 280.0, 150.0
_WIDE, _NARROW = 116.0, 88.0
_ROOMY = 8
"""Up to how many columns each is wide."""

_HEADINGS, _ROW = 56.0, 32.0
_LEAST_WIDTH = 900.0
_INDENT = 18.0
_FULL = 8
"""From how many measures on a cell is darkest."""


@dataclass(frozen=True, slots=True)
class MatrixLook:
    """What of a matrix is shown: two axes, lights instead of counts, rows without measures alone."""

    rows: str
    columns: str
    lights: bool = False
    gaps_only: bool = False


def matrix_figure(scene: Scene, look: MatrixLook) -> Drawing:
    """Lay out the measures by two axes; an entry that no measure answers stands out."""
    found = matrix(scene.plan, scene.derived, look.rows, look.columns)
    gaps = set(found.gaps)
    rows = [row for row in found.rows if not look.gaps_only or row.id in gaps]
    width = max(_LEAST_WIDTH, 2 * MARGIN + _NAMES + _SUM + len(found.columns) * _column_width(found))
    canvas = Canvas(scene, width)
    names = {key: axis_name(scene.plan, scene.words, key) for key in (look.rows, look.columns)}
    title = scene.figure_title(scene.words(FIGURE).format(rows=names[look.rows], columns=names[look.columns]))
    said = gap_sentence(scene.words, found, names[look.rows])
    canvas.head(title, [said])
    height = HEAD + _HEADINGS + len(rows) * _ROW + 12 + FOOT if rows else HEAD + 200 + FOOT
    if rows:
        _headings(canvas, found)
    else:
        canvas.nothing(scene.words(N_("没有缺口：每一项都有举措。")) if found.related else said)
    for place, row in enumerate(rows):
        box = Box(MARGIN, HEAD + _HEADINGS + place * _ROW, width - 2 * MARGIN, _ROW)
        if row.id in gaps:
            _gap(canvas, box, row)
        else:
            _counts(canvas, box, found, row, lights=look.lights)
        canvas.add(line((box.x, box.bottom), (box.right, box.bottom), Pen("grid")))
    canvas.foot(height, keys=canvas.light_keys() if look.lights else ())
    return canvas.drawing(title, height)


def _headings(canvas: Canvas, found: Matrix) -> None:
    style = Style((14, 13, 12, 11), "text-muted", Align.CENTRE)
    box = Box(MARGIN + _NAMES, HEAD, _SUM, _HEADINGS)
    canvas.write(box.inset(4), canvas.scene.words(N_("合计")), style)
    empty = replace(style, role="warning", bold=True)
    for place, column in enumerate(found.columns):
        room = _cell_box(box, place, _column_width(found)).inset(4, 2)
        canvas.write(room, _name(canvas, column), style if found.by_column[column.id] else empty, 1.15)


def _gap(canvas: Canvas, box: Box, row: Entry) -> None:
    canvas.add(Rectangle(box, Fill("warning-soft")))
    _write_name(canvas, box, row)
    said = Box(box.x + _NAMES + 14, box.y, box.width - _NAMES - 14, box.height)
    canvas.write(said, canvas.scene.words(N_("缺口：没有举措")), Style((14, 13), "warning", bold=True))
    canvas.spot(row.id, box, _name(canvas, row))


def _counts(canvas: Canvas, box: Box, found: Matrix, row: Entry, *, lights: bool) -> None:
    _write_name(canvas, box, row)
    total = Box(box.x + _NAMES, box.y, _SUM, box.height)
    canvas.write(total, str(len(found.by_row[row.id])), Style((14, 12), align=Align.CENTRE))
    for place, column in enumerate(found.columns):
        if cell := found.cells.get((row.id, column.id)):
            _cell(canvas, _cell_box(total, place, _column_width(found)).inset(4, 4), cell, lights=lights)
    if row.id != NOTHING:
        canvas.spot(row.id, box, _name(canvas, row))


def _cell(canvas: Canvas, box: Box, cell: Cell, *, lights: bool) -> None:
    x, y = box.centre
    if lights:
        canvas.add(Mark(Box(x - 18, y - 8, 16, 16), cell.light))
        box = Box(x + 4, box.y, box.right - x - 4, box.height)
        canvas.write(box, str(cell.count), Style((14, 12)))
        return
    canvas.add(Rectangle(box, Fill("accent", 0.10 + 0.45 * min(cell.count, _FULL) / _FULL), None, 4))
    canvas.write(box, str(cell.count), Style((14, 12), align=Align.CENTRE))


def _column_width(found: Matrix) -> float:
    return _WIDE if len(found.columns) <= _ROOMY else _NARROW


def _cell_box(before: Box, place: int, width: float) -> Box:
    return Box(before.right + place * width, before.y, width, before.height)


def _write_name(canvas: Canvas, box: Box, row: Entry) -> None:
    indent = row.depth * _INDENT
    name = Box(box.x + 6 + indent, box.y, _NAMES - 12 - indent, box.height)
    canvas.write(name, _name(canvas, row), Style((14, 13, 12, 11)), leading=1.1)


def _name(canvas: Canvas, entry: Entry) -> str:
    scene = canvas.scene
    return " ".join(entry_name(scene.cells, scene.words, entry).split())

"""The roof of the house, as it is seen from the front.

Only `planner.reports.drawings.house` imports it.
"""

from planner.reports.drawing import Box, Fill, Path, Pen, Point, Rectangle
from planner.reports.drawings.canvas import Canvas

ROOF = 130
"""Its height from the horns on the ridge to the eaves."""


def roof(canvas: Canvas, box: Box, role: str) -> None:
    """Put up the roof: a ridge with horns, concave slopes, eaves that turn up at the corners."""
    centre, top, eave = box.centre[0], box.y + 22, box.bottom
    half = box.width / 2
    ridge = half * 0.56
    right: list[tuple[Point, ...]] = [
        ((centre + ridge * 1.16, top + 52), (centre + half * 0.8, eave - 30), (centre + half, eave - 50)),
        ((centre + half * 0.955, eave - 18), (centre + half * 0.88, eave - 3), (centre + half * 0.76, eave)),
    ]
    left = _mirrored(centre, (centre + ridge, top), right)
    canvas.add(
        Path(
            (centre - ridge, top),
            (((centre + ridge, top),), *right, ((2 * centre - right[-1][-1][0], eave),), *left),
            Fill(role),
            closed=True,
        )
    )
    _tiles(canvas, centre, (top + 8, eave - 14), ridge, half)
    _eave(canvas, centre, eave, half, role)
    canvas.add(
        Rectangle(Box(centre - ridge - 6, top - 9, 2 * ridge + 12, 13), Fill(role), Pen("base", 1.2), 3)
    )
    for side in (-1, 1):
        _horn(canvas, (centre + side * (ridge + 4), top + 4), side, role)


def _mirrored(centre: float, start: Point, steps: list[tuple[Point, ...]]) -> list[tuple[Point, ...]]:
    """Return the steps of a path seen in a mirror at `centre`, in the order back to its start."""
    points = [start, *(point for step in steps for point in step)]
    back = [(2 * centre - x, y) for x, y in reversed(points)][1:]
    return [tuple(back[place : place + 3]) for place in range(0, len(back), 3)]


def _tiles(canvas: Canvas, centre: float, span: tuple[float, float], ridge: float, half: float) -> None:
    top, bottom = span
    count = 34
    for place in range(count + 1):
        across = 2 * place / count - 1
        above, below = centre + across * ridge * 0.97, centre + across * half * 0.79
        bend = (
            (above, top + (bottom - top) * 0.45),
            (above + (below - above) * 0.6, bottom - 22),
            (below, bottom),
        )
        canvas.add(Path((above, top), (bend,), pen=Pen("layer-text", 1.3, opacity=0.2)))


def _eave(canvas: Canvas, centre: float, eave: float, half: float, role: str) -> None:
    tip, corner = half - 4, half * 0.76
    for side in (-1, 1):
        curve = (
            (centre + side * half * 0.88, eave - 10),
            (centre + side * half * 0.955, eave - 25),
            (centre + side * tip, eave - 51),
        )
        canvas.add(
            Path((centre + side * corner, eave - 7), (curve,), pen=Pen("layer-text", 1.6, opacity=0.55))
        )
    canvas.add(
        Path(
            (centre - corner, eave - 7),
            (((centre + corner, eave - 7),),),
            pen=Pen("layer-text", 1.6, opacity=0.55),
        )
    )
    count = 48
    for place in range(count):
        x = centre - corner + 2 * corner * (place + 0.5) / count
        canvas.add(Rectangle(Box(x - 4.5, eave - 3, 9, 9), Fill(role), Pen("base", 1), 4.5))


def _horn(canvas: Canvas, foot: Point, side: int, role: str) -> None:
    x, y = foot
    outline: tuple[tuple[Point, ...], ...] = (
        ((x + side * 14, y - 8), (x + side * 12, y - 26), (x - side * 6, y - 34)),
        ((x + side * 1, y - 24), (x - side * 4, y - 16), (x - side * 14, y - 12)),
        ((x - side * 14, y),),
    )
    canvas.add(Path((x, y), outline, Fill(role), Pen("base", 1.2), closed=True))

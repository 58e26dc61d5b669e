"""Drawings as SVG, to stand in a page of HTML: text stays text, colours are those of a theme's roles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from planner.domain.lights import Light
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Path, Pen, Point, Rectangle, Shape, Text
from planner.reports.table import SHAPES

_ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}
_BASELINE = 0.36
"""How far below the middle of a line its letters stand, in sizes of the font."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`: of a theme's roles, and of the lights."""

    roles: Mapping[str, str]
    lights: Mapping[Light, str]


def svg(drawing: Drawing, palette: Palette) -> str:
    """Return a drawing as an `svg` element that fills the width that it is given."""
    shapes = "".join(part for shape in drawing.shapes for part in _shape(shape, palette))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
        f' role="img" aria-label="{escape(drawing.title)}">{shapes}</svg>'
    )


def _shape(shape: Shape, palette: Palette) -> Iterator[str]:
    match shape:
        case Rectangle(box, fill, pen, radius):
            place = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'
            yield f'<rect {place} rx="{radius:g}" {_paint(fill, pen, palette)}/>'
        case Path(start, steps, fill, pen, closed):
            ways = "".join(_step(step) for step in steps)
            end = "Z" if closed else ""
            yield f'<path d="M{_point(start)}{ways}{end}" {_paint(fill, pen, palette)}/>'
        case Text(turned=True):
            (x, y), box = shape.box.centre, shape.box
            level = Box(-box.height / 2, -box.width / 2, box.height, box.width)
            yield f'<g transform="translate({x:g} {y:g}) rotate(-90)">'
            yield from _text(replace(shape, box=level), palette)
            yield "</g>"
        case Text():
            yield from _text(shape, palette)
        case Mark(box, light, opacity):
            size = box.height * 1.2
            x, y = box.centre
            yield (
                f'<text x="{x:g}" y="{y + size * _BASELINE:g}" font-size="{size:g}" text-anchor="middle"'
                f' fill="{palette.lights[light]}" opacity="{opacity:g}">{SHAPES[light]}</text>'
            )


def _text(text: Text, palette: Palette) -> Iterator[str]:
    x = {Align.LEFT: text.box.x, Align.CENTRE: text.box.centre[0], Align.RIGHT: text.box.right}[text.align]
    step = text.size * text.leading
    first = text.box.centre[1] - step * (len(text.lines) - 1) / 2 + text.size * _BASELINE
    weight = ' font-weight="bold"' if text.bold else ""
    for number, line in enumerate(text.lines):
        yield (
            f'<text x="{x:g}" y="{first + step * number:g}" font-size="{text.size}"{weight}'
            f' text-anchor="{_ANCHORS[text.align]}" fill="{palette.roles[text.role]}"'
            f' opacity="{text.opacity:g}">{escape(line)}</text>'
        )


def _paint(fill: Fill | None, pen: Pen | None, palette: Palette) -> str:
    parts = ['fill="none"']
    if fill is not None:
        parts = [f'fill="{palette.roles[fill.role]}" fill-opacity="{fill.opacity:g}"']
    if pen is not None:
        stroke = f'stroke="{palette.roles[pen.role]}" stroke-width="{pen.width:g}"'
        parts.append(f'{stroke} stroke-opacity="{pen.opacity:g}"')
        if pen.dashed:
            parts.append('stroke-dasharray="5 4"')
    return " ".join(parts)


def _step(step: tuple[Point, ...]) -> str:
    return ("L" if len(step) == 1 else "C") + " ".join(_point(point) for point in step)


def _point(point: Point) -> str:
    return f"{point[0]:g},{point[1]:g}"

"""Rows and cells as the XML of a Word document. Only `planner.office` imports it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.office.word.markup import colour, run_xml, tinted_run_xml, twips
from planner.reports.print_style import PrintStyle
from planner.reports.table import SHAPES, LightSign
from planner.reports.table_fit import CELL_PADDING_MM

_BORDER = '<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Place:
    """How wide a cell is and what it covers.

    One that is merged over several rows `begins` them or hangs down from above; None stands for neither.
    """

    width: int
    columns: int = 1
    begins: bool | None = None
    shade: str = ""
    top: bool = False

    def xml(self) -> str:
        """Return the cell's properties in the order that the format asks for."""
        over = f'<w:gridSpan w:val="{self.columns}"/>' if self.columns > 1 else ""
        down = {None: "", True: '<w:vMerge w:val="restart"/>', False: "<w:vMerge/>"}[self.begins]
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(self.shade)}"/>' if self.shade else ""
        align = "top" if self.top else "center"
        return (
            f'<w:tcPr><w:tcW w:w="{self.width}" w:type="dxa"/>{over}{down}{shade}'
            f'<w:vAlign w:val="{align}"/></w:tcPr>'
        )


def cell_xml(place: Place, paragraph: str) -> str:
    """Return a cell."""
    return f"<w:tc>{place.xml()}{paragraph}</w:tc>"


def row_xml(cells: Iterable[str], *, heading: bool = False, height: int = 0, whole: bool = True) -> str:
    """Return a row; a `heading` is repeated on each page, a `whole` one is never split between two."""
    properties = "<w:cantSplit/>" if whole else ""
    properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties += "<w:tblHeader/>" if heading else ""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table_xml(widths: Sequence[int], rows: str, border: str) -> str:
    """Return a table of rows, its lines in the colour `border`."""
    borders = "".join(_BORDER.format(edge=edge, colour=colour(border)) for edge in _EDGES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    padding = twips(CELL_PADDING_MM)
    sides = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def column_widths(shares: Sequence[float], width: float) -> list[int]:
    """Return the widths of columns that share a width in millimetres; together they are exactly as wide."""
    whole, total = twips(width), sum(shares)
    edges = [round(whole * sum(shares[:count]) / total) for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def light_xml(sign: LightSign, style: PrintStyle) -> str:
    """Return a light as its shape, in its colour, and its word."""
    return tinted_run_xml(SHAPES[sign.light], style.colours.lights[sign.light]) + run_xml(f" {sign.word}")

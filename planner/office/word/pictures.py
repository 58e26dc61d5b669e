"""Drawings as pictures in a Word document: vectors for programs that know them, and dots for the others.

Only `planner.office` imports it.
"""

from collections.abc import Callable

from planner.office.svg import Palette, svg
from planner.office.word.markup import attribute
from planner.office.word.package import Package
from planner.reports.drawing import Drawing

PngMaker = Callable[[Drawing, int], bytes]
"""Paints a drawing as a PNG of so many dots across."""

_DOTS_PER_MM = 300 / 25.4
_MOST_DOTS = 6000
_EMU_PER_MM = 36_000
_VECTOR_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_VECTOR_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_PICTURE_TYPE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class PictureWriter:
    """Puts drawings into a package."""

    def __init__(self, package: Package, palette: Palette, paint: PngMaker) -> None:
        self._package = package
        self._palette = palette
        self._paint = paint
        self._count = 0

    def run(self, drawing: Drawing, area: tuple[float, float]) -> str:
        """Return a run with the drawing, as large as fits into an area in millimetres."""
        scale = min(area[0] / drawing.width, area[1] / drawing.height)
        width, height = drawing.width * scale, drawing.height * scale
        dots = min(round(width * _DOTS_PER_MM), _MOST_DOTS)
        png = self._package.add_picture(self._paint(drawing, dots), "png", "image/png")
        vectors = self._package.add_picture(svg(drawing, self._palette).encode(), "svg", "image/svg+xml")
        self._count += 1
        size = f'cx="{width * _EMU_PER_MM:.0f}" cy="{height * _EMU_PER_MM:.0f}"'
        named = f'id="{self._count}" name="{attribute(drawing.title)}" descr="{attribute(drawing.title)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {named}/><a:graphic><a:graphicData uri="{_PICTURE_TYPE}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{png}"><a:extLst><a:ext uri="{_VECTOR_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_VECTOR_NAMESPACE}" r:embed="{vectors}"/></a:ext></a:extLst>'
            "</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

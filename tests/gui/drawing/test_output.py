"""What leaves the window: vector where it says so, with its fonts, its words and nothing private."""

import re
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from planner.gui.drawing import output
from planner.gui.drawing.output import Paper
from planner.reports.drawing import Text
from tests.gui.bridges import make_icons
from tests.reports.drawings.plans import FIGURES, template


@pytest.fixture(scope="module")
def drawings():
    scene = template("example")
    return {name: lay_out(scene) for name, lay_out in FIGURES.items()}


def pdf(tmp_path, content):
    path = tmp_path / "poster.pdf"
    output.write(path, content)
    return PdfReader(path)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_poster_is_one_vector_page_with_embedded_fonts(tmp_path, painter, drawings, figure):
    reader = pdf(tmp_path, output.poster(drawings[figure], painter, Paper.A3))
    (page,) = reader.pages
    assert not list(page.images)
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys()


@pytest.mark.parametrize(
    ("paper", "millimetres"),
    [("A3", (420, 297)), ("A2", (594, 420)), ("A1", (841, 594)), ("A0", (1189, 841))],
)
def test_the_poster_has_the_size_asked_for(tmp_path, painter, drawings, paper, millimetres):
    (page,) = pdf(tmp_path, output.poster(drawings["house"], painter, Paper(paper))).pages
    sides = [float(side) / 72 * 25.4 for side in (page.mediabox.width, page.mediabox.height)]
    assert sides == pytest.approx(millimetres, abs=1)


def test_the_words_of_a_poster_can_be_searched(tmp_path, painter, drawings):
    (page,) = pdf(tmp_path, output.poster(drawings["house"], painter, Paper.A3)).pages
    text = re.sub(r"\s", "", page.extract_text())
    for words in ("提高立法保障", "参与全球科技治理", "总体进度", "架梁", "72%"):
        assert words in text


def test_a_poster_tells_its_title_and_no_author(tmp_path, painter, drawings):
    about = pdf(tmp_path, output.poster(drawings["house"], painter, Paper.A3)).metadata
    assert about.title == drawings["house"].title
    assert not about.author


def test_svg_holds_the_words_as_text(painter, drawings):
    root = ET.fromstring(output.svg(drawings["house"], painter))  # noqa: S314  # our own output
    words = "".join(root.itertext())
    assert root.get("viewBox").split() == ["0", "0", "1188", "874"]
    assert "参与全球科技治理" in words
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("figure", FIGURES)
def test_a_picture_is_drawn_on_the_ground_of_its_theme(painter, drawings, figure, theme):
    ground = make_icons(theme).theme
    image = output.picture(drawings[figure], painter, ground, width=600)
    assert image.width() == 600
    assert image.pixelColor(2, 2) == ground.colour("base")
    colours = {image.pixel(x, y) for x in range(0, 600, 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20


def test_png_is_read_back_the_same(tmp_path, painter, drawings):
    image = output.picture(drawings["house"], painter, make_icons().theme, width=400)
    output.write(tmp_path / "a.png", output.png(image))
    assert QImage(str(tmp_path / "a.png")).convertToFormat(image.format()) == image


def test_a_file_that_cannot_be_written_raises(tmp_path):
    with pytest.raises(OSError, match=r"\w"):
        output.write(tmp_path / "missing" / "a.png", b"x")


@pytest.mark.parametrize("figure", FIGURES)
def test_the_font_keeps_the_words_in_their_boxes(painter, drawings, figure):
    for shape in drawings[figure].shapes:
        if isinstance(shape, Text):
            _, metrics = painter.font(shape.size, bold=shape.bold)
            room = shape.box.height if shape.turned else shape.box.width
            for line in shape.lines:
                assert len(line) == 1 or metrics.horizontalAdvance(line) <= room * 1.04 + 2, (
                    line,
                    shape.size,
                )

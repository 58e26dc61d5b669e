import gc
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.gui.icons import Icons
from planner.gui.theme import load_theme

RESOURCES = Path(__file__).parents[2] / "resources"
FILES = sorted((RESOURCES / "icons").glob("*.svg"))
DRAWINGS = [path for path in FILES if path.stem != "app"]
LIGHTS = ("done", "on-track", "attention", "late", "none")
NEEDED = {
    "app",
    "new",
    "open",
    "save",
    "save-as",
    "undo",
    "redo",
    "add-layer",
    "add-component",
    "add-measure",
    "add-sub-measure",
    "add-milestone",
    "add-indicator",
    "delete",
    "indent",
    "outdent",
    "move-up",
    "move-down",
    "expand-all",
    "collapse-all",
    "search",
    "filter",
    "close",
    "export-excel",
    "print",
    "settings",
    "help",
    "about",
    "info",
    "plan",
    "template",
    "example",
    "recent",
    "layer",
    "component",
    "measure",
    "milestone",
    "indicator",
    "unit",
    "link",
    "document",
    "term",
    "report",
    "funding",
    "deadline",
    "theme",
    "language",
}


def load(name):
    return load_theme(RESOURCES / "themes" / f"{name}.json")


@pytest.fixture
def icons(qapp):
    return Icons(RESOURCES, load("light"))


def pixels(pixmap):
    image = pixmap.toImage()
    return [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]


def ink(pixmap):
    """The colour of the picture's opaque pixels."""
    solid = {colour.name() for colour in pixels(pixmap) if colour.alpha() == 255}
    assert len(solid) == 1
    return solid.pop()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_a_drawing_that_qt_renders(qapp, path):
    assert QSvgRenderer(str(path)).isValid()


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_drawings_share_one_grid_one_pen_and_no_colour(path):
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    assert root.get("viewBox") == "0 0 24 24"
    if path.stem.startswith("light-"):
        assert (root.get("fill"), root.get("stroke")) == ("currentColor", None)
    else:
        assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "1.75")
        assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    paints = {value for node in root.iter() for key, value in node.items() if key in {"fill", "stroke"}}
    assert paints <= {"none", "currentColor"}


def test_needed_icons_are_there(icons):
    assert icons.names() >= NEEDED | {f"light-{light}" for light in LIGHTS}


def test_every_icon_is_drawn_inside_its_square(icons):
    for name in icons.names():
        image = icons.pixmap(name, size=24).toImage()
        edge = [(i, j) for i in range(24) for j in (0, 23)] + [(j, i) for i in range(24) for j in (0, 23)]
        assert any(colour.alpha() > 200 for colour in pixels(icons.pixmap(name, size=24))), name
        if name != "app":
            assert all(image.pixelColor(x, y).alpha() == 0 for x, y in edge), name


@pytest.mark.parametrize(("name", "role"), [("no-such-icon", "text"), ("save", "no-such-role")])
def test_unknown_name_or_role_is_refused(icons, name, role):
    with pytest.raises(KeyError, match="no-such"):
        icons.icon(name, role)


def test_icon_is_handed_out_once(icons):
    assert icons.icon("save") is icons.icon("save")
    first, second = (icons.icon("save").pixmap(QSize(16, 16), 1.0) for _ in range(2))
    assert first.cacheKey() == second.cacheKey()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icon_is_drawn_for_the_pixels_of_the_screen(icons, ratio):
    pixmap = icons.icon("save").pixmap(QSize(16, 16), ratio)
    assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert pixmap.devicePixelRatio() == ratio
    assert icons.pixmap("save", size=16, ratio=ratio).toImage() == pixmap.toImage()


def test_icon_takes_the_colour_of_its_role(icons):
    for role in ("text", "accent", "layer-3"):
        assert ink(icons.icon("light-on-track", role).pixmap(QSize(32, 32), 1.0)) == icons.theme.colours[role]


def test_disabled_icon_is_greyed(icons):
    pixmap = icons.icon("light-on-track").pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled)
    assert ink(pixmap) == icons.theme.colours["text-disabled"]


@pytest.mark.parametrize(("role", "expected"), [("text", "text"), ("layer-text", "selection-text")])
def test_selected_icon_stays_legible(icons, role, expected):
    pixmap = icons.icon("light-on-track", role).pixmap(QSize(32, 32), 1.0, QIcon.Mode.Selected)
    assert ink(pixmap) == icons.theme.colours[expected]


def test_icon_already_handed_out_follows_the_theme(icons):
    icon = icons.icon("light-on-track", "text")
    assert ink(icon.pixmap(QSize(32, 32), 1.0)) == load("light").colours["text"]
    icons.set_theme(load("dark"))
    assert ink(icon.pixmap(QSize(32, 32), 1.0)) == load("dark").colours["text"]


def test_copy_that_qt_makes_of_an_icon_lives_on(icons):
    copy = QIcon(icons.icon("light-on-track"))
    copy.addPixmap(QPixmap(4, 4))
    gc.collect()
    assert ink(copy.pixmap(QSize(32, 32), 1.0)) == icons.theme.colours["text"]


def test_row_53_lights_differ_in_shape_where_colours_cannot_be_told_apart(icons):
    def shape(light):
        return [colour.alpha() > 127 for colour in pixels(icons.pixmap(f"light-{light}", "text"))]

    shapes = {light: shape(light) for light in LIGHTS}
    for (first, a), (second, b) in combinations(shapes.items(), 2):
        assert sum(x != y for x, y in zip(a, b, strict=True)) >= 16, (first, second)


def test_light_has_its_own_colour(icons):
    for light in LIGHTS:
        assert ink(icons.light(light).pixmap(QSize(32, 32), 1.0)) == icons.theme.colours[f"light-{light}"]


@pytest.mark.parametrize("size", [16, 32, 256])
def test_application_icon_shows_the_four_layers(icons, size):
    picture = pixels(icons.pixmap("app", size=size))
    hues = {colour.hue() // 15 for colour in picture if colour.saturation() > 110}
    assert {QColor(icons.theme.colours[f"layer-{n}"]).hue() // 15 for n in (1, 2, 3, 4)} <= hues


def test_no_room_gives_no_picture_and_no_complaint(icons, qtlog):
    assert icons.tinted("save", "black", QSize(0, 16), 2.0).isNull()
    assert QIcon(icons.icon("save")).pixmap(QSize(0, 0), 2.0).isNull()
    assert not qtlog.records

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from planner.gui.fonts import CHINESE_FAMILIES, application_font, scaled_font
from planner.gui.style import palette, style_sheet, write_pictures
from planner.gui.theme import ROLES, ThemeChoice, ThemeError, contrast, load_theme, parse_theme
from planner.gui.theme_manager import ThemeManager

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
TEMPLATE = RESOURCES / "themes" / "style.qss"
NAMES = ("light", "dark", "high-contrast")
LAYERS = ("layer-1", "layer-2", "layer-3", "layer-4")
STATES = ("danger", "warning", "success", "info")
LIGHTS = tuple(sorted(role for role in ROLES if role.startswith("light-")))

PAPERS = ("window", "panel", "base", "base-alternate", "popup", "header")
LAYER_BANDS = tuple(f"{layer}-soft" for layer in LAYERS)
SOFT = tuple(f"{role}-soft" for role in (*LAYERS, *STATES, "accent"))
ROWS = ("base", "base-alternate", "panel", "hover", "selection", "selection-inactive", *LAYER_BANDS)
READ_AS_TEXT = [
    *(("text", ground) for ground in (*PAPERS, *SOFT, "hover", "pressed", "selection-inactive")),
    *(("text-muted", ground) for ground in (*PAPERS, *LAYER_BANDS, "hover")),
    *(("text-faint", ground) for ground in ("base", "base-alternate", "panel")),
    *((role, ground) for role in (*LAYERS, *STATES) for ground in ("base", "window", f"{role}-soft")),
    *(("layer-text", layer) for layer in LAYERS),
    *(("accent-text", ground) for ground in ("accent", "accent-hover", "accent-pressed")),
    *(("link", "base"), ("link-visited", "base")),
    *(("selection-text", "selection"), ("tooltip-text", "tooltip")),
]
SEEN_AS_SHAPE = [
    *((sign, ground) for sign in (*LIGHTS, *LAYERS) for ground in ROWS),
    *((line, ground) for line in ("border-strong", "focus", "accent") for ground in PAPERS[:3]),
]


def theme_data(name="light"):
    return json.loads((RESOURCES / "themes" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(params=NAMES)
def theme(request):
    return load_theme(RESOURCES / "themes" / f"{request.param}.json")


@pytest.fixture
def manager(qapp):
    before = qapp.style().objectName(), qapp.palette(), qapp.font(), qapp.windowIcon()
    manager = ThemeManager(qapp, RESOURCES)
    yield manager
    qapp.styleHints().colorSchemeChanged.disconnect(manager.follow_system)
    qapp.setStyleSheet("")
    style, old_palette, font, icon = before
    qapp.setStyle(style)
    qapp.setPalette(old_palette)
    qapp.setFont(font)
    qapp.setWindowIcon(icon)
    manager.deleteLater()


@pytest.mark.parametrize(
    ("first", "second", "ratio"), [("#000", "#fff", 21), ("#777", "#fff", 4.48), ("#abc", "#abc", 1)]
)
def test_contrast_is_that_of_wcag(first, second, ratio):
    assert contrast(QColor(first), QColor(second)) == pytest.approx(ratio, abs=0.01)


def test_text_is_readable(theme):
    weak = {
        f"{role} on {ground}": round(ratio, 2)
        for role, ground in READ_AS_TEXT
        if (ratio := contrast(theme.colour(role), theme.colour(ground))) < 4.5
    }
    assert not weak


def test_lights_and_outlines_are_visible(theme):
    weak = {
        f"{role} on {ground}": round(ratio, 2)
        for role, ground in SEEN_AS_SHAPE
        if (ratio := contrast(theme.colour(role), theme.colour(ground))) < 3
    }
    assert not weak


def test_scheme_tells_whether_the_ground_is_dark(theme):
    assert theme.is_dark == (theme.colour("base").lightnessF() < 0.5)


def test_unknown_role_has_no_colour(theme):
    with pytest.raises(KeyError, match="accnet"):
        theme.colour("accnet")


def test_missing_role_is_named():
    data = theme_data()
    del data["colours"]["layer-3"]
    with pytest.raises(ThemeError, match="missing colour: layer-3"):
        parse_theme(data)


def test_unknown_role_is_named():
    data = theme_data()
    data["colours"]["layer-5"] = "#123456"
    with pytest.raises(ThemeError, match="unknown colour: layer-5"):
        parse_theme(data)


@pytest.mark.parametrize("value", ["red", "#12345", "#12345g", ""])
def test_colour_must_be_six_hexadecimal_digits(value):
    data = theme_data()
    data["colours"]["accent"] = value
    with pytest.raises(ThemeError, match="colour accent"):
        parse_theme(data)


@pytest.mark.parametrize("value", [0, -1, "6", True])
def test_metric_must_be_a_positive_number(value):
    data = theme_data()
    data["metrics"]["radius"] = value
    with pytest.raises(ThemeError, match="metric radius"):
        parse_theme(data)


def test_scheme_must_be_light_or_dark():
    with pytest.raises(ThemeError, match="scheme"):
        parse_theme({**theme_data(), "scheme": "sepia"})


def test_error_names_the_file(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ThemeError, match=r"mine\.json: missing entry"):
        load_theme(path)


def test_every_choice_but_system_has_a_file_of_its_name():
    for choice in set(ThemeChoice) - {ThemeChoice.SYSTEM}:
        assert load_theme(RESOURCES / "themes" / f"{choice.value}.json").name == choice.value


def test_palette_is_complete_and_of_the_theme(theme, qapp):
    result = palette(theme)
    colours = set(theme.colours.values())
    roles = set(QPalette.ColorRole) - {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    stray = [(g, r) for g in groups for r in roles if result.color(g, r).name() not in colours]
    assert not stray


def test_palette_greys_what_is_disabled(theme, qapp):
    result = palette(theme)
    disabled = result.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.colour("text-disabled")
    assert disabled != result.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)


def test_style_sheet_names_no_colour_itself():
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", TEMPLATE.read_text(encoding="utf-8"))


def test_style_sheet_refuses_an_unknown_name(theme):
    with pytest.raises(KeyError, match="acent"):
        style_sheet(theme, "QWidget { color: $acent; }", {})


def test_thicker_focus_ring_moves_no_text(theme):
    template = "${space-small}+$border-width ${space-small-focus}+$focus-width"
    plain, focused = style_sheet(theme, template, {}).split()
    assert sum(map(int, plain.split("+"))) == sum(map(int, focused.split("+")))


def test_pictures_of_the_style_sheet_are_tinted(manager, tmp_path):
    pictures = write_pictures(manager.icons, tmp_path)
    assert manager.theme.colours["accent-text"] in Path(pictures["image-checked"]).read_text(encoding="utf-8")


def test_no_module_names_a_colour():
    named = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']|GlobalColor\.(?!transparent)|QColor\(\s*["'\d]""")
    modules = set((ROOT / "planner" / "gui").rglob("*.py")) - {ROOT / "planner" / "gui" / "paper_colours.py"}
    found = {path.name: named.findall(path.read_text(encoding="utf-8")) for path in modules}
    assert not {name: hits for name, hits in found.items() if hits}


def test_themes_change_while_a_window_is_open(manager, qtbot, qapp):
    button = QPushButton("导出")
    qtbot.addWidget(button)
    button.show()
    grounds = set()
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST):
        with qtbot.waitSignal(manager.changed):
            manager.apply(choice)
        ground = button.grab().toImage().pixelColor(button.width() // 2, 4)
        assert ground.name() == manager.theme.colours["base"]
        assert qapp.palette().color(QPalette.ColorRole.Window) == manager.theme.colour("window")
        grounds.add(ground.name())
    assert len(grounds) == 3


@pytest.mark.parametrize(
    ("scheme", "name"),
    [(Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Unknown, "light")],
)
def test_system_choice_follows_the_desktop(manager, monkeypatch, scheme, name):
    monkeypatch.setattr("planner.gui.theme_manager.system_scheme", lambda application: scheme)
    manager.apply(ThemeChoice.SYSTEM)
    assert manager.theme.name == name
    assert manager.choice is ThemeChoice.SYSTEM


def test_desktop_changes_nothing_where_a_theme_was_chosen(manager, monkeypatch):
    manager.apply(ThemeChoice.LIGHT)
    monkeypatch.setattr("planner.gui.theme_manager.system_scheme", lambda application: Qt.ColorScheme.Dark)
    manager.follow_system()
    assert manager.theme.name == "light"


def test_font_is_large_enough_and_keeps_a_larger_one(qapp):
    assert application_font(QFont("Sans", 7)).pointSizeF() == 10
    assert application_font(QFont("Sans", 14)).pointSizeF() == 14


def test_font_has_chinese_where_the_machine_has_it(qapp):
    installed = [family for family in CHINESE_FAMILIES if family in QFontDatabase.families()]
    if not installed:
        pytest.skip("no Chinese font of the list is installed")
    assert QFontInfo(application_font(QApplication.font())).family() == installed[0]


def test_scaled_font_leaves_the_original(qapp):
    font = QFont("Sans", 10)
    heading = scaled_font(font, 1.5, QFont.Weight.DemiBold)
    assert (heading.pointSizeF(), heading.weight() >= QFont.Weight.DemiBold) == (15, True)
    assert (font.pointSizeF(), font.weight()) == (10, QFont.Weight.Normal)


def test_emphasis_shows_in_the_font_that_is_drawn(qapp):
    font = application_font(QFont("Sans", 10))
    heavy = scaled_font(font, 1, QFont.Weight.DemiBold)
    assert drawn("Aa", heavy) != drawn("Aa", font)


def drawn(text, font):
    image = QImage(80, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image

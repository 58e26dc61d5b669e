"""Turns a theme into what Qt understands: a palette, and a style sheet over the Fusion style.

The style sheet is `resources/themes/style.qss`; in it `$name` stands for a colour, a measure or a picture.
"""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from PySide6.QtGui import QPalette

from planner.gui.icons import Icons
from planner.gui.theme import Theme, theme_tokens

_Role = QPalette.ColorRole
_ALL_GROUPS = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "base",
    _Role.AlternateBase: "base-alternate",
    _Role.Text: "text",
    _Role.PlaceholderText: "text-faint",
    _Role.Button: "panel",
    _Role.ButtonText: "text",
    _Role.BrightText: "danger",
    _Role.ToolTipBase: "tooltip",
    _Role.ToolTipText: "tooltip-text",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "selection-text",
    _Role.Accent: "accent",
    _Role.Link: "link",
    _Role.LinkVisited: "link-visited",
    _Role.Light: "base",
    _Role.Midlight: "hover",
    _Role.Mid: "border",
    _Role.Dark: "border-strong",
    _Role.Shadow: "text-faint",
}
_DISABLED = {
    **dict.fromkeys((_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText), "text-disabled"),
    **dict.fromkeys((_Role.Link, _Role.LinkVisited, _Role.Accent), "text-disabled"),
    _Role.Base: "window",
    _Role.Highlight: "selection-inactive",
    _Role.HighlightedText: "text-disabled",
}
_INACTIVE = {_Role.Highlight: "selection-inactive", _Role.HighlightedText: "text"}

# Pictures that a style sheet can only take from a file: token, icon and colour role.
_PICTURES = (
    ("image-arrow-down", "chevron-down", "text-muted"),
    ("image-arrow-up", "chevron-up", "text-muted"),
    ("image-arrow-right", "chevron-right", "text-muted"),
    ("image-arrow-left", "chevron-left", "text-muted"),
    ("image-arrow-down-disabled", "chevron-down", "text-disabled"),
    ("image-arrow-up-disabled", "chevron-up", "text-disabled"),
    ("image-close", "close", "text-muted"),
    ("image-close-hover", "close", "text"),
    ("image-float", "duplicate", "text-muted"),
    ("image-more", "more", "text-muted"),
    ("image-check", "check", "text"),
    ("image-checked", "check", "accent-text"),
    ("image-partly", "minus", "accent-text"),
    ("image-checked-disabled", "check", "text-disabled"),
    ("image-question", "help", "accent"),
    ("image-information", "info", "info"),
    ("image-warning", "warning", "warning"),
    ("image-critical", "error", "danger"),
    ("image-radio", "light-on-track", "accent-text"),
    ("image-radio-disabled", "light-on-track", "text-disabled"),
)


class _StyleTemplate(Template):
    idpattern = "[a-z][a-z0-9-]*"


def palette(theme: Theme) -> QPalette:
    """The theme's colours for everything that Qt paints without the style sheet, in all three groups."""
    result = QPalette()
    for role, name in _ALL_GROUPS.items():
        result.setColor(role, theme.colour(name))
    for group, changes in (
        (QPalette.ColorGroup.Disabled, _DISABLED),
        (QPalette.ColorGroup.Inactive, _INACTIVE),
    ):
        for role, name in changes.items():
            result.setColor(group, role, theme.colour(name))
    return result


def write_pictures(icons: Icons, folder: Path) -> dict[str, str]:
    """Write the tinted pictures of the style sheet into a folder; returns token to path."""
    paths = {token: folder / f"{icons.theme.name}-{token}.svg" for token, _, _ in _PICTURES}
    for token, icon, role in _PICTURES:
        paths[token].write_bytes(icons.svg(icon, role))
    return {token: path.as_posix() for token, path in paths.items()}


def style_sheet(theme: Theme, template: str, pictures: Mapping[str, str]) -> str:
    """The style sheet for a theme; a name in the template that nothing stands for raises KeyError."""
    return _StyleTemplate(template).substitute({**theme_tokens(theme), **_paddings(theme), **pictures})


def _paddings(theme: Theme) -> dict[str, str]:
    """Distances made from the spacing, so that a thicker focus ring moves no text."""
    spacing, thicker = theme.metrics.spacing, theme.metrics.focus_width - theme.metrics.border_width
    distances = {
        "space-tiny": spacing // 4,
        "space-small": spacing // 2,
        "space-button": spacing * 5 // 8,
        "space": spacing,
        "space-large": spacing * 3 // 2,
        "space-huge": spacing * 2,
    }
    focused = {f"{name}-focus": max(distance - thicker, 0) for name, distance in distances.items()}
    return {name: str(distance) for name, distance in {**distances, **focused}.items()}

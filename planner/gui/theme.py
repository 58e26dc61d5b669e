"""The look as data: colours by role and a few measures, read from a theme file.

Every module of the window may import this one; no other place in the program names a colour.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from PySide6.QtGui import QColor

ROLES = frozenset(
    (
        "window",
        "panel",
        "base",
        "base-alternate",
        "popup",
        "header",
        "text",
        "text-muted",
        "text-faint",
        "text-disabled",
        "border",
        "border-strong",
        "grid",
        "accent",
        "accent-hover",
        "accent-pressed",
        "accent-soft",
        "accent-text",
        "selection",
        "selection-text",
        "selection-inactive",
        "hover",
        "pressed",
        "focus",
        "link",
        "link-visited",
        "tooltip",
        "tooltip-text",
        "scroll-handle",
        "scroll-handle-hover",
        "danger",
        "danger-soft",
        "warning",
        "warning-soft",
        "success",
        "success-soft",
        "info",
        "info-soft",
        "layer-1",
        "layer-1-soft",
        "layer-2",
        "layer-2-soft",
        "layer-3",
        "layer-3-soft",
        "layer-4",
        "layer-4-soft",
        "layer-text",
        "light-done",
        "light-on-track",
        "light-attention",
        "light-late",
        "light-none",
    )
)


class ThemeError(ValueError):
    """A theme file lacks a role, has one that nobody reads, or gives a value that cannot be used."""


class ThemeChoice(StrEnum):
    """What a person chooses; the values are those kept in the settings."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in device-independent pixels; the row height is a factor of the font's height."""

    radius: int
    radius_small: int
    spacing: int
    row_height_factor: float
    icon_size: int
    item_icon_size: int
    border_width: int
    focus_width: int
    scroll_bar_width: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete look; `colours` holds exactly the names in `ROLES`, as `#rrggbb`."""

    name: str
    scheme: Literal["light", "dark"]
    colours: Mapping[str, str]
    metrics: Metrics

    @property
    def is_dark(self) -> bool:
        """Whether pictures drawn for this theme need a dark ground."""
        return self.scheme == "dark"

    def colour(self, role: str) -> QColor:
        """The colour of a role; an unknown role raises KeyError."""
        return QColor(self.colours[role])


def load_theme(path: Path) -> Theme:
    """Read a theme file whole; ThemeError names what is missing, unknown or unusable in it."""
    try:
        return parse_theme(json.loads(path.read_text(encoding="utf-8")))
    except ThemeError as error:
        raise ThemeError(f"{path.name}: {error}") from error


def parse_theme(data: Mapping[str, Any]) -> Theme:
    """Build a theme from the content of a theme file, or raise ThemeError."""
    _require_names("entry", data, {field.name for field in fields(Theme)})
    if data["scheme"] not in {"light", "dark"}:
        raise ThemeError(f"scheme must be light or dark, not {data['scheme']!r}")
    return Theme(data["name"], data["scheme"], _colours(data["colours"]), _metrics(data["metrics"]))


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two opaque colours after WCAG 2.2, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def theme_tokens(theme: Theme) -> dict[str, str]:
    """Everything in a theme as text by name: colours, and metrics with hyphens in their names."""
    metrics = {name.replace("_", "-"): str(value) for name, value in asdict(theme.metrics).items()}
    return {**theme.colours, **metrics}


def _colours(values: Mapping[str, str]) -> Mapping[str, str]:
    _require_names("colour", values, ROLES)
    for role, value in values.items():
        if not (value.startswith("#") and len(value) == len("#rrggbb") and QColor.isValidColorName(value)):
            raise ThemeError(f"colour {role} must be #rrggbb, not {value!r}")
    return MappingProxyType(dict(values))


def _metrics(values: Mapping[str, float]) -> Metrics:
    _require_names("metric", values, {field.name for field in fields(Metrics)})
    for name, value in values.items():
        if type(value) not in {int, float} or value <= 0:
            raise ThemeError(f"metric {name} must be a positive number, not {value!r}")
    return Metrics(**values)  # type: ignore[arg-type]  # the names and numbers were checked above


def _require_names(what: str, values: Mapping[str, Any], expected: frozenset[str] | set[str]) -> None:
    if missing := sorted(expected - values.keys()):
        raise ThemeError(f"missing {what}: {', '.join(missing)}")
    if unknown := sorted(values.keys() - expected):
        raise ThemeError(f"unknown {what}: {', '.join(unknown)}")


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

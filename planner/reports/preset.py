"""How an office wants its tables: fonts, colours, paper and columns, read from a file in `data/presets`.

Reports take columns and paper from it, renderers fonts and colours.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from planner.reports.table import Page

OFFICIAL = "official"
_SUFFIX = ".toml"


class PageNumbers(StrEnum):
    """How pages are numbered at the foot."""

    OF_TOTAL = "of_total"
    """第 1 页 共 9 页"""
    DASHES = "dashes"
    """— 1 —"""


class BrokenPreset(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """A preset can't be read; the arguments are its file name and what is wrong."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its names, the preferred one first; sizes in points."""

    families: tuple[str, ...]
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each part of a table."""

    title: Font
    heading: Font
    body: Font
    note: Font
    page_number: Font


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#rrggbb`; `layers` are taken in turn, `lights` go by the code of the light."""

    border: str
    heading: str
    band: str
    total: str
    muted: str
    layers: tuple[str, ...]
    lights: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """One sheet: its paper, and its columns by key with their widths in Latin characters."""

    page: Page
    columns: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Preset:
    """A complete layout; `row_height` is the least height of a row in points."""

    name: str
    fonts: Fonts
    colours: Colours
    row_height: float
    page_numbers: PageNumbers
    sheets: Mapping[str, SheetLayout]


def load_preset(folder: Path, name: str = OFFICIAL) -> Preset:
    """Read the preset `name` from its file in `folder`, or from the file of that path; raises `BrokenPreset`.

    A preset gives what it has different from the official one.
    """
    file = folder / f"{OFFICIAL}{_SUFFIX}"
    try:
        source = tomllib.loads(file.read_text("utf-8"))
        if name != OFFICIAL:
            file = Path(name) if name.endswith(_SUFFIX) else folder / f"{name}{_SUFFIX}"
            source = _merged(source, tomllib.loads(file.read_text("utf-8")))
        return _preset(source)
    except KeyError as error:
        raise BrokenPreset(file.name, f"{error} is missing") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BrokenPreset(file.name, str(error)) from error


def preset_names(folder: Path) -> dict[str, str]:
    """Return the presets of a folder by the name of their file with what they call themselves."""
    names = sorted(
        (file.stem for file in folder.glob(f"*{_SUFFIX}")), key=lambda name: (name != OFFICIAL, name)
    )
    return {name: load_preset(folder, name).name for name in names}


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the base with what is different; columns are taken whole, for their order and choice."""
    return {
        **base,
        **{
            key: _merged(base[key], value)
            if isinstance(value, dict) and isinstance(base.get(key), dict) and key != "columns"
            else value
            for key, value in own.items()
        },
    }


def _preset(source: Mapping[str, Any]) -> Preset:
    colours = source["colours"]
    return Preset(
        name=str(source["name"]),
        fonts=Fonts(**{part: _font(font) for part, font in source["fonts"].items()}),
        colours=Colours(**{**colours, "layers": tuple(colours["layers"])}),
        row_height=float(source["row_height"]),
        page_numbers=PageNumbers(source["page_numbers"]),
        sheets={key: _sheet(source["paper"], sheet) for key, sheet in source["sheets"].items()},
    )


def _font(source: Mapping[str, Any]) -> Font:
    return Font(tuple(source["families"]), float(source["size"]), bool(source.get("bold", False)))


def _sheet(papers: Mapping[str, Any], source: Mapping[str, Any]) -> SheetLayout:
    orientation = source["orientation"]
    return SheetLayout(
        Page(landscape=orientation == "landscape", **papers[orientation]),
        {key: float(width) for key, width in source["columns"].items()},
    )

"""How an office wants its tables: fonts, colours, paper and columns, read from TOML as in `data/presets`.

Reports take columns and paper from it, renderers fonts and colours. A preset says only what it has different
from the official one; merged with that it is a `Form`, plain data that an editor changes.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from planner.app.words import Words
from planner.domain.marks import N_
from planner.reports.paper import Paper
from planner.reports.table import Page

Form = dict[str, Any]
"""A whole preset as TOML has it: texts, numbers, lists and further such tables by key."""

PAPERS = (Paper.A3, Paper.A4, Paper.A5, Paper.B5)
"""The sizes of paper that a workbook can name."""

OFFICIAL = "official"
PROGRAM_NAMES = {
    OFFICIAL: N_("公文版式"),
    "compact": N_("紧凑版式"),
    "wide": N_("屏幕宽版"),
    "english": N_("英文版式"),
}
"""What the program's own presets are called, by their key, in the language of the window."""
_SUFFIX = ".toml"


class PageNumbers(StrEnum):
    """How pages are numbered at the foot."""

    OF_TOTAL = "of_total"
    """第 1 页 共 9 页"""
    DASHES = "dashes"
    """— 1 —"""
    NONE = "none"


class BrokenPreset(Exception):
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
    attachment: Font


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
class TitleBlock:
    """What stands above a table.

    `attachment` is the label at its left, as 附件{number}, `title` how the title is put together from {plan}
    and {table}; empty means none, and the usual way. `issuer` and `dated` say whether these are shown.
    """

    attachment: str
    title: str
    issuer: bool
    dated: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """Which measures are laid out, and in which order; empty means all, and that of the plan.

    `branch` and `unit` are ids, `rows` is as in `planner.reports.options`, `sort` a field's key.
    """

    branch: str = ""
    unit: str = ""
    rows: str = ""
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Preset:
    """A complete layout; `row_height` is the least height of a row in points.

    `header` and `footer` run over the pages, with {title} and {date} in them.
    """

    name: str
    fonts: Fonts
    colours: Colours
    row_height: float
    page_numbers: PageNumbers
    header: str
    footer: str
    block: TitleBlock
    selection: Selection
    sheets: Mapping[str, SheetLayout]

    def running(self, text: str, title: str, day: date) -> str:
        """Return header or footer of a plan on a day."""
        return text.replace("{title}", title).replace("{date}", day.isoformat())


def load_preset(folder: Path, name: str = OFFICIAL) -> Preset:
    """Read the preset `name` from its file in `folder`, or the file of that path; raises `BrokenPreset`."""
    return preset_of(load_form(folder, name), _file(folder, name).name)


def load_form(folder: Path, name: str = OFFICIAL) -> Form:
    """Read a preset as plain data, whole; raises `BrokenPreset`."""
    file = _file(folder, name)
    try:
        text = file.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise BrokenPreset(file.name, str(error)) from error
    return _read(text, file.name) if name == OFFICIAL else read_form(folder, text, file.name)


def read_form(folder: Path, text: str, called: str) -> Form:
    """Return a preset from its text, the rest from the official one; raises `BrokenPreset`."""
    return _merged(load_form(folder), _read(text, called))


def preset_of(form: Form, called: str) -> Preset:
    """Return the layout that plain data stand for; raises `BrokenPreset` `called` so."""
    try:
        return _preset(form)
    except KeyError as error:
        raise BrokenPreset(called, f"{error} is missing") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise BrokenPreset(called, str(error)) from error


def preset_names(folder: Path, words: Words) -> dict[str, str]:
    """Return the presets of a folder by the name of their file, with what each is called."""
    names = sorted(
        (file.stem for file in folder.glob(f"*{_SUFFIX}")), key=lambda name: (name != OFFICIAL, name)
    )
    return {
        name: words(PROGRAM_NAMES[name]) if name in PROGRAM_NAMES else load_preset(folder, name).name
        for name in names
    }


def _file(folder: Path, name: str) -> Path:
    return Path(name) if name.endswith(_SUFFIX) else folder / f"{name}{_SUFFIX}"


def _read(text: str, called: str) -> Form:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenPreset(called, str(error)) from error


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> Form:
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


def _preset(form: Form) -> Preset:
    colours = form["colours"]
    return Preset(
        name=str(form["name"]),
        fonts=Fonts(**{part: _font(font) for part, font in form["fonts"].items()}),
        colours=Colours(**{**colours, "layers": tuple(colours["layers"])}),
        row_height=float(form["row_height"]),
        page_numbers=PageNumbers(form["page_numbers"]),
        header=str(form["header"]),
        footer=str(form["footer"]),
        block=TitleBlock(**form["block"]),
        selection=Selection(**form["selection"]),
        sheets={key: _sheet(form["paper"], sheet) for key, sheet in form["sheets"].items()},
    )


def _font(form: Form) -> Font:
    return Font(tuple(form["families"]), float(form["size"]), bool(form.get("bold", False)))


def _sheet(papers: Form, form: Form) -> SheetLayout:
    orientation, paper = form["orientation"], Paper(papers["size"])
    if paper not in PAPERS:
        raise ValueError(f"no workbook is printed on {paper}")
    return SheetLayout(
        Page(landscape=orientation == "landscape", paper=paper, **papers[orientation]),
        {key: float(width) for key, width in form["columns"].items()},
    )

"""How an office wants its papers: fonts, colours and margins, read from a file in `resources/print`.

Renderers take fonts and colours from it, sheets their margins.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planner.domain.lights import Light
from planner.reports.blocks import TextRole
from planner.reports.paper import Margins, NumberStyle, PageSetup, Paper
from planner.reports.preset import BrokenPreset

OFFICIAL_STYLE = "official"
_BY_LANGUAGE = {"en": "english"}


@dataclass(frozen=True, slots=True)
class Typeface:
    """The font of one role: families, the preferred one first, and its measures in points.

    `line` is the height of a line. `advance` is the width of a Chinese character; None means the font's own.
    """

    families: tuple[str, ...]
    size: float
    line: float
    bold: bool = False
    advance: float | None = None

    def scaled(self, factor: float) -> "Typeface":
        """Return it with its measures multiplied by a factor."""
        advance = None if self.advance is None else self.advance * factor
        return replace(self, size=self.size * factor, line=self.line * factor, advance=advance)


@dataclass(frozen=True, slots=True)
class PrintColours:
    """Colours as `#rrggbb`, always dark on white; `changed` marks numbers that are no longer as written."""

    text: str
    border: str
    heading: str
    band: str
    total: str
    muted: str
    changed: str
    lights: Mapping[Light, str]


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """A complete style; `indent` is how many characters a paragraph's first line is moved in.

    `margins` go by the kind of page: `portrait`, `landscape`, `form` and `poster`.
    """

    name: str
    fonts: Mapping[TextRole, Typeface]
    colours: PrintColours
    margins: Mapping[str, Margins]
    numbers: NumberStyle
    indent: float

    def scaled(self, percent: int) -> "PrintStyle":
        """Return the style with letters and lines that large."""
        if percent == 100:
            return self
        factor = percent / 100
        return replace(self, fonts={role: face.scaled(factor) for role, face in self.fonts.items()})

    def setup(self, kind: str, paper: Paper = Paper.A4, *, landscape: bool = False) -> PageSetup:
        """Return the pages of a kind, see `margins`."""
        numbers = NumberStyle.NONE if kind == "poster" else self.numbers
        return PageSetup(paper, landscape, self.margins[kind], numbers)


def style_for(language: str) -> str:
    """Return the name of the style that sheets in a language have."""
    return _BY_LANGUAGE.get(language, OFFICIAL_STYLE)


def load_print_style(folder: Path, name: str = OFFICIAL_STYLE) -> PrintStyle:
    """Read the style `name` from its file in `folder`; raises `BrokenPreset`."""
    file = folder / f"{name}.toml"
    try:
        return _style(tomllib.loads(file.read_text("utf-8")))
    except KeyError as error:
        raise BrokenPreset(file.name, f"{error} is missing") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BrokenPreset(file.name, str(error)) from error


def _style(source: Mapping[str, Any]) -> PrintStyle:
    colours = source["colours"]
    lights = {light: colours["lights"][light.value] for light in Light}
    return PrintStyle(
        name=str(source["name"]),
        fonts={role: _typeface(source["families"], source["fonts"][role.value]) for role in TextRole},
        colours=PrintColours(**{**colours, "lights": lights}),
        margins={
            kind: Margins(**{edge: float(mm) for edge, mm in edges.items()})
            for kind, edges in source["paper"].items()
        },
        numbers=NumberStyle(source["numbers"]),
        indent=float(source["indent"]),
    )


def _typeface(families: Mapping[str, Any], source: Mapping[str, Any]) -> Typeface:
    advance = source.get("advance")
    return Typeface(
        tuple(families[source["family"]]),
        float(source["size"]),
        float(source["line"]),
        bool(source.get("bold", False)),
        None if advance is None else float(advance),
    )

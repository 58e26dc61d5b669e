"""The fonts of a print style as this machine has them: which family really serves each role.

Every module of `planner.gui.printing` may import it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from planner.gui.fonts import CHINESE_FAMILIES
from planner.gui.printing.units import PER_POINT
from planner.reports.blocks import TextRole
from planner.reports.print_style import PrintStyle, Typeface


@dataclass(frozen=True, slots=True)
class Served:
    """The family that a role asks for first, and the one that serves it here."""

    role: TextRole
    wanted: str
    family: str

    @property
    def as_wanted(self) -> bool:
        """Whether the first choice is installed."""
        return self.wanted == self.family


@dataclass(frozen=True, slots=True)
class Face:
    """A font ready for use: all lengths in units; text stands in the middle of its lines."""

    font: QFont
    line: float
    em: float
    ascent: float
    descent: float


class Faces:
    """The faces of one print style, made as they are asked for."""

    def __init__(self, style: PrintStyle) -> None:
        self._fonts = style.fonts
        self._made: dict[tuple[TextRole, float], Face] = {}

    def face(self, role: TextRole, factor: float = 1.0) -> Face:
        """Return the face of a role, its size and lines multiplied by a factor."""
        key = role, factor
        if key not in self._made:
            self._made[key] = _face(self._fonts[role], factor)
        return self._made[key]

    def served(self) -> Sequence[Served]:
        """Return what serves each role, in the order of the roles."""
        return [
            Served(role, self._fonts[role].families[0], served_family(self._fonts[role].families))
            for role in self._fonts
        ]


def served_family(families: Sequence[str]) -> str:
    """Return the first family that is installed, else one that has Chinese characters."""
    return _served(tuple(families))


@cache
def _served(families: tuple[str, ...]) -> str:
    installed = {name.casefold(): name for name in QFontDatabase.families()}
    for family in (*families, *CHINESE_FAMILIES):
        if family.casefold() in installed or _known_by_other_name(family):
            return family
    return QFontInfo(QFont()).family()


def _known_by_other_name(family: str) -> bool:
    """Whether a family goes by a name in another language, as 仿宋 for FangSong."""
    return QFontInfo(QFont(family)).family().casefold() == family.casefold()


def _face(typeface: Typeface, factor: float) -> Face:
    family = served_family(typeface.families)
    em = round(typeface.size * factor * PER_POINT)
    font = QFont()
    font.setFamilies([family, *(name for name in CHINESE_FAMILIES if name != family)])
    font.setPixelSize(em)
    font.setBold(typeface.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if typeface.advance is not None:
        spacing = (typeface.advance - typeface.size) * factor * PER_POINT
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    metrics = QFontMetricsF(font)
    return Face(font, typeface.line * factor * PER_POINT, em, metrics.ascent(), metrics.descent())

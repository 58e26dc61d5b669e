"""Which font the window speaks in: one that has the Chinese characters and a fitting Latin beside them."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

# Best first; each draws Latin and Chinese in one hand, so a line of both keeps one height.
CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "MiSans",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "SimHei",
)
LEAST_POINT_SIZE = 10.0


def application_font(default: QFont, factor: float = 1.0) -> QFont:
    """The platform's font, installed Chinese families before it, at least ten points, times a factor."""
    installed = set(QFontDatabase.families())
    font = QFont(default)
    font.setFamilies([*(family for family in CHINESE_FAMILIES if family in installed), *default.families()])
    font.setPointSizeF(max(default.pointSizeF(), LEAST_POINT_SIZE) * factor)
    return font


def scaled_font(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A copy for headings and small print; bold where the family has one weight, or it would not show."""
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * factor)
    copy.setWeight(weight)
    if weight > QFont.Weight.Normal and not _has_heavier_face(QFontInfo(copy).family()):
        copy.setBold(True)
    return copy


def _has_heavier_face(family: str) -> bool:
    weights = (QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family))
    return any(weight > QFont.Weight.Normal for weight in weights)

"""The styles of a Word document, one for each role of text, so that a person can change them all at once.

Only `planner.office` imports it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from planner.app.words import Words
from planner.domain.marks import N_
from planner.office.word.markup import NAMESPACES, TWIPS_PER_POINT, attribute, colour
from planner.reports.blocks import TextRole
from planner.reports.print_style import PrintStyle, Typeface
from planner.reports.table_fit import FACTORS

MOST_LEVELS = 4

CHANGED = "ChangedNumber"
"""The style of a number that was another one when the sentence was written."""

NARROW = "Separator"
"""The style of the paragraph that Word wants after a table; as low as can be."""

PICTURE = "Picture"

STYLE_IDS: Mapping[TextRole, str] = {
    TextRole.COVER: "CoverTitle",
    TextRole.TITLE: "Title",
    TextRole.SUBTITLE: "Subtitle",
    TextRole.HEADING_1: "Heading1",
    TextRole.HEADING_2: "Heading2",
    TextRole.HEADING_3: "Heading3",
    TextRole.HEADING_4: "Heading4",
    TextRole.BODY: "BodyText",
    TextRole.ANNEX: "AnnexMark",
    TextRole.CAPTION: "Caption",
    TextRole.TABLE_HEADING: "TableHeading",
    TextRole.TABLE: "TableText",
    TextRole.LABEL: "TableLabel",
    TextRole.NOTE: "TableNote",
    TextRole.RUNNING: "Header",
    TextRole.PAGE_NUMBER: "PageNumberLine",
}

_KNOWN_NAMES: Mapping[TextRole, str] = {
    TextRole.TITLE: "Title",
    TextRole.SUBTITLE: "Subtitle",
    TextRole.HEADING_1: "heading 1",
    TextRole.HEADING_2: "heading 2",
    TextRole.HEADING_3: "heading 3",
    TextRole.HEADING_4: "heading 4",
    TextRole.BODY: "Body Text",
    TextRole.CAPTION: "caption",
    TextRole.RUNNING: "header",
}
"""Names that Word itself knows and shows in its own language."""

_OWN_NAMES: Mapping[TextRole, str] = {
    TextRole.COVER: N_("封面标题"),
    TextRole.ANNEX: N_("附件标记"),
    TextRole.TABLE_HEADING: N_("表头文字"),
    TextRole.TABLE: N_("表格文字"),
    TextRole.LABEL: N_("表格栏目"),
    TextRole.NOTE: N_("表下说明"),
    TextRole.PAGE_NUMBER: N_("页码"),
}

_SMALLER_NAMES: Mapping[TextRole, str] = {
    TextRole.TABLE_HEADING: N_("表头文字（{size}磅）"),
    TextRole.TABLE: N_("表格文字（{size}磅）"),
}
"""Styles of tables whose letters are made smaller."""

_CENTRE = '<w:jc w:val="center"/>'
_CENTRED = (TextRole.COVER, TextRole.TITLE, TextRole.SUBTITLE, TextRole.CAPTION, TextRole.TABLE_HEADING)
_KEPT = (TextRole.TITLE, TextRole.CAPTION, TextRole.ANNEX)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a style has besides its font; `after` is the space below in lines."""

    name: str
    level: int | None = None
    indent: float = 0.0
    centred: bool = False
    kept: bool = False
    after: float = 0.0


def styles_xml(style: PrintStyle, words: Words) -> str:
    """Return all styles."""
    return (
        f"<w:styles {NAMESPACES}>{_defaults(style, words.language)}"
        f"{''.join(_paragraph_styles(style, words))}{_special_styles(style, words)}</w:styles>"
    )


def fonts_xml(style: PrintStyle) -> str:
    """Return the table of fonts, with the families that stand in for a preferred one that is not there."""
    faces = {face.families[0]: face.families[1:] for face in style.fonts.values()}
    fonts = "".join(
        f'<w:font w:name="{attribute(name)}"><w:altName w:val="{attribute(",".join(others))}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, others in faces.items()
    )
    return f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def indent_xml(face: Typeface, characters: float) -> str:
    """Return the indent of a first line by some characters of a font."""
    points = characters * (face.advance or face.size)
    return f'<w:ind w:firstLineChars="{characters * 100:.0f}" w:firstLine="{points * TWIPS_PER_POINT:.0f}"/>'


def line_xml(face: Typeface, before: float = 0.0, after: float = 0.0) -> str:
    """Return the height of a font's lines, with space before and after in lines."""
    line = face.line * TWIPS_PER_POINT
    return (
        f'<w:spacing w:before="{before * line:.0f}" w:after="{after * line:.0f}"'
        f' w:line="{line:.0f}" w:lineRule="exact"/>'
    )


def _defaults(style: PrintStyle, language: str) -> str:
    looks = _looks(style.fonts[TextRole.BODY], style)
    east = 'w:eastAsia="zh-CN"'
    spoken = "zh-CN" if language == "zh" else "en-GB"
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{looks}<w:lang w:val="{spoken}" {east}/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )


def _paragraph_styles(style: PrintStyle, words: Words) -> Iterator[str]:
    for role in TextRole:
        name = _KNOWN_NAMES.get(role) or words(_OWN_NAMES[role])
        heading = STYLE_IDS[role].removeprefix("Heading")
        level = int(heading) - 1 if heading.isdigit() else None
        indented = role is TextRole.BODY or level is not None
        kind = _Kind(
            name,
            level,
            style.indent if indented else 0.0,
            role in _CENTRED,
            level is not None or role in _KEPT,
            0.5 if role is TextRole.TITLE else 0.0,
        )
        yield _style(STYLE_IDS[role], kind, style.fonts[role], style)
    for factor in FACTORS[1:]:
        for role, name in _SMALLER_NAMES.items():
            face = _smaller(style.fonts[role], factor)
            kind = _Kind(words(name).format(size=f"{face.size:g}"), centred=role in _CENTRED)
            yield _style(table_style(role, factor), kind, face, style)
    yield _style("Footer", _Kind("footer"), style.fonts[TextRole.RUNNING], style)
    for level in range(1, MOST_LEVELS + 1):
        yield _style(contents_style(level), _Kind(f"toc {level}"), style.fonts[TextRole.BODY], style)


def table_style(role: TextRole, factor: float) -> str:
    """Return the style of a table's texts that are made smaller by one of `FACTORS`."""
    place = FACTORS.index(factor)
    return f"{STYLE_IDS[role]}{place + 1 if place else ''}"


def _smaller(face: Typeface, factor: float) -> Typeface:
    return replace(face, size=face.size * factor, line=face.line * factor)


def contents_style(level: int) -> str:
    """Return the style of an entry of the contents, by the heading's level."""
    return f"TOC{level}"


def _style(style_id: str, kind: _Kind, face: Typeface, style: PrintStyle) -> str:
    level = f'<w:outlineLvl w:val="{kind.level}"/>' if kind.level is not None else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{attribute(kind.name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"<w:keepNext/>" if kind.kept else ""}'
        f"{line_xml(face, after=kind.after)}{indent_xml(face, kind.indent) if kind.indent else ''}"
        f"{_CENTRE if kind.centred else ''}{level}</w:pPr>"
        f"<w:rPr>{_looks(face, style)}</w:rPr></w:style>"
    )


def _looks(face: Typeface, style: PrintStyle) -> str:
    """Return a font for Latin and Chinese alike, in half points, its characters set as closely as it says."""
    name, east = attribute(face.families[0]), attribute(_chinese(face))
    closer = 0.0 if face.advance is None else face.advance - face.size
    spacing = f'<w:spacing w:val="{closer * TWIPS_PER_POINT:.0f}"/>' if closer else ""
    size = f"{face.size * 2:.0f}"
    return (
        f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{east}" w:cs="{name}" w:hint="eastAsia"/>'
        f"{'<w:b/>' if face.bold else ''}"
        f'<w:color w:val="{colour(style.colours.text)}"/>{spacing}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _chinese(face: Typeface) -> str:
    """Return the family for Chinese characters: the first with a Chinese name."""
    return next((family for family in face.families if not family.isascii()), face.families[0])


def _special_styles(style: PrintStyle, words: Words) -> str:
    changed, picture, narrow = words("变了的数字"), words("图片"), words("表后空行")
    return (
        f'<w:style w:type="character" w:styleId="{CHANGED}">'
        f'<w:name w:val="{attribute(changed)}"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{colour(style.colours.changed)}"/><w:u w:val="single"/></w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="{PICTURE}">'
        f'<w:name w:val="{attribute(picture)}"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="{NARROW}">'
        f'<w:name w:val="{attribute(narrow)}"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )

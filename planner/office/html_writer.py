"""Status sheets as one HTML file: whole in itself, plain text escaped, nothing loaded from anywhere."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from planner.office.files import replace_file
from planner.office.html_tables import form_html, light_html, table_html
from planner.office.svg import Palette, svg
from planner.reports.blocks import (
    Block,
    Contents,
    FormTable,
    Heading,
    LightMark,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Signature,
    Stress,
    TableBlock,
    TextRole,
)
from planner.reports.print_style import PrintStyle, Typeface
from planner.reports.table import Align

_INDENT = 1.5
"""How far each level of a list is moved in, in characters."""

_RULES = """
body { margin: 0; background: #fff; }
section { margin: 0 auto 12mm; overflow-wrap: anywhere; }
p, h1, h2, h3, h4, h5 { margin: 0; font-weight: normal; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 2mm 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td, th { padding: 1mm 1.5mm; vertical-align: middle; white-space: pre-line; }
figure { margin: 3mm auto; break-inside: avoid; }
figcaption, caption { text-align: center; break-after: avoid; }
.edges, .signature { display: flex; justify-content: space-between; }
.signature { margin-top: 8mm; }
.signature span { flex: 1; }
.break { break-before: page; }
.whole { display: flex; flex-direction: column; }
:not(.foot) + .foot { margin-top: auto; }
nav a { color: inherit; text-decoration: none; display: block; }
svg { width: 100%; height: auto; display: block; }
h1, h2, h3, h4, h5 { break-after: avoid; }
"""


def render(report: Report, path: Path, style: PrintStyle, palette: Palette) -> None:
    """Write a report as HTML; raises `SaveFailed`, with the old file whole."""
    replace_file(path, page(report, style, palette).encode("utf-8"))


def page(report: Report, style: PrintStyle, palette: Palette) -> str:
    """Return a report as the text of an HTML page."""
    writer = _Writer(report, style, palette)
    body = "\n".join(writer.section(number, part) for number, part in enumerate(report.sections))
    language = "zh-CN" if report.language == "zh" else report.language
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src'
        " 'unsafe-inline'\">\n"
        f"<title>{escape(report.title)}</title>\n<style>{_style_sheet(report, style)}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


class _Writer:
    """Writes the blocks of one report."""

    def __init__(self, report: Report, style: PrintStyle, palette: Palette) -> None:
        self._report = report
        self._style = style
        self._palette = palette
        self._width = 0.0

    def section(self, number: int, part: Section) -> str:
        """Return one section on its own page set-up."""
        self._width = part.setup.type_area[0]
        body = "\n".join(self._block(block) for block in part.blocks)
        whole = any(isinstance(block, Paragraph) and block.at_foot for block in part.blocks)
        looks = f"s{number} whole" if whole else f"s{number}"
        return f'<section class="{looks}">\n{body}\n</section>'

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, text, anchor):
                mark = f' id="{escape(anchor)}"' if anchor else ""
                return f'<h{level + 1} class="{block.role}"{mark}>{escape(text)}</h{level + 1}>'
            case Paragraph():
                return self._paragraph(block)
            case ListItem(runs, marker, level):
                looks = f'class="{TextRole.BODY}" style="margin-left:{(level + 1) * _INDENT:g}em"'
                return f"<p {looks}>{escape(marker)} {_runs(runs)}</p>"
            case TableBlock(table, caption):
                return table_html(table, caption, self._style, self._width)
            case _:
                return self._placed(block)

    def _placed(self, block: FormTable | LightMark | Picture | Signature | PageBreak | Contents) -> str:
        match block:
            case FormTable():
                return form_html(block, self._style)
            case LightMark():
                return light_html(block, self._style)
            case Picture(drawing, caption, width):
                size = f' style="width:{width:g}mm"' if width else ""
                below = f'<figcaption class="{TextRole.CAPTION}">{escape(caption)}</figcaption>'
                return f"<figure{size}>{svg(drawing, self._palette)}{below if caption else ''}</figure>"
            case Signature(fields):
                blanks = "".join(f"<span>{escape(field)}</span>" for field in fields)
                return f'<div class="signature {TextRole.TABLE}">{blanks}</div>'
            case Contents(title, depth):
                links = "".join(
                    f'<a href="#{escape(entry.anchor)}" style="margin-left:{2 * (entry.level - 1)}em">'
                    f"{escape(entry.text)}</a>"
                    for entry in self._report.headings(depth)
                )
                heading = f'<p class="{TextRole.TITLE}">{escape(title)}</p>'
                return f'{heading}<nav class="{TextRole.BODY}">{links}</nav>'
            case PageBreak():
                return '<div class="break"></div>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        rules = []
        if paragraph.indented:
            rules.append(f"text-indent:{self._style.indent:g}em")
        if paragraph.align is not Align.LEFT:
            rules.append(f"text-align:{paragraph.align}")
        if paragraph.space_before:
            rules.append(f"margin-top:{paragraph.space_before:g}lh")
        looks = f' style="{";".join(rules)}"' if rules else ""
        place = " foot" if paragraph.at_foot else ""
        return f'<p class="{paragraph.role}{place}"{looks}>{_runs(paragraph.runs)}</p>'


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text)
    match run.stress:
        case Stress.BOLD:
            return f"<b>{text}</b>"
        case Stress.CHANGED:
            return f'<u class="changed" title="{escape(run.now)}">{text}</u>'
        case _:
            return text


def _style_sheet(report: Report, style: PrintStyle) -> str:
    return "".join(
        (
            _RULES,
            "".join(f".{role} {{ {_font(face)} }}\n" for role, face in style.fonts.items()),
            f"body {{ color: {style.colours.text}; }}\n",
            f"td, th {{ border: 0.5pt solid {style.colours.border}; }}\n",
            f".changed {{ color: {style.colours.changed}; }}\n",
            f".{TextRole.TITLE} {{ text-align: center; }}\n",
            "".join(_pages(report)),
        )
    )


def _pages(report: Report) -> Iterator[str]:
    """Yield the paper of each section, for whoever prints the page from a browser."""
    for number, section in enumerate(report.sections):
        setup = section.setup
        width, height = setup.size
        edges = setup.margins
        margins = f"{edges.top:g}mm {edges.right:g}mm {edges.bottom:g}mm {edges.left:g}mm"
        running = f"{_running('top', setup.header)}{_running('bottom', setup.footer)}"
        yield f"@page s{number} {{ size: {width:g}mm {height:g}mm; margin: {margins}; {running}}}\n"
        yield f".s{number} {{ page: s{number}; max-width: {setup.type_area[0]:g}mm; }}\n"
        yield f".s{number}.whole {{ min-height: {setup.type_area[1]:g}mm; }}\n"


def _running(edge: str, text: str) -> str:
    """Return what stands in the middle of an edge of each page, its text as a style sheet quotes it."""
    if not text:
        return ""
    quoted = "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text)
    return f'@{edge}-center {{ content: "{quoted}"; }} '


def _font(face: Typeface) -> str:
    families = ", ".join(f"'{family}'" for family in face.families)
    weight = "bold" if face.bold else "normal"
    return f"font: {weight} {face.size:g}pt/{face.line:g}pt {families}, serif;"

"""What python-docx and LibreOffice read in the Word documents."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from planner import bootstrap
from planner.domain.items import Measure, Passage, Report
from planner.domain.lights import Light
from planner.office.docx_writer import DocxWriter
from planner.office.svg import Palette
from planner.reports.blocks import FormCell, FormTable, Heading, Section, TableBlock, joined
from planner.reports.blocks import Report as Sheet
from planner.reports.page_choices import PageChoices
from planner.reports.status.order import Order
from planner.reports.status.sheets import STATUS_SHEETS
from planner.reports.table import Role, cell_text
from tests.reports.sources import CHINESE, example_plan, plan_of
from tests.reports.status.sheets import STYLE, maker

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)


class Colours(dict):
    def __missing__(self, role):
        return "#123456"


WRITER = DocxWriter(
    STYLE,
    CHINESE,
    Palette(Colours(), dict.fromkeys(Light, "#123456")),
    lambda drawing, dots: DOT,
    lambda report: {heading.anchor: "7" for heading in report.headings()},
)


def opened(report: Sheet):
    return docx.Document(BytesIO(WRITER.document(report)))


def whole(key: str, plan=None) -> Sheet:
    sheets = maker(plan or example_plan())
    reports = [sheets.report(order) for order in sheets.orders(Order(key))[:3]]
    return reports[0] if len(reports) == 1 else joined(reports, "合订")


def shown_rows(block: TableBlock) -> list[list[str]]:
    """The texts of a table as a reader of merged cells sees them."""
    table = block.table
    above = {
        (row, span.column): span.first for span in table.spans for row in range(span.first, span.last + 1)
    }
    rows = []
    for number, row in enumerate(table.rows):
        if row.role is Role.BAND:
            rows.append([cell_text(row.cells[0])] * len(table.columns))
            continue
        cells = [
            (table.rows[above.get((number, place), number)].cells[place], column.type)
            for place, column in enumerate(table.columns)
        ]
        rows.append([cell_text(cell, kind) for cell, kind in cells])
    return rows


@pytest.mark.parametrize("key", [sheet.key for sheet in STATUS_SHEETS if sheet.key != "duban"])
def test_every_cell_of_every_table_can_be_read_back(key):
    report = whole(key)
    blocks = [block for block in report.blocks() if isinstance(block, TableBlock | FormTable)]
    tables = opened(report).tables
    assert len(tables) == len(blocks)
    for block, table in zip(blocks, tables, strict=True):
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if isinstance(block, TableBlock):
            heading = 2 if block.table.grouped else 1
            assert rows[heading:] == shown_rows(block)
            labels = [label.replace("\n", "") for label in rows[heading - 1]]
            assert labels == [column.label for column in block.table.columns]
        else:
            texts = [cell.text for row in block.rows for cell in row if cell.light is None]
            assert set(texts) <= {text for row in rows for text in row}


def test_headings_are_styles_and_tables_repeat_their_heading():
    document = opened(whole("report"))
    listed = [
        paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")
    ]
    assert listed == [heading.text for heading in whole("report").headings()]
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.xpath("./w:trPr/w:tblHeader")
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_every_style_names_a_font_for_chinese():
    for style in opened(whole("brief")).styles.element.xpath("./w:style[@w:type='paragraph']"):
        fonts = style.xpath("./w:rPr/w:rFonts/@w:eastAsia")
        assert fonts or style.get(docx.oxml.ns.qn("w:styleId")) in ("Normal", "Picture", "Separator")


def test_contents_lead_to_the_headings_with_their_pages():
    document = opened(whole("report"))
    marks = set(document.element.xpath("//w:bookmarkStart/@w:name"))
    links = document.element.xpath("//w:hyperlink/@w:anchor")
    assert links
    assert set(links) <= marks
    entries = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]
    assert all(entry.endswith("\t7") for entry in entries)


def test_sections_have_the_paper_of_the_report():
    report = whole("report")
    for section, made in zip(report.sections, opened(report).sections, strict=True):
        width, height = section.setup.size
        edges = section.setup.margins
        found = (made.page_width, made.page_height, made.left_margin, made.top_margin)
        assert [round(length.mm) for length in found] == [width, height, edges.left, edges.top]
        assert (made.orientation == 1) is section.setup.landscape


def test_issuer_and_day_stand_at_the_foot_of_the_cover():
    held = [
        paragraph.text
        for paragraph in opened(whole("report")).paragraphs
        if 'w:yAlign="bottom"' in paragraph._p.xml
    ]
    plan = example_plan()
    assert held[0] == plan.head.issuer
    assert len(held) == 2


def test_letters_are_as_large_as_chosen_in_word(tmp_path: Path):
    report = whole("progress")
    sizes = []
    for scale in (100, 150):
        path = tmp_path / f"{scale}.docx"
        bootstrap.render_report(PageChoices(scale=scale).report(report), path)
        sizes.append(docx.Document(str(path)).styles["Title"].font.size.pt)
    assert sizes == [22, 33]


def test_page_numbers_stand_at_the_outer_edge():
    section = opened(whole("bulletin")).sections[0]
    odd, even = section.footer, section.even_page_footer
    assert [paragraph.alignment for paragraph in odd.paragraphs][-1] == 2
    assert [paragraph.alignment for paragraph in even.paragraphs][-1] == 0
    assert odd._element.xpath(".//w:instrText")[0].text.strip() == "PAGE"


def test_a_file_says_nothing_of_its_maker():
    content = WRITER.document(whole("brief"))
    document = docx.Document(BytesIO(content))
    about = document.core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.title == whole("brief").title
    assert not any(
        name.startswith(("docProps/app", "docProps/thumb")) for name in ZipFile(BytesIO(content)).namelist()
    )


@pytest.mark.parametrize("title", ["<w:b/>&amp;", "\x00\x0b\ud800坏", "{{ x }}", "𠮷野"])
def test_any_text_is_text(title):
    plan = plan_of(
        Measure("m", title=title, content=title),
        Report("r", "m", date="2025-10-01", done="很长" * 1500),
        title=title,
    )
    kept = title.replace("\x00", "").replace("\x0b", "").replace("\ud800", "")
    document = opened(whole("measure", plan))
    assert kept in {cell.text for table in document.tables for row in table.rows for cell in row.cells}


def test_numbers_that_changed_carry_a_remark():
    written = Passage("p", report="brief", slot="summary", text="任务3项。", numbers='{"counted": "3"}')
    document = opened(whole("brief", plan_of(written, Measure("m", title="一"))))
    assert [comment.text for comment in document.comments] == ["→ 1"]
    runs = [
        run
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.style.style_id == "ChangedNumber"
    ]
    assert [run.text for run in runs] == ["3"]


def test_cells_that_hang_down_leave_their_places():
    rows = (
        (FormCell("甲", rows=2), FormCell("乙"), FormCell("丙", rows=3)),
        (FormCell("丁"),),
        (FormCell("戊", columns=2),),
    )
    section = Section(STYLE.setup("form"), (Heading(0, "表"), FormTable((1.0, 1.0, 1.0), rows)))
    table = opened(Sheet("measure", "表", "zh", (section,))).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["甲", "乙", "丙"],
        ["甲", "丁", "丙"],
        ["戊", "戊", "丙"],
    ]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_text(tmp_path: Path):
    report = whole("bulletin")
    file = tmp_path / "sheet.docx"
    WRITER.render(report, file)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [
        str(SOFFICE),
        "--headless",
        profile,
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        tmp_path,
        file,
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=240)
    text = (tmp_path / "sheet.txt").read_text("utf-8-sig")
    for block in report.blocks():
        if isinstance(block, TableBlock):
            assert all(cell in text for row in shown_rows(block) for cell in row)
        elif isinstance(block, Heading):
            assert block.text in text

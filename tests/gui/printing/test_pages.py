"""What stands on which page, read back from the PDF."""

from dataclasses import replace

import pytest

from planner import bootstrap
from planner.gui.printing.pages import pages_of
from planner.reports.blocks import (
    Contents,
    FormCell,
    FormTable,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Section,
    Signature,
    TableBlock,
)
from planner.reports.drawing import Box, Drawing, Fill, Rectangle
from planner.reports.paper import NumberStyle, Paper
from planner.reports.table import Column, Page, Row, Span, Table
from tests.reports.status.sheets import STYLE

PAGE = Page(False, 20, 20, 20, 20)


def laid_out(*sections):
    report = Report("brief", "标题", "zh", sections)
    return pages_of(report, STYLE, bootstrap.RESOURCES, bootstrap.words_for("zh"))


def lines(count, text="正文一行"):
    return [Paragraph.plain(f"{text}{number}。") for number in range(1, count + 1)]


def table(rows, columns=("序号", "任务", "说明"), spans=(), **changes):
    made = [Row(tuple(cells)) for cells in rows]
    heads = tuple(Column(name, name, 10) for name in columns)
    return Table("表", "表", heads, tuple(made), PAGE, spans, **changes)


def numbered(count, note="说明文字"):
    return [(number, f"任务{number}号", note) for number in range(1, count + 1)]


def test_a_heading_stays_with_what_follows(paged, texts):
    for count in range(18, 26):
        pages = texts(paged(*lines(count), Heading(1, "末尾的标题"), *lines(3, "后文")))
        page = next(text for text in pages if "末尾的标题" in text)
        assert "后文1" in page


def test_no_single_line_of_a_paragraph_stands_alone(paged, texts):
    long = Paragraph.plain("甲" * 80 + "末")
    for count in range(15, 27):
        pages = texts(paged(*lines(count), long))
        shares = [text.count("甲") for text in pages if "甲" in text]
        assert sum(shares) == 80
        assert min(shares) >= 28


def test_row_30_rows_are_whole_and_their_heading_stands_on_each_page(paged, texts):
    long = "一段需要折成好几行的说明，" * 4
    pages = texts(paged(TableBlock(table(numbered(40, long)), "表的题目")))
    assert len(pages) > 3
    assert "表的题目" in pages[0]
    assert not any("表的题目" in text for text in pages[1:])
    for text in pages:
        assert all(label in text for label in ("序号", "任务", "说明"))
        assert text.count(long) == text.count("号一段")
    for number in range(1, 41):
        assert sum(f"任务{number}号" in text for text in pages) == 1


def test_the_heading_in_two_rows_is_repeated_whole(paged, texts):
    columns = (
        Column("a", "任务", 20),
        Column("b", "计划", 10, group="完成比例"),
        Column("c", "实际", 10, group="完成比例"),
    )
    rows = tuple(Row((f"任务{number}", "1", "2")) for number in range(60))
    pages = texts(paged(TableBlock(Table("表", "表", columns, rows, PAGE))))
    assert len(pages) > 1
    for text in pages:
        assert all(part in text for part in ("完成比例", "计划", "实际"))


def test_a_merged_cell_is_read_on_each_of_its_pages(paged, texts):
    block = TableBlock(table(numbered(60), spans=(Span(2, 0, 59),)))
    pages = texts(paged(block))
    assert len(pages) > 1
    assert all(text.count("说明文字") == 1 for text in pages)


def test_a_merged_text_that_is_long_has_the_rows_that_it_needs(paged, texts):
    long = "很长的合并单元格文字" * 12
    rows = [(1, "甲", long), (2, "乙", long), (3, "丙", "短")]
    pages = texts(paged(TableBlock(table(rows, spans=(Span(2, 0, 1),)))))
    assert "".join(pages).count(long) == 1


def test_row_28_a_text_longer_than_a_page_is_split_and_nothing_of_it_is_lost(paged, texts):
    note = "甲" * 1500 + "乙" * 1500 + "丙" * 500
    pages = texts(paged(*lines(3), TableBlock(table([(1, "任务", note), (2, "下一项", "短")]))))
    assert len(pages) > 2
    whole = "".join(pages)
    assert [whole.count(letter) for letter in "甲乙丙"] == [1500, 1500, 500]
    assert whole.index("甲") < whole.index("乙") < whole.index("丙") < whole.index("下一项")
    assert all("序号" in text for text in pages)


def test_a_form_is_split_only_where_a_row_is_higher_than_a_page(paged, texts):
    long = "长" * 2500
    form = FormTable((1, 3), ((FormCell("名称", is_label=True), FormCell(long)),))
    pages = texts(paged(form))
    assert len(pages) > 1
    assert sum(text.count("长") for text in pages) == 2500


def test_a_form_that_is_a_little_too_high_gives_less_room_for_writing(paged, texts):
    rows = tuple((FormCell(f"栏目{n}", is_label=True), FormCell("", height=30)) for n in range(9))
    assert len(texts(paged(FormTable((1, 3), rows)))) == 1


def test_few_rows_stay_together_and_many_do_not_leave_one_alone(paged, texts):
    for count in range(14, 24):
        pages = texts(paged(*lines(count), TableBlock(table(numbered(4)))))
        assert sum("任务1号" in text for text in pages) == 1
        assert next(text for text in pages if "任务1号" in text).count("号说明") == 4
    for count in range(20, 60):
        pages = texts(paged(TableBlock(table(numbered(count)))))
        assert pages[-1].count("号说明") != 1


def test_the_first_row_of_many_is_not_left_alone_with_the_heading(paged, texts):
    for count in range(14, 23):
        pages = texts(paged(*lines(count), TableBlock(table(numbered(20)), "表的题目")))
        assert "任务2号" in next(text for text in pages if "表的题目" in text)


def test_what_signs_off_stands_with_the_text(paged, texts):
    for count in range(17, 27):
        pages = texts(paged(*lines(count), Signature(("填报人：", "审核人："))))
        assert f"正文一行{count}" in next(text for text in pages if "填报人" in text)


@pytest.mark.parametrize("title", ["计划", "很长的计划名称" * 8])
def test_what_stands_at_the_foot_of_a_cover_ends_where_the_type_area_does(paged, word_boxes, title):
    cover = [replace(Paragraph.plain(text), at_foot=True) for text in ("编制单位", "二〇二六年")]
    pages = paged(Paragraph.plain(title), *cover, kind="portrait", numbered=False)
    ((*_above, issuer, day),) = word_boxes(pages)
    page = pages.pages[0]
    foot = page.size[1] - page.setup.margins.bottom
    assert foot - 8 < day[3] < foot
    assert foot - 18 < issuer[3] < day[1]


def test_row_28_no_page_is_empty(paged, texts):
    pages = texts(paged(PageBreak(), *lines(2), PageBreak(), PageBreak(), *lines(1, "第二页"), PageBreak()))
    assert len(pages) == 2
    assert all(pages)
    exact = texts(paged(*lines(21)))
    assert all(exact)


def test_an_empty_report_is_one_blank_page(paged):
    assert len(paged()) == 1


def test_contents_tell_the_pages_of_the_headings(paged, texts):
    blocks = [Contents("目录")]
    for part in ("甲", "乙", "丙"):
        blocks += [PageBreak(), Heading(1, f"{part}部分", anchor=part), *lines(25)]
    pages = texts(paged(*blocks))
    for part in ("甲", "乙", "丙"):
        where = next(n for n, text in enumerate(pages, 1) if n > 1 and f"{part}部分" in text)
        assert f"{part}部分" in pages[0]
        assert f"{where}" in pages[0].split(f"{part}部分")[1].split("部分")[0]


def test_a_sheet_for_one_page_is_made_smaller(paged, texts):
    assert len(texts(paged(TableBlock(table(numbered(45)))))) > 1
    assert len(texts(paged(TableBlock(table(numbered(45), single_page=True))))) == 1


def test_a_picture_is_no_higher_than_the_page_and_keeps_its_caption(paged, texts):
    high = Drawing("高", 100, 900, (Rectangle(Box(0, 0, 100, 900), Fill("accent")),))
    pages = texts(paged(*lines(12), Picture(high, "图的说明")))
    assert sum("图的说明" in text for text in pages) == 1
    assert len(pages) == 2


@pytest.mark.parametrize("paper", [Paper.A3, Paper.A2, Paper.A1, Paper.A0])
def test_a_poster_fills_one_sheet_of_any_size(paged, paper):
    drawing = Drawing("图", 200, 100, (Rectangle(Box(0, 0, 200, 100), Fill("accent")),))
    pages = paged(Picture(drawing), kind="poster", landscape=True, paper=paper, poster=True)
    assert len(pages) == 1
    assert pages.size(0) == tuple(reversed(paper.size))


def test_what_looks_like_markup_or_cannot_be_printed_is_plain_text(paged, texts):
    nasty = "<b>加粗</b><img src='file:///etc/passwd'>&amp;\x00\x07😀末"
    (text,) = texts(paged(Heading(0, nasty), Paragraph.plain(nasty), TableBlock(table([(1, nasty, nasty)]))))
    assert text.count("<b>加粗</b>") == 4
    assert text.count("末") == 4


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("landscape", [False, True])
def test_numbers_stand_outside_on_odd_and_even_pages(paged, word_boxes, number, landscape):
    pages = paged(*lines(60), kind="landscape" if landscape else "portrait", landscape=landscape)
    setup = pages.pages[0].setup
    left, _top, right, bottom, _ = next(
        box for box in word_boxes(pages)[number - 1] if box[4].startswith("—") or box[4] == str(number)
    )
    width, height = setup.size
    assert height - setup.margins.bottom < bottom < height - 5
    if number % 2:
        assert width - setup.margins.right - 25 < left < width - setup.margins.right
    else:
        assert setup.margins.left < right < setup.margins.left + 25


@pytest.mark.parametrize("number", [1, 2])
def test_a_bound_landscape_sheet_has_its_number_at_the_left(word_boxes, number):
    setup = replace(STYLE.setup("landscape", landscape=True), bound=True)
    pages = laid_out(Section(setup, tuple(lines(60))))
    found = [box for box in word_boxes(pages)[number - 1] if box[2] < setup.margins.left]
    assert found
    middle = (found[0][1] + found[0][3]) / 2
    assert (middle > setup.size[1] / 2) == (number == 1)


def test_row_30_pages_are_counted_of_how_many(texts):
    setup = replace(STYLE.setup("form"), numbers=NumberStyle.OF_TOTAL)
    pages = texts(laid_out(Section(setup, tuple(lines(60)))))
    assert [f"第{number}页共{len(pages)}页" in text for number, text in enumerate(pages, 1)] == [True] * 3


def test_header_and_footer_run_along(texts):
    setup = replace(STYLE.setup("form"), header="内部资料", footer="科创办")
    pages = texts(laid_out(Section(setup, tuple(lines(30)))))
    assert all("内部资料" in text and "科创办" in text for text in pages)

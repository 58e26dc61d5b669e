"""What is added to a painted PDF: bookmarks, properties, characters as people type them."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from planner.app.plan_store import SaveFailed
from planner.office.pdf_file import finished, write_pdf
from planner.reports.painted import Bookmark, PaintedPdf


def painted(pages=3, bookmarks=(), names=b""):
    """Return a PDF whose font says which characters its glyphs are."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(595, 842)
        stream = StreamObject()
        stream.set_data(names)
        font = DictionaryObject({NameObject("/ToUnicode"): writer._add_object(stream)})
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.metadata = {"/Title": "旧题", "/Author": "张三", "/Keywords": "/home/zhang"}
    content = BytesIO()
    writer.write(content)
    return PaintedPdf(content.getvalue(), "新的题目", "zh", bookmarks)


def read(made):
    return PdfReader(BytesIO(finished(made)))


def names_of(reader, page=0):
    font = reader.pages[page]["/Resources"]["/Font"]["/F1"]
    return font["/ToUnicode"].get_data()


def test_properties_tell_the_title_and_nothing_private():
    reader = read(painted())
    assert reader.metadata.title == "新的题目"
    assert set(reader.metadata) <= {"/Title", "/Creator", "/Producer"}
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert "/Metadata" not in reader.trailer["/Root"]


def test_radicals_blanks_and_twins_are_named_as_people_type_them():
    typed = names_of(read(painted(names=b"<0001> <0005> [<2F2F> <0009> <2EC5> <F9D1> <4F5C>]")))
    assert typed == b"<0001> <0005> [<5DE5> <0020> <89C1> <516D> <4F5C>]"


def test_codes_of_glyphs_stay_as_they_are():
    assert names_of(read(painted(names=b"<2F2F> <2F30> <4E00>"))) == b"<2F2F> <2F30> <4E00>"


def test_bookmarks_follow_the_headings():
    marks = (
        Bookmark("报告", 0, 0, 10),
        Bookmark("一、", 1, 0, 100),
        Bookmark("（一）", 2, 1, 50),
        Bookmark("二、", 1, 2, 20),
        Bookmark("不列", 1, 2, 60, listed=False),
    )
    reader = read(painted(bookmarks=marks))
    first, inside, second = reader.outline
    assert [first.title, inside[0].title, second.title] == ["一、", "（一）", "二、"]
    assert [reader.get_destination_page_number(entry) for entry in (first, inside[0], second)] == [0, 1, 2]
    assert first.top == pytest.approx(742)


def test_titles_stand_among_the_bookmarks_where_there_are_several():
    marks = (Bookmark("甲单位", 0, 0, 0), Bookmark("一、", 1, 0, 9), Bookmark("乙单位", 0, 1, 0))
    first, inside, second = read(painted(bookmarks=marks)).outline
    assert [first.title, inside[0].title, second.title] == ["甲单位", "一、", "乙单位"]


def test_a_file_that_can_t_be_written_is_said(tmp_path):
    with pytest.raises(SaveFailed):
        write_pdf(painted(), tmp_path / "没有" / "x.pdf")
    assert not list(tmp_path.iterdir())

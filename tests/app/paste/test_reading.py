from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.paste.columns import Columns, column_choices
from planner.app.paste.outcome import Misfit, Reason, misfit_sentence, remark_sentence
from planner.app.paste.reading import read_grid, read_rows
from planner.app.paste.rows import Remark
from planner.app.words import Words
from tests.plans import small_plan


def read(text, html="", **options):
    return read_rows(small_plan(), read_grid(text, html), **options)


def shape(pasted):
    return ["-" * row.depth + row.title for row in pasted.rows]


WORD = """上海行动方案
一、夯实创新根基
（一）加强立法保障。健全法规体系。（责任单位：市科委、市教委；完成时限：2025年底前）
1. 修订条例（市科委牵头，市教委配合）
2.起草细则
牵头单位：市科委 配合单位：市教委、市财政局
（二）优化营商环境
二、打牢基础
1．建设平台。
"""


def test_numbered_paragraphs_of_a_word_document_are_the_levels():
    pasted = read(WORD)
    assert shape(pasted) == [
        "夯实创新根基",
        "-加强立法保障",
        "--修订条例",
        "--起草细则",
        "-优化营商环境",
        "打牢基础",
        "-建设平台",
    ]
    assert pasted.remarks == (Remark.ROWS_SKIPPED,)


def test_units_and_deadlines_in_the_text_become_fields():
    rows = read(WORD).rows
    assert rows[1].values == {
        "title": "加强立法保障",
        "content": "健全法规体系。",
        "undivided": "市科委、市教委",
        "due": "2025年底前",
    }
    assert rows[2].values == {"title": "修订条例", "lead": "市科委", "supporting": "市教委"}
    assert rows[3].values["supporting"] == "市教委、市财政局"
    assert rows[3].remarks == (Remark.DUTY_READ,)


def test_duties_that_are_divided_among_units_are_held_as_written():
    row = read("建设平台（市科委、市教委按职责分工负责）").rows[0]
    assert row.values == {"title": "建设平台", "undivided": "市科委、市教委", "duty": "按职责分工负责"}


def test_words_own_list_numbers_are_parted_by_a_tab():
    assert shape(read("一、\t筑基\n（一）\t立法\n1.\t修订")) == ["筑基", "-立法", "--修订"]


@pytest.mark.parametrize(
    "text", ["甲\n\t乙\n\t\t丙\n\t丁\n戊", "甲\n　乙\n　　丙\n　丁\n戊", "甲\n  乙\n     丙\n  丁\n戊"]
)
def test_indentation_is_the_level(text):
    assert shape(read(text)) == ["甲", "-乙", "--丙", "-丁", "戊"]


@pytest.mark.parametrize(
    "numbers", [("1", "1.1", "1.1.1", "2"), ("一", "（一）", "1", "二"), ("一、", "（一）", "1.", "二、")]
)
def test_a_column_of_numbers_is_the_level(numbers):
    text = "\n".join(f"{number}\t举措{place}\t2025年底前" for place, number in enumerate(numbers))
    pasted = read(text)
    assert shape(pasted) == ["举措0", "-举措1", "--举措2", "举措3"]
    assert pasted.rows[0].values["due"] == "2025年底前"


OFFICIAL = """<table>
<tr><td colspan=7>任务分解表</td></tr>
<tr><td>序号<td>框架层<td>要素或举措<td>重点任务<td>牵头单位<td>完成时限<td>形象进度</tr>
<tr><td>1<td rowspan=3>筑基<td rowspan=2>立法<td>修订<td rowspan=2>市科委<td>2025年底前<td>快</tr>
<tr><td>2<td>起草<td>每季度<td></tr>
<tr><td>3<td>环境<td>优化<td>市教委<td>长期坚持<td></tr>
<tr><td>4<td>垒台<td>平台<td rowspan=2>建设<td>市科委<td>2025年<td></tr>
<tr><td><td><td><td>市财政局<td><td></tr>
</table>"""


def test_the_official_table_with_merged_cells():
    pasted = read("", OFFICIAL)
    assert shape(pasted) == [
        "筑基",
        "-立法",
        "--修订",
        "--起草",
        "-环境",
        "--优化",
        "垒台",
        "-平台",
        "--建设",
    ]
    assert [row.framework for row in pasted.rows[:4]] == [True, True, False, False]
    assert pasted.rows[3].values == {"title": "起草", "lead": "市科委", "due": "每季度"}
    assert pasted.unknown == ("形象进度",)


def test_a_row_beside_a_merged_title_continues_the_row_above():
    last = read("", OFFICIAL).rows[-1]
    assert last.values["lead"] == "市科委\n市财政局"
    assert last.remarks == (Remark.CONTINUED,)


DUTIES = """<table>
<tr><td>工作事项<td>工作节点<td>完成形式<td>牵头单位<td>完成时限</tr>
<tr><td rowspan=2>修订条例<td>形成草案<td>草案<td rowspan=2>市科委<td>2025年6月</tr>
<tr><td>审议通过<td>条例<td>2025年底前</tr>
<tr><td>优化服务<td><td><td>市教委<td>每季度</tr>
</table>"""


def test_a_list_of_duties_gives_milestones():
    first, second = read("", DUTIES).rows
    assert first.milestones == (
        {"title": "形成草案", "deliverable": "草案", "due": "2025年6月"},
        {"title": "审议通过", "deliverable": "条例", "due": "2025年底前"},
    )
    assert first.values == {"title": "修订条例", "lead": "市科委", "due": "2025年底前"}
    assert second.milestones == ()


def test_without_milestones_a_deliverable_is_the_criterion():
    assert read("任务\t成果形式\n甲\t报告").rows[0].values == {"title": "甲", "criterion": "报告"}


def test_two_rows_of_headings():
    html = (
        "<table><tr><td rowspan=2>任务<td colspan=2>责任单位<td rowspan=2>时限</tr>"
        "<tr><td>牵头单位<td>配合单位</tr><tr><td>甲<td>市科委<td>市教委<td>2025年</tr></table>"
    )
    assert read("", html).rows[0].values == {
        "title": "甲",
        "lead": "市科委",
        "supporting": "市教委",
        "due": "2025年",
    }


def test_english_headings():
    pasted = read("No.\tMeasure\tLead unit\tDeadline\n1\tRevise\tA\t2025")
    assert pasted.rows[0].values == {"title": "Revise", "lead": "A", "due": "2025"}


def test_section_rows_stand_above_the_numbers():
    pasted = read("序号\t任务\t时限\n一、筑基\t\t\n1\t甲\t2025年\n2\t乙\t\n二、垒台\t\t\n3\t丙\t")
    assert shape(pasted) == ["筑基", "-甲", "-乙", "垒台", "-丙"]


def test_units_of_the_register_are_known_without_a_heading():
    pasted = read("甲\t市科委\t市教委\n乙\t市教委\t")
    assert pasted.rows[0].values == {"title": "甲", "lead": "市科委", "supporting": "市教委"}


def test_a_person_may_say_what_the_columns_hold():
    pasted = read("2025\t甲", columns=Columns(("", "title")))
    assert pasted.rows[0].values == {"title": "甲"}


def test_what_no_file_can_hold_is_left_out():
    assert read("甲\x00\ud800乙\u2028丙").rows[0].title == "甲乙 丙"


SIGNS = st.sampled_from(
    [
        *"一二（）()1.2、①甲乙：；",
        "\t",
        "\n",
        '"',
        " ",
        "　",
        "牵头单位：",
        "任务",
        "时限",
        "2025年",
        "市科委",
    ]
)


@given(st.one_of(st.text(), st.lists(SIGNS).map("".join)))
def test_any_text_is_read_and_no_row_is_deeper_than_one_below_the_one_before(text):
    depths = [row.depth for row in read(text).rows]
    assert all(below <= above + 1 for above, below in zip([-1, *depths], depths, strict=False))


def test_columns_can_be_chosen_by_name_and_all_remarks_are_worded():
    words = Words("zh", Path("resources/locale"))
    choices = column_choices(small_plan(), words)
    assert [choices[key] for key in ("", "layer", "lead")] == ["不粘贴", "框架层", "牵头单位"]
    assert "light" not in choices
    assert all(remark_sentence(words, remark) for remark in Remark)
    assert all(misfit_sentence(words, Misfit(0, "due", "甲", reason)) for reason in Reason)

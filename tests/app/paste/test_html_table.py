from hypothesis import given
from hypothesis import strategies as st

from planner.app.paste.html_table import read_html_table


def rows(html):
    read = read_html_table(html)
    return None if read is None else read.rows


def test_a_text_without_a_table_is_none():
    assert rows("<p>甲</p>") is None


def test_cells_line_breaks_and_entities():
    html = (
        "<table><tr><td>甲&amp;乙<br>丙</td><td>&lt;丁&gt;</td></tr><tr><td><p>一</p><p>二</p></td></table>"
    )
    assert rows(html) == (("甲&乙\n丙", "<丁>"), ("一\n二", ""))


def test_a_cell_merged_downwards_repeats_and_is_known_as_covered():
    html = "<table><tr><td rowspan=2>筑基</td><td>甲</td></tr><tr><td>乙</td></tr></table>"
    read = read_html_table(html)
    assert read.rows == (("筑基", "甲"), ("筑基", "乙"))
    assert read.covered == {(1, 0)}


def test_a_cell_merged_to_the_right_leaves_the_others_empty():
    html = "<table><tr><td colspan=2>标题</td><td>丙</td></tr><tr><td>甲<td>乙<td>丙</table>"
    assert rows(html) == (("标题", "", "丙"), ("甲", "乙", "丙"))


def test_merges_never_reach_beyond_the_rows_that_are_there():
    assert rows("<table><tr><td rowspan=99999 colspan=x>甲</td></tr></table>") == (("甲",),)


def test_excels_indentation_is_kept():
    html = (
        "<style>.xl65 {mso-char-indent-count:2;}</style><table>"
        "<tr><td class=xl65>甲</td></tr><tr><td style='mso-char-indent-count:1'>乙</td></tr></table>"
    )
    assert rows(html) == (("　　甲",), ("　乙",))


def test_a_line_of_source_that_breaks_within_chinese_adds_no_space():
    assert rows("<table><tr><td>创新\r\n  中心</td><td>R&amp;D\n spending</td></tr></table>") == (
        ("创新中心", "R&D spending"),
    )


def test_only_the_first_table_is_read_and_one_inside_becomes_lines():
    html = "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td></tr></table><table><tr><td>丙</table>"
    assert rows(html) == (("甲\n乙",),)


PIECES = [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<td rowspan=3>",
    "<th colspan=2>",
    "</td>",
    "甲",
    "<br>",
    "<",
    "&",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_html_is_read(pieces):
    read = read_html_table("".join(pieces))
    assert read is None or len({len(row) for row in read.rows}) <= 1

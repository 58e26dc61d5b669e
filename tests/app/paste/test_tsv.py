import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.paste import grid
from planner.app.paste.tsv import read_tsv, write_tsv
from planner.domain.errors import Refusal, Refused


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", (("",),)),
        ("甲\t乙\r\n丙\t丁\r\n", (("甲", "乙"), ("丙", "丁"))),
        ('"第一行\n第二行"\t乙', (("第一行\n第二行", "乙"),)),
        ('"他说""好""\n再说"\t乙', (('他说"好"\n再说', "乙"),)),
        ('"甲\t乙"\t丙', (("甲\t乙", "丙"),)),
        ('说"好"话\t乙', (('说"好"话', "乙"),)),
        ('"创新"\t乙', (('"创新"', "乙"),)),
        ('"甲"和"乙"\t丙', (('"甲"和"乙"', "丙"),)),
        ('"没有结束\t乙', (('"没有结束', "乙"),)),
        ("甲\n乙\t丙", (("甲", ""), ("乙", "丙"))),
        ("甲\n\n\n", (("甲",),)),
    ],
)
def test_cells_are_read_as_excel_puts_them(text, rows):
    """Conventions, row 43: quotes and line breaks in cells are kept."""
    assert read_tsv(text).rows == rows or (text == "" and read_tsv(text).rows == ())


CELLS = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1))
def test_what_is_written_is_read_again(rows):
    rows = [*rows, ["end", "end"]]
    assert read_tsv(write_tsv(rows)).rows == tuple(map(tuple, rows))


@given(st.text())
def test_any_text_is_a_grid(text):
    rows = read_tsv(text).rows
    assert len({len(row) for row in rows}) <= 1


def test_more_than_a_person_means_is_refused():
    with pytest.raises(Refused) as refused:
        read_tsv("甲\n" * (grid.MAX_ROWS + 1))
    assert refused.value.code is Refusal.TOO_MUCH

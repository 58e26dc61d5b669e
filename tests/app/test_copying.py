from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.cells import Cells
from planner.app.commands.structure import Spot
from planner.app.copying import copy_cells, copy_items
from planner.app.derived import Derived
from planner.app.paste.html_table import read_html_table
from planner.app.paste.items import paste_items
from planner.app.paste.tsv import read_tsv
from planner.app.words import Words
from planner.domain.changes import SetField, apply
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Link, Measure, PlanHead, Unit
from planner.domain.plan import Plan
from tests.app.steps import after, outline
from tests.plans import counting_ids, small_plan

WORDS = Words("zh", Path("resources/locale"))


def copied(ids, keys, plan=None, headings=None):
    plan = plan or small_plan()
    return copy_cells(plan, Cells(plan, Derived(plan, date(2025, 11, 30)), WORDS), ids, keys, headings)


def test_rows_become_cells_under_their_labels():
    """Conventions, row 42: copy offers text and a table."""
    copy = copied(["m1", "m2"], ["title", "lead", "due"], headings=WORDS)
    assert read_tsv(copy.tsv).rows == (
        ("标题", "牵头单位", "完成时限"),
        ("修订条例", "市科委", "2025年底前"),
        ("优化服务", "", "每季度"),
    )
    assert read_html_table(copy.html).rows == read_tsv(copy.tsv).rows


def test_numbers_and_dates_are_typed_and_words_are_text():
    """Conventions, row 42: numbers and dates arrive typed."""
    plan = small_plan()
    apply(plan, [SetField("m1", "weight", None, 2.5), SetField("m1", "status_date", "", "2025-06-30")])
    html = copied(["m1"], ["weight", "status_date", "title"], plan).html
    assert 'x:num="2.5"' in html
    assert 'x:num="45838"' in html
    assert r'mso-number-format:"\@"' in html


def test_a_progress_is_a_percentage():
    assert 'x:num="0.4"' in copied(["m1a"], ["progress"]).html


def test_levels_are_indents_in_the_table():
    html = copied(["m1", "m1a"], ["title"]).html
    assert "mso-char-indent-count:1" in html
    assert read_html_table(html).rows == (("修订条例",), ("　起草",))


TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")).map(str.strip)


@given(st.lists(TITLES, min_size=2, max_size=4))
def test_what_is_copied_as_text_is_pasted_as_it_was(titles):
    plan = Plan(
        [PlanHead("plan"), *(Measure(f"m{n}", "", f"A{n}1", title=title) for n, title in enumerate(titles))]
    )
    copy = copied([*plan.of(Measure)], ["title", "due"], plan)
    rows = read_tsv(copy.tsv).rows
    assert [row[0] for row in rows] + [""] * (len(titles) - len(rows)) == titles


@given(st.text(st.sampled_from("<>&\"'甲 \n=")).map(str.strip))
def test_markup_in_a_text_stays_text(title):
    plan = Plan([PlanHead("plan"), Measure("m", "", "A", title=title), Measure("n", "", "B", title="x")])
    read = read_html_table(copied(["m", "n"], ["title", "notes"], plan).html)
    assert " ".join(read.rows[0][0].split()) == " ".join(title.split())


def test_items_come_with_all_that_belongs_to_them():
    pasting = paste_items(
        small_plan(), copy_items(small_plan(), ["m1", "m1a"]), Spot("component-2"), counting_ids()
    )
    plan = after(small_plan(), pasting.change_set)
    assert outline(plan, "component-2") == ["开放数据", "修订条例", "-起草", "-审议"]
    (top,) = pasting.tops
    assert [link.target for link in plan.children(top, Link)] == ["u1", "u2", "i1"]
    assert len(plan) == len(small_plan()) + 8
    assert pasting.lost == ()


def test_links_between_copies_lead_to_the_copies():
    plan = Plan([*small_plan().items(), Link("k9", "m2", "A", relation="after", target="m1")])
    pasting = paste_items(plan, copy_items(plan, ["m1", "m2"]), Spot("component-2"), counting_ids())
    changed = after(plan, pasting.change_set)
    first, second = pasting.tops
    assert changed.targets(second, "after") == [first]


def test_in_another_plan_units_are_found_by_name_and_the_rest_is_told():
    other = Plan([PlanHead("plan"), Unit("x", "", "A", title="市科委", short_names=("科委",))])
    pasting = paste_items(other, copy_items(small_plan(), ["m1"]), Spot(), counting_ids())
    plan = after(other, pasting.change_set)
    assert plan.targets(pasting.tops[0], "unit") == ["x"]
    assert pasting.lost == ("上海市教育委员会", "研发投入强度")


def test_rows_that_cannot_stand_there_are_refused():
    data = copy_items(small_plan(), ["layer-1"])
    with pytest.raises(Refused) as refused:
        paste_items(small_plan(), data, Spot("component-1"), counting_ids())
    assert refused.value.code is Refusal.WRONG_PARENT


@pytest.mark.parametrize("data", ["", "{}", "[]", '{"format": 1, "items": 3, "mentioned": {}}', "甲"])
def test_other_data_is_refused(data):
    with pytest.raises(Refused) as refused:
        paste_items(small_plan(), data, Spot(), counting_ids())
    assert refused.value.code is Refusal.BAD_FORMAT

"""Whatever is on the clipboard: nothing raises, what fits can be applied and taken back whole."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.app.indicator_paste.columns import Part
from planner.app.indicator_paste.proposal import Goal, ValuesProposal
from planner.app.paste.reading import read_grid
from planner.app.value_grid import Moment
from planner.domain.changes import apply
from tests.plans import counting_ids, small_plan

HEADINGS = ("指标", "2024", "2025目标", "2030年（基期）", "研发投入强度", "单位", "时间", "数值", "类型")
ODDITIES = (
    "≥4.5%",
    "1.2万家",
    "10-12",
    "—",
    "",
    "9999年13月",
    "1e999",
    "2025-02-30",
    "٣",
    "9" * 400,
    "1.2.3",
)
CELLS = st.one_of(
    st.sampled_from((*HEADINGS, *ODDITIES)),
    st.text("0123456789.%万亿≥～-年月 （）()家e+", max_size=12),
    st.text(max_size=8),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=5), st.data())
def test_nothing_raises_and_undo_brings_everything_back(rows, data):
    plan = small_plan()
    before = plan.copy()
    grid = read_grid("\n".join("\t".join(row) for row in rows))
    goal = Goal("i1", ["i1"], [Moment("target", "2030"), Moment("actual", "2024")])
    proposal = ValuesProposal(plan, grid, goal, date(2025, 6, 1), counting_ids("n"))
    columns = proposal.first_columns()
    if columns is not None and grid.width:
        place = data.draw(st.integers(0, grid.width - 1))
        columns = columns.with_meaning(place, data.draw(st.sampled_from(Part)))
    pasting = proposal.pasting(columns, add_new=data.draw(st.booleans()), source="来源")
    apply(plan, pasting.change_set.changes)
    apply(plan, pasting.change_set.inverse().changes)
    assert plan == before

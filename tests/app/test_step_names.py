"""Conventions, row 41: the undo menu names each step."""

from datetime import date
from pathlib import Path

import pytest

from planner.app.commands import bulk, own_fields, progress, structure, units
from planner.app.copying import copy_items
from planner.app.find import Find, find, replace
from planner.app.messages import step_name
from planner.app.paste.items import paste_items
from planner.app.paste.onto_cells import CellPaste
from planner.app.paste.reading import read_grid, read_rows
from planner.app.paste.subtree import paste_as_subtree
from planner.app.paste.tsv import read_tsv
from planner.app.views import ViewSpec, save_view, update_view
from planner.app.words import Words
from planner.domain.items import View
from planner.domain.plan import Plan
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)
PLAN = Plan([*small_plan().items(), View("v", title="逾期")])
IDS = counting_ids()
TOP = structure.Spot()

STEPS = [
    (paste_as_subtree(PLAN, read_rows(PLAN, read_grid("甲\n\t乙")), TOP, IDS).change_set, "粘贴"),
    (paste_items(PLAN, copy_items(PLAN, ["m1"]), TOP, IDS).change_set, "粘贴"),
    (CellPaste(PLAN, IDS, TODAY).paste(["m1"], ["title"], read_tsv("甲")).change_set, "粘贴到单元格"),
    (bulk.set_all(PLAN, ["m1", "m2"], "status", "done", TODAY), "批量修改状态"),
    (bulk.fill_down(PLAN, ["m1", "m2"], ["due"], TODAY, IDS), "向下填充"),
    (bulk.duplicate(PLAN, ["m1"], IDS), "复制举措"),
    (bulk.sort_siblings(PLAN, "component-1", lambda item: item.title), "排序举措"),
    (replace(PLAN, find(PLAN, Find("条例"), "法规")), "替换文字"),
    (units.merge_units(PLAN, "u1", ["u2"]), "合并单位"),
    (save_view(PLAN, "临期", ViewSpec(), IDS), "新增视图"),
    (update_view(PLAN, "v", ViewSpec(flat=True)), "更新视图"),
    (
        progress.adjust_deadline(PLAN, "m1", "2026年", reason="", approval="", day=TODAY, new_id=IDS),
        "调整完成时限",
    ),
    (progress.report_progress(PLAN, "m1", TODAY, {"percent": 5.0}, IDS), "填报进展"),
    (own_fields.define_field(PLAN, "层级", "measure", "text", IDS), "新增自定义字段"),
]


@pytest.mark.parametrize(("change_set", "name"), STEPS, ids=[name for _, name in STEPS])
def test_each_step_has_a_name(change_set, name):
    assert change_set
    assert step_name(Words("zh", Path("resources/locale")), change_set.label) == name

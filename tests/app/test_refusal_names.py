from pathlib import Path

import pytest

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.messages import refusal_sentence
from planner.app.refusal_names import with_names
from planner.app.words import Words
from planner.domain.errors import Refusal, Refused
from tests.edits import TODAY
from tests.plans import small_plan

CHINESE = Words("zh", Path("resources/locale"))


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (Refused(Refusal.WRONG_PARENT, item="m1", parent="m2"), "条目“{m1}”不能放在“{m2}”之下。"),
        (Refused(Refusal.WRONG_PARENT, item="m1", parent=""), "条目“{m1}”不能放在“最上层”之下。"),
        (
            Refused(Refusal.BAD_VALUE, item="m1", field="weight", value="多"),
            "“多”不能填入条目“{m1}”的字段“权重”。",
        ),
        (Refused(Refusal.UNKNOWN_ITEM, item="gone"), "计划中没有编号为“gone”的条目。"),
    ],
)
def test_items_and_fields_are_told_by_their_names(refused, sentence):
    plan = small_plan()
    cells = Cells(plan, Derived(plan, TODAY), CHINESE)
    titles = {item_id: plan[item_id].title for item_id in ("m1", "m2")}
    assert refusal_sentence(CHINESE, with_names(refused, plan, cells, CHINESE)) == sentence.format(**titles)

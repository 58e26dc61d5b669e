from datetime import date

from planner.app.paste.onto_cells import CellPaste
from planner.app.paste.outcome import Reason
from planner.app.paste.tsv import read_tsv
from planner.domain.items import Measure, Unit
from tests.app.steps import after
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)


def paste(ids, keys, text, *, tile=False):
    return CellPaste(small_plan(), counting_ids(), TODAY).paste(ids, keys, read_tsv(text), tile=tile)


def test_a_block_goes_onto_the_cells_in_one_step():
    pasting = paste(["m1", "m2"], ["title", "lead", "due"], "甲\t新单位\t三季度末\n乙\t新单位、市教委\t")
    plan = after(small_plan(), pasting.change_set)
    assert [plan.get(item_id, Measure).title for item_id in ("m1", "m2")] == ["甲", "乙"]
    assert plan.get("m1", Measure).due == "三季度末"
    assert plan.get("m2", Measure).due == ""
    assert pasting.new_units == ("新单位",)
    assert len(plan.of(Unit)) == 3
    assert plan.targets("m2", "unit", "lead")[1] == "u2"


def test_a_status_is_given_by_its_label_and_dated():
    plan = after(small_plan(), paste(["m1"], ["status"], "已完成").change_set)
    assert (plan.get("m1", Measure).status, plan.get("m1", Measure).status_date) == ("done", "2025-11-30")


def test_what_does_not_fit_is_told_and_the_rest_goes_in():
    pasting = paste(["m1", "m2"], ["title", "weight", "light"], "甲\t重\t红\t多\n乙\t1,200\t\t\n丙\t\t\t")
    assert [(misfit.row, misfit.column, misfit.reason) for misfit in pasting.misfits] == [
        (0, "1", Reason.NOT_A_VALUE),
        (0, "2", Reason.NOT_EDITABLE),
        (0, "3", Reason.NO_COLUMN),
        (1, "2", Reason.NOT_EDITABLE),
        (2, "0", Reason.NO_ROW),
    ]
    assert after(small_plan(), pasting.change_set).get("m2", Measure).weight == 1200


def test_a_selection_repeats_the_block():
    plan = after(small_plan(), paste(["m1", "m2", "m3"], ["title"], "甲", tile=True).change_set)
    assert {plan.get(item_id, Measure).title for item_id in ("m1", "m2", "m3")} == {"甲"}


def test_the_same_text_again_changes_nothing():
    assert not paste(["m1"], ["title", "lead"], "修订条例\t市科委").change_set

import pytest
from PySide6.QtCore import Qt

from planner.domain.items import Unit
from planner.gui.owners.merging import MergeDialog
from planner.gui.owners.view import OwnersView


@pytest.fixture
def view(qtbot, stage):
    return shown(qtbot, OwnersView(stage, confirm=lambda *_: True, ask=lambda *_: "u2"))


def shown(qtbot, view):
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    return view


def choose(view, *ids):
    view.table.clearSelection()
    for unit_id in ids:
        index = view.model.index(list(view.model.ids).index(unit_id), 0)
        flags = view.table.selectionModel().SelectionFlag
        view.table.selectionModel().select(index, flags.Select | flags.Rows)


def test_lists_units_and_shows_the_first(view):
    assert list(view.model.ids) == ["u1", "u2"]
    assert view.page.title.text() == "上海市科学技术委员会"


def test_cells_are_typed_in_place(view, stage):
    assert view.model.setData(view.model.index(0, 2), "科委、老科委")
    assert stage.bridge.plan.get("u1", Unit).aliases == ("科委", "老科委")
    assert view.model.setData(view.model.index(0, 3), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert stage.bridge.plan.get("u1", Unit).collective


@pytest.mark.parametrize(("typed", "found"), [("教委", ["u2"]), ("市科", ["u1"]), ("没有的", [])])
def test_filters_by_any_name(view, typed, found):
    view.search.setText(typed)
    assert list(view.model.ids) == found


def test_merging_keeps_the_chosen_name_in_one_step(view, stage):
    before = stage.bridge.plan.copy()
    choose(view, "u1", "u2")
    view.merge_button.click()
    assert list(stage.bridge.plan.of(Unit)) == ["u2"]
    assert stage.bridge.plan.targets("m1", "unit") == ["u2"]
    stage.bridge.document.undo()
    assert stage.bridge.plan == before


def test_removing_says_where_a_unit_is_used_and_can_be_undone(qtbot, stage):
    said = []
    view = shown(qtbot, OwnersView(stage, confirm=lambda _words, text, _parent: said.append(text) or True))
    before = stage.bridge.plan.copy()
    choose(view, "u1")
    view.remove_button.click()
    assert said == ["“市科委”仍在使用：牵头单位 1 处"]
    assert "u1" not in stage.bridge.plan
    stage.bridge.document.undo()
    assert stage.bridge.plan == before


def test_a_unit_in_use_stays_when_refused(qtbot, stage):
    view = shown(qtbot, OwnersView(stage, confirm=lambda *_: False))
    choose(view, "u1")
    view.remove_button.click()
    assert "u1" in stage.bridge.plan


def test_adding_puts_the_cursor_into_the_name(view, stage):
    view.add_button.click()
    assert stage.bridge.plan.get(view.current_id, Unit).title == "新单位"
    assert view.table.state() == view.table.State.EditingState


def test_a_click_on_the_page_asks_for_the_measure(qtbot, view, stage):
    entry = view.page.list.topLevelItem(0).child(0)
    with qtbot.waitSignal(stage.errands.item_asked) as asked:
        view.page.list.itemClicked.emit(entry, 0)
    assert asked.args == ["m1"]


def test_the_page_counts_and_draws_the_load(view):
    assert view.page.lights.text().startswith("牵头 1，配合 0")
    assert "2025-Q4：牵头 1，配合 0，到期 1" in view.page.bars.toolTip()
    assert not view.page.bars.grab().isNull()


def test_the_merge_dialog_offers_every_name(qtbot, stage):
    dialog = MergeDialog(stage.bridge.words, stage.bridge.plan.in_order(Unit), stage.tree)
    dialog.choices[1].setChecked(True)
    assert dialog.kept == "u2"

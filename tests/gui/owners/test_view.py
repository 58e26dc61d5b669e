from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from planner.app.commands.edit import set_field
from planner.app.unit_load import QuarterLoad
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


@pytest.mark.parametrize(
    ("typed", "found"), [("教委", ["u2"]), ("市科", ["u1"]), ("kw", ["u1"]), ("没有的", [])]
)
def test_filters_by_any_name(view, typed, found):
    view.search.setText(typed)
    assert list(view.model.ids) == found


def test_merging_keeps_the_chosen_name_in_one_step(view, stage):
    before = stage.bridge.plan.copy()
    choose(view, "u1", "u2")
    view.commands["merge"].trigger()
    assert list(stage.bridge.plan.of(Unit)) == ["u2"]
    assert stage.bridge.plan.targets("m1", "unit") == ["u2"]
    stage.bridge.document.undo()
    assert stage.bridge.plan == before


def test_removing_says_where_a_unit_is_used_and_can_be_undone(qtbot, stage):
    said = []
    view = shown(qtbot, OwnersView(stage, confirm=lambda _words, use, _parent: said.append(use) or True))
    before = stage.bridge.plan.copy()
    choose(view, "u1")
    view.commands["remove"].trigger()
    assert [use.sentence for use in said] == ["“市科委”仍在使用：牵头单位 1 处"]
    assert said[0].places == (("牵头单位", "修订条例"),)
    assert "u1" not in stage.bridge.plan
    stage.bridge.document.undo()
    assert stage.bridge.plan == before


def test_a_unit_in_use_stays_when_refused(qtbot, stage):
    view = shown(qtbot, OwnersView(stage, confirm=lambda *_: False))
    choose(view, "u1")
    view.commands["remove"].trigger()
    assert "u1" in stage.bridge.plan


def test_adding_puts_the_cursor_into_the_name(view, stage):
    view.commands["add"].trigger()
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


def test_keys_move_and_remove_units_and_the_menu_offers_the_same(view, stage, qtbot):
    view.select("u1")
    view.table.setFocus()
    qtbot.keyClick(
        view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert stage.bridge.plan.child_ids("", Unit) == ["u2", "u1"]
    assert view.current_id == "u1"
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert "u1" not in stage.bridge.plan
    assert view.table.actions() == list(view.commands.values())


def test_an_empty_register_offers_to_add_the_first_unit(view, stage):
    view.select("u1", "u2")
    view.commands["remove"].trigger()
    assert "添加" in view.hint
    view.commands["add"].trigger()
    assert view.hint == ""


def test_copied_units_are_a_table(view, stage):
    view.select("u1")
    view.copy()
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["上海市科学技术委员会", "市科委"]


def test_the_page_says_whom_to_ask(view, stage):
    document = stage.bridge.document
    for key, text in (("office", "法规处"), ("person", "王敏"), ("phone", "021-2311")):
        stage.bridge.run(lambda key=key, text=text: set_field(document.plan, "m1", key, text, date.max))
    assert view.page.list.topLevelItem(0).child(0).text(2) == "法规处 王敏 021-2311"


def test_many_quarters_are_all_painted(view):
    loads = [QuarterLoad(f"{2020 + n // 4}-Q{n % 4 + 1}", 3, 2, 1) for n in range(40)]
    view.page.bars.resize(240, 120)
    view.page.bars.show_quarters(loads)
    picture = view.page.bars.grab().toImage()
    bottom = view.page.bars.fontMetrics().height() + 60
    grounds = {picture.pixelColor(x, bottom).name() for x in (3, 237)}
    assert grounds == {view.page.bars._icons.theme.colour("accent").name()}

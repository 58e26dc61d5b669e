import pytest
from PySide6.QtCore import QModelIndex, Qt

from planner.app.commands.edit import set_field, set_names
from planner.domain.changes import ChangeSet, Insert, Label
from planner.domain.items import Adjustment
from planner.gui.tree.columns import COLUMNS, PLACES
from planner.gui.tree.model import TreeModel

Role = Qt.ItemDataRole


@pytest.fixture
def model(bridge, icons):
    return TreeModel(bridge, icons)


@pytest.fixture
def cell(model):
    return lambda item_id, key: model.index_of(item_id, PLACES[key])


@pytest.fixture
def changed(model):
    places = []
    model.dataChanged.connect(lambda first, last: places.extend(range(first.row(), last.row() + 1)))
    return places


def test_cells_say_what_the_field_table_says(cell):
    assert cell("m1", "number").data() == "1."
    assert cell("m1", "lead").data() == "市科委"
    assert cell("m1", "due_now").data() == "2025年底前"
    assert cell("m1", "indicators").data() == "研发投入强度"
    assert cell("m1a", "progress").data() == "40%"
    assert cell("layer-1", "lead").data() == ""


def test_headings_are_the_fields_labels(model):
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(len(COLUMNS))]
    assert headings[:3] == ["序号", "标题", "牵头单位"]


def test_typing_goes_through_a_command(bridge, cell, model):
    assert model.setData(cell("m1", "title"), "制定条例")
    assert bridge.plan["m1"].title == "制定条例"
    assert model.setData(cell("m1", "due_now"), "2026年6月底前")
    assert bridge.plan["m1"].due == "2026年6月底前"
    assert model.setData(cell("m1", "lead"), "教委、市统计局")
    assert cell("m1", "lead").data() == "市教委、市统计局"
    for _ in range(3):
        bridge.document.undo()
    assert cell("m1", "title").data() == "修订条例"


def test_what_cannot_be_typed_is_refused_with_a_sentence(bridge, cell, model, qtbot):
    with qtbot.waitSignal(bridge.refused) as refused:
        assert not model.setData(cell("m1", "start"), "不久")
    assert "不久" in refused.args[0]
    assert not model.setData(QModelIndex(), "x")


@pytest.mark.parametrize(
    ("item_id", "key", "editable"),
    [
        ("m1", "title", True),
        ("m1", "due_now", True),
        ("m1", "status", True),
        ("m1", "supporting", True),
        ("m1", "indicators", False),
        ("m1", "progress", False),
        ("m1", "light", False),
        ("layer-1", "title", True),
        ("layer-1", "lead", False),
        ("layer-1", "due_now", False),
    ],
)
def test_only_what_a_person_types_can_be_edited(cell, item_id, key, editable):
    assert bool(cell(item_id, key).flags() & Qt.ItemFlag.ItemIsEditable) is editable


def test_an_adjusted_deadline_is_not_typed_over(bridge, cell):
    bridge.document.apply(ChangeSet(Label("add"), (Insert(Adjustment("a1", "m1", "A", due="2026年底前")),)))
    assert cell("m1", "due_now").data() == "2026年底前"
    assert not cell("m1", "due_now").flags() & Qt.ItemFlag.ItemIsEditable


def test_nothing_can_be_edited_in_a_plan_open_for_reading(cell, model):
    model.editable = False
    assert cell("m1", "title").flags() == Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def test_a_choice_is_edited_by_its_code(cell, model):
    assert cell("m1", "status").data(Role.EditRole) == "not_started"
    assert model.setData(cell("m1", "status"), "in_progress")
    assert cell("m1", "status").data() == "推进中"


def test_tips_are_explanations_in_which_nothing_is_markup(bridge, cell, model):
    model.setData(cell("m1a", "title"), "<b>起草</b>")
    assert "&lt;b&gt;起草&lt;/b&gt;：40%" in cell("m1", "progress").data(Role.ToolTipRole)
    assert cell("m1", "lead").data(Role.ToolTipRole) == "上海市科学技术委员会"


def test_screen_readers_hear_level_and_state(cell, model):
    assert cell("m1", "title").data(Role.AccessibleTextRole) == "修订条例，第 3 级，已展开"
    model.set_open("m1", opened=False)
    assert cell("m1", "title").data(Role.AccessibleTextRole) == "修订条例，第 3 级，已收起"
    assert cell("m2", "title").data(Role.AccessibleTextRole) == "优化服务，第 3 级"
    assert cell("m1", "light").data(Role.AccessibleTextRole) == "关注"


def test_only_the_touched_rows_are_told(bridge, changed, model):
    bridge.run(lambda: set_field(bridge.plan, "m3", "title", "数据开放", bridge.derived.today))
    told = sorted(model.row(place).id for place in changed)
    assert told == ["component-2", "layer-1", "m3"]


def test_a_renamed_unit_is_told_where_it_leads(bridge, changed, model):
    bridge.run(lambda: set_field(bridge.plan, "u1", "short_names", ("科委",), bridge.derived.today))
    assert "m1" in {model.row(place).id for place in changed}
    assert model.index_of("m1", PLACES["lead"]).data() == "科委"


def test_an_edited_row_stays_although_the_filter_no_longer_matches(bridge, model):
    model.set_filter("科委")
    assert model.outline.row_of("m1") is not None
    bridge.run(lambda: set_names(bridge.plan, "m1", "lead", "", bridge.document.new_id))
    assert model.outline.row_of("m1") is not None
    bridge.run(lambda: set_field(bridge.plan, "m3", "title", "数据", bridge.derived.today))
    assert model.outline.row_of("m3") is not None


def test_a_filter_tells_how_many_rows_it_hides(model, qtbot):
    with qtbot.waitSignal(model.filtered) as filtered:
        model.set_filter("开放")
    assert filtered.args == [6]
    with qtbot.waitSignal(model.filtered) as filtered:
        model.set_filter("")
    assert filtered.args == [0]


def test_rows_are_carried_by_their_ids(model):
    data = model.mimeData([model.index_of("m1"), model.index_of("m1", 3), model.index_of("m3")])
    assert data.formats() == model.mimeTypes()

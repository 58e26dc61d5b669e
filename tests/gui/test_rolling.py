from PySide6.QtWidgets import QApplication

from planner.app.commands.edit import set_field
from planner.gui.tree.columns import PLACES


def due(desk, item_id):
    return str(desk.panes.tree.tree_model.index_of(item_id, PLACES["due_now"]).data() or "")


def test_days_roll_up_after_the_window_has_been_shown(open_window, qtbot):
    desk = open_window.desk
    desk.rolling.finish()
    assert due(desk, "layer-1") == "至 2025-12-31"
    desk.bridge.run(lambda: set_field(desk.bridge.plan, "m1", "due", "2026年底前", desk.bridge.derived.today))
    assert due(desk, "layer-1") == "至 2026-12-31"
    assert due(desk, "layer-2") == ""


def test_an_edit_meanwhile_is_rolled_up_too(open_window):
    desk = open_window.desk
    plan = desk.bridge.plan
    desk.panes.tree.select("m3")
    desk.panes.tree.remove_selected()
    QApplication.processEvents()
    desk.rolling.finish()
    assert "m3" not in plan
    assert due(desk, "component-1") == "至 2025-12-31"

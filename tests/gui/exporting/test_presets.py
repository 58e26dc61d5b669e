"""Presets edited beside their pages: kept in the plan, undone, read from files and written to them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from planner.app.commands.own_fields import define_field
from planner.domain.items import Layout, OwnField
from planner.domain.own_fields import own_key
from planner.gui.exporting.preset_menu import PresetMenu
from planner.gui.presets.draft import Draft
from planner.gui.presets.editor import PresetEditor
from planner.reports.preset import load_form, read_form
from planner.reports.presets import find_preset
from tests.gui.exporting.jobs import FakeStart
from tests.reports.sources import PRESETS


@pytest.fixture
def services(services):
    return replace(services, start_export=FakeStart())


@pytest.fixture
def dialog(open_window):
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    yield dialog
    dialog.dismantle()


@pytest.fixture
def menu(dialog):
    return dialog.findChild(PresetMenu)


@pytest.fixture
def plan(open_window):
    return open_window.desk.bridge.plan


def editor_of(dialog):
    return dialog.findChild(PresetEditor)


def layouts(plan):
    return [layout.title for layout in plan.children("", Layout)]


def column_entry(editor, key):
    entries = editor.columns.list
    keys = [entries.item(place).data(Qt.ItemDataRole.UserRole) for place in range(entries.count())]
    return entries.item(keys.index(key))


def keep_a_copy(menu, dialog):
    menu.edit.trigger()
    editor_of(dialog).accept()
    return dialog.preset


def test_a_built_in_preset_is_edited_as_a_copy_that_the_plan_keeps(dialog, menu, plan, open_window):
    menu.edit.trigger()
    editor = editor_of(dialog)
    assert editor.name.text() == "公文版式 副本"
    editor.name.setText("本单位版式")
    editor.draft.put(30, "row_height")
    editor.accept()
    assert layouts(plan) == ["本单位版式"]
    assert dialog.form.preset.currentText() == "本单位版式"
    kept = find_preset(plan, PRESETS, "本单位版式")
    assert (kept.row_height, kept.name) == (30, "本单位版式")
    open_window.desk.undo()
    assert layouts(plan) == []


def test_a_preset_of_the_plan_is_changed_in_one_step(dialog, menu, plan, open_window, qtbot):
    preset = keep_a_copy(menu, dialog)
    menu.edit.trigger()
    editor = [found for found in dialog.findChildren(PresetEditor) if found.isVisible()][-1]
    editor.name.setText("改过的")
    editor.draft.put("A3", "paper", "size")
    editor.accept()
    assert layouts(plan) == ["改过的"]
    assert 'size = "A3"' in plan.get(preset, Layout).spec
    open_window.desk.undo()
    assert layouts(plan) == ["公文版式 副本"]
    assert "A3" not in plan.get(preset, Layout).spec
    open_window.desk.redo()
    assert layouts(plan) == ["改过的"]


def test_columns_are_ticked_widened_and_moved(dialog, menu, qtbot):
    menu.edit.trigger()
    editor = editor_of(dialog)
    editor.columns.list.setCurrentItem(column_entry(editor, "notes"))
    column_entry(editor, "notes").setCheckState(Qt.CheckState.Unchecked)
    column_entry(editor, "status").setCheckState(Qt.CheckState.Checked)
    editor.columns.list.setCurrentItem(column_entry(editor, "task"))
    editor.columns.width_box.setValue(50)
    editor.columns.move_current(-1)
    columns = editor.draft.get("sheets", "work_plan", "columns")
    assert list(columns)[:4] == ["serial", "layer", "task", "component"]
    assert columns["task"] == 50
    assert list(columns)[-1] == "status"
    assert "notes" not in columns
    qtbot.waitUntil(
        lambda: (
            editor.preview._painter is not None
            and [column.key for column in editor.preview._painter.pages.table.columns] == list(columns)
        )
    )


def test_a_sheet_keeps_at_least_one_column(dialog, menu):
    menu.edit.trigger()
    editor = editor_of(dialog)
    editor.columns.choose_sheet("completion")
    for place in range(editor.columns.list.count()):
        editor.columns.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert len(editor.draft.get("sheets", "completion", "columns")) == 1


def test_fields_of_ones_own_can_be_columns(open_window, qtbot):
    bridge = open_window.desk.bridge
    bridge.run(lambda: define_field(bridge.plan, "口径", "measure", "text", bridge.document.new_id))
    (own,) = bridge.plan.of(OwnField).values()
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    dialog.findChild(PresetMenu).edit.trigger()
    editor = editor_of(dialog)
    column_entry(editor, own_key(own.id)).setCheckState(Qt.CheckState.Checked)
    assert own_key(own.id) in editor.draft.get("sheets", "work_plan", "columns")
    dialog.dismantle()


def test_paper_fonts_and_title_block_reach_the_pages(dialog, menu, qtbot):
    menu.edit.trigger()
    editor = editor_of(dialog)
    editor.draft.put("附件{number}", "block", "attachment")
    editor.draft.put("portrait", "sheets", "work_plan", "orientation")
    editor.draft.put("#123456", "colours", "layers", 0)
    editor.draft.put(["楷体"], "fonts", "body", "families")

    def shown():
        painter = editor.preview._painter
        return painter is not None and painter.pages.table.attachment == "附件"

    qtbot.waitUntil(shown)
    pages = editor.preview._painter.pages
    assert not pages.table.page.landscape
    assert pages.preset.colours.layers[0] == "#123456"
    assert pages.preset.fonts.body.families == ("楷体",)
    assert "楷体" in editor.preview.fonts.text()


def test_a_name_must_be_given_and_free(dialog, menu, plan):
    keep_a_copy(menu, dialog)
    menu.copy.trigger()
    editor = [found for found in dialog.findChildren(PresetEditor) if found.isVisible()][-1]
    for name, complaint in (("公文版式 副本", "同名"), ("  ", "请填写")):
        editor.name.setText(name)
        assert complaint in editor.note.text()
        editor.accept()
    assert len(layouts(plan)) == 1
    editor.name.setText("另一个")
    editor.accept()
    assert layouts(plan) == ["公文版式 副本", "另一个"]


def test_a_part_of_the_plan_and_an_order_travel_with_the_preset(dialog, menu, plan):
    menu.edit.trigger()
    editor = editor_of(dialog)
    editor.rows.scope.choose("unit", "u1")
    editor.rows.sort.setCurrentIndex(editor.rows.sort.findData("due_date"))
    editor.rows.descending.setChecked(True)
    editor.accept()
    selection = find_preset(plan, PRESETS, dialog.preset).selection
    assert (selection.unit, selection.sort, selection.descending) == ("u1", "due_date", True)
    assert dialog.form.scope.choice() == ("unit", "u1")


def test_removing_is_undone(dialog, menu, plan, open_window):
    preset = keep_a_copy(menu, dialog)
    assert menu.remove.isEnabled()
    menu.remove.trigger()
    assert layouts(plan) == []
    assert dialog.preset != preset
    assert not menu.remove.isEnabled()
    open_window.desk.undo()
    assert layouts(plan) == ["公文版式 副本"]


def test_a_preset_goes_out_as_a_file_and_comes_in_again(dialog, menu, plan, questions, tmp_path):
    preset = keep_a_copy(menu, dialog)
    path = tmp_path / "版式.toml"
    questions.paths = [path, path]
    menu.write.trigger()
    assert questions.asked[-1] == ("preset_to_write", "公文版式 副本")
    assert read_form(PRESETS, path.read_text("utf-8"), "x")["name"] == "公文版式 副本"
    menu.read.trigger()
    assert layouts(plan) == ["公文版式 副本", "公文版式 副本 2"]
    assert dialog.preset != preset
    assert dialog.form.preset.currentText() == "公文版式 副本 2"


@pytest.mark.parametrize("content", [b"x = [", b"\xff\xfe", b'[paper]\nsize = "A0"', b"#" * 1_100_000])
def test_a_file_that_is_no_preset_is_said(dialog, menu, plan, questions, tmp_path, content):
    path = tmp_path / "坏.toml"
    path.write_bytes(content)
    questions.paths = [path]
    menu.read.trigger()
    assert "坏.toml" in dialog.note.text()
    assert layouts(plan) == []


def test_a_folder_that_is_gone_is_said(dialog, menu, questions, tmp_path):
    questions.paths = [tmp_path / "没有" / "a.toml"]
    menu.write.trigger()
    assert "没有写成“a.toml”" in dialog.note.text()


def test_a_draft_tells_only_of_changes(qapp):
    draft, seen = Draft(load_form(PRESETS), PRESETS), []
    draft.changed.connect(lambda: seen.append(1))
    draft.put(draft.get("row_height"), "row_height")
    draft.put("附件", "block", "attachment")
    draft.put(dict(reversed(draft.get("sheets", "cover", "columns").items())), "sheets", "cover", "columns")
    assert len(seen) == 2
    assert "附件" in draft.text()


def test_the_layout_in_use_is_edited_from_the_menu(open_window, qtbot, plan):
    open_window._actions["edit_layout"].trigger()
    editor = open_window.findChild(PresetEditor)
    editor.name.setText("本单位版式")
    editor.accept()
    assert layouts(plan) == ["本单位版式"]
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    assert dialog.form.preset.currentText() == "本单位版式"
    dialog.dismantle()

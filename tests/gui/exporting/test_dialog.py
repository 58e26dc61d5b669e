"""The export as a person meets it in a window: chosen, looked at, written, and tried again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from planner.app.commands.own_fields import define_field
from planner.app.plan_store import SaveFailed, Trouble
from planner.app.views import ViewSpec, save_view
from planner.gui.exporting.choices import ScopeKind
from planner.gui.exporting.sheet_pages import SheetPages
from planner.reports.formats import ExportFormat
from planner.reports.template_faults import BadTemplate, Fault, FaultCode
from tests.gui.exporting.jobs import FakeStart


@pytest.fixture
def start():
    return FakeStart()


@pytest.fixture
def services(services, start):
    return replace(services, start_export=start)


@pytest.fixture
def dialog(open_window, qtbot):
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    yield dialog
    if open_window._exporter is not None and open_window._exporter.dialog is dialog:
        dialog.dismantle()


def choose(box, code):
    place = box.findData(code)
    assert place >= 0
    box.setCurrentIndex(place)


def export(dialog, questions, qtbot, *paths):
    questions.paths = list(paths)
    with qtbot.waitSignal(dialog.ended):
        dialog.export()


def tick(dialog, *keys):
    for place in range(dialog.form.sheets.list.count()):
        entry = dialog.form.sheets.list.item(place)
        on = entry.data(Qt.ItemDataRole.UserRole) in keys
        entry.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_the_file_is_proposed_beside_the_plan_and_what_was_chosen_is_written(
    open_window, dialog, questions, qtbot, start, saved_plan
):
    choose(dialog.form.preset, "compact")
    choose(dialog.form.language, "en")
    tick(dialog, "work_plan", "duty")
    dialog.form.yearly.setChecked(True)
    target = saved_plan.with_suffix(".xlsx")
    export(dialog, questions, qtbot, target)
    assert questions.asked[-1] == ("file_to_export", str(saved_plan.with_suffix("")), "xlsx")
    ((plan, path, form, options),) = start.asked
    assert (path, form) == (target, ExportFormat.XLSX)
    assert plan == open_window.desk.bridge.plan
    assert plan is not open_window.desk.bridge.plan
    assert [choice.key for choice in options.sheets] == ["work_plan", "duty"]
    assert (options.preset, options.language, options.yearly_goals) == ("compact", "en", True)
    assert options.as_of == open_window.desk.bridge.derived.today
    assert dialog.report.isVisible()
    assert dialog.report.title.text() == "已导出“行动 计划.xlsx”。"
    assert target.read_bytes() == b"file"


def test_choices_are_there_again_the_next_time(open_window, dialog, questions, qtbot, saved_plan):
    choose(dialog.form.preset, "wide")
    tick(dialog, "milestones")
    dialog.form.sheets.list.item(0).setText("改过的名字")
    export(dialog, questions, qtbot, saved_plan.with_suffix(".xlsx"))
    before = dialog.form.choices()
    dialog.close()
    qtbot.waitUntil(lambda: open_window._exporter.dialog is None)
    open_window._actions["export"].trigger()
    again = open_window._exporter.dialog.form.choices()
    assert (again.preset, again.sheets, again.form) == (before.preset, before.sheets, before.form)
    open_window._exporter.dialog.dismantle()


@pytest.mark.parametrize("trouble", [Trouble.IN_USE, Trouble.DISK_FULL, Trouble.NAME_TOO_LONG])
def test_a_failure_comes_back_to_the_choices_with_a_sentence(
    dialog, questions, qtbot, start, tmp_path, trouble
):
    start.news[0] = [SaveFailed(trouble)]
    choose(dialog.form.preset, "compact")
    export(dialog, questions, qtbot, tmp_path / "a.xlsx")
    assert "没有导出“a.xlsx”。" in dialog.note.text()
    assert dialog.form.isVisible()
    assert dialog.preset == "compact"
    export(dialog, questions, qtbot, tmp_path / "b.xlsx")
    assert dialog.report.isVisible()
    assert not dialog.note.isVisible()


def test_asking_where_to_can_be_cancelled(dialog, questions, start):
    questions.paths = [None]
    dialog.export()
    assert start.asked == []
    assert dialog.form.isVisible()


def test_a_workbook_without_sheets_is_not_begun(dialog, questions, start):
    tick(dialog)
    dialog.export()
    assert "至少勾选一张" in dialog.note.text()
    assert (start.asked, questions.asked) == ([], [])


def test_row_37_escape_ends_what_is_being_written(dialog, questions, qtbot, start, tmp_path):
    start.news[0] = [...]
    questions.paths = [tmp_path / "a.xlsx"]
    dialog.export()
    assert dialog.progress.isVisible()
    qtbot.waitUntil(lambda: bool(start.jobs))
    with qtbot.waitSignal(dialog.ended):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert start.jobs[0].cancelled
    assert dialog.note.text() == "已取消导出。"
    assert not (tmp_path / "a.xlsx").exists()


def test_each_unit_has_a_file_of_its_own(dialog, questions, qtbot, start, tmp_path):
    dialog.form.each_unit.setChecked(True)
    dialog.form.pattern.setText("{number} {unit}")
    assert "共 2 个文件" in dialog.form.example.text()
    assert "001 " in dialog.form.example.text()
    export(dialog, questions, qtbot, tmp_path)
    assert questions.asked[-1][0] == "folder_to_fill"
    assert [options.unit for _, _, _, options in start.asked] == ["u1", "u2"]
    assert [path.name[:4] for _, path, _, _ in start.asked] == ["001 ", "002 "]
    assert "已导出 2 个文件" in dialog.report.title.text()


def test_hidden_it_goes_on_and_tells_in_the_window(open_window, dialog, questions, qtbot, start, tmp_path):
    start.news[0] = [...]
    questions.paths = [tmp_path / "a.xlsx"]
    dialog.export()
    qtbot.waitUntil(lambda: bool(start.jobs))
    dialog.progress.background.click()
    assert not dialog.isVisible()
    with qtbot.waitSignal(dialog.ended):
        start.jobs[0].news.clear()
    banners = open_window.desk.banners
    assert banners.texts()["export"] == "已导出“a.xlsx”。"
    assert {button.text() for button in banners.findChildren(QPushButton)} >= {"打开文件", "在文件夹中显示"}


def test_hidden_it_offers_another_try(open_window, dialog, questions, qtbot, start, tmp_path):
    start.news[0] = [...]
    questions.paths = [tmp_path / "a.xlsx"]
    dialog.export()
    qtbot.waitUntil(lambda: bool(start.jobs))
    dialog.progress.background.click()
    with qtbot.waitSignal(dialog.ended):
        start.jobs[0].news[:] = [SaveFailed(Trouble.IN_USE)]
    (again,) = [
        button for button in open_window.desk.banners.findChildren(QPushButton) if button.text() == "再试一次"
    ]
    again.click()
    assert dialog.isVisible()
    assert dialog.form.isVisible()


def test_closing_the_plan_ends_the_export(open_window, dialog, questions, qtbot, start, tmp_path):
    start.news[0] = [...]
    questions.paths = [tmp_path / "a.xlsx"]
    dialog.export()
    qtbot.waitUntil(lambda: bool(start.jobs))
    dialog.progress.background.click()
    open_window._actions["close"].trigger()
    assert start.jobs[0].cancelled
    assert open_window._exporter is None


def test_the_pages_of_the_current_sheet_are_shown(dialog, qtbot):
    def shown(key):
        painter = dialog.preview._painter
        return painter is not None and painter.pages.table.key == key

    qtbot.waitUntil(lambda: shown("work_plan"))
    dialog.form.sheets.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: shown("duty"))
    choose(dialog.form.preset, "compact")
    qtbot.waitUntil(lambda: dialog.preview._painter.pages.preset.name == "紧凑版式")
    assert isinstance(dialog.preview._painter.pages, SheetPages)
    assert dialog.preview.where.text() == "第 1 页，共 1 页"


def test_an_outline_is_shown_as_text_and_needs_no_sheets(dialog, qtbot):
    choose(dialog.form.form, "md")
    qtbot.waitUntil(dialog.preview.text.isVisible)
    assert dialog.preview.text.toPlainText().startswith(dialog._subject.plan.head.title)
    assert not dialog.form.sheets.isVisible()
    assert not dialog.form.preset.isVisible()


def test_csv_has_the_current_sheet(dialog, questions, qtbot, start, tmp_path):
    choose(dialog.form.form, "csv")
    dialog.form.sheets.list.setCurrentRow(2)
    export(dialog, questions, qtbot, tmp_path / "a.csv")
    (_, _, form, options) = start.asked[0]
    assert form is ExportFormat.CSV
    assert [choice.key for choice in options.sheets] == ["duty"]


def test_sheets_are_moved_and_renamed_with_the_keyboard(dialog, qtbot):
    sheets = dialog.form.sheets
    sheets.list.setFocus()
    sheets.list.setCurrentRow(1)
    qtbot.keyClick(sheets.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [choice.key for choice in sheets.choices()][:3] == ["cover", "duty", "work_plan"]
    sheets.list.item(0).setText(" 一 " + "长" * 40)
    assert sheets.choices()[0].name == ("一 " + "长" * 40)[:31]
    sheets.list.item(0).setText("  ")
    assert sheets.choices()[0].name == ""
    assert sheets.list.item(0).text() == "封面与说明"


def test_the_selected_row_is_the_branch_proposed(open_window, qtbot):
    open_window.desk.panes.tree.select("m3")
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    choose(dialog.form.scope.kind, ScopeKind.BRANCH.value)
    assert dialog.form.scope.choice() == ("branch", "m3")
    choose(dialog.form.scope.kind, ScopeKind.UNIT.value)
    assert not dialog.form.each_unit.isEnabled()
    dialog.dismantle()


def test_what_the_window_looks_for_and_saved_views_can_be_exported(
    open_window, questions, qtbot, start, tmp_path
):
    bridge = open_window.desk.bridge
    bridge.run(lambda: save_view(bridge.plan, "我的视图", ViewSpec(looked_for="x"), bridge.document.new_id))
    open_window.desk.panes.filter_box.edit.setText("加")
    qtbot.waitUntil(lambda: open_window.desk.panes.tree.tree_model.looked_for == "加")
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    choose(dialog.form.scope.kind, ScopeKind.VIEW.value)
    subject = dialog.form.scope.subject
    assert [subject.itemText(place) for place in range(subject.count())] == ["当前筛选结果", "我的视图"]
    export(dialog, questions, qtbot, tmp_path / "a.xlsx")
    assert '"looked_for": "加"' in start.asked[0][3].rows
    dialog.dismantle()


def test_a_column_of_ones_own_is_shown_where_the_preset_has_all(open_window, qtbot):
    bridge = open_window.desk.bridge
    bridge.run(lambda: define_field(bridge.plan, "口径", "measure", "text", bridge.document.new_id))
    open_window._actions["export"].trigger()
    dialog = open_window._exporter.dialog
    choose(dialog.form.preset, "wide")

    def labels():
        painter = dialog.preview._painter
        return [column.label for column in painter.pages.table.columns] if painter else []

    qtbot.waitUntil(lambda: "口径" in labels())
    dialog.dismantle()


def test_the_offices_own_template_takes_the_place_of_layout_and_sheets(
    open_window, dialog, questions, qtbot, start, tmp_path
):
    template = tmp_path / "本单位模板.xlsx"
    template.write_bytes(b"PK")
    questions.paths = [template]
    dialog.form.template.choose.click()
    assert dialog.form.template.label.text() == "本单位模板.xlsx"
    assert not dialog.form.sheets.isVisible()
    assert not dialog.form.preset.isVisible()
    assert "本单位模板.xlsx" in dialog.preview.hint.text()
    start.news[0] = [
        BadTemplate("本单位模板.xlsx", [Fault(FaultCode.UNKNOWN_NAME, "表1!A1", {"name": "不知道"})])
    ]
    export(dialog, questions, qtbot, tmp_path / "a.xlsx")
    assert start.asked[0][3].template == str(template)
    assert "没有名为“不知道”的字段" in dialog.note.text()
    assert "表1!A1" in dialog.note.text()
    dialog.form.template.drop.click()
    assert dialog.form.sheets.isVisible()
    choose(dialog.form.form, "csv")
    assert not dialog.form.template.isVisible()


def test_a_template_that_is_gone_is_not_used(dialog, tmp_path):
    dialog.form.load(replace(dialog.form.choices(), template=str(tmp_path / "weg.xlsx")))
    assert dialog.form.choices().template == ""
    assert dialog.form.sheets.isVisible()

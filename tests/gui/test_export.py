"""The workbook from the window: asked for, written beside the work, offered to be opened."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from planner import bootstrap
from planner.app.plan_store import SaveFailed, Trouble


@pytest.fixture
def services(services):
    written = []

    def export(content, path, words, today):
        if path.parent.name == "voll":
            raise SaveFailed(Trouble.DISK_FULL)
        written.append((content, path, words, today))
        path.write_bytes(b"workbook")
        return ["一格文字已截短。"]

    services = replace(services, export_workbook=export)
    export.written = written
    return services


def test_the_workbook_is_proposed_beside_the_plan(open_window, questions, services, saved_plan, qtbot):
    target = saved_plan.with_suffix(".xlsx")
    questions.paths = [target]
    with qtbot.waitSignal(open_window.desk.exporter.finished):
        open_window._actions["export_workbook"].trigger()
    assert questions.asked[-1] == ("workbook_to_write", str(target))
    ((content, path, words, today),) = services.export_workbook.written
    assert (path, words.language, today) == (target, "zh", services.clock.today())
    assert content.plan == open_window.desk.bridge.plan
    assert content.plan is not open_window.desk.bridge.plan


def test_a_notice_offers_file_and_folder_and_passes_remarks_on(open_window, questions, saved_plan, qtbot):
    questions.paths = [saved_plan.with_suffix(".xlsx")]
    with qtbot.waitSignal(open_window.desk.exporter.finished):
        open_window.export_workbook()
    assert open_window.desk.banners.texts()["export"] == "已导出“行动 计划.xlsx”。 一格文字已截短。"
    assert [button.text() for button in open_window.desk.banners.findChildren(QPushButton)] == [
        "打开文件",
        "打开文件夹",
    ]


def test_row_35_a_failed_export_says_why_and_what_to_do(open_window, questions, tmp_path, qtbot):
    questions.paths = [tmp_path / "voll" / "a.xlsx"]
    with qtbot.waitSignal(open_window.desk.exporter.finished):
        open_window.export_workbook()
    text = open_window.desk.banners.texts()["export"]
    assert "没有导出“a.xlsx”。" in text
    assert "磁盘已满" in text
    assert "保存到别处" in text


def test_a_cancelled_export_does_nothing(open_window, questions, services):
    questions.paths = [None]
    open_window.export_workbook()
    assert services.export_workbook.written == []
    assert open_window.desk.banners.texts() == {}


def test_the_program_writes_the_workbook_in_another_process(open_window, services, tmp_path):
    target = tmp_path / "plan.xlsx"
    content = open_window.desk.bridge.document.content
    words, today = open_window.context.words, services.clock.today()
    bootstrap.export_workbook(content, target, words, today)
    assert target.read_bytes().startswith(b"PK")
    with pytest.raises(SaveFailed):
        bootstrap.export_workbook(content, tmp_path / "weg" / "a.xlsx", words, today)

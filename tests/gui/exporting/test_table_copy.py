"""The selected rows on the clipboard: the official table, as HTML and text or as a picture."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from planner.bootstrap import table_markup
from planner.gui.exporting.table_copy import Selected, picture_of
from tests.plans import small_plan
from tests.reports.sources import CHINESE, OFFICIAL, TODAY


@pytest.fixture
def clipboard(qapp):
    board = QApplication.clipboard()
    board.setText("before")
    yield board
    board.clear()


def selected(*ids):
    return Selected(small_plan(), ids, TODAY, CHINESE, OFFICIAL)


def test_a_branch_is_copied_as_the_official_table(open_window, qtbot, clipboard):
    open_window.desk.panes.tree.select("component-1")
    open_window._actions["copy_official"].trigger()
    qtbot.waitUntil(lambda: clipboard.mimeData().hasHtml())
    lines = clipboard.text().splitlines()
    assert lines[0].split("\t")[:4] == ["序号", "框架层", "要素", "重点任务"]
    table = selected("component-1").table()
    assert len(lines) == 1 + len(table.rows)
    assert "mso-number-format" in clipboard.mimeData().html()
    assert open_window.desk.banners.texts()["copied"] == "已复制为表格。"


def test_a_row_is_copied_as_a_picture_dark_on_white(open_window, qtbot, clipboard):
    open_window.desk.panes.tree.select("m1")
    open_window._actions["copy_picture"].trigger()
    qtbot.waitUntil(lambda: clipboard.mimeData().hasImage())
    picture = clipboard.image()
    assert picture.pixelColor(0, 0) == QColor("white")
    assert picture.width() > 1000


def test_rows_come_with_their_parts_and_the_framework_above():
    table = selected("m1").table()
    assert [row.source for row in table.rows] == ["m1", "m1a", "m1b"]
    assert all(row.cells[table.column_place("layer")] for row in table.rows)


def test_too_large_a_picture_is_not_made(qapp, monkeypatch):
    table = selected("layer-1").table()
    assert picture_of(table, OFFICIAL, CHINESE) is not None
    monkeypatch.setattr("planner.gui.exporting.table_copy._MOST_DOTS", 1000)
    assert picture_of(table, OFFICIAL, CHINESE) is None


def test_too_much_is_said_and_the_clipboard_left(open_window, qtbot, clipboard, monkeypatch):
    monkeypatch.setattr("planner.gui.exporting.table_copy._MOST_DOTS", 1000)
    clipboard.setText("vorher")
    open_window.desk.panes.tree.select("m1")
    open_window._actions["copy_picture"].trigger()
    qtbot.waitUntil(lambda: "copied" in open_window.desk.banners.texts())
    assert "太多" in open_window.desk.banners.texts()["copied"]
    assert clipboard.text() == "vorher"


def test_text_of_a_plan_is_text_in_the_markup():
    from dataclasses import replace

    table = selected("m1").table()
    place = table.column_place("task")
    payload = "=1+1<script>'\"&\nzweite"
    rows = tuple(
        replace(row, cells=tuple(payload if at == place else cell for at, cell in enumerate(row.cells)))
        for row in table.rows
    )
    html = table_markup(replace(table, rows=rows), OFFICIAL)
    assert "<script>" not in html
    assert "=1+1&lt;script&gt;&#x27;&quot;&amp;<br>zweite" in html
    assert html.count("<tr") == html.count("</tr>")

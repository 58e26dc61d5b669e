"""A page as it is shown: in the theme's colours, with its pictures, and without anything from elsewhere."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from planner.gui.help.browser import PageBrowser
from tests.gui.help.conftest import FOLDER

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def browser(qtbot, context):
    around = QWidget()
    qtbot.addWidget(around)
    browser = PageBrowser(context.icons, FOLDER / "zh", around)
    yield browser
    browser.close()


def test_markdown_is_shown_and_html_is_not(browser):
    browser.show_page("# 题\n\n<b>粗</b> **细**\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n", [])
    text = browser.toPlainText()
    assert "<b>粗</b> 细" in text
    assert [line for line in text.splitlines() if line in ("甲", "乙", "1", "2")] == ["甲", "乙", "1", "2"]


def test_words_looked_for_are_marked(browser):
    browser.show_page("# 题\n\n时限与时限", ["时限"])
    assert [mark.cursor.selectedText() for mark in browser.extraSelections()] == ["时限", "时限"]


def test_pictures_come_from_the_resources_alone(browser, tmp_path):
    browser.resize(700, 500)
    browser.parentWidget().show()
    inside = browser.loadResource(IMAGE, QUrl("../../screenshots/house-zh.png"))
    assert 100 < inside.width() <= 780
    assert browser.loadResource(IMAGE, QUrl("icon:deadline#info")).width() == 16
    for outside in ("../../../README.md", "http://example.org/a.png", "file:///etc/passwd", "/etc/passwd"):
        assert browser.loadResource(IMAGE, QUrl(outside)) is None


def test_lines_stay_readable_in_a_wide_window(browser):
    browser.resize(1600, 600)
    browser.show()
    assert browser.viewport().width() <= 780 < browser.width()

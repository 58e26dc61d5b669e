"""The sentence over empty rows comes and goes with the rows."""

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from planner.gui.dialogs.blank_hint import BlankHint


def test_it_stands_there_only_while_there_are_no_rows(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    hint = BlankHint(tree, "先添加")
    tree.show()
    assert hint.isVisible()
    assert tree.accessibleDescription() == "先添加"
    tree.addTopLevelItem(QTreeWidgetItem(["甲"]))
    assert not hint.isVisible()
    assert tree.accessibleDescription() == ""
    tree.clear()
    assert hint.isVisible()


def test_it_fills_the_place_of_the_rows_when_that_grows(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    hint = BlankHint(tree)
    tree.show()
    tree.resize(500, 400)
    qtbot.waitUntil(lambda: hint.geometry() == tree.viewport().rect())
    assert hint.width() > 400


def test_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    hint = BlankHint(tree)
    hint.setWordWrap(False)
    hint.say("<b>粗</b>")
    assert hint.sizeHint().width() > hint.fontMetrics().horizontalAdvance("<b>粗</b>")

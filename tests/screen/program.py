"""Runs the program and keeps telling, in a file, where on the screen rows, tabs and terms are."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from planner import bootstrap
from planner.gui import application
from planner.gui.facets.tree import EntryTree
from planner.gui.tree.view import TreeView

_EVERY_MS = 150


def main(file: str, *arguments: str) -> int:
    """Run with the program's own arguments; returns its exit code."""
    start_qt, timer = application.start_qt, QTimer()

    def start_and_tell() -> QApplication:
        started = start_qt()
        timer.timeout.connect(lambda: _tell(Path(file)))
        timer.start(_EVERY_MS)
        return started

    application.start_qt = start_and_tell
    return bootstrap.main(list(arguments))


def _tell(file: Path) -> None:
    places: dict[str, tuple[int, int]] = {}
    for window in QApplication.topLevelWidgets():
        for tabs in window.findChildren(QTabWidget):
            bar = tabs.tabBar()
            for place in range(tabs.count()):
                places[f"tab {tabs.tabText(place)}"] = _on_screen(bar, bar.tabRect(place).center())
        for tree in window.findChildren(TreeView):
            for place, row in enumerate(tree.outline.rows if tree.isVisible() else ()):
                area = tree.visualRect(tree.tree_model.index(place, 1))
                places[f"row {row.id}"] = _on_screen(tree.viewport(), area.center())
        for entries in window.findChildren(EntryTree):
            for entry in entries.ids if entries.isVisible() else ():
                area = entries.visualItemRect(entries.entry(entry))
                places[f"entry {entry}"] = _on_screen(
                    entries.viewport(), area.topLeft() + QPoint(60, area.height() // 2)
                )
    waiting = file.with_suffix(".new")
    waiting.write_text(json.dumps(places))
    waiting.replace(file)


def _on_screen(widget: QWidget, point: QPoint) -> tuple[int, int]:
    there = widget.mapToGlobal(point)
    return there.x(), there.y()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

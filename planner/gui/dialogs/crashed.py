"""Tells that something unexpected happened."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from planner.app.words import Words
from planner.gui.product import NAME


def tell_crash(words: Words, log_folder: Path) -> None:
    """Say in a sentence what it means for the plan, and where the log is."""
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(words(NAME))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words("程序遇到意外错误，刚才的操作可能没有完成。"))
    box.setInformativeText(words("之前的编辑都在本机日志中，不会丢失；请保存计划，并把日志交给维护人员。"))
    go_on = box.addButton(words("继续"), QMessageBox.ButtonRole.AcceptRole)
    log = box.addButton(words("打开日志文件夹"), QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.exec()
    box.deleteLater()
    if box.clickedButton() is log:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder)))

"""Asks where a figure is to be written, and writes it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.drawing import output

_FILTERS = {
    "picture": (N_("PNG 图片 (*.png)"), N_("SVG 矢量图 (*.svg)")),
    "poster": (N_("PDF 文件 (*.pdf)"),),
}
_SUFFIXES = {"picture": ".png", "poster": ".pdf"}
_FORBIDDEN = str.maketrans('\\/:*?"<>|', "_" * 9)


def ask_where(parent: QWidget, words: Words, title: str, kind: Literal["picture", "poster"]) -> Path | None:
    """Ask for the file of a picture or poster; the name chosen gets its suffix. None for cancel."""
    filters = [words(text) for text in _FILTERS[kind]]
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    dialog = QFileDialog(parent, words("保存图片"), str(folder), ";;".join(filters))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_SUFFIXES[kind])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen[-4:-1]))
    dialog.selectFile(f"{title.translate(_FORBIDDEN)}{_SUFFIXES[kind]}")
    if dialog.exec() != QFileDialog.DialogCode.Accepted:
        return None
    return Path(dialog.selectedFiles()[0])


def write_figure(words: Words, path: Path, content: bytes, tell: Callable[[str, str], object]) -> None:
    """Write a file whole or not at all, and say which in a tone of `planner.gui.banner` and a sentence."""
    try:
        output.write(path, content)
    except OSError as error:
        tell("danger", words(N_("没有写成“{name}”：{reason}")).format(name=path.name, reason=error))
    else:
        tell("success", words(N_("已保存“{name}”。")).format(name=path.name))

"""Everything that is asked of a person with a message box or a file dialog.

A window asks through one `Questions`, so that tests can answer.
"""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from planner.app.words import Words
from planner.gui.product import NAME, PRESET_SUFFIX, SUFFIX, export_filter, plan_filter, preset_filter


class Answer(Enum):
    """What to do with unsaved edits."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Questions:
    """Asks and tells over one window, one dialog at a time."""

    def __init__(self, window: QWidget, words: Words) -> None:
        self._window = window
        self._words = words

    def before_closing(self, name: str) -> Answer:
        """Ask what to do with unsaved edits; Esc cancels."""
        box = self._box(
            QMessageBox.Icon.Warning,
            self._words("要保存对“{name}”的修改吗？").format(name=name),
            self._words("不保存就会失去上次保存之后的修改。"),
        )
        save = box.addButton(self._words("保存"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self._words("不保存"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self._words("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        clicked = _clicked(box)
        if clicked is save:
            return Answer.SAVE
        return Answer.DISCARD if clicked is discard else Answer.CANCEL

    def choose(self, text: str, more: str, verbs: Sequence[str], *, details: str = "") -> int | None:
        """Offer things to do, the first one as the default; returns which, None for cancel."""
        box = self._box(QMessageBox.Icon.Warning, text, more)
        box.setDetailedText(details)
        buttons: list[QAbstractButton] = [
            box.addButton(verb, QMessageBox.ButtonRole.AcceptRole) for verb in verbs
        ]
        cancel = box.addButton(self._words("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(cancel)
        clicked = _clicked(box)
        return buttons.index(clicked) if clicked in buttons else None

    def tell(self, text: str, more: str = "") -> None:
        """Say what happened and what to do."""
        box = self._box(QMessageBox.Icon.Warning, text, more)
        box.addButton(self._words("知道了"), QMessageBox.ButtonRole.AcceptRole)
        _clicked(box)

    def plan_to_open(self, folder: Path) -> Path | None:
        """Ask for a plan file."""
        dialog = self._file_dialog(self._words("打开计划"), folder, plan_filter(self._words))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def plan_to_save(self, proposal: Path) -> Path | None:
        """Ask where to save a plan; the dialog asks before it names a file that exists."""
        return self._file_to_write(
            self._words("另存为"), proposal, plan_filter(self._words), SUFFIX, self._words("保存")
        )

    def file_to_export(self, proposal: Path, form: str) -> Path | None:
        """Ask where to export to, in the form whose files end so; `proposal` has no ending."""
        return self._file_to_write(
            self._words("导出"),
            proposal.with_name(f"{proposal.name}.{form}"),
            export_filter(self._words, form),
            f".{form}",
            self._words("导出"),
        )

    def folder_to_fill(self, folder: Path) -> Path | None:
        """Ask in which folder many files are to be written."""
        dialog = self._file_dialog(self._words("导出到文件夹"), folder, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self._words("导出"))
        return _chosen(dialog)

    def template_to_fill(self, folder: Path) -> Path | None:
        """Ask for a workbook of the office that is to be filled."""
        dialog = self._file_dialog(self._words("选择模板"), folder, export_filter(self._words, "xlsx"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def preset_to_read(self) -> Path | None:
        """Ask for the file of a preset."""
        dialog = self._file_dialog(self._words("从文件读入版式"), Path(), preset_filter(self._words))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def preset_to_write(self, name: str) -> Path | None:
        """Ask where to write a preset, whose file is to be called so."""
        proposal = Path(f"{name}{PRESET_SUFFIX}")
        return self._file_to_write(
            self._words("版式另存为文件"),
            proposal,
            preset_filter(self._words),
            PRESET_SUFFIX,
            self._words("保存"),
        )

    def _file_to_write(
        self, title: str, proposal: Path, name_filter: str, suffix: str, verb: str
    ) -> Path | None:
        dialog = self._file_dialog(title, proposal.parent, name_filter)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, verb)
        dialog.selectFile(proposal.name)
        return _chosen(dialog)

    def _file_dialog(self, title: str, folder: Path, name_filter: str) -> QFileDialog:
        return QFileDialog(self._window, title, str(folder), name_filter)

    def _box(self, icon: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
        box = QMessageBox(icon, self._words(NAME), text, QMessageBox.StandardButton.NoButton, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(more)
        return box


def _clicked(box: QMessageBox) -> QAbstractButton:
    box.exec()
    box.deleteLater()  # not on close, which would take the answer along
    return box.clickedButton()


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    return Path(dialog.selectedFiles()[0]) if accepted else None

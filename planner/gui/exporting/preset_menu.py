"""What can be done with the preset chosen in an export dialog, as the menu of its button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.exporting.dialog import ExportDialog
from planner.gui.icons import Icons
from planner.gui.presets.keeper import PresetKeeper


class PresetMenu(QMenu):
    """Edits, copies, removes, reads and writes presets; most of it only in a plan that may be changed."""

    def __init__(
        self, dialog: ExportDialog, keeper: PresetKeeper, words: Words, icons: Icons, *, editable: bool
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._keeper = keeper
        self._editable = editable
        self.edit = QAction(icons.icon("edit"), words(N_("编辑…")), self)
        self.copy = QAction(icons.icon("duplicate"), words(N_("复制为新版式…")), self)
        self.remove = QAction(icons.icon("delete"), words(N_("从计划中删除")), self)
        self.read = QAction(icons.icon("import"), words(N_("从文件读入…")), self)
        self.write = QAction(icons.icon("export"), words(N_("另存为文件…")), self)
        self.edit.triggered.connect(lambda: keeper.edit(dialog.preset, dialog))
        self.copy.triggered.connect(lambda: keeper.copy(dialog.preset, dialog))
        self.remove.triggered.connect(lambda: keeper.remove(dialog.preset))
        self.read.triggered.connect(keeper.read_file)
        self.write.triggered.connect(lambda: keeper.write_file(dialog.preset))
        self.addActions([self.edit, self.copy, self.remove])
        self.addSeparator()
        self.addActions([self.read, self.write])
        self.follow()
        dialog.form.changed.connect(self.follow)

    def put_on(self, button: QToolButton) -> None:
        """Make the button edit, and its arrow open the menu."""
        button.setDefaultAction(self.edit)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setMenu(self)

    def follow(self) -> None:
        """Enable what can be done with the preset chosen now."""
        for action in (self.edit, self.copy, self.read):
            action.setEnabled(self._editable)
        self.remove.setEnabled(self._editable and self._dialog.has_own_preset)

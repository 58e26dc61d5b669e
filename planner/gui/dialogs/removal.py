"""Says where something is used before it is removed. Views of units and facets may import it."""

from PySide6.QtWidgets import QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label


def removal_dialog(words: Words, sentence: str, parent: QWidget) -> Dialog:
    """Make the dialog that shows a sentence of `planner.app.usage` and offers to remove all the same."""
    dialog = Dialog(words(N_("删除")), parent)
    dialog.column.addWidget(plain_label(sentence, bold=True))
    dialog.column.addWidget(plain_label(words(N_("删除会一并去掉这些引用；可以撤销。")), "muted"))
    dialog.add_accept(words(N_("删除")))
    dialog.add_cancel(words(N_("取消")))
    dialog.column.addWidget(dialog.buttons)
    dialog.setMinimumWidth(420)
    return dialog


def confirm_removal(words: Words, sentence: str, parent: QWidget) -> bool:
    """Ask whether to remove what is still in use."""
    return bool(removal_dialog(words, sentence, parent).exec())

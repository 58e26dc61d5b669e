"""Says where something is used before it is removed. Views of units and facets may import it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.app.commands.structure import remove
from planner.app.usage import InUse, in_use
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.dialogs.form import Dialog, plain_label

_MOST_LISTED = 200
_LIST_HEIGHT = 180

Confirm = Callable[[Words, InUse, QWidget], bool]
"""Asks whether to remove what is still in use."""


def removal_dialog(words: Words, use: InUse, parent: QWidget) -> Dialog:
    """Make the dialog that lists every use and offers to remove all the same."""
    dialog = Dialog(words(N_("删除")), parent)
    dialog.column.addWidget(plain_label(use.sentence, bold=True))
    dialog.column.addWidget(_list_of(words, use, dialog))
    dialog.column.addWidget(plain_label(words(N_("删除会一并去掉这些引用；可以撤销。")), "muted"))
    accept = dialog.add_accept(words(N_("删除")))
    dialog.add_cancel(words(N_("取消")))
    dialog.column.addWidget(dialog.buttons)
    dialog.setMinimumWidth(520)
    accept.setFocus()
    return dialog


def confirm_removal(words: Words, use: InUse, parent: QWidget) -> bool:
    """Ask whether to remove what is still in use."""
    return bool(removal_dialog(words, use, parent).exec())


def remove_asking(bridge: Bridge, item_ids: Sequence[str], confirm: Confirm, parent: QWidget) -> bool:
    """Remove items, after asking where any is in use; says whether they are gone."""
    if not item_ids:
        return False
    use = in_use(bridge.plan, item_ids, bridge.words, bridge.cells)
    agreed = use is None or confirm(bridge.words, use, parent)
    return agreed and bridge.run(lambda: remove(bridge.plan, item_ids))


def _list_of(words: Words, use: InUse, parent: QWidget) -> QTreeWidget:
    places = QTreeWidget(parent)
    places.setAccessibleName(words(N_("使用之处")))
    places.setHeaderLabels([words(N_("字段")), words(N_("使用者"))])
    places.setRootIsDecorated(False)
    places.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    places.setFixedHeight(_LIST_HEIGHT)
    places.ensurePolished()  # rows are measured below, in their style
    for field, name in use.places[:_MOST_LISTED]:
        entry = QTreeWidgetItem(places, [field, name])
        entry.setToolTip(1, name)
    if (more := len(use.places) - _MOST_LISTED) > 0:
        QTreeWidgetItem(places, ["", words(N_("另有 {count} 处")).format(count=more)])
    places.resizeColumnToContents(0)
    return places

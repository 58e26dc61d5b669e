"""Asks by which field, in which direction and where rows are to be sorted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from planner.app.words import Words
from planner.domain.fields import Field
from planner.gui.dialogs.form import Dialog, plain_label

_WIDTH = 420


class SortDialog(Dialog):
    """`agreed` carries the parent whose rows are to be sorted, the field's key and whether downwards."""

    topic = "plan"

    agreed = Signal(str, str, bool)

    def __init__(
        self,
        words: Words,
        fields: Sequence[Field],
        key: str,
        parents: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(words("排序"), parent)
        self.setObjectName("sort_dialog")
        self.setMinimumWidth(_WIDTH)
        entries = [(words(spec.label), spec.key) for spec in fields]
        self.fields = self._combo(words("按字段"), entries)
        self.fields.setCurrentIndex(max(self.fields.findData(key), 0))
        self.direction = self._combo(words("方向"), [(words("升序"), ""), (words("降序"), "down")])
        self.scope = self._combo(words("范围"), [(text, item_id) for item_id, text in parents])
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for combo in (self.fields, self.direction, self.scope):
            form.addRow(combo.accessibleName(), combo)
        self.column.addWidget(plain_label(words("把同级的行排序"), factor=1.2, bold=True))
        self.column.addLayout(form)
        self.column.addWidget(plain_label(words("没有内容的行排在最后；相同的保持原来的先后。"), "muted"))
        self.column.addWidget(self.buttons)
        self.add_accept(words("排序"))
        self.add_cancel(words("取消"))
        self.fields.setFocus()

    def accept(self) -> None:
        self.agreed.emit(
            self.scope.currentData(), self.fields.currentData(), bool(self.direction.currentData())
        )
        super().accept()

    def _combo(self, name: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for text, value in entries:
            combo.addItem(text, value)
        return combo

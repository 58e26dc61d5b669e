"""Asks which field of all selected rows is to say what."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from planner.app.commands.typed import is_typed
from planner.app.facet_terms import facet_fields, field_at
from planner.domain.errors import Refused
from planner.domain.fields import Field, FieldType
from planner.domain.items import KINDS
from planner.domain.own_fields import fields_of
from planner.domain.plan import Plan
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.inspector.tools import Tools
from planner.gui.tree.bulk_value import BulkValue

_WIDTH = 480
_MOST_TEXTS = 4
_CHOSEN_TYPES = (FieldType.FLAG, FieldType.REFERENCE, FieldType.RELATION)


class BulkDialog(Dialog):
    """`agreed` carries the change set; what the rows say now stands below the new value."""

    topic = "plan"

    agreed = Signal(object)

    def __init__(self, tools: Tools, item_ids: Sequence[str], key: str, parent: QWidget) -> None:
        words = tools.words
        super().__init__(words("批量修改"), parent)
        self.setObjectName("bulk_dialog")
        self.setMinimumWidth(_WIDTH)
        self._tools = tools
        self._ids = item_ids
        self._fields = {spec.key: spec for spec in bulk_fields(tools.plan, item_ids)}
        self.fields = QComboBox(self)
        self.fields.setAccessibleName(words("字段"))
        for spec in self._fields.values():
            self.fields.addItem(words(spec.label), spec.key)
        self.fields.setCurrentIndex(max(self.fields.findData(key), 0))
        self._form = QFormLayout()
        self._now = plain_label("", "muted")
        self._trouble = plain_label("", "error")
        self._lay_out()
        self.value = self._make_value()
        self.fields.currentIndexChanged.connect(self._change_field)
        self.value.control.setFocus()

    def accept(self) -> None:
        try:
            change_set = self.value.command()
        except Refused as refused:
            said = self._tools.words("“{field}”不能填“{text}”。").format(
                field=self.fields.currentText(), text=refused.details.get("value", "")
            )
            self._trouble.setText(said)
            self._trouble.show()
            self.value.control.setFocus()
            return
        self.agreed.emit(change_set)
        super().accept()

    def _lay_out(self) -> None:
        words = self._tools.words
        head = words("修改选中的 {count} 行").format(count=len(self._ids))
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(12)
        self._form.addRow(words("字段"), self.fields)
        self._trouble.hide()
        self.column.addWidget(plain_label(head, factor=1.2, bold=True))
        self.column.addLayout(self._form)
        self.column.addWidget(self._now)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self.buttons)
        self.add_accept(words("修改"))
        self.add_cancel(words("取消"))

    def _change_field(self) -> None:
        self._form.removeRow(1)
        self._trouble.hide()
        self.value = self._make_value()
        self.adjustSize()

    def _make_value(self) -> BulkValue:
        """Put an editor for the chosen field into the form, and say what the rows say now."""
        spec = self._fields[self.fields.currentData()]
        value = BulkValue(spec, self._ids, self._tools, self)
        self._form.addRow(self._tools.words("改为"), value.control)
        self._now.setText(self._current_texts(spec))
        return value

    def _current_texts(self, spec: Field) -> str:
        words, plan = self._tools.words, self._tools.plan
        items = [plan[item_id] for item_id in self._ids]
        having = [item for item in items if field_at(plan, item, spec.key)]
        texts = Counter(self._tools.bridge.cells.text(item, spec.key) for item in having)
        parts = [
            words("{text}（{count} 行）").format(text=_one_line(text) or words("空"), count=count)
            for text, count in texts.most_common(_MOST_TEXTS)
        ]
        if len(texts) > _MOST_TEXTS:
            parts.append(words("等 {count} 种").format(count=len(texts)))
        said = words("现在是：{texts}").format(texts="、".join(parts))
        without = len(items) - len(having)
        return said + (
            "\n" + words("{count} 行没有这个字段，不修改。").format(count=without) if without else ""
        )


def bulk_fields(plan: Plan, item_ids: Sequence[str]) -> list[Field]:
    """Return the fields that can be set in all of some rows, in the order of the field table."""
    kinds = {plan[item_id].kind.key for item_id in item_ids}
    specs = {
        spec.key: spec
        for kind in KINDS.values()
        if kind.key in kinds
        for spec in (*fields_of(plan, kind), *facet_fields(plan, kind))
        if spec.key != "title"
    }
    return [
        spec for spec in specs.values() if not spec.system and (is_typed(spec) or spec.type in _CHOSEN_TYPES)
    ]


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else f"{line[:23]}…"

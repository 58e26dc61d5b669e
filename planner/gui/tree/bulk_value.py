"""The editor of one value for many rows, by the type of the field, and the command that it stands for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from planner.app.commands.bulk import set_all, set_all_targets, set_all_typed
from planner.app.facet_terms import is_facet
from planner.app.name_suggestions import Suggest, suggestions
from planner.domain.changes import ChangeSet
from planner.domain.fields import Field, FieldType
from planner.domain.items import KINDS
from planner.gui.inspector.candidates import Candidate, candidates
from planner.gui.inspector.tools import Tools
from planner.gui.tree.editors import NamesEditor

_PARAGRAPH_HEIGHT = 120
_LIST_HEIGHT = 220
_ID = Qt.ItemDataRole.UserRole


class BulkValue:
    """Edits what one field is to say in all of some rows; `control` is the widget for it."""

    def __init__(self, spec: Field, item_ids: Sequence[str], tools: Tools, parent: QWidget) -> None:
        self._spec = spec
        self._ids = item_ids
        self._tools = tools
        self.control, self._command = self._made(parent)
        self.control.setAccessibleName(tools.words(spec.label))

    def command(self) -> ChangeSet:
        """Return what sets the value in all rows; refused where the field cannot say it."""
        return self._command()

    def _made(self, parent: QWidget) -> tuple[QWidget, Callable[[], ChangeSet]]:
        spec, words = self._spec, self._tools.words
        match spec.type:
            case FieldType.CHOICE:
                choices = [(words(choice.label), choice.code) for choice in spec.choices]
                return self._combo(choices, parent)
            case FieldType.FLAG:
                return self._combo([(words("是"), True), (words("否"), False)], parent)
            case FieldType.REFERENCE:
                return self._combo([("", ""), *((one.text, one.id) for one in self._candidates())], parent)
            case FieldType.RELATION if spec.target != "unit" and not is_facet(spec.key):
                return self._list(parent)
            case FieldType.PARAGRAPH:
                paragraph = QPlainTextEdit(parent)
                paragraph.setTabChangesFocus(True)
                paragraph.setFixedHeight(_PARAGRAPH_HEIGHT)
                return paragraph, lambda: self._typed(paragraph.toPlainText())
            case _:
                named = spec.type is FieldType.RELATION
                line = NamesEditor(parent, self._suggest()) if named else QLineEdit(parent)
                line.setObjectName("")  # not the look of a cell
                return line, lambda: self._typed(line.text())

    def _combo(
        self, entries: Sequence[tuple[str, str | bool]], parent: QWidget
    ) -> tuple[QWidget, Callable[[], ChangeSet]]:
        combo = QComboBox(parent)
        for text, value in entries:
            combo.addItem(text, value)
        today = self._tools.bridge.derived.today
        return combo, lambda: set_all(self._tools.plan, self._ids, self._spec.key, combo.currentData(), today)

    def _list(self, parent: QWidget) -> tuple[QWidget, Callable[[], ChangeSet]]:
        ticks = QListWidget(parent)
        ticks.setFixedHeight(_LIST_HEIGHT)
        for candidate in self._candidates():
            group = f"{candidate.group} · " if candidate.group else ""
            entry = QListWidgetItem(f"{group}{candidate.text}", ticks)
            entry.setData(_ID, candidate.id)
            entry.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            entry.setCheckState(Qt.CheckState.Unchecked)
        new_id = self._tools.bridge.document.new_id
        return ticks, lambda: set_all_targets(
            self._tools.plan, self._ids, self._spec.key, _ticked(ticks), new_id
        )

    def _candidates(self) -> list[Candidate]:
        return list(candidates(self._tools, KINDS[self._spec.target].cls))

    def _typed(self, text: str) -> ChangeSet:
        bridge = self._tools.bridge
        return set_all_typed(
            bridge.plan, self._ids, self._spec.key, text, bridge.derived.today, bridge.document.new_id
        )

    def _suggest(self) -> Suggest:
        return suggestions(self._tools.plan, self._spec, self._tools.bridge.initials)


def _ticked(ticks: QListWidget) -> list[str]:
    entries = (ticks.item(place) for place in range(ticks.count()))
    return [str(entry.data(_ID)) for entry in entries if entry.checkState() is Qt.CheckState.Checked]

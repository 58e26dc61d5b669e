"""Which editor shows which type of field."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from planner.domain.fields import Field, FieldType
from planner.gui.inspector.editors.base import FieldEditor
from planner.gui.inspector.editors.choices import ChoiceEditor, FlagEditor, ReferenceEditor
from planner.gui.inspector.editors.relations import PickedEditor, UnitsEditor
from planner.gui.inspector.editors.texts import DeadlineEditor, ParagraphEditor, TextEditor, TypedEditor
from planner.gui.inspector.editors.views import AddressEditor, ComputedView
from planner.gui.inspector.tools import Tools

__all__ = ["EDITORS", "FieldEditor", "make_editor"]

EDITORS: Mapping[FieldType, type[FieldEditor]] = {
    FieldType.TEXT: TextEditor,
    FieldType.PARAGRAPH: ParagraphEditor,
    FieldType.NUMBER: TypedEditor,
    FieldType.PERCENT: TypedEditor,
    FieldType.FLAG: FlagEditor,
    FieldType.CHOICE: ChoiceEditor,
    FieldType.PERIOD: TypedEditor,
    FieldType.DEADLINE: DeadlineEditor,
    FieldType.NAMES: TextEditor,
    FieldType.ADDRESS: AddressEditor,
    FieldType.REFERENCE: ReferenceEditor,
    FieldType.RELATION: PickedEditor,
    FieldType.COMPUTED: ComputedView,
}


def make_editor(spec: Field, tools: Tools, parent: QWidget) -> FieldEditor:
    """Make the editor of a field; what only commands set is shown to be read."""
    if spec.system:
        return ComputedView(spec, tools, parent)
    if spec.type is FieldType.RELATION and spec.target == "unit":
        return UnitsEditor(spec, tools, parent)
    return EDITORS[spec.type](spec, tools, parent)

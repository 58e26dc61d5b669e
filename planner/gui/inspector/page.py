"""The page of one kind of item: its fields, what belongs to it and who links to it, in parts that fold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.commands.belongings import belonging_kinds
from planner.domain.fields import Group
from planner.domain.items import KINDS, Adjustment, Item, kind_of
from planner.domain.marks import N_
from planner.domain.own_fields import fields_of, own_fields
from planner.gui.inspector.editors import FieldEditor
from planner.gui.inspector.form import ItemForm
from planner.gui.inspector.referrers import LinkedFrom
from planner.gui.inspector.related import RelatedTable
from planner.gui.inspector.section import Section
from planner.gui.inspector.sections import BELONGING_TITLES, FIRST_GROUPS, GROUP_LABELS, LAST_GROUPS, in_head
from planner.gui.inspector.tools import Tools

_LINKED = "linked"


class Page(QWidget):
    """Shows any item of one kind.

    `opened` asks for another item, `adjustment_asked` and `report_asked` carry the id of a measure whose
    deadline is to be changed or whose progress is to be reported.
    """

    opened = Signal(str)
    adjustment_asked = Signal(str)
    report_asked = Signal(str)

    def __init__(self, key: str, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = KINDS[key]
        self._tools = tools
        self.sections: dict[str, Section] = {}
        self._forms: dict[str, ItemForm] = {}
        self.tables: dict[str, RelatedTable] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for group in FIRST_GROUPS:
            self._add_form(group)
        for cls in belonging_kinds(key):
            self._add_table(cls)
        for group in LAST_GROUPS:
            self._add_form(group)
        linked = self._add(_LINKED, tools.words("被关联于"))
        self.linked_from = LinkedFrom(tools, linked)
        self.linked_from.opened.connect(self.opened)
        linked.put(self.linked_from)

    @property
    def editors(self) -> dict[str, FieldEditor]:
        """The editors of all fields, by key, in their order."""
        return {key: editor for form in self._forms.values() for key, editor in form.editors.items()}

    def show_item(self, item_id: str) -> None:
        """Show another item of the kind."""
        for form in self._forms.values():
            form.show_item(item_id)
        for table in self.tables.values():
            table.show_owner(item_id)
        self.linked_from.show_item(item_id)
        self._show_counts()

    def fit(self, width: int) -> None:
        """Take what room there is for columns."""
        for table in self.tables.values():
            table.fit(width)

    def refresh(self) -> None:
        """Show what has changed in the plan."""
        for form in self._forms.values():
            form.refresh()
        for table in self.tables.values():
            table.refresh()
        self.linked_from.refresh()
        self._show_counts()

    def set_editable(self, editable: bool, *, own: bool) -> None:
        """Allow or forbid editing what belongs to the item, and the item's `own` fields."""
        for form in self._forms.values():
            form.set_editable(own)
        for table in self.tables.values():
            table.set_editable(editable)

    def _show_counts(self) -> None:
        """Say in the heading of each closed form how much is filled in, in that of each table how many."""
        for name, form in self._forms.items():
            section = self.sections[name]
            section.show_count(0 if section.opened else form.filled)
        for name, table in self.tables.items():
            self.sections[name].show_count(len(table.ids))
        count = self.linked_from.count
        self.sections[_LINKED].show_count(count)
        self.sections[_LINKED].setVisible(bool(count))

    def _add_form(self, group: Group) -> None:
        if not any(
            spec.group is group and not in_head(spec) for spec in fields_of(self._tools.plan, self._kind)
        ):
            return
        section = self._add(group.value, self._title_of(group))
        form = ItemForm(self._kind, (group,), self._tools, section)
        form.opened.connect(self.opened)
        self._forms[group.value] = form
        section.put(form)

    def _title_of(self, group: Group) -> str:
        has_own = group is Group.NOTES and bool(own_fields(self._tools.plan, self._kind.key))
        return self._tools.words(N_("备注和自定义字段") if has_own else GROUP_LABELS[group])

    def _add_table(self, cls: type[Item]) -> None:
        name = kind_of(cls).key
        section = self._add(name, self._tools.words(BELONGING_TITLES[kind_of(cls).key]))
        table = RelatedTable(cls, self._tools, section)
        table.opened.connect(self.opened)
        table.asked.connect(self.adjustment_asked if cls is Adjustment else self.report_asked)
        self.tables[name] = table
        section.add_tool(table.add_button)
        section.put(table)
        table.add_button.clicked.connect(section.open)

    def _add(self, name: str, title: str) -> Section:
        section = Section(name, title, self._tools, self)
        section.toggled.connect(self._show_counts)
        self.sections[name] = section
        self._column.addWidget(section)
        return section

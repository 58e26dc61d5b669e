"""One row of the table of what belongs to an item; only that table makes it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.domain.fields import Field, FieldType
from planner.domain.marks import N_
from planner.gui.inspector.editors import make_editor
from planner.gui.inspector.link_button import LinkButton
from planner.gui.inspector.tools import Tools

LEAST_WIDTHS = {
    FieldType.PARAGRAPH: 110,
    FieldType.TEXT: 72,
    FieldType.NAMES: 72,
    FieldType.DEADLINE: 90,
    FieldType.CHOICE: 80,
    FieldType.PERIOD: 80,
    FieldType.NUMBER: 64,
    FieldType.PERCENT: 56,
}
"""The least width of a column in pixels; other types of field are left to the form of the row."""

STRETCHED = (FieldType.PARAGRAPH, FieldType.TEXT)

_VERBS = (
    ("open", N_("打开"), "inspector"),
    ("move_up", N_("上移"), "move-up"),
    ("move_down", N_("下移"), "move-down"),
    ("remove", N_("删除"), "delete"),
)


class RelatedRow:
    """One row of the table: an editor for each column, and a menu of what can be done with the row."""

    def __init__(
        self, place: int, specs: Sequence[Field], address: Field | None, tools: Tools, card: QWidget
    ) -> None:
        self.item_id = ""
        self._specs = specs
        self._tools = tools
        self._address = address
        self.editors = {spec.key: make_editor(spec, tools, card) for spec in specs}
        for spec in specs:
            editor = self.editors[spec.key]
            label = tools.words(spec.label)
            editor.name(tools.words("第 {row} 行，{field}").format(row=place + 1, field=label))
            editor.control.setProperty("flat", True)
            editor.setMinimumWidth(LEAST_WIDTHS[spec.type])
            if spec.type not in STRETCHED:
                editor.setMaximumWidth(LEAST_WIDTHS[spec.type])
        self.more = QToolButton(card)
        self.more.setIcon(tools.icons.icon("more", "text-muted"))
        self.more.setToolTip(tools.words("打开、移动或删除这一行"))
        self.more.setAccessibleName(tools.words("第 {row} 行的操作").format(row=place + 1))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("role", "row-menu")
        self.link = LinkButton(tools.words(address.label), tools, card) if address else None
        menu = QMenu(self.more)
        self.actions = {
            verb: menu.addAction(tools.icons.icon(icon), tools.words(text)) for verb, text, icon in _VERBS
        }
        self.more.setMenu(menu)

    @property
    def ends(self) -> tuple[QToolButton, ...]:
        """The buttons at the end of the row."""
        return (self.more,) if self.link is None else (self.link, self.more)

    def show_item(self, item_id: str) -> None:
        """Show an item, or what changed in it."""
        for editor in self.editors.values():
            if item_id == self.item_id:
                editor.refresh()
            else:
                editor.show_item(item_id)
        self.item_id = item_id
        if self.link is not None and self._address is not None:
            self.link.show_address(str(self._tools.plan[item_id].value(self._address.key)))

    def show_columns(self, shown: Sequence[Field], *, with_link: bool) -> None:
        """Show the cells of some columns; none at all where the row has no item."""
        for spec in self._specs:
            self.editors[spec.key].setVisible(bool(self.item_id) and spec in shown)
        self.more.setVisible(bool(self.item_id))
        if self.link is not None:
            self.link.setVisible(bool(self.item_id) and with_link)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changing the row."""
        for editor in self.editors.values():
            editor.set_editable(editable)
        for verb in ("move_up", "move_down", "remove"):
            self.actions[verb].setEnabled(editable)

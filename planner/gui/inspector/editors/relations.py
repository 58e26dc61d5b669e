"""Editors for what an item is linked to: units are typed, everything else is picked from a list."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from planner.app.commands.edit import set_names, set_relation
from planner.app.commands.unit_names import unit_register
from planner.app.name_suggestions import suggestions
from planner.domain.fields import Field
from planner.domain.items import KINDS, Item, Term, Unit
from planner.domain.unit_cells import split_duty, split_units
from planner.gui.inspector.candidates import candidates
from planner.gui.inspector.chips import Chip, ChipBox
from planner.gui.inspector.editors.base import FieldEditor
from planner.gui.inspector.editors.controls import LineControl
from planner.gui.inspector.name_completer import NameCompleter
from planner.gui.inspector.picker import Picker
from planner.gui.inspector.tools import Tools

_SEPARATOR = "、"


class RelationEditor(FieldEditor):
    """The linked items as chips, which can be opened and removed."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.box = ChipBox(tools.icons, self)
        self.box.setAccessibleName(tools.words(spec.label))
        self.box.removed.connect(self.unlink)
        self.box.opened.connect(self.opened)

    @property
    def targets(self) -> list[str]:
        """The ids of the linked items, in their order."""
        return self.tools.bridge.cells.targets(self.item, self.spec)

    def signature(self) -> object:
        return tuple(self._chip(target) for target in self.targets)

    def display(self) -> None:
        self.box.show_chips([self._chip(target) for target in self.targets])

    def unlink(self, target: str) -> None:
        """Take a link away."""
        self.relink([known for known in self.targets if known != target])

    def relink(self, targets: list[str]) -> None:
        """Make the field point at these items."""
        document = self.tools.bridge.document
        self.run(lambda: set_relation(document.plan, self.item_id, self.spec.key, targets, document.new_id))

    def set_editable(self, editable: bool) -> None:
        self.box.removable = editable
        self.control.setVisible(editable)
        self.box.place()

    def _chip(self, target: str) -> Chip:
        item = self.tools.plan[target]
        return Chip(target, self.tools.bridge.cells.name(target), self._hint(item))

    def _hint(self, item: Item) -> str:
        if isinstance(item, Unit):
            return item.title
        if isinstance(item, Term):
            above = [self.tools.bridge.cells.name(item_id) for item_id in self.tools.plan.ancestors(item.id)]
            return " › ".join([*reversed(above), item.title])
        return self.tools.bridge.cells.name(item.id)


class PickedEditor(RelationEditor):
    """Linked items that are ticked in a list."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.picker = Picker(tools.words, self)
        self.picker.ticked.connect(self._tick)
        button = QToolButton(self)
        button.setIcon(tools.icons.icon("plus", "text-muted"))
        button.setText(tools.words("添加"))
        button.setProperty("role", "add")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(self.pick)
        self.use(button, tools.words("添加{field}").format(field=tools.words(spec.label)))
        self.column.insertWidget(0, self.box)
        self.box.set_adder(button)

    def pick(self) -> None:
        """Open the list of all that can be linked."""
        cls = KINDS[self.spec.target].cls
        offered = [candidate for candidate in candidates(self.tools, cls) if candidate.id != self.item_id]
        self.picker.offer(offered, self.targets)
        self.picker.open_at(self.control)

    def _tick(self, target: str, chosen: bool) -> None:
        if chosen:
            self.relink([*self.targets, target])
        else:
            self.unlink(target)


class UnitsEditor(RelationEditor):
    """Units that are typed, completed from the register; a name that it does not know is announced."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.input = LineControl(self)
        self.input.setPlaceholderText(tools.words("输入单位名称"))
        self.input.setProperty("role", "token")
        self.input.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.input.finished.connect(self.commit)
        self.input.given_up.connect(self._give_up)
        self.input.textEdited.connect(self._announce)
        self.input.installEventFilter(_Backspace(self.input, self._remove_last))
        completer = NameCompleter(self.input, suggestions(tools.plan, spec, tools.bridge.initials))
        completer.activated.connect(self.commit, Qt.ConnectionType.QueuedConnection)
        self.use(self.input)
        self.column.insertWidget(0, self.box)
        self.box.set_adder(self.input)

    def show_item(self, item_id: str) -> None:
        self.input.show_text("")
        self.tell("")
        super().show_item(item_id)

    def hand_over(self) -> None:
        typed = self.input.text()
        if not any(split_duty(typed)):
            self._give_up()
            return
        if self._complaint(typed):
            self._announce(typed)
            return
        document, kept = self.tools.bridge.document, self.targets
        if self.run(
            lambda: set_names(document.plan, self.item_id, self.spec.key, typed, document.new_id, kept=kept)
        ):
            self._give_up()

    def _give_up(self) -> None:
        self.input.show_text("")
        self.tell("")

    def _announce(self, typed: str) -> None:
        if complaint := self._complaint(typed):
            self.tell(complaint, error=True)
            return
        register = unit_register(self.tools.plan)
        units, duty = split_duty(typed)
        unknown = [name for name in split_units(units) if register.find(name) is None]
        said = [self.tools.words("将新增单位：{names}").format(names=_SEPARATOR.join(unknown))] * bool(
            unknown
        )
        said += [self.tools.words("责任表述：{duty}").format(duty=duty)] * bool(duty)
        self.tell("\n".join(said))

    def _complaint(self, typed: str) -> str:
        register = unit_register(self.tools.plan)
        ambiguous = [name for name in split_units(split_duty(typed)[0]) if register.ambiguous(name)]
        return (
            self.tools.words("有几个单位都叫“{name}”，请写全称。").format(name=ambiguous[0])
            if ambiguous
            else ""
        )

    def _remove_last(self) -> None:
        if self.targets and not self.input.isReadOnly():
            self.unlink(self.targets[-1])


class _Backspace(QObject):
    """Calls back when Backspace is pressed in an empty line."""

    def __init__(self, line: LineControl, pressed: Callable[[], None]) -> None:
        super().__init__(line)
        self._line = line
        self._pressed = pressed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self._line.text()
        ):
            self._pressed()
            return True
        return super().eventFilter(watched, event)

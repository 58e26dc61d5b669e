"""The dialog in which people define fields of their own, rename them and remove them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.app.cells import SEPARATOR
from planner.app.commands.own_fields import rename_field
from planner.app.commands.structure import remove
from planner.app.touched import Touched
from planner.domain.formula import BadFormula, read_formula
from planner.domain.items import ROOT, OwnField, OwnValue, kind_of
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.bridge import Bridge
from planner.gui.dialogs.blank_hint import BlankHint
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icons import Icons
from planner.gui.own_fields.definition import DefinitionForm

_ID = Qt.ItemDataRole.UserRole
_SIZE = (640, 180)
_HEADINGS = (N_("名称"), N_("用于"), N_("类型"), N_("选项或公式"), N_("已填"))


class OwnFieldsDialog(Dialog):
    """Lists the fields, with a form for a new one; each change is a step of the plan's own."""

    topic = "own-fields"

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(bridge.words(N_("自定义字段")), parent)
        self.setObjectName("own_fields")
        self._bridge = bridge
        self._words = words = bridge.words
        self.list = self._make_list()
        self.hint = BlankHint(self.list, words(N_("还没有自定义字段，在下面添加第一个。")))
        self.form = DefinitionForm(bridge, icons, self)
        self.rename_button = QPushButton(icons.icon("edit"), words(N_("重命名")))
        self.remove_button = QPushButton(icons.icon("delete"), words(N_("删除")))
        self.rename_button.clicked.connect(lambda: self.list.editItem(self.list.currentItem(), 0))
        self.remove_button.clicked.connect(self._ask_removal)
        tools = QHBoxLayout()
        tools.addWidget(plain_label(words(N_("字段随即出现在列、详情、筛选、分组和导出中。")), "muted"), 1)
        tools.addWidget(self.rename_button)
        tools.addWidget(self.remove_button)
        self.notice, self.notice_text = self._make_notice()
        for widget in (self.list, self.notice):
            self.column.addWidget(widget)
        self.column.insertLayout(1, tools)
        self.column.addWidget(self.form)
        self.column.addWidget(self.buttons)
        self.add_cancel(words(N_("关闭")))
        self.form.grown.connect(self._make_room)
        bridge.changed.connect(self._follow)
        self._fill()

    def _make_list(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setHeaderLabels([self._words(heading) for heading in _HEADINGS])
        table.setRootIsDecorated(False)
        table.setMinimumSize(*_SIZE)
        table.setAccessibleName(self._words(N_("自定义字段")))
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.itemChanged.connect(self._take_name)
        table.currentItemChanged.connect(lambda _now, _before: self._show_state())
        return table

    def _make_notice(self) -> tuple[QFrame, QLabel]:
        notice = QFrame()
        notice.setProperty("role", "notice")
        notice.setProperty("tone", "warning")
        text = plain_label("")
        confirm = QPushButton(self._words(N_("仍要删除")))
        confirm.setProperty("role", "danger")
        confirm.clicked.connect(self._remove)
        keep = QPushButton(self._words(N_("保留")))
        keep.clicked.connect(notice.hide)
        row = QHBoxLayout(notice)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(text, 1)
        row.addWidget(confirm)
        row.addWidget(keep)
        notice.hide()
        return notice, text

    def _current(self) -> OwnField | None:
        index = self.list.currentIndex()
        found = self._bridge.plan.find(str(index.siblingAtColumn(0).data(_ID)))
        return found if isinstance(found, OwnField) else None

    def _fill(self) -> None:
        current, plan, words = self._current(), self._bridge.plan, self._words
        specs = kind_of(OwnField).by_key
        names = {
            (key, choice.code): words(choice.label)
            for key in ("subject", "holds")
            for choice in specs[key].choices
        }
        self.list.blockSignals(True)
        self.list.clear()
        for own in plan.children(ROOT, OwnField):
            details = own.formula if own.holds == "formula" else SEPARATOR.join(own.options)
            filled = "" if own.holds == "formula" else str(len(uses_of(plan, own)))
            cells = [own.title, names["subject", own.subject], names["holds", own.holds], details, filled]
            entry = QTreeWidgetItem(cells)
            entry.setData(0, _ID, own.id)
            entry.setToolTip(3, details.replace("<", "‹"))
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(entry)
            if current is not None and own.id == current.id:
                self.list.setCurrentItem(entry)
        self.list.blockSignals(False)
        self._show_state()

    def _show_state(self) -> None:
        self.notice.hide()
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(self._current() is not None)

    def _take_name(self, entry: QTreeWidgetItem, _column: int) -> None:
        """Rename once the entry has been edited: the list is filled anew then."""
        field_id, title = str(entry.data(0, _ID)), entry.text(0)
        QTimer.singleShot(0, self, lambda: self._rename(field_id, title))

    def _rename(self, field_id: str, title: str) -> None:
        if not self._bridge.run(lambda: rename_field(self._bridge.plan, field_id, title)):
            self._fill()

    def _ask_removal(self) -> None:
        own = self._current()
        if own is None:
            return
        plan, words = self._bridge.plan, self._words
        filled, formulas = uses_of(plan, own), formulas_with(plan, own)
        if not filled and not formulas:
            self._remove()
            return
        said = [words(N_("“{name}”已在 {count} 个条目中填写，内容会一并删除。"))] if filled else []
        if formulas:
            said.append(words(N_("公式字段“{formulas}”要用到它，删除后算不出结果。")))
        text = " ".join((*said, words(N_("可以撤销。"))))
        names = SEPARATOR.join(formulas)
        self.notice_text.setText(text.format(name=own.title, count=len(filled), formulas=names))
        self.notice.show()
        self._make_room()

    def _make_room(self) -> None:
        """Grow where texts and form need it: Qt's own adjusting ends at two thirds of the screen."""
        self.column.activate()
        self.resize(self.width(), max(self.height(), self.column.totalHeightForWidth(self.width())))

    def _remove(self) -> None:
        own = self._current()
        if own is not None:
            self._bridge.run(lambda: remove(self._bridge.plan, [own.id]))

    def _follow(self, touched: Touched) -> None:
        if touched.kinds & {"own_field", "own_value"}:
            self._fill()


def uses_of(plan: Plan, own: OwnField) -> list[str]:
    """Return the ids of the items that say something in a field."""
    return [value.parent for value in plan.of(OwnValue).values() if value.field == own.id]


def formulas_with(plan: Plan, own: OwnField) -> list[str]:
    """Return the titles of the formula fields that read a field."""
    others = [other for other in plan.of(OwnField).values() if other.formula and other.subject == own.subject]
    return [other.title for other in others if own.title in _labels(other.formula)]


def _labels(formula: str) -> tuple[str, ...]:
    try:
        return read_formula(formula).labels
    except BadFormula:
        return ()

"""Shows all rules and how this plan wants each of them: its severity, its limit, switched off and why."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.app.checks.checker import OFF
from planner.app.checks.findings import Severity
from planner.app.checks.table import RULES
from planner.app.checks.words import SEVERITY_NAMES, rule_label
from planner.app.commands.checking import RuleChoice
from planner.app.words import Words
from planner.domain.items import RuleSetting
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.dialogs.form import Dialog
from planner.gui.views.page import search_line

ChooseRules = Callable[[Plan, Words, QWidget], Mapping[str, RuleChoice]]
"""Asks how a plan wants its rules; returns the rules that were changed, by code."""

_CODE = Qt.ItemDataRole.UserRole
_SIZE = (760, 620)
_MOST = 1e9
_ROW_PADDING = 10


class RulesDialog(Dialog):
    """`changed` holds the rules that a person set otherwise than the plan has them."""

    topic = "checks"

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None) -> None:
        super().__init__(words(N_("校核规则")), parent)
        self.resize(*_SIZE)
        self._words = words
        settings = {one.rule: one for one in plan.in_order(RuleSetting)}
        self._before = {
            code: RuleChoice(one.severity, one.limit, one.reason)
            if (one := settings.get(code))
            else RuleChoice()
            for code in RULES
        }
        self._choices = dict(self._before)
        self.search = search_line(words(N_("查找规则")), self)
        self.search.textChanged.connect(self._filter)
        self.listing = self._make_listing()
        self.severity = QComboBox(self)
        self.limit = QDoubleSpinBox(self, maximum=_MOST, decimals=0)
        self.reason = QLineEdit(self)
        self._form = QFormLayout()
        self._lay_out()
        self.listing.currentItemChanged.connect(self._show_current)
        self.severity.activated.connect(self._take)
        self.limit.valueChanged.connect(self._take)
        self.reason.textEdited.connect(self._take)
        self.select(next(iter(RULES)))
        self.search.setFocus()

    @property
    def changed(self) -> dict[str, RuleChoice]:
        """The rules that were changed, by code."""
        return {code: one for code, one in self._choices.items() if one != self._before[code]}

    def select(self, code: str) -> None:
        """Go to a rule."""
        self.listing.setCurrentItem(self._items[code])

    def _make_listing(self) -> QTreeWidget:
        listing = QTreeWidget(self)
        listing.setAccessibleName(self._words(N_("校核规则")))
        listing.setRootIsDecorated(False)
        listing.setUniformRowHeights(True)
        heads = N_("规则"), N_("级别"), N_("限值"), N_("理由")
        listing.setHeaderLabels([self._words(head) for head in heads])
        listing.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        listing.header().setStretchLastSection(False)
        for column, width in ((1, 120), (2, 72), (3, 200)):
            listing.setColumnWidth(column, width)
        self._items: dict[str, QTreeWidgetItem] = {}
        for code in RULES:
            item = QTreeWidgetItem(listing)
            item.setData(0, _CODE, code)
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _ROW_PADDING))
            self._items[code] = item
            self._show_item(item)
        return listing

    def _lay_out(self) -> None:
        words = self._words
        self.column.addWidget(self.search)
        self.column.addWidget(self.listing, 1)
        self._form.addRow(words(N_("级别")), self.severity)
        self._form.addRow(words(N_("限值")), self.limit)
        self._form.addRow(words(N_("理由")), self.reason)
        self.reason.setPlaceholderText(words(N_("如：本计划由各区自行确定牵头单位")))
        self.column.addLayout(self._form)
        self.column.addWidget(self.buttons)
        self.add_accept(words(N_("保存设置")))
        self.add_cancel(words(N_("取消")))

    def _current(self) -> str:
        return str(self.listing.currentItem().data(0, _CODE))

    def _show_current(self) -> None:
        rule, choice = RULES[self._current()], self._choices[self._current()]
        usual = self._words(N_("按规则（{severity}）"))
        with QSignalBlocker(self.severity), QSignalBlocker(self.limit), QSignalBlocker(self.reason):
            self.severity.clear()
            self.severity.addItem(usual.format(severity=self._words(SEVERITY_NAMES[rule.severity])), "")
            for severity in Severity:
                self.severity.addItem(self._words(SEVERITY_NAMES[severity]), severity.value)
            self.severity.addItem(self._words(N_("停用")), OFF)
            self.severity.setCurrentIndex(self.severity.findData(choice.severity))
            self.limit.setValue(choice.limit if choice.limit is not None else rule.limit or 0)
            self.reason.setText(choice.reason)
        self._form.setRowVisible(self.limit, rule.limit is not None)

    def _take(self) -> None:
        """Note what is chosen for the current rule."""
        code = self._current()
        rule, limit = RULES[code], self.limit.value()
        own_limit = limit if rule.limit is not None and limit != rule.limit else None
        self._choices[code] = RuleChoice(
            str(self.severity.currentData()), own_limit, self.reason.text().strip()
        )
        self._show_item(self._items[code])

    def _show_item(self, item: QTreeWidgetItem) -> None:
        code = str(item.data(0, _CODE))
        rule, choice, words = RULES[code], self._choices[code], self._words
        off = words(N_("停用"))
        severity = Severity(choice.severity) if choice.severity not in ("", OFF) else rule.severity
        limit = choice.limit if choice.limit is not None else rule.limit
        texts = (
            f"{rule_label(words, code)} · {code}",
            off if choice.severity == OFF else words(SEVERITY_NAMES[severity]),
            "" if limit is None else f"{limit:g}",
            choice.reason,
        )
        font = item.font(0)
        font.setBold(choice != RuleChoice())
        for column, text in enumerate(texts):
            item.setText(column, text)
            item.setFont(column, font)

    def _filter(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for item in self._items.values():
            texts = "\n".join(item.text(column) for column in range(item.columnCount()))
            item.setHidden(wanted not in texts.casefold())


def ask_rules(plan: Plan, words: Words, parent: QWidget) -> Mapping[str, RuleChoice]:
    """Show all rules; returns those that were changed, none for cancel."""
    dialog = RulesDialog(plan, words, parent)
    return dialog.changed if dialog.exec() else {}

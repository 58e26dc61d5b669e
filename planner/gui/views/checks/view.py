"""The view of the checks: findings by severity, each with its place, to be mended or waived."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from planner.app.checks.checker import OFF, in_reading_order
from planner.app.checks.findings import Finding
from planner.app.checks.fixing import fix, fix_all
from planner.app.checks.words import rule_label
from planner.app.commands.checking import RuleChoice, set_rules, stop_waiving_all, waive_all
from planner.app.item_lines import ItemLines
from planner.domain.items import RuleSetting
from planner.domain.marks import N_
from planner.gui.stretching import Stretching
from planner.gui.views.checks.bar import WAIVED, ChecksBar
from planner.gui.views.checks.model import FindingsModel, Line, Place
from planner.gui.views.checks.reason import ask_reason, ask_reason_off
from planner.gui.views.checks.rules_dialog import ChooseRules, ask_rules
from planner.gui.views.page import Page, set_up_listing
from planner.gui.views.stage import Stage

_MOST_SAID = 4

_LEAST_SENTENCE = 30
"""In characters."""


class ChecksView(Page):
    """Lists what the checks find.

    `ask` and `ask_off` ask for the reasons of waivers and of switching rules off, `choose_rules` for rules.
    """

    def __init__(
        self,
        stage: Stage,
        parent: QWidget | None = None,
        *,
        ask: Callable[..., str] = ask_reason,
        ask_off: Callable[..., str] = ask_reason_off,
        choose_rules: ChooseRules = ask_rules,
    ) -> None:
        super().__init__(stage, "checks", parent)
        self._ask = ask
        self._ask_off = ask_off
        self._choose_rules = choose_rules
        self._stale = True
        bridge, words = stage.bridge, self._words
        lines = ItemLines(bridge.plan, bridge.derived, bridge.cells, words)
        self.model = FindingsModel(bridge.plan, bridge.cells, lines, words, stage.icons, self)
        self.table = self._make_table()
        self.bar = ChecksBar(stage.icons, words, self)
        self.bar.filtered.connect(self._show_lines)
        self.bar.rule_wanted.connect(lambda code: self._set_rules({code: RuleChoice()}))
        self.bar.rules_asked.connect(self.set_rules)
        for button, handler in zip(self.bar.buttons, (self.fix, self.waive, self.switch_off), strict=True):
            button.clicked.connect(handler)
        self.lay_out(self.bar, self.table)
        self.setFocusProxy(self.table)
        stage.checks.changed.connect(self._outdate)

    @property
    def chosen(self) -> list[Line]:
        """The selected lines with findings, from top to bottom."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        return [line for row in rows if (line := self.model.lines[row]).finding is not None]

    @property
    def current(self) -> Line | None:
        """The line with the finding that a person has gone to."""
        index = self.table.currentIndex()
        line = self.model.lines[index.row()] if index.isValid() else None
        return line if line is not None and line.finding is not None else None

    def select(self, code: str, item_id: str) -> None:
        """Go to a finding of a rule about an item, if it is listed."""
        for place, line in enumerate(self.model.lines):
            if line.finding is not None and (line.finding.code, line.finding.item) == (code, item_id):
                self.table.setCurrentIndex(self.model.index(place, Place.SENTENCE))
                return

    def refresh(self) -> None:
        """Take over what the checks say now, if it has changed since."""
        if self._stale:
            self._stale = False
            self._stage.checks.run()
            self._show_lines()

    def fix(self) -> None:
        """Mend what the selected lines say, as one step of undo."""
        bridge, findings = self._stage.bridge, [one for one in self._open_findings() if one.fixable]
        if len(findings) == 1:
            bridge.run(lambda: fix(bridge.plan, findings[0], bridge.derived.today, bridge.document.new_id))
        elif findings:
            bridge.run(lambda: fix_all(bridge.plan, findings, bridge.derived.today, bridge.document.new_id))

    def waive(self) -> None:
        """Let the selected findings stand, for a reason that is asked for, or find waived ones again."""
        bridge, findings = self._stage.bridge, self._open_findings()
        if not findings:
            waived = [(one.finding.item, one.finding.code) for one in self.chosen if one.finding is not None]
            bridge.run(lambda: stop_waiving_all(bridge.plan, waived))
        elif reason := self._ask(self._words, self._said(findings), self):
            places = [(finding.item, finding.code) for finding in findings]
            bridge.run(lambda: waive_all(bridge.plan, places, reason, bridge.document.new_id))

    def switch_off(self) -> None:
        """Switch the rules of the selected lines off, for a reason that is asked for."""
        codes = list(dict.fromkeys(finding.code for finding in self._open_findings()))
        said = "\n".join(rule_label(self._words, code) for code in codes)
        if codes and (reason := self._ask_off(self._words, said, self)):
            self._set_rules(dict.fromkeys(codes, RuleChoice(OFF, reason=reason)))

    def set_rules(self) -> None:
        """Show all rules, to be switched off, set to another severity or given another limit."""
        wanted = self._choose_rules(self._stage.bridge.plan, self._words, self)
        if wanted:
            self._set_rules(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def _set_rules(self, wanted: Mapping[str, RuleChoice]) -> None:
        bridge = self._stage.bridge
        bridge.run(lambda: set_rules(bridge.plan, wanted, bridge.document.new_id))

    def _open_findings(self) -> list[Finding]:
        """The findings of the selected lines that are not waived."""
        return [line.finding for line in self.chosen if line.finding is not None and line.reason is None]

    def _said(self, findings: Sequence[Finding]) -> str:
        """Say the first of some findings, and how many more there are."""
        said = [self.model.sentence(finding) for finding in findings[:_MOST_SAID]]
        if more := len(findings) - len(said):
            said.append(self._words(N_("还有 {count} 项")).format(count=more))
        return "\n".join(said)

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _show_lines(self) -> None:
        """Fill the table, staying with the finding that is current, else with the place that it had."""
        before, place = self.current, self.table.currentIndex().row()
        self.model.show_lines(self._lines())
        self.table.clearSpans()
        for row, line in enumerate(self.model.lines):
            if line.finding is None:
                self.table.setSpan(row, 0, 1, len(Place))
        if before is not None and before.finding is not None:
            self.select(before.finding.code, before.finding.item)
            if not self.table.currentIndex().isValid():
                self._select_near(place)
        self._show_counts()
        self._show_actions()

    def _select_near(self, place: int) -> None:
        rows = [row for row, line in enumerate(self.model.lines) if line.finding is not None]
        if rows:
            nearest = min(rows, key=lambda row: abs(row - place))
            self.table.setCurrentIndex(self.model.index(nearest, Place.SENTENCE))

    def _lines(self) -> Iterator[Line]:
        looked_for = self.bar.search.text().strip().casefold()

        def wanted(finding: Finding) -> bool:
            if not looked_for:
                return True
            said = f"{self.model.sentence(finding)} {self.model.place(finding)} {finding.code}"
            return looked_for in said.casefold()

        ordered = in_reading_order(self._stage.bridge.plan, self._stage.checks.findings)
        for severity, group in groupby(ordered, key=lambda finding: finding.severity):
            found = [finding for finding in group if wanted(finding)]
            if found and self.bar.shows(severity.value):
                yield Line(severity, count=len(found))
                yield from (Line(severity, finding) for finding in found)
        waived = [(finding, reason) for finding, reason in self._stage.checks.waived if wanted(finding)]
        if waived and self.bar.shows(WAIVED):
            yield Line(None, count=len(waived))
            yield from (Line(None, finding, reason) for finding, reason in waived)

    def _show_counts(self) -> None:
        words, checks = self._words, self._stage.checks
        counts = {severity.value: count for severity, count in checks.counts.items()}
        self.bar.show_counts({**counts, WAIVED: len(checks.waived)})
        none_shown, none_found = (
            words(N_("没有符合的问题，换几个字或放开级别试试。")),
            words(N_("没有发现问题：单位、时限、指标和成因都接得上。")),
        )
        self.show_hint("" if self.model.lines else none_shown if any(counts.values()) else none_found)

    def _show_actions(self) -> None:
        editable, plan = self._stage.may_edit(), self._stage.bridge.plan
        off = [setting.rule for setting in plan.in_order(RuleSetting) if setting.severity == OFF]
        self.bar.offer(self.chosen, editable=editable)
        self.bar.show_rules_off(off, editable=editable)

    def _went_to(self, current: QModelIndex) -> None:
        self._show_actions()
        line = self.current
        if current.isValid() and line is not None and line.finding is not None and self.table.hasFocus():
            self._stage.errands.item_asked.emit(line.finding.item)

    def _clicked(self, index: QModelIndex) -> None:
        finding = self.model.lines[index.row()].finding
        if finding is None:
            return
        if index.column() == Place.FIX and self._stage.may_edit() and len(self.chosen) == 1:
            self.fix()
        else:
            self._stage.errands.item_asked.emit(finding.item)

    def _enter(self) -> None:
        line = self.current
        if line is not None and line.finding is not None:
            self._stage.errands.place_asked.emit(line.finding.item)

    def _open_menu(self, point: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._stage.icons.icon("tree"), self._words(N_("在计划中定位")), self._enter)
        for button in self.bar.buttons:
            menu.addAction(button.icon(), button.text(), button.click).setEnabled(button.isEnabled())
        menu.popup(self.table.viewport().mapToGlobal(point))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        set_up_listing(table, self._words(N_("校核结果")))
        table.setAlternatingRowColors(False)
        character = table.fontMetrics().averageCharWidth()
        for place, width in ((Place.ITEM, 21), (Place.RULE, 30), (Place.FIX, 8)):
            table.setColumnWidth(place, width * character)
        Stretching(table, Place.SENTENCE, _LEAST_SENTENCE)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.selectionModel().currentRowChanged.connect(self._went_to)
        table.selectionModel().selectionChanged.connect(self._show_actions)
        table.clicked.connect(self._clicked)
        table.activated.connect(self._enter)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        return table

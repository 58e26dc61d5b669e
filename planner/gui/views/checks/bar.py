"""The bar above the findings: which of them are shown, and what can be done about the current one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.app.checks.findings import Severity
from planner.app.checks.words import SEVERITY_NAMES, rule_label
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons
from planner.gui.views.checks.model import SEVERITY_SIGNS, WAIVED_NAME, WAIVED_SIGN, Line
from planner.gui.views.page import search_line, tool_button, tool_row

WAIVED = "waived"
_NAMES = {**{severity.value: SEVERITY_NAMES[severity] for severity in Severity}, WAIVED: WAIVED_NAME}
_SIGNS = {**{severity.value: SEVERITY_SIGNS[severity] for severity in Severity}, WAIVED: WAIVED_SIGN}


class ChecksBar(QWidget):
    """`filtered` comes when other lines are to be shown; `rule_wanted` carries a rule to switch on again."""

    filtered = Signal()
    rule_wanted = Signal(str)

    def __init__(self, icons: Icons, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._words = words
        self.chips = {key: self._chip(key) for key in _NAMES}
        self.search = search_line(words(N_("查找问题")), self)
        self.search.textChanged.connect(self.filtered)
        self.rules_button = tool_button(icons, "settings", "", self)
        self.rules_button.setMenu(QMenu(self.rules_button))
        self.rules_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.fix_button = tool_button(icons, "edit", words(N_("修复")), self)
        self.waive_button = tool_button(icons, "eye", words(N_("免检…")), self)
        self.off_button = tool_button(icons, "lock", words(N_("停用规则")), self)
        self.setLayout(tool_row(*self.chips.values(), 6, self.search, None, self.rules_button, *self.buttons))

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """What can be done about the current finding."""
        return self.fix_button, self.waive_button, self.off_button

    def shows(self, key: str) -> bool:
        """Whether findings of a severity, or the waived ones, are to be shown."""
        return self.chips[key].isChecked()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many findings of each severity there are; the waived ones only where there are any."""
        for key, chip in self.chips.items():
            name = self._words(_NAMES[key])
            chip.setText(self._words(N_("{name} {count}")).format(name=name, count=counts[key]))
        self.chips[WAIVED].setVisible(bool(counts[WAIVED]))

    def offer(self, line: Line | None, *, editable: bool) -> None:
        """Enable what can be done about a line, None for none."""
        words = self._words
        open_finding = line.finding if line is not None and line.reason is None else None
        waived = line is not None and line.reason is not None
        self.fix_button.setEnabled(editable and open_finding is not None and open_finding.fixable)
        self.off_button.setEnabled(editable and open_finding is not None)
        self.waive_button.setText(words(N_("恢复校核")) if waived else words(N_("免检…")))
        self.waive_button.setEnabled(editable and line is not None)

    def show_rules_off(self, codes: Sequence[str], *, editable: bool) -> None:
        """Offer the rules that are switched off."""
        words, menu = self._words, self.rules_button.menu()
        self.rules_button.setText(words(N_("已停用规则 {count}")).format(count=len(codes)))
        self.rules_button.setVisible(bool(codes))
        self.rules_button.setEnabled(editable)
        menu.clear()
        for code in codes:
            text = words(N_("启用“{rule}”")).format(rule=rule_label(words, code))
            menu.addAction(text, lambda code=code: self.rule_wanted.emit(code))

    def _chip(self, key: str) -> QToolButton:
        icon, role = _SIGNS[key]
        chip = tool_button(self._icons, icon, "", self, role)
        chip.setCheckable(True)
        chip.setChecked(key != WAIVED)
        chip.toggled.connect(self.filtered)
        return chip

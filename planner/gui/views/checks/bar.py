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
    """`filtered` comes when other lines are to be shown.

    `rule_wanted` carries a rule to switch on again, `rules_asked` comes when all rules are to be shown.
    """

    filtered = Signal()
    rule_wanted = Signal(str)
    rules_asked = Signal()

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
        self.off_button = tool_button(icons, "lock", words(N_("停用规则…")), self)
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

    def offer(self, lines: Sequence[Line], *, editable: bool) -> None:
        """Enable what can be done about the chosen lines; several are done at once."""
        words = self._words
        still_open = [line.finding for line in lines if line.finding is not None and line.reason is None]
        fixable = sum(finding.fixable for finding in still_open)
        waived = bool(lines) and not still_open
        several = words(N_("修复 {count} 项")).format(count=fixable)
        self.fix_button.setText(several if fixable > 1 else words(N_("修复")))
        self.fix_button.setEnabled(editable and fixable > 0)
        self.off_button.setEnabled(editable and bool(still_open))
        self.waive_button.setText(words(N_("恢复校核")) if waived else words(N_("免检…")))
        self.waive_button.setEnabled(editable and bool(lines))

    def show_rules_off(self, codes: Sequence[str], *, editable: bool) -> None:
        """Say how many rules are switched off and offer them, and all rules."""
        words, menu = self._words, self.rules_button.menu()
        off = words(N_("规则（停用 {count}）")).format(count=len(codes))
        self.rules_button.setText(off if codes else words(N_("规则")))
        self.rules_button.setEnabled(editable)
        menu.clear()
        for code in codes:
            text = words(N_("启用“{rule}”")).format(rule=rule_label(words, code))
            menu.addAction(text, lambda code=code: self.rule_wanted.emit(code))
        menu.addSeparator()
        menu.addAction(words(N_("设置全部规则…")), self.rules_asked.emit)

    def _chip(self, key: str) -> QToolButton:
        icon, role = _SIGNS[key]
        chip = tool_button(self._icons, icon, "", self, role)
        chip.setCheckable(True)
        chip.setChecked(key != WAIVED)
        chip.toggled.connect(self.filtered)
        return chip

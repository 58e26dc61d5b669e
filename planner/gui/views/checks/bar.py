"""The bar above the findings: which of them are shown, and what can be done about the current one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from planner.app.checks.findings import Severity
from planner.app.checks.words import SEVERITY_NAMES, rule_label
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons
from planner.gui.views.checks.model import SEVERITY_SIGNS, WAIVED_NAME, WAIVED_SIGN, Line

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
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words(N_("查找问题")))
        self.search.setAccessibleName(words(N_("查找问题")))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.search.textChanged.connect(self.filtered)
        self.rules_button = self._button("settings", "")
        self.rules_button.setMenu(QMenu(self.rules_button))
        self.rules_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.fix_button = self._button("edit", words(N_("修复")))
        self.waive_button = self._button("eye", words(N_("免检…")))
        self.off_button = self._button("lock", words(N_("停用规则")))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addSpacing(6)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        for button in (self.rules_button, *self.buttons):
            row.addWidget(button)

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
        chip = QToolButton(self)
        chip.setIcon(self._icons.icon(*_SIGNS[key]))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setCheckable(True)
        chip.setChecked(key != WAIVED)
        chip.toggled.connect(self.filtered)
        return chip

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icons.icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

"""The options: one editor for each row of the table of settings that is not hidden."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from planner.app.settings import SETTINGS, Setting, SettingValue
from planner.app.words import Words
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.settings_store import SettingsStore

_EDITOR_WIDTH = 20
"""In characters of Chinese."""


class OptionsDialog(Dialog):
    """Keeps what was chosen when it is accepted; the program follows at once."""

    topic = "window"

    def __init__(self, settings: SettingsStore, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("选项"), parent)
        self.setObjectName("options")
        self._settings = settings
        self._words = words
        self._values: dict[str, Callable[[], SettingValue]] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(14)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for setting in SETTINGS.values():
            if not setting.hidden:
                self._add_row(form, setting)
        self.column.addLayout(form)
        self.column.addSpacing(8)
        self.column.addWidget(self.buttons)
        self.add_accept(words("确定"))
        self.add_cancel(words("取消"))

    def accept(self) -> None:
        for key, value in self._values.items():
            self._settings.set(key, value())
        super().accept()

    def _add_row(self, form: QFormLayout, setting: Setting) -> None:
        editor = self._editor(setting)
        editor.setObjectName(f"setting_{setting.key}")
        editor.setAccessibleName(self._words(setting.label))
        editor.setMinimumWidth(_EDITOR_WIDTH * self.fontMetrics().horizontalAdvance("字"))
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(editor)
        if setting.help:
            cell.addWidget(plain_label(self._words(setting.help), "muted"))
        label = plain_label(self._words(setting.label))
        label.setWordWrap(False)
        label.setBuddy(editor)
        form.addRow(label, cell)

    def _editor(self, setting: Setting) -> QWidget:
        value = self._settings.value(setting.key)
        if setting.choices:
            return self._choice(setting, value)
        match value:
            case bool():
                check = QCheckBox()
                check.setChecked(value)
                self._values[setting.key] = check.isChecked
                return check
            case int():
                number = QSpinBox()
                number.setMaximum(2**31 - 1)
                number.setValue(value)
                self._values[setting.key] = number.value
                return number
            case _:
                line = QLineEdit(str(value))
                self._values[setting.key] = lambda: line.text().strip()
                return line

    def _choice(self, setting: Setting, value: SettingValue) -> QComboBox:
        combo = QComboBox()
        for choice in setting.choices:
            combo.addItem(self._words(choice.label), choice.code)
        combo.setCurrentIndex(combo.findData(value))
        self._values[setting.key] = combo.currentData
        return combo

"""The form of a new field: what it is called, what has it, and what it holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.commands.own_fields import define_field
from planner.domain.fields import FieldType
from planner.domain.formula import BadFormula, read_formula
from planner.domain.items import KINDS, ROOT, OwnField, kind_of
from planner.domain.marks import N_
from planner.domain.own_fields import fields_of, own_key
from planner.domain.unit_cells import split_units
from planner.gui.bridge import Bridge
from planner.gui.dialogs.form import plain_label
from planner.gui.icons import Icons

_COUNTED = (FieldType.NUMBER, FieldType.PERCENT)


class DefinitionForm(QFrame):
    """Adds a field when its button is pressed; what is wrong is said in time.

    `grown` comes when another kind of field needs more or less room.
    """

    grown = Signal()

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._words = words = bridge.words
        self.title = QLineEdit(self)
        self.subject, self.holds = self._choice("subject"), self._choice("holds")
        self.options = QLineEdit(self)
        self.options.setPlaceholderText(words(N_("各选项用顿号隔开，如：市级、区级、市区共担")))
        self.formula = QLineEdit(self)
        self.formula.setPlaceholderText(words(N_("如：到位资金 / 计划资金 * 100")))
        self.insert = QToolButton(self)
        self.insert.setText(words(N_("插入字段")))
        self.insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._labels = QMenu(self)
        self._labels.aboutToShow.connect(self._offer_labels)
        self.insert.setMenu(self._labels)
        self.note = plain_label("", "error")
        self.add_button = QPushButton(icons.icon("plus"), words(N_("添加字段")), self)
        self.add_button.clicked.connect(self.add)
        self.add_button.setAutoDefault(False)
        self._form = QFormLayout()
        self._lay_out()
        for edit in (self.title, self.options, self.formula):
            edit.textChanged.connect(lambda _: self._judge())
        self.subject.currentIndexChanged.connect(lambda _: self._judge())
        self.holds.currentIndexChanged.connect(lambda _: self._choose_kind())
        self._choose_kind()

    def add(self) -> None:
        """Define the field in the plan, and be ready for the next."""
        document, holds = self._bridge.document, str(self.holds.currentData())
        if self._bridge.run(
            lambda: define_field(
                document.plan,
                self.title.text(),
                str(self.subject.currentData()),
                holds,
                document.new_id,
                options=split_units(self.options.text()) if holds == "choice" else (),
                formula=self.formula.text().strip() if holds == "formula" else "",
            )
        ):
            for edit in (self.title, self.options, self.formula):
                edit.clear()
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choice(self, key: str) -> QComboBox:
        box, spec = QComboBox(self), kind_of(OwnField).by_key[key]
        for choice in spec.choices:
            box.addItem(self._words(choice.label), choice.code)
        box.setAccessibleName(self._words(spec.label))
        return box

    def _lay_out(self) -> None:
        words = self._words
        formula = QWidget(self)
        row = QHBoxLayout(formula)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.formula, 1)
        row.addWidget(self.insert)
        kinds = QWidget(self)
        pair = QHBoxLayout(kinds)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(8)
        pair.addWidget(self.subject)
        pair.addWidget(QLabel(words(N_("类型"))))
        pair.addWidget(self.holds)
        pair.addStretch(1)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self._form.setHorizontalSpacing(12)
        for label, widget, named in (
            (words(N_("名称")), self.title, self.title),
            (words(N_("用于")), kinds, self.subject),
            (words(N_("选项")), self.options, self.options),
            (words(N_("公式")), formula, self.formula),
        ):
            self._form.addRow(label, widget)
            named.setAccessibleName(label)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(words(N_("新字段")), bold=True))
        column.addLayout(self._form)
        column.addLayout(foot)

    def _choose_kind(self) -> None:
        holds = self.holds.currentData()
        self._form.setRowVisible(2, holds == "choice")
        self._form.setRowVisible(3, holds == "formula")
        self._judge()
        self.setMinimumHeight(self.sizeHint().height())
        self.grown.emit()

    def _judge(self) -> None:
        complaint = self._complaint()
        self.note.setText(complaint)
        self.add_button.setEnabled(self._is_complete() and not complaint)

    def _is_complete(self) -> bool:
        needed = {"choice": self.options, "formula": self.formula}.get(str(self.holds.currentData()))
        return bool(self.title.text().strip()) and (needed is None or bool(needed.text().strip()))

    def _complaint(self) -> str:
        words, title = self._words, " ".join(self.title.text().split())
        subject = self.subject.currentData()
        known = self._bridge.plan.children(ROOT, OwnField)
        if any(own.title == title and own.subject == subject for own in known):
            return words(N_("已有同名的，请换一个名称。"))
        typed = self.formula.text().strip()
        if self.holds.currentData() != "formula" or not typed:
            return ""
        try:
            labels = read_formula(typed).labels
        except BadFormula as bad:
            return words(N_("公式从第 {place} 个字符起看不懂。")).format(place=bad.place + 1)
        unknown = [label for label in labels if label not in self._numbers()]
        return words(N_("没有叫“{name}”的数字字段。")).format(name=unknown[0]) if unknown else ""

    def _numbers(self) -> list[str]:
        """Return the labels that a formula can read."""
        kind = KINDS[str(self.subject.currentData())]
        known = self._bridge.plan.of(OwnField).values()
        formulas = {own_key(own.id) for own in known if own.holds == "formula"}
        return [
            spec.label
            for spec in fields_of(self._bridge.plan, kind)
            if spec.type in _COUNTED or spec.key == "progress" or spec.key in formulas
        ]

    def _offer_labels(self) -> None:
        self._labels.clear()
        for label in self._numbers():
            action = self._labels.addAction(label.replace("&", "&&"))
            action.triggered.connect(lambda _=False, label=label: self.formula.insert(f"[{label}]"))

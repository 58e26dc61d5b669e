"""The choices of paper, margins and what runs along the pages; only the print preview imports it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.print_preview.controls import choice_box
from planner.reports.page_choices import (
    LEAST_MARGIN,
    LEAST_SCALE,
    MOST_MARGIN,
    MOST_SCALE,
    Lie,
    MarginChoice,
    PageChoices,
)
from planner.reports.paper import NumberStyle, Paper

_LIES = ((Lie.AS_IS, N_("按表单默认")), (Lie.PORTRAIT, N_("纵向")), (Lie.LANDSCAPE, N_("横向")))
_MARGINS = (
    (MarginChoice.AS_IS, N_("按表单默认")),
    (MarginChoice.NARROW, N_("窄（四边 15 毫米）")),
    (MarginChoice.OWN, N_("自定义")),
)
_NUMBERS = (
    ("", N_("按表单默认")),
    (NumberStyle.OUTER, N_("— 1 —，单页居右、双页居左")),
    (NumberStyle.CENTRED, N_("— 1 —，居中")),
    (NumberStyle.OF_TOTAL, N_("第 1 页　共 9 页")),
    (NumberStyle.NONE, N_("不编页码")),
)
_EDGES = (N_("上"), N_("下"), N_("左"), N_("右"))


class PageForm(QWidget):
    """Shows page choices and says when a person changed them."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.form = QFormLayout(self)
        self.paper = self._combo("paper", (("", N_("按表单默认")), *((paper, paper) for paper in Paper)))
        self.lie = self._combo("lie", _LIES)
        self.margin = self._combo("margin", _MARGINS)
        self.margins = [self._edge(name) for name in _EDGES]
        self.numbers = self._combo("numbers", _NUMBERS)
        self.scale = QSpinBox()
        self.scale.setRange(LEAST_SCALE, MOST_SCALE)
        self.scale.setSingleStep(5)
        self.scale.setSuffix(" %")
        self.scale.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.scale.valueChanged.connect(self.changed)
        self.fit_width = QCheckBox(words(N_("宽表缩小字号以适合页宽")))
        self.fit_width.toggled.connect(self.changed)
        self.header, self.footer = self._line(), self._line()
        self._lay_out()

    def choices(self) -> PageChoices:
        """Return what is chosen."""
        top, bottom, left, right = (box.value() for box in self.margins)
        return PageChoices(
            paper=self.paper.currentData(),
            lie=self.lie.currentData(),
            margin=self.margin.currentData(),
            margins=(top, bottom, left, right),
            scale=self.scale.value(),
            fit_width=self.fit_width.isChecked(),
            numbers=self.numbers.currentData(),
            header=self.header.text().strip(),
            footer=self.footer.text().strip(),
        )

    def show_choices(self, choices: PageChoices) -> None:
        """Show choices without saying that they changed."""
        blocked = self.blockSignals(True)
        for combo, code in (
            (self.paper, choices.paper),
            (self.lie, choices.lie),
            (self.margin, choices.margin),
            (self.numbers, choices.numbers),
        ):
            combo.setCurrentIndex(max(combo.findData(code), 0))
        for box, edge in zip(self.margins, choices.margins, strict=True):
            box.setValue(edge)
        self.scale.setValue(choices.scale)
        self.fit_width.setChecked(choices.fit_width)
        self.header.setText(choices.header)
        self.footer.setText(choices.footer)
        self.blockSignals(blocked)

    def _lay_out(self) -> None:
        words = self._words
        form = self.form
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        edges = QWidget()
        grid = QGridLayout(edges)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.margins):
            grid.addWidget(box, place // 2, place % 2)
        edges.setVisible(False)
        self.margin.currentIndexChanged.connect(
            lambda: edges.setVisible(self.margin.currentData() == MarginChoice.OWN)
        )
        for label, field in (
            (words(N_("纸张")), self.paper),
            (words(N_("方向")), self.lie),
            (words(N_("页边距")), self.margin),
            ("", edges),
            (words(N_("字号缩放")), self.scale),
            ("", self.fit_width),
            (words(N_("页眉")), self.header),
            (words(N_("页脚")), self.footer),
            (words(N_("页码")), self.numbers),
        ):
            form.addRow(label, field)
            if label:
                field.setAccessibleName(label)

    def _combo(self, name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
        combo = choice_box(f"page_{name}", ((code, self._words(text)) for code, text in options))
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _edge(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(LEAST_MARGIN, MOST_MARGIN)
        box.setDecimals(1)
        box.setPrefix(self._words(name) + " ")
        box.setSuffix(" mm")
        box.setAccessibleName(f"{self._words(N_('页边距'))} {self._words(name)}")
        box.valueChanged.connect(self.changed)
        return box

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(120)
        line.textEdited.connect(self.changed)
        return line

"""Shows where each value of a pasted block would land, and lets a person say what is what."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from planner.app.indicator_paste.columns import PART_NAMES, Columns, Part
from planner.app.indicator_paste.outcome import Effect, ValuesPasting
from planner.app.indicator_paste.proposal import ValuesProposal
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icons import Icons
from planner.gui.indicator_values.preview import ValuesPreview

_SIZE = (1080, 620)
_COUNTED = (
    (Effect.NEW, N_("新值 {count}")),
    (Effect.CHANGED, N_("改动 {count}")),
    (Effect.SAME, N_("相同 {count}")),
    (Effect.NEW_INDICATOR, N_("新指标的值 {count}")),
    (Effect.LEFT_OUT, N_("不能填入 {count}")),
)


class ValuesDialog(Dialog):
    """`agreed` carries the `ValuesPasting` that a person agreed to."""

    agreed = Signal(object)

    def __init__(
        self, proposal: ValuesProposal, columns: Columns | None, words: Words, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(words(N_("粘贴指标值")), parent)
        self.setObjectName("values_dialog")
        self.resize(*_SIZE)
        self._proposal = proposal
        self._columns = columns
        self._words = words
        self._chosen: dict[str, str] = {}
        self.preview = ValuesPreview(proposal, words, icons, self)
        self.preview.indicator_chosen.connect(self.set_indicator)
        self.add_new = QCheckBox(words(N_("计划中没有的指标，一并新增")), self)
        self.source = QLineEdit(self)
        self.source.setAccessibleName(words(N_("来源")))
        self.source.setPlaceholderText(words(N_("如：市统计局 2024 年统计公报")))
        self._summary = plain_label("")
        self._lay_out()
        self._show()
        self.add_new.toggled.connect(self._show)
        self.preview.setFocus()

    @property
    def pasting(self) -> ValuesPasting:
        """What the paste would do as things are chosen now."""
        return self._proposal.pasting(
            self._columns,
            add_new=self.add_new.isChecked(),
            source=self.source.text().strip(),
            chosen=self._chosen,
        )

    def set_meaning(self, place: int, part: Part) -> None:
        """Say what a column holds."""
        if self._columns is not None:
            self._columns = self._columns.with_meaning(place, part)
            self._show()

    def set_indicator(self, name: str, indicator_id: str) -> None:
        """Say which indicator a pasted name means; the empty id goes by the name again."""
        self._chosen[name] = indicator_id
        if not indicator_id:
            del self._chosen[name]
        self._show()

    def accept(self) -> None:
        self.agreed.emit(self.pasting)
        super().accept()

    def _lay_out(self) -> None:
        words, grid = self._words, self._proposal.grid
        head = words(N_("剪贴板上有 {rows} 行、{columns} 列")).format(rows=len(grid.rows), columns=grid.width)
        self.column.addWidget(plain_label(head, factor=1.2, bold=True))
        if self._columns is not None:
            self.preview.offer_meanings([self._meaning(place) for place in range(grid.width)])
        self.column.addWidget(self.preview, 1)
        self.column.addWidget(self._summary)
        row = QHBoxLayout()
        label = QLabel(words(N_("来源（记入这次填入的值）")), self)
        label.setBuddy(self.source)
        row.addWidget(label)
        row.addWidget(self.source, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.add_new)
        self.column.addWidget(self.buttons)
        self._agree = self.add_accept(words(N_("粘贴")))
        self.add_cancel(words(N_("取消")))

    def _meaning(self, place: int) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"meaning_{place}")
        combo.setProperty("role", "meaning")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setAccessibleName(self._words(N_("第 {number} 栏的含义")).format(number=place + 1))
        if self._columns is not None:
            period = self._columns.periods[place]
            for part in self._columns.choices(place):
                name = self._words(PART_NAMES[part])
                combo.addItem(f"{period} {name}" if period and part is not Part.IGNORED else name, part)
        combo.activated.connect(lambda _index: self.set_meaning(place, Part(combo.currentData())))
        return combo

    def _show(self) -> None:
        if self._columns is not None:
            for combo, part in zip(self.preview.meanings, self._columns.keys, strict=True):
                with QSignalBlocker(combo):
                    combo.setCurrentIndex(combo.findData(part))
        pasting = self.pasting
        self.preview.show_pasting(pasting, self._columns.first if self._columns else 0)
        doubts = self._proposal.doubts(self._columns, add_new=self.add_new.isChecked())
        self.preview.offer_indicators(doubts, self._chosen)
        counts = ((text, pasting.count(effect)) for effect, text in _COUNTED)
        said = [self._words(text).format(count=count) for text, count in counts if count]
        self._summary.setText(" · ".join(said) or self._words(N_("没有可填入的值。")))
        unknown = self._proposal.pasting(self._columns, add_new=True, chosen=self._chosen).new_indicators
        self.add_new.setVisible(bool(unknown))
        self.add_new.setToolTip("\n".join(unknown))
        self._agree.setEnabled(bool(pasting.change_set))

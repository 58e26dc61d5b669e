"""One place for text: what is computed for it above, what a person writes instead below.

Only `planner.gui.passages` imports it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from planner.app.passages import Part
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import plain_label
from planner.gui.icons import Icons

_GAP = 12
_COMPUTED_SHARE, _OWN_SHARE = 2, 3


class SlotEditor(QWidget):
    """`written` comes when the text changes by hand; `approved` when its numbers are said to be right."""

    written = Signal(str)
    approved = Signal()

    def __init__(self, words: Words, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._icons = icons
        self._editable = True
        self.heading = plain_label("", bold=True)
        self.computed = QPlainTextEdit()
        self.computed.setReadOnly(True)
        self.computed.setAccessibleName(words(N_("由数据生成的文字")))
        self.own = QPlainTextEdit()
        self.own.setPlaceholderText(words(N_("留空则用上面的文字。")))
        self.own.setAccessibleName(words(N_("手写的文字")))
        self.note = plain_label("", "error")
        self.take = QPushButton(words(N_("以生成的文字为底稿")))
        self.give_up = QPushButton(words(N_("改回生成的文字")))
        self.approve = QPushButton(words(N_("数字已核对")))
        for button in (self.take, self.give_up, self.approve):
            button.setAutoDefault(False)
        self._lay_out()
        self.own.textChanged.connect(lambda: self.written.emit(self.own.toPlainText()))
        self.take.clicked.connect(lambda: self.own.setPlainText(self.computed.toPlainText()))
        self.give_up.clicked.connect(self.own.clear)
        self.approve.clicked.connect(self.approved)

    def show_slot(self, heading: str, computed: str, own: str, *, editable: bool) -> None:
        """Show a place."""
        self._editable = editable
        self.heading.setText(heading)
        self.computed.setPlainText(computed)
        blocked = self.blockSignals(True)
        self.own.setPlainText(own)
        self.blockSignals(blocked)
        self.own.setReadOnly(not editable)

    def show_marks(self, parts: Sequence[Part]) -> None:
        """Mark the numbers that are others now, and say which; no parts mark none."""
        changed = [part for part in parts if part.now]
        self.own.setExtraSelections(self._selections(parts))
        pairs = "、".join(f"{part.text} → {part.now}" for part in changed)
        self.note.setText(
            self._words(N_("写下之后变了的数字：{numbers}")).format(numbers=pairs) if pairs else ""
        )
        self.note.setVisible(bool(pairs))
        has_text = bool(self.own.toPlainText().strip())
        self.take.setEnabled(self._editable and not has_text)
        self.give_up.setEnabled(self._editable and has_text)
        self.approve.setEnabled(self._editable and bool(changed))

    def _selections(self, parts: Sequence[Part]) -> list[QTextEdit.ExtraSelection]:
        looks = QTextCharFormat()
        looks.setBackground(self._icons.theme.colour("warning-soft"))
        looks.setForeground(self._icons.theme.colour("warning"))
        looks.setFontUnderline(True)
        looks.setFontWeight(QFont.Weight.Bold)
        found, place = [], 0
        for part in parts:
            length = len(part.text.encode("utf-16-le")) // 2
            if part.now:
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.own.document())
                cursor.setPosition(place)
                cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
                selection.cursor, selection.format = cursor, looks  # type: ignore[attr-defined]
                found.append(selection)
            place += length
        return found

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_GAP, 0, 0, 0)
        buttons = QHBoxLayout()
        for button in (self.take, self.give_up, self.approve):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addWidget(self.heading)
        column.addWidget(plain_label(self._words(N_("由数据生成")), "muted"))
        column.addWidget(self.computed, _COMPUTED_SHARE)
        column.addWidget(plain_label(self._words(N_("手写")), "muted"))
        column.addWidget(self.own, _OWN_SHARE)
        column.addWidget(self.note)
        column.addLayout(buttons)

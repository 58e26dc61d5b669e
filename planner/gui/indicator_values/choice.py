"""The choice of the indicator that a pasted name means, over the cell that says what becomes of the name."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from planner.app.words import Words
from planner.domain.items import ROOT, Indicator
from planner.domain.marks import N_
from planner.domain.plan import Plan

_MOST_SHOWN = 20
_ID = Qt.ItemDataRole.UserRole


class IndicatorChoice(QComboBox):
    """Says what becomes of one name until an indicator is chosen for it.

    `chosen` carries the name and the id of the indicator that it means, empty to go by the name again.
    """

    chosen = Signal(str, str)

    def __init__(self, name: str, indicators: QStandardItemModel, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setModel(indicators)
        self.setProperty("role", "meaning")
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(words(N_("“{name}”指的指标")).format(name=name))
        self.activated.connect(lambda _index: self.chosen.emit(self.name, str(self.currentData())))

    def show_choice(self, indicator_id: str, otherwise: str, said: str) -> None:
        """Show the indicator chosen, or what becomes of the name without a choice; `said` is the tooltip."""
        with QSignalBlocker(self):
            self.setPlaceholderText(otherwise)
            self.setCurrentIndex(self.findData(indicator_id) if indicator_id else -1)
        self.setToolTip(said)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the table scroll."""
        event.ignore()


def indicator_choices(plan: Plan, words: Words, parent: QObject) -> QStandardItemModel:
    """Return what all choices offer: the indicators of a plan, and to go by the name again."""
    model = QStandardItemModel(parent)
    for text, indicator_id in (
        (words(N_("按粘贴的名称")), ""),
        *((one.title or words(N_("未命名")), one.id) for one in plan.children(ROOT, Indicator)),
    ):
        item = QStandardItem(text)
        item.setData(indicator_id, _ID)
        model.appendRow(item)
    return model

"""Pastes a block of indicator values: at once where all of it is plainly new, else after a look at it."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from planner.app.indicator_paste.outcome import Effect, ValuesPasting
from planner.app.indicator_paste.proposal import Goal, ValuesProposal
from planner.app.paste.reading import read_grid
from planner.domain.errors import Refused
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.indicator_values.dialog import ValuesDialog


class ValuesPaster:
    """Pastes for one widget; `tell` says a sentence in a tone of `planner.gui.banner`."""

    def __init__(
        self, bridge: Bridge, icons: Icons, widget: QWidget, tell: Callable[[str, str], object]
    ) -> None:
        self._bridge = bridge
        self._icons = icons
        self._widget = widget
        self._tell = tell

    def paste(self, goal: Goal) -> None:
        """Paste what is on the clipboard, with a preview where it does not plainly fit."""
        document, words = self._bridge.document, self._bridge.words
        data = QApplication.clipboard().mimeData()
        try:
            grid = read_grid(data.text(), data.html() if data.hasHtml() else "")
        except Refused as refused:
            self._bridge.refuse(refused)
            return
        proposal = ValuesProposal(document.plan, grid, goal, document.clock.today(), document.new_id)
        columns = proposal.first_columns()
        if not grid.rows or not proposal.fits(columns):
            hint = N_("剪贴板上没有带年份或日期的表格。请在 Excel 或 WPS 里连同表头复制，再粘贴。")
            self._tell("info", words(hint))
            return
        pasting = proposal.pasting(columns)
        if proposal.needs_look(columns, pasting):
            dialog = ValuesDialog(proposal, columns, words, self._icons, self._widget.window())
            dialog.agreed.connect(self._apply)
            dialog.open()
        else:
            self._apply(pasting)

    def _apply(self, pasting: ValuesPasting) -> None:
        words = self._bridge.words
        if not pasting.change_set:
            self._tell("info", words(N_("粘贴的值与现有的相同，没有改动。")))
        elif self._bridge.run(lambda: pasting.change_set):
            count = sum(pasting.count(one) for one in (Effect.NEW, Effect.CHANGED, Effect.NEW_INDICATOR))
            told = words(N_("已填入 {count} 个指标值，撤销一次即可收回。"))
            self._tell("success", told.format(count=count))

"""The export of one window's plan: its dialog, and what is told when that is hidden."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.app.views import write_spec
from planner.app.workspace import snapshot
from planner.gui.banner import Offer
from planner.gui.context import Context
from planner.gui.dialogs.questions import Questions
from planner.gui.exporting.choices import RememberedChoices
from planner.gui.exporting.dialog import ExportDialog, Tools
from planner.gui.exporting.files import open_file, show_in_folder
from planner.gui.exporting.outcome_pages import outcome_sentence
from planner.gui.exporting.preset_menu import PresetMenu
from planner.gui.exporting.running import Outcome
from planner.gui.exporting.subject import Layouts, Subject
from planner.gui.exporting.table_copy import Selected, TableCopier
from planner.gui.presets.keeper import PresetKeeper
from planner.gui.presets.means import Means
from planner.reports.preset import OFFICIAL, BrokenPreset, Selection, load_preset
from planner.reports.presets import find_preset

if TYPE_CHECKING:
    from planner.gui.desk import Desk

_NOTICE = "export"
_COPIED = "copied"


class Exporter(QObject):
    """Shows one export dialog at a time; `finished` carries the `Outcome` of each run.

    `proposal` gives the file to propose, without its ending.
    """

    finished = Signal(object)

    def __init__(
        self, context: Context, desk: "Desk", ask: Questions, window: QWidget, proposal: Callable[[], Path]
    ) -> None:
        super().__init__(window)
        self._context = context
        self._desk = desk
        self._ask = ask
        self._window = window
        self._proposal = proposal
        self.dialog: ExportDialog | None = None
        self._remembered = RememberedChoices(context.settings)
        self._copier = TableCopier(context.services.table_markup, context.words, self)
        self._copier.told.connect(lambda tone, text: desk.banners.tell(_COPIED, tone, text))

    def show(self) -> None:
        """Open the dialog, or bring back one that goes on writing."""
        if self.dialog is None:
            self.dialog = dialog = ExportDialog(self._subject(), self._tools(), self._window)
            dialog.ended.connect(self._tell)
            self._offer_presets(dialog)
            dialog.destroyed.connect(self._forget)
        self._desk.banners.close_notice(_NOTICE)
        self.dialog.open()

    def edit_layout(self) -> None:
        """Let the layout be edited that this plan was exported by last, and be used from now on."""
        remembered, plan_id = self._remembered, self._desk.bridge.document.plan_id
        choices = remembered.load(plan_id)
        keeper = PresetKeeper(self._desk.bridge, self._means(), self)
        keeper.told.connect(lambda text: self._desk.banners.tell(_NOTICE, "danger", text))
        keeper.kept.connect(lambda preset: remembered.keep(plan_id, replace(choices, preset=preset)))
        context = self._context
        layouts = Layouts(self._desk.bridge.plan, context.services.presets, context.words)
        keeper.edit(choices.preset if layouts.knows(choices.preset) else OFFICIAL, self._window)

    def copy_table(self) -> None:
        """Put the selected rows on the clipboard as the official table."""
        if selected := self._selected():
            self._copier.copy_table(selected)

    def copy_picture(self) -> None:
        """Put the selected rows on the clipboard as a picture of the official table."""
        if selected := self._selected():
            self._copier.copy_picture(selected)

    def dismantle(self) -> None:
        """End what is being written, before the plan leaves the window."""
        if self.dialog is not None:
            self.dialog.dismantle()

    def _selected(self) -> Selected | None:
        """Return the rows selected, laid out by the preset that this plan was exported by last."""
        bridge, services, words = self._desk.bridge, self._context.services, self._context.words
        ids = tuple(self._desk.rows.selected_ids())
        if not ids:
            return None
        wished = self._remembered.load(bridge.document.plan_id).preset
        try:
            preset = find_preset(bridge.plan, services.presets, wished)
        except BrokenPreset:
            preset = load_preset(services.presets)
        preset = replace(preset, selection=Selection(sort=preset.selection.sort))
        return Selected(bridge.plan.copy(), ids, bridge.derived.today, words, preset)

    def _forget(self) -> None:
        self.dialog = None

    def _subject(self) -> Subject:
        bridge = self._desk.bridge
        content = snapshot(bridge.document.content)
        return Subject(
            content.plan,
            content.plan_id,
            content.revision,
            bridge.derived.today,
            self._desk.rows.current_id(),
            self._seen(),
            self._proposal(),
        )

    def _tools(self) -> Tools:
        context, services = self._context, self._context.services
        return Tools(
            services.start_export,
            services.presets,
            services.words_for,
            context.words,
            context.icons,
            self._remembered,
            self._ask,
        )

    def _tell(self, outcome: Outcome) -> None:
        """Say in the window what came of a run whose dialog was hidden."""
        if self.dialog is not None and not self.dialog.isVisible():
            words = self._context.words
            text = outcome_sentence(words, outcome)
            if outcome.complete:
                whole = [written.path for written in outcome.written]
                offers = [Offer(words("打开文件"), lambda: open_file(whole[0]))] if len(whole) == 1 else []
                place = whole[0] if len(whole) == 1 else whole[0].parent
                offers.append(Offer(words("在文件夹中显示"), lambda: show_in_folder(place)))
                self._desk.banners.tell(_NOTICE, "success", text, offers)
                self.dialog.close()
            else:
                self._desk.banners.tell(_NOTICE, "danger", text, [Offer(words("再试一次"), self.show)])
        self.finished.emit(outcome)

    def _offer_presets(self, dialog: ExportDialog) -> None:
        """Let presets be edited from the dialog, which is laid out by what was kept."""
        context, desk = self._context, self._desk
        keeper = PresetKeeper(desk.bridge, self._means(), dialog)
        keeper.told.connect(dialog.say)
        keeper.kept.connect(lambda preset: dialog.refresh(self._subject(), preset))
        menu = PresetMenu(dialog, keeper, context.words, context.icons, editable=not desk.session.read_only)
        menu.put_on(dialog.form.edit_preset)

    def _means(self) -> Means:
        context = self._context
        return Means(
            context.services.presets,
            context.services.words_for,
            context.words,
            context.icons,
            self._ask,
            self._seen,
        )

    def _seen(self) -> str:
        """Return what the window looks for; empty where it hides nothing."""
        spec = self._desk.looking.seen()
        return write_spec(spec) if spec.looked_for or spec.conditions else ""

"""What can be done with presets from the export dialog: edit, copy, remove, read and write files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.app.commands.layouts import free_title, save_layout, update_layout
from planner.app.commands.structure import remove
from planner.domain.changes import ChangeSet
from planner.domain.items import Layout
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.presets.editor import PresetEditor
from planner.gui.presets.means import Means
from planner.reports.preset import BrokenPreset, Form, load_form, preset_names, preset_of, read_form
from planner.reports.preset_text import preset_text
from planner.reports.presets import find_form, portable
from planner.reports.status.names import safe_name
from planner.reports.status.troubles import report_trouble

_LARGEST = 1_000_000
"""A preset's file is a few thousand bytes; what is larger is something else."""


class PresetKeeper(QObject):
    """`kept` carries the preset to lay out by from now on; `told` a sentence about what did not succeed."""

    kept = Signal(str)
    told = Signal(str)

    def __init__(self, bridge: Bridge, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._means = means

    def edit(self, preset: str, over: QWidget) -> PresetEditor | None:
        """Open the editor on a preset of the plan, or on a copy of another; None where it can't be read."""
        if preset not in self._bridge.plan.of(Layout):
            return self.copy(preset, over)
        form = self._form(preset)
        if form is None:
            return None
        editor = self._editor(form, over, without=str(form["name"]))
        editor.saved.connect(lambda title, text: self._update(preset, title, text))
        editor.open()
        return editor

    def copy(self, preset: str, over: QWidget) -> PresetEditor | None:
        """Open the editor on a copy of a preset, to be kept in the plan; None where it can't be read."""
        form = self._form(preset)
        if form is None:
            return None
        words = self._means.words
        name = preset_names(self._means.folder, words).get(preset, form["name"])
        title = words(N_("{name} 副本")).format(name=name)
        editor = self._editor({**form, "name": free_title(self._bridge.plan, title)}, over)
        editor.saved.connect(self._add)
        editor.open()
        return editor

    def remove(self, preset: str) -> None:
        """Remove a preset from the plan; undo brings it back."""
        if self._run(lambda: remove(self._bridge.plan, [preset])):
            self.kept.emit("")

    def read_file(self) -> None:
        """Ask for a file with a preset, and keep it in the plan."""
        path = self._means.ask.preset_to_read()
        if path is None:
            return
        try:
            text = _text_of(path)
            form = read_form(self._means.folder, text, path.name)
            preset_of(form, path.name)
        except BrokenPreset as broken:
            self._tell(broken)
        else:
            title = free_title(self._bridge.plan, " ".join(str(form["name"]).split()) or path.stem)
            self._add(title, preset_text({**form, "name": title}, load_form(self._means.folder)))

    def write_file(self, preset: str) -> None:
        """Ask where to, and write a preset as a file that another plan can read."""
        form = self._form(preset)
        if form is None:
            return
        path = self._means.ask.preset_to_write(safe_name(str(form["name"])))
        if path is None:
            return
        text = preset_text(portable(self._bridge.plan, form), load_form(self._means.folder))
        try:
            path.write_text(text, "utf-8")
        except OSError as error:
            sentence = self._means.words(N_("没有写成“{name}”：{reason}"))
            self.told.emit(sentence.format(name=path.name, reason=error.strerror or error))

    def _form(self, preset: str) -> Form | None:
        """Return a preset as plain data; None, and a sentence told, where it can't be read."""
        own = self._bridge.plan.find(preset)
        try:
            form = find_form(self._bridge.plan, self._means.folder, preset)
        except BrokenPreset as broken:
            self._tell(broken)
            return None
        return {**form, "name": own.title} if isinstance(own, Layout) else form

    def _editor(self, form: Form, over: QWidget, without: str = "") -> PresetEditor:
        means, plan = self._means, self._bridge.plan
        taken = {layout.title for layout in plan.of(Layout).values()} - {without}
        today = self._bridge.derived.today
        return PresetEditor(form, plan.copy(), today, means, over, taken=taken)

    def _add(self, title: str, text: str) -> None:
        document = self._bridge.document
        change_set = save_layout(document.plan, title, text, document.new_id)
        if self._run(lambda: change_set):
            self.kept.emit(change_set.changes[0].item_id)

    def _update(self, preset: str, title: str, text: str) -> None:
        if self._run(lambda: update_layout(self._bridge.plan, preset, title, text)):
            self.kept.emit(preset)

    def _run(self, command: Callable[[], ChangeSet]) -> bool:
        return self._bridge.run(command)

    def _tell(self, broken: BrokenPreset) -> None:
        self.told.emit(report_trouble(self._means.words, broken) or "")


def _text_of(path: Path) -> str:
    """Return the text of a file; raises `BrokenPreset` where it can't be a preset's."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BrokenPreset(path.name, f"> {_LARGEST} bytes")
        return path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise BrokenPreset(path.name, str(error)) from error

"""The life of the plan in one window: made or opened, saved, exported, closed, with the usual questions."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from planner.app.plan_store import ChangedOnDisk, Recoverable, SaveFailed
from planner.app.troubles import trouble_sentence
from planner.gui.context import Context
from planner.gui.dialogs.questions import Answer, Questions
from planner.gui.opening import Opener
from planner.gui.product import SUFFIX

if TYPE_CHECKING:
    from planner.app.workspace import Saved, Session

_FOLDER = "folder"


class Host(Protocol):
    """Where plans are shown: in the asking window if it has none, else in another."""

    def show_session(self, session: Session) -> None:
        """Show a plan that was made, opened or recovered."""

    def raise_window_of(self, path: Path) -> bool:
        """Bring the window that has this file open to the front; False when there is none."""

    def leave_plan(self) -> None:
        """Show the window without its plan."""

    def commit_typing(self) -> None:
        """Hand over what is being typed."""


class Files(QObject):
    """The commands on files of one window.

    `state_changed` comes when title or save state may read differently.
    """

    state_changed = Signal()
    _written = Signal(object)

    def __init__(self, context: Context, questions: Questions, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self._context = context
        self._words = context.words
        self._ask = questions
        self._host = host
        self._opener = Opener(context, questions)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._saving: Future[Saved] | None = None
        self._written.connect(self._note_saved)

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._saving is not None

    def new(self, template: str) -> None:
        """Show an untitled plan made from a template."""
        self._host.show_session(self._opener.new(template))

    def open(self) -> None:
        """Ask for a plan file and show it."""
        path = self._ask.plan_to_open(self.folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Show a plan file, or say why not."""
        path = path.absolute()
        if not self._host.raise_window_of(path) and (session := self._opener.open(path)):
            self._remember(path)
            self._host.show_session(session)

    def recover(self, found: Recoverable) -> None:
        """Show a plan with the edits that an unexpected end left unsaved."""
        if session := self._opener.recover(found):
            self._host.show_session(session)

    def reopen(self, *, take_over: bool = False) -> None:
        """Show the file as it is on disk now in the place of the plan on screen, whose edits are given up."""
        path = self.session.path if self.session else None
        if path is not None and (session := self._opener.open(path, take_over=take_over)):
            self.end_session()
            self._host.leave_plan()
            self._host.show_session(session)

    def take_over(self) -> None:
        """Open the plan again with the right to save it, although another claims it, if that is meant."""
        text = self._words("要接管这个计划的编辑吗？")
        more = self._words("对方如果仍在编辑，谁后保存，谁就会看到“文件已被改动”的提示。")
        if self._ask.choose(text, more, [self._words("接管")]) is not None:
            self.reopen(take_over=True)

    def save(self) -> None:
        """Save in the background while editing goes on; an untitled or read-only plan goes elsewhere."""
        if self.session is None or self.saving:
            return
        if self._belongs_elsewhere(self.session):
            self.save_as()
            return
        self._host.commit_typing()
        self._saving = self._writer.submit(self.session.prepare_save().run)
        self.state_changed.emit()
        self._saving.add_done_callback(self._written.emit)

    def save_as(self) -> bool:
        """Ask where to save, and save there; False when that was cancelled or failed."""
        self.settle()
        self._host.commit_typing()
        path = self._ask.plan_to_save(self.proposal(SUFFIX)) if self.session else None
        if self.session is None or path is None:
            return False
        try:
            self.session.save_as(path, overwrite=True)
        except SaveFailed as failure:
            return self._tell_failure(failure)
        self._remember(path)
        self.state_changed.emit()
        return True

    def settle(self) -> None:
        """Wait for a save that is under way."""
        if self._saving is not None:
            wait([self._saving])
            self._note_saved(self._saving)

    def may_leave(self) -> bool:
        """Ask what to do with unsaved edits; False keeps the plan open."""
        self.settle()
        self._host.commit_typing()
        if self.session is None or not self.session.modified:
            return True
        match self._ask.before_closing(self.session.title or self._words("未命名计划")):
            case Answer.SAVE:
                return self._save_now(self.session)
            case Answer.DISCARD:
                return True
            case Answer.CANCEL:
                return False

    def close(self) -> None:
        """Leave the plan, unless unsaved edits speak against it."""
        if self.may_leave():
            self.end_session()
            self._host.leave_plan()

    def end_session(self) -> None:
        """Give up the claim on the file; what was not saved is gone."""
        if self.session is not None:
            self.session.close()
            self.session = None

    def folder(self) -> Path:
        """The folder in which file dialogs start: the last one used, else the person's documents."""
        folder = Path(self._context.settings.text(_FOLDER))
        return (
            folder if folder.is_absolute() and folder.is_dir() else self._context.services.folders.documents
        )

    def proposal(self, suffix: str) -> Path:
        """The file name to propose: beside the plan where it has a file, named after the plan."""
        session = self.session
        name = _file_name(session.title if session else "") or self._words("行动计划")
        folder = session.path.parent if session and session.path else self.folder()
        return folder / f"{name}{suffix}"

    def _remember(self, path: Path) -> None:
        self._context.recent.add(path)
        self._context.settings.set(_FOLDER, str(path.absolute().parent))

    def _save_now(self, session: Session) -> bool:
        if self._belongs_elsewhere(session):
            return self.save_as()
        try:
            session.save()
        except SaveFailed as failure:
            return self._tell_failure(failure)
        return True

    def _note_saved(self, future: Future[Saved]) -> None:
        if future is not self._saving or self.session is None:
            return
        self._saving = None
        try:
            self.session.finish_save(future.result())
        except SaveFailed as failure:
            self._tell_failure(failure)
        self.state_changed.emit()

    def _tell_failure(self, failure: SaveFailed) -> bool:
        """Say why the plan was not saved, and offer another file; True if it was saved there after all."""
        text, sentence = self._words("没有保存"), trouble_sentence(self._words, failure)
        verbs = [self._words("另存为…")]
        if isinstance(failure, ChangedOnDisk):
            verbs.append(self._words("放弃修改并重新打开"))
        chosen = self._ask.choose(text, sentence, verbs)
        if chosen == 1:
            self.reopen()
        return chosen == 0 and self.save_as()

    @staticmethod
    def _belongs_elsewhere(session: Session) -> bool:
        return session.path is None or session.read_only


def _file_name(title: str) -> str:
    """A title without what file systems do not take, short enough for all of them."""
    kept = "".join(
        " " if character in '\\/:*?"<>|' or ord(character) < 32 else character for character in title
    )
    return " ".join(kept.split())[:80].strip(". ")

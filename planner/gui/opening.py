"""Makes, opens and recovers plans for a window, and offers what can be done where that is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.plan_store import OpenFailed, Recoverable, Trouble
from planner.app.troubles import trouble_sentence
from planner.gui.context import Context
from planner.gui.dialogs.questions import Questions

if TYPE_CHECKING:
    from planner.app.workspace import Session

Opening = Callable[[], "Session"]


class Opener:
    """Each method returns the session, or None after the person was told why there is none."""

    def __init__(self, context: Context, questions: Questions) -> None:
        self._words = context.words
        self._services = context.services
        self._workspace = context.workspace
        self._ask = questions

    def new(self, template: str) -> Session:
        """Make an untitled plan from a template."""
        return self._workspace().create(self._services.make_from_template(template))

    def open(self, path: Path, *, take_over: bool = False) -> Session | None:
        """Open a plan file; with `take_over` also where another claims it."""
        return self._attempt(path.name, path, lambda: self._workspace().open(path, take_over=take_over))

    def recover(self, found: Recoverable) -> Session | None:
        """Open a plan with the edits that were left unsaved."""
        return self._attempt(
            found.title,
            found.path,
            lambda: self._workspace().recover(found),
            {Trouble.BASE_CHANGED: lambda: self._workspace().recover(found, partly=True)},
        )

    def _attempt(
        self, name: str, path: Path | None, opening: Opening, ways: dict[Trouble, Opening] | None = None
    ) -> Session | None:
        try:
            return opening()
        except OpenFailed as failure:
            return self._instead(name, path, failure, ways or {})

    def _instead(
        self, name: str, path: Path | None, failure: OpenFailed, ways: dict[Trouble, Opening]
    ) -> Session | None:
        """Offer the other ways to what was refused."""
        offers = self._offers(path, failure, ways)
        text = self._words("无法打开“{name}”").format(name=name)
        sentence = trouble_sentence(self._words, failure)
        if not offers:
            self._ask.tell(text, sentence)
            return None
        chosen = self._ask.choose(text, sentence, [verb for verb, _ in offers])
        return None if chosen is None else self._attempt(name, path, offers[chosen][1])

    def _offers(
        self, path: Path | None, failure: OpenFailed, ways: dict[Trouble, Opening]
    ) -> list[tuple[str, Opening]]:
        offers: list[tuple[str, Opening]] = []
        if failure.code in ways:
            offers.append((self._words("恢复适用的部分"), ways[failure.code]))
        if path is not None and failure.code is Trouble.SEAL_BROKEN:
            offers.append(
                (self._words("仍然打开"), lambda: self._workspace().open(path, accept_broken_seal=True))
            )
        if path is not None and failure.code is Trouble.DAMAGED:
            if backup := failure.details.get("backup"):
                offers.append((self._words("打开备份"), lambda: self._copy_of(Path(backup))))
            offers.append((self._words("抢救内容"), lambda: self._workspace().salvage(path)))
        return offers

    def _copy_of(self, backup: Path) -> Session:
        """Open a backup as an untitled plan, so that a save can't go into the folder of backups."""
        session = self._workspace().create(self._workspace().read(backup).content.plan)
        session.document.history.mark_unsaved()
        return session

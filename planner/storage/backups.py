"""Copies of plan files on this machine, kept before something that may be regretted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planner.app.plan_store import OpenFailed
from planner.app.ports import Clock
from planner.storage.durable import write_file

KEPT = 10


@dataclass(frozen=True, slots=True)
class Backups:
    """The copies of all plans, a folder for each; `check` raises `OpenFailed` for a file it can't read."""

    folder: Path
    clock: Clock
    check: Callable[[Path], object]

    def keep(self, path: Path, plan_id: str, reason: str) -> Path:
        """Copy a plan file, unless the newest copy is the same, and drop the oldest copies beyond ten.

        Raises OSError or `NotVerified`.
        """
        data, present = path.read_bytes(), self.of(plan_id)
        if present and present[0].read_bytes() == data:
            return present[0]
        folder = self.folder / plan_id
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy = self._free_name(folder, reason)
        write_file(copy, data, mode=0o600)
        for old in self.of(plan_id)[KEPT:]:
            old.unlink(missing_ok=True)
        return copy

    def of(self, plan_id: str) -> list[Path]:
        """Return the copies of a plan, newest first."""
        return sorted((self.folder / plan_id).glob("*.plan"), reverse=True)

    def newest_good(self, plan_id: str) -> Path | None:
        """Return the newest copy that can be read."""
        return next((copy for copy in self.of(plan_id) if self._is_good(copy)), None)

    def _is_good(self, copy: Path) -> bool:
        try:
            self.check(copy)
        except OpenFailed:
            return False
        return True

    def _free_name(self, folder: Path, reason: str) -> Path:
        moment = self.clock.now().strftime("%Y%m%d-%H%M%S")
        taken = [int(copy.name[len(moment) + 1 :][:3]) for copy in folder.glob(f"{moment}-*")]
        return folder / f"{moment}-{max(taken, default=0) + 1:03}-{reason}.plan"

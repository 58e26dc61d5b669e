"""The lock file beside a plan, which says who has the plan open.

It lies in the plan's own folder, so that people who share that folder see each other; it is advice, not
force. The lock of a process of this computer that has ended is cleared.
"""

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.app.plan_store import Holder
from planner.storage.processes import Process, is_dead, this_process

_LONGEST_NAME = 240
_LONGEST = 10_000
_TRIES = 3


@dataclass(frozen=True, slots=True)
class FileLock:
    """A claim on a plan file; `token` is empty when it is another's, or the folder took no lock file."""

    file: Path
    token: str = ""
    holder: Holder | None = None

    @property
    def ours(self) -> bool:
        """Whether we hold the claim."""
        return bool(self.token)

    def release(self) -> None:
        """Remove the lock file, if it is still ours."""
        if self.ours and _read(self.file).get("token") == self.token:
            with suppress(OSError):
                self.file.unlink()


def lock_file(path: Path) -> Path:
    """Return where the lock of a plan file lies."""
    name = f".~lock.{path.name}#"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".~lock.{path.name[:60]}#"
    return path.with_name(name)


def acquire(path: Path, name: str, now: str, *, take_over: bool = False) -> FileLock:
    """Claim a plan file for a person; the lock says who has it instead, if somebody does.

    Where the folder takes no file nobody is named and the claim isn't ours: the plan can only be read.
    """
    file = lock_file(path)
    for _ in range(_TRIES):
        try:
            return _create(file, name, now)
        except FileExistsError:
            present = _read(file)
            if not take_over and not _is_stale(present):
                return FileLock(file, holder=_holder(present))
            _clear(file, present)
        except OSError:
            break
    return FileLock(file)


def _create(file: Path, name: str, now: str) -> FileLock:
    process, token = this_process(), secrets.token_hex(8)
    entry = {"name": name, "host": process.host, "pid": process.pid, "born": process.born}
    data = json.dumps(entry | {"since": now, "token": token}, ensure_ascii=False)
    with file.open("x", encoding="utf-8", errors="surrogatepass") as stream:
        stream.write(data)
    return FileLock(file, token)


def _read(file: Path) -> dict[str, Any]:
    """Return what a lock says; empty where it was never finished or is none of ours."""
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            entry = json.loads(stream.read(_LONGEST))
    except (OSError, ValueError):
        return {}
    return entry if isinstance(entry, dict) else {}


def _is_stale(entry: dict[str, Any]) -> bool:
    host, pid, born = entry.get("host"), entry.get("pid"), entry.get("born")
    if not (isinstance(host, str) and isinstance(pid, int) and isinstance(born, str)):
        return False
    return is_dead(Process(host, pid, born))


def _clear(file: Path, seen: dict[str, Any]) -> None:
    """Take a lock away, but not one that somebody else has just made in its place."""
    aside = file.with_name(f"{file.name[:60]}{secrets.token_hex(4)}")
    with suppress(OSError):
        file.rename(aside)
        if _read(aside) == seen:
            aside.unlink()
        else:
            aside.rename(file)


def _holder(entry: dict[str, Any]) -> Holder:
    return Holder(*(str(entry.get(key, "")) for key in ("name", "host", "since")))

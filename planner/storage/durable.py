"""Writes files so that after a power cut either the old one or the new one is there, whole.

Where a file can't be replaced, as while a virus scanner or a sync client holds it, the replacement is tried
again, and in the end written into the old file, of which a copy is kept beside it until that is done.
"""

import errno
import hashlib
import os
import re
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planner.storage.processes import Process, is_dead

_Bytes = bytes | bytearray
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


class NotVerified(Exception):
    """What was read back is not what was written."""


@dataclass(frozen=True, slots=True)
class Replacer:
    """Puts bytes in the place of a file; `replace` and `pause` are the system's, or a test's."""

    replace: Callable[[Path, Path], None] = os.replace
    pause: Callable[[float], None] = time.sleep

    def put(self, path: Path, data: _Bytes) -> None:
        """Make `path` hold exactly `data`, on the disk.

        Raises OSError or `NotVerified`; the old file is then whole, under its name or, if the machine went
        down meanwhile, as the copy beside it.
        """
        path = Path(os.path.realpath(path))
        remove_leftovers(path.parent, path.name)
        fresh = _fresh_name(path)
        try:
            write_file(fresh, data, mode=_mode(path))
            self._put_in_place(fresh, path, data)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(path.parent)

    def _put_in_place(self, fresh: Path, path: Path, data: _Bytes) -> None:
        for pause in _PAUSES:
            try:
                self.replace(fresh, path)
            except PermissionError:
                self.pause(pause)
            else:
                return
        try:
            _overwrite(path, data)
        except PermissionError as error:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from error


def write_file(path: Path, data: _Bytes, *, mode: int | None = None) -> None:
    """Write a whole file to the disk and read it back; raises OSError or `NotVerified`."""
    with path.open("wb") as file:
        if mode is not None and sys.platform != "win32":
            os.fchmod(file.fileno(), mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise NotVerified


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return  # some network file systems take no fsync of a folder; the file itself is safe
    finally:
        os.close(handle)


def remove_leftovers(folder: Path, name: str | None = None) -> None:
    """Remove what saves that never ended left in a folder, of one file or of all."""
    prefix = re.escape(_prefix(name)) if name else r"\.~[0-9a-f]{16}-"
    pattern = re.compile(prefix + r"(?P<host>.*)-(?P<pid>\d{1,9})\.tmp")
    for entry in os.scandir(folder):
        found = pattern.fullmatch(entry.name)
        if found and found["host"] == _host() and is_dead(Process(socket.gethostname(), int(found["pid"]))):
            with suppress(OSError):
                Path(entry.path).unlink()


def _overwrite(path: Path, data: _Bytes) -> None:
    """Write into the old file, a copy of which stands beside it meanwhile."""
    old = path.read_bytes()
    kept = path.with_name(path.name + ".bak")
    write_file(kept, old)
    sync_folder(path.parent)
    try:
        _rewrite(path, data)
    except BaseException:
        _rewrite(path, old)
        raise
    kept.unlink()


def _rewrite(path: Path, data: _Bytes) -> None:
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise NotVerified


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return None


def _fresh_name(path: Path) -> Path:
    return path.with_name(f"{_prefix(path.name)}{_host()}-{os.getpid()}.tmp")


def _prefix(name: str) -> str:
    """Return how the names of temporary files begin: short, whatever the length of the plan's own name."""
    return f".~{hashlib.sha256(name.encode(errors='surrogatepass')).hexdigest()[:16]}-"


def _host() -> str:
    return re.sub(r"[^0-9A-Za-z-]", "", socket.gethostname())[:40]

"""A plan file on disk: read whole, written whole, never in between."""

import errno
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from planner.app.document import Content
from planner.app.plan_store import (
    ChangedOnDisk,
    FileStamp,
    OpenFailed,
    Salvaged,
    SaveFailed,
    Stored,
    Trouble,
)
from planner.storage import reading, seal
from planner.storage.durable import NotVerified, Replacer
from planner.storage.schema import CURRENT, Format
from planner.storage.writing import encode

MAX_SIZE = 1 << 30
"""No plan is larger, in bytes; a larger file is not read."""

_SAVE_TROUBLES = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EFBIG: Trouble.DISK_FULL,
    errno.EROFS: Trouble.DISK_READ_ONLY,
    errno.EACCES: Trouble.NO_PERMISSION,
    errno.EPERM: Trouble.NO_PERMISSION,
    errno.EBUSY: Trouble.IN_USE,
    errno.ETXTBSY: Trouble.IN_USE,
    errno.ENOENT: Trouble.FOLDER_GONE,
    errno.ENOTDIR: Trouble.FOLDER_GONE,
}


@dataclass(frozen=True, slots=True)
class PlanFile:
    """Reads and writes plan files of one format; `program` is the version of the program that writes."""

    program: str
    form: Format = CURRENT
    replacer: Replacer = field(default_factory=Replacer)
    max_size: int = MAX_SIZE

    def read(self, path: Path, *, accept_broken_seal: bool = False) -> Stored:
        """Read a plan; raises `OpenFailed`."""
        data, status = self._bytes(path)
        decoded = reading.decode(data, self.form, accept_broken_seal=accept_broken_seal)
        return Stored(decoded.content, _stamp(status, decoded.digest), decoded.migrated_from)

    def salvage(self, path: Path, new_id: str) -> Salvaged:
        """Read what can be read of a damaged plan; raises `OpenFailed` where nothing can."""
        return reading.salvage(self._bytes(path)[0], self.form, new_id)

    def plan_id(self, path: Path) -> str | None:
        """Return the identity of the plan in a file that may be damaged."""
        return reading.plan_id_in(self._bytes(path)[0])

    def stamp(self, path: Path) -> FileStamp | None:
        """Return by what the file on disk is known again, None where there is none; raises `OpenFailed`."""
        try:
            data, status = self._bytes(path)
        except OpenFailed as failure:
            if failure.code is Trouble.MISSING:
                return None
            raise
        return _stamp(status, seal.plain_digest(data))

    def write(self, path: Path, content: Content, expected: FileStamp | None) -> FileStamp:
        """Replace the file known by `expected` (None: nothing is there yet) by a whole new one.

        Raises `ChangedOnDisk` or `SaveFailed`; the old file is then whole.
        """
        data, digest = encode(content, self.form, self.program)
        self._check_unchanged(path, expected)
        try:
            self.replacer.put(path, data)
            return _stamp(path.stat(), digest)
        except NotVerified:
            raise SaveFailed(Trouble.NOT_VERIFIED) from None
        except OSError as error:
            raise save_failed(error) from error

    def _check_unchanged(self, path: Path, expected: FileStamp | None) -> None:
        """Compare the file on disk with the one that is to be replaced; one that is gone is written anew."""
        try:
            data, _ = self._bytes(path)
        except OpenFailed as failure:
            if failure.code is Trouble.MISSING:
                return
            raise SaveFailed(failure.code) from failure
        if expected is None:
            raise SaveFailed(Trouble.EXISTS)
        if not seal.has_digest(data, bytes.fromhex(expected.digest)):
            raise ChangedOnDisk

    def _bytes(self, path: Path) -> tuple[bytes, os.stat_result]:
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise OpenFailed(Trouble.NOT_READABLE)
            with path.open("rb") as file:
                status = os.fstat(file.fileno())
                if status.st_size > self.max_size:
                    raise OpenFailed(Trouble.TOO_LARGE, limit=str(self.max_size))
                return file.read(), status
        except FileNotFoundError:
            raise OpenFailed(Trouble.MISSING) from None
        except OSError as error:
            raise OpenFailed(Trouble.NOT_READABLE) from error


def save_failed(error: OSError) -> SaveFailed:
    """Return what an error of the system means for a save."""
    return SaveFailed(_SAVE_TROUBLES.get(error.errno or 0, Trouble.NOT_WRITTEN), reason=error.strerror or "")


def _stamp(status: os.stat_result, digest: bytes) -> FileStamp:
    return FileStamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, digest.hex())

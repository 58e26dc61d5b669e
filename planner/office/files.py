"""Puts a finished file in its place: whole, or not at all."""

import errno
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from planner.app.plan_store import SaveFailed, Trouble

_TROUBLES: Mapping[int, Trouble] = {
    errno.ENOENT: Trouble.FOLDER_GONE,
    errno.ENOTDIR: Trouble.FOLDER_GONE,
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EROFS: Trouble.DISK_READ_ONLY,
    errno.EACCES: Trouble.NO_PERMISSION,
    errno.EPERM: Trouble.NO_PERMISSION,
    errno.EBUSY: Trouble.IN_USE,
    errno.ETXTBSY: Trouble.IN_USE,
}
_SHARING_VIOLATIONS = (32, 33)
"""What Windows says when another program, as Excel, has the file open."""


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what is there only when it is all on the disk.

    Raises `SaveFailed`; the old file is whole then and nothing is left behind.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise save_failed(error) from error


def save_failed(error: OSError) -> SaveFailed:
    """Return the one code for what the system said."""
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return SaveFailed(Trouble.IN_USE)
    return SaveFailed(_TROUBLES.get(error.errno or 0, Trouble.NOT_WRITTEN))

"""Puts a finished file in its place: whole, or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
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
    errno.ENAMETOOLONG: Trouble.NAME_TOO_LONG,
}
_WINDOWS_TROUBLES: Mapping[int, Trouble] = {
    32: Trouble.IN_USE,
    33: Trouble.IN_USE,
    111: Trouble.NAME_TOO_LONG,
    206: Trouble.NAME_TOO_LONG,
}
"""What Windows says when another program, as Excel, has the file open, and of a path over its limit."""


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what is there only when it is all on the disk.

    Raises `SaveFailed`; the old file is whole then and nothing is left behind.
    """
    beside = file_beside(path)
    write_whole(beside, content)
    put_in_place(beside, path)


def file_beside(path: Path) -> Path:
    """Return a name in the same folder that no file has."""
    return path.with_name(f".{secrets.token_hex(6)}.tmp")


def write_whole(path: Path, content: bytes) -> None:
    """Write a new file and return once it is on the disk; raises `SaveFailed`, with nothing left behind."""
    with _cleared_on_failure(path), path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(beside: Path, path: Path) -> None:
    """Replace `path` by the file beside it; raises `SaveFailed`, with the old file whole."""
    with _cleared_on_failure(beside):
        beside.replace(path)


@contextmanager
def _cleared_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise save_failed(error) from error


def save_failed(error: OSError) -> SaveFailed:
    """Return the one code for what the system said."""
    if trouble := _WINDOWS_TROUBLES.get(getattr(error, "winerror", None) or 0):
        return SaveFailed(trouble)
    return SaveFailed(_TROUBLES.get(error.errno or 0, Trouble.NOT_WRITTEN))

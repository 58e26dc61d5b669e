"""Tells whether the program that left a lock or a journal is still running.

A process is known by computer, number and birth: numbers are given again, a birth is not.
"""

import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Process:
    """A process on one computer; `born` is empty where the system does not tell."""

    host: str
    pid: int
    born: str = ""


def this_process() -> Process:
    """Return the process that asks."""
    return Process(socket.gethostname(), os.getpid(), _birth(os.getpid()) or "")


def is_dead(process: Process) -> bool:
    """Whether a process has ended for certain; of another computer's nothing is certain."""
    if process.host != socket.gethostname():
        return False
    birth = _birth(process.pid)
    return birth is None or bool(process.born and birth and birth != process.born)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _ACCESS_DENIED = 5
    _STILL_ACTIVE = 259

    def _birth(pid: int) -> str | None:
        """Return when a process was born, empty where it can't be told, None where there is none."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return "" if ctypes.get_last_error() == _ACCESS_DENIED else None
        try:
            times = [wintypes.FILETIME() for _ in range(4)]
            code = wintypes.DWORD()
            kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code))
            if code.value != _STILL_ACTIVE:
                return None
            if not kernel.GetProcessTimes(wintypes.HANDLE(handle), *map(ctypes.byref, times)):
                return ""
            return f"{times[0].dwHighDateTime:x}{times[0].dwLowDateTime:08x}"
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))

else:
    _BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

    def _birth(pid: int) -> str | None:
        """Return when a process was born, empty where it can't be told, None where there is none."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return None
        except (PermissionError, OverflowError):
            pass
        try:
            state, *others = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            return None if state == "Z" else f"{_BOOT_ID.read_text().strip()}/{others[18]}"
        except (OSError, ValueError, IndexError):
            return ""

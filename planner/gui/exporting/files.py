"""Opens a file that was written, or shows it in the file manager, selected where that can be done."""

import os
import sys
from pathlib import Path
from shutil import which

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_PORTAL = (
    "--session",
    "--dest=org.freedesktop.FileManager1",
    "--type=method_call",
    "/org/freedesktop/FileManager1",
    "org.freedesktop.FileManager1.ShowItems",
)


def open_file(path: Path) -> bool:
    """Open a file with the program that is meant for it; says whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Show a file in its folder, else the folder; says whether a program for it was found."""
    if path.is_dir():
        return open_file(path)
    command = selecting_command(path)
    if command:
        started, _process = QProcess.startDetached(command[0], command[1:])
        if started:
            return True
    return open_file(path.parent)


def selecting_command(path: Path) -> list[str]:
    """Return what shows a file selected on this system; empty where nothing is known to."""
    if sys.platform == "win32":
        return ["explorer.exe", "/select,", os.path.normpath(path)]
    if sys.platform == "darwin":
        return ["open", "-R", str(path)]
    sender = which("dbus-send") if os.environ.get("DBUS_SESSION_BUS_ADDRESS") else None
    return [sender, *_PORTAL, f"array:string:{path.as_uri()}", "string:"] if sender else []

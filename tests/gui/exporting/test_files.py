"""A file is shown selected where the system can, else its folder."""

import os
import sys
from pathlib import Path

import pytest

from planner.gui.exporting import files


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("win32", ["explorer.exe", "/select,", os.path.normpath("/a b/计划.xlsx")]),
        ("darwin", ["open", "-R", str(Path("/a b/计划.xlsx"))]),
    ],
)
def test_the_file_manager_is_told_which_file(monkeypatch, platform, expected):
    monkeypatch.setattr(sys, "platform", platform)
    assert files.selecting_command(Path("/a b/计划.xlsx")) == expected


@pytest.mark.skipif(os.name == "nt", reason="the desktop bus of Linux")
def test_on_linux_the_desktops_bus_is_asked_if_there_is_one(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(files, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus")
    command = files.selecting_command(Path("/a b/计划.xlsx"))
    assert command[0] == "/usr/bin/dbus-send"
    assert f"array:string:{Path('/a b/计划.xlsx').as_uri()}" in command
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert files.selecting_command(Path("/a b/计划.xlsx")) == []


def test_without_such_a_program_the_folder_opens(monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(files, "selecting_command", lambda _path: [])
    monkeypatch.setattr(files, "open_file", lambda path: opened.append(path) or True)
    assert files.show_in_folder(tmp_path / "a.xlsx")
    assert files.show_in_folder(tmp_path)
    assert opened == [tmp_path, tmp_path]

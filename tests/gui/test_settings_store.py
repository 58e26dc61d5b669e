"""Settings and layout live through a restart, whatever was done to their files."""

import json

import pytest
from PySide6.QtCore import QByteArray

from planner.gui import settings_store
from planner.gui.settings_store import LayoutStore, SettingsStore


def test_a_value_chosen_is_there_at_the_next_start(tmp_path):
    SettingsStore(tmp_path).set("theme", "dark")
    assert SettingsStore(tmp_path).value("theme") == "dark"


def test_a_list_comes_back_as_what_it_was(tmp_path):
    SettingsStore(tmp_path).set("recent", ("/a/甲.plan", "/b.plan"))
    assert SettingsStore(tmp_path).value("recent") == ("/a/甲.plan", "/b.plan")


def test_changed_tells_the_key_once(tmp_path, qtbot):
    store = SettingsStore(tmp_path)
    told = []
    store.changed.connect(told.append)
    store.set("theme", "dark")
    store.set("theme", "dark")
    assert told == ["theme"]


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"theme": "pink", "author": 3}', '{"x": 1}', "\ud800"])
def test_a_spoilt_file_means_defaults(tmp_path, content):
    (tmp_path / "settings.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    store = SettingsStore(tmp_path)
    assert (store.value("theme"), store.value("author")) == ("system", "")


def test_a_value_that_the_row_does_not_take_is_refused(tmp_path):
    with pytest.raises(ValueError, match="theme"):
        SettingsStore(tmp_path).set("theme", "pink")


def test_on_a_full_disk_the_old_file_stays_whole(tmp_path, monkeypatch):
    store = SettingsStore(tmp_path)
    store.set("author", "张三")

    def disk_full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_store.os, "fsync", disk_full)
    store.set("author", "李四")
    assert store.value("author") == "李四"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert SettingsStore(tmp_path).value("author") == "张三"


def test_row_44_a_layout_of_another_version_is_not_used(tmp_path, monkeypatch):
    LayoutStore(tmp_path).keep({"panes": QByteArray(b"state")})
    assert LayoutStore(tmp_path).load("panes") == b"state"
    monkeypatch.setattr(settings_store, "LAYOUT_VERSION", settings_store.LAYOUT_VERSION + 1)
    assert LayoutStore(tmp_path).load("panes").isEmpty()


def test_spoilt_layout_bytes_mean_none(tmp_path):
    content = {"version": settings_store.LAYOUT_VERSION, "entries": {"panes": "%%%"}}
    (tmp_path / "layout.json").write_text(json.dumps(content))
    assert LayoutStore(tmp_path).load("panes").isEmpty()

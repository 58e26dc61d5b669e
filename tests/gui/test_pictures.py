"""Pictures for the command line: every main view, in the look asked for, without a trace."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage

from planner.app.plan_store import OpenFailed
from planner.gui.pictures import take_pictures


def test_every_main_view_is_saved(qtbot, services, saved_plan, tmp_path, own_folders):
    settings = (own_folders / "config" / "settings.json").read_bytes()
    before = saved_plan.read_bytes()
    look = SimpleNamespace(language="zh", theme="light")
    saved = take_pictures(services, saved_plan, tmp_path / "out", look)
    names = [path.name for path in saved]
    assert names == sorted(names)
    assert {name[3:] for name in names} >= {"start.png", "plan.png", "inspector.png", "indicators.png"}
    assert all(QImage(str(path)).width() > 100 for path in saved)
    assert saved_plan.read_bytes() == before
    assert [path.name for path in saved_plan.parent.iterdir()] == [saved_plan.name]
    assert (own_folders / "config" / "settings.json").read_bytes() == settings


@pytest.mark.parametrize(("theme", "dark"), [("light", False), ("dark", True)])
def test_row_56_pictures_are_in_the_theme_asked_for(qtbot, services, saved_plan, tmp_path, theme, dark):
    look = SimpleNamespace(language="zh", theme=theme)
    start = take_pictures(services, saved_plan, tmp_path / "out", look)[0]
    assert (QImage(str(start)).pixelColor(5, 400).lightness() < 90) is dark


def test_a_file_that_is_no_plan_is_refused(qtbot, services, tmp_path):
    (tmp_path / "a.plan").write_bytes(b"x" * 4096)
    with pytest.raises(OpenFailed):
        take_pictures(services, tmp_path / "a.plan", tmp_path, SimpleNamespace(language="zh", theme="light"))

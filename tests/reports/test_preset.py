from pathlib import Path

import pytest

from planner.reports.preset import BrokenPreset, PageNumbers, load_preset, preset_names
from planner.reports.sheets import SHEETS
from planner.reports.source import Source
from planner.reports.workplan import work_plan
from tests.plans import small_plan
from tests.reports.sources import CHINESE, OFFICIAL, PRESETS, TODAY


def changed(folder: Path, old: str, new: str) -> Path:
    """A folder with the official preset, one text of it replaced."""
    text = (PRESETS / "official.toml").read_text("utf-8")
    assert old in text
    (folder / "official.toml").write_text(text.replace(old, new), "utf-8")
    return folder


def test_the_official_preset() -> None:
    assert OFFICIAL.fonts.title.families[0] == "方正小标宋简体"
    assert OFFICIAL.fonts.title.size == 22
    assert (OFFICIAL.fonts.body.families[0], OFFICIAL.fonts.body.size) == ("仿宋", 12)
    assert OFFICIAL.fonts.heading.bold
    assert len(OFFICIAL.colours.layers) == 4
    assert OFFICIAL.page_numbers is PageNumbers.OF_TOTAL


def test_any_field_of_a_measure_can_be_a_column(tmp_path: Path) -> None:
    folder = changed(tmp_path, "notes = 12 }", "notes = 12, status = 9, start = 11, weight = 6 }")
    table = work_plan(Source.read(small_plan(), TODAY, CHINESE, load_preset(folder)))
    assert [(spec.label, spec.width) for spec in table.columns[-3:]] == [
        ("状态", 9),
        ("开始时间", 11),
        ("权重", 6),
    ]
    assert table.rows[0].cells[-3:] == ("未启动", "2025-01", None)


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    preset = load_preset(changed(tmp_path, "notes = 12 }", "colour = 12 }"))
    with pytest.raises(BrokenPreset, match="colour"):
        work_plan(Source.read(small_plan(), TODAY, CHINESE, preset))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("row_height = 22", ""),
        ("row_height = 22", 'row_height = "high"'),
        ('"of_total"', '"roman"'),
        ("[fonts.title]", "[fonts.titles]"),
        ("top = 20", "over = 20"),
        ("[colours]", "[colours"),
    ],
)
def test_a_broken_preset_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(BrokenPreset, match=r"official\.toml"):
        load_preset(changed(tmp_path, old, new))


def test_a_missing_preset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenPreset):
        load_preset(tmp_path)


def test_each_preset_lays_out_every_sheet() -> None:
    names = preset_names(PRESETS, CHINESE)
    assert list(names) == ["official", "compact", "english", "wide"]
    assert len(set(names.values())) == len(names)
    for name in names:
        source = Source.read(small_plan(), TODAY, CHINESE, load_preset(PRESETS, name))
        assert all(sheet.build(source).columns for sheet in SHEETS)


def test_a_preset_is_the_official_one_but_for_what_it_says(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    columns = "[sheets.work_plan]\ncolumns = { task = 30, serial = 5 }"
    own.write_text(f'name = "自定"\n[fonts.body]\nsize = 10\n{columns}\n', "utf-8")
    preset = load_preset(PRESETS, str(own))
    assert (preset.name, preset.fonts.body.size) == ("自定", 10)
    assert preset.fonts.body.families == OFFICIAL.fonts.body.families
    assert list(preset.sheets["work_plan"].columns) == ["task", "serial"]
    assert preset.sheets["work_plan"].page == OFFICIAL.sheets["work_plan"].page
    assert preset.sheets["duty"] == OFFICIAL.sheets["duty"]

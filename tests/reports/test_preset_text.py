"""A preset's text says what is different, and read again it is the same preset."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.items import Layout, OwnField
from planner.domain.own_fields import own_key
from planner.domain.plan import Plan
from planner.reports.paper import Paper
from planner.reports.preset import BrokenPreset, PageNumbers, load_form, load_preset, preset_of, read_form
from planner.reports.preset_text import preset_text
from planner.reports.presets import find_preset, portable
from tests.plans import small_plan
from tests.reports.sources import OFFICIAL, PRESETS

BASE = load_form(PRESETS)

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def with_layouts(*layouts: tuple[str, str, str]) -> Plan:
    kept = [Layout(item_id, "", item_id, title=title, spec=spec) for item_id, title, spec in layouts]
    return Plan([*small_plan().items(), *kept])


@pytest.mark.parametrize("name", ["official", "compact", "wide", "english"])
def test_each_preset_is_read_again_from_its_text(name: str) -> None:
    form = load_form(PRESETS, name)
    assert read_form(PRESETS, preset_text(form, BASE), "x") == form


def test_nothing_different_is_nothing_to_say() -> None:
    assert preset_text(BASE, BASE) == "\n"


@given(name=texts, header=texts, title=texts, height=st.floats(1, 400), widths=st.lists(st.integers(1, 90)))
def test_whatever_is_typed_comes_back(
    name: str, header: str, title: str, height: float, widths: list[int]
) -> None:
    columns = {f'own:"{place}" = [': width for place, width in enumerate(widths)}
    form = {
        **BASE,
        "name": name,
        "header": header,
        "row_height": round(height, 3),
        "block": {**BASE["block"], "title": title},
        "sheets": {**BASE["sheets"], "duty": {**BASE["sheets"]["duty"], "columns": columns}},
    }
    again = read_form(PRESETS, preset_text(form, BASE), "x")
    assert again == form
    assert list(again["sheets"]["duty"]["columns"]) == list(columns)


def test_the_order_of_columns_is_a_difference() -> None:
    columns = dict(reversed(BASE["sheets"]["completion"]["columns"].items()))
    form = {
        **BASE,
        "sheets": {**BASE["sheets"], "completion": {"orientation": "portrait", "columns": columns}},
    }
    assert tomllib.loads(preset_text(form, BASE)) == {"sheets": {"completion": {"columns": columns}}}


def test_new_parts_of_a_preset_are_read() -> None:
    text = (
        'header = "{title}&"\npage_numbers = "none"\n[paper]\nsize = "A3"\n'
        '[block]\nattachment = "附件{number}"\nissuer = false\n'
        '[selection]\nsort = "due_date"\ndescending = true\n'
    )
    preset = preset_of(read_form(PRESETS, text, "x"), "x")
    assert preset.page_numbers is PageNumbers.NONE
    assert preset.sheets["duty"].page.paper is Paper.A3
    assert (preset.block.attachment, preset.block.issuer, preset.block.dated) == ("附件{number}", False, True)
    assert (preset.selection.sort, preset.selection.descending) == ("due_date", True)


@pytest.mark.parametrize(
    "text",
    [
        '[paper]\nsize = "A0"',
        '[paper]\nsize = "Letter"',
        "[block]\nstamp = true",
        "[selection]\nrow = 1",
        "x = [",
    ],
)
def test_what_no_preset_can_say_is_refused_in_its_name(text: str) -> None:
    with pytest.raises(BrokenPreset, match="某版式"):
        preset_of(read_form(PRESETS, text, "某版式"), "某版式")


def test_the_plans_own_presets_are_found_by_id_and_title_before_all_others() -> None:
    plan = with_layouts(("a1", "本单位版式", "row_height = 30"), ("a2", "compact", "row_height = 31"))
    assert find_preset(plan, PRESETS, "a1").row_height == 30
    assert find_preset(plan, PRESETS, "本单位版式").row_height == 30
    assert find_preset(plan, PRESETS, "compact").row_height == 31
    assert find_preset(plan, PRESETS, "a1").fonts == OFFICIAL.fonts
    assert find_preset(plan, PRESETS, "wide") == load_preset(PRESETS, "wide")


def test_a_file_is_a_preset_too(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("row_height = 40\n", "utf-8")
    assert find_preset(small_plan(), PRESETS, str(own)).row_height == 40
    with pytest.raises(BrokenPreset):
        find_preset(small_plan(), PRESETS, "没有的版式")


def test_a_preset_for_other_plans_names_own_fields_and_no_part_of_this_one() -> None:
    plan = Plan([*small_plan().items(), OwnField("f1", "", "A", title="口径")])
    sheet = {**BASE["sheets"]["duty"], "columns": {"task": 20, own_key("f1"): 12}}
    selection = {**BASE["selection"], "branch": "m1", "unit": "u1", "rows": "{}", "sort": own_key("f1")}
    form = {**BASE, "sheets": {**BASE["sheets"], "duty": sheet}, "selection": selection}
    sent = portable(plan, form)
    assert sent["sheets"]["duty"]["columns"] == {"task": 20, own_key("口径"): 12}
    assert sent["selection"] == BASE["selection"]
    due = {**form, "selection": {**selection, "sort": "due_date"}}
    assert portable(plan, due)["selection"]["sort"] == "due_date"

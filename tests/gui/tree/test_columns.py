import json

import pytest
from PySide6.QtCore import Qt

from planner.domain.items import Measure, kind_of
from planner.gui.tree.columns import COLUMNS, PLACES, TITLE, Arrangement, load_layout, save_layout


def shown_keys(header):
    order = [header.logicalIndex(place) for place in range(header.count())]
    return [COLUMNS[column].key for column in order if not header.isSectionHidden(column)]


def test_every_field_of_a_measure_is_a_column():
    assert {column.key for column in COLUMNS} == set(kind_of(Measure).by_key)


def test_a_deadline_is_typed_into_the_column_that_shows_the_one_in_force():
    assert COLUMNS[PLACES["due_now"]].typed == "due"
    assert COLUMNS[PLACES["progress"]].typed == ""


def test_a_layout_is_kept_and_read_again():
    arrangements = [Arrangement("title", 300, True), Arrangement("lead", 80, False)]
    assert load_layout(save_layout(arrangements)) == arrangements


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", '{"version": 0, "columns": []}', '{"version": 1, "columns": [{"key": "title"}]}'],
)
def test_what_another_version_kept_is_passed_over(text):
    assert load_layout(text) is None


def test_a_column_that_is_no_more_is_left_out():
    kept = json.loads(save_layout([Arrangement("title", 300, True), Arrangement("gone", 80, True)]))
    assert load_layout(json.dumps(kept)) == [Arrangement("title", 300, True)]


def test_the_window_starts_with_the_columns_of_the_table(view):
    assert shown_keys(view.columns) == [column.key for column in COLUMNS if column.visible]


def test_order_widths_and_hidden_columns_come_back(view):
    header = view.columns
    header.moveSection(header.visualIndex(PLACES["status"]), 1)
    header.resizeSection(PLACES["lead"], 77)
    header.setSectionHidden(PLACES["light"], True)
    kept, order = header.layout_text(), shown_keys(header)
    header.reset_columns()
    assert shown_keys(header) != order
    assert header.restore_layout(kept)
    assert shown_keys(header) == order
    assert header.sectionSize(PLACES["lead"]) == 77
    assert not header.restore_layout("nonsense")


def test_the_menu_shows_and_hides_columns_but_never_the_title(view):
    actions = dict(zip((column.key for column in COLUMNS), view.columns.menu().actions(), strict=False))
    assert not actions["title"].isEnabled()
    actions["light"].trigger()
    actions["office"].trigger()
    assert "light" not in shown_keys(view.columns)
    assert "office" in shown_keys(view.columns)


def test_the_title_takes_the_room_that_is_left_until_a_person_sets_a_width(view):
    header = view.columns
    view.resize(2400, 480)
    assert header.length() == view.viewport().width()
    header.resizeSection(PLACES["lead"], 60)
    width = header.sectionSize(TITLE)
    view.resize(2600, 480)
    assert header.sectionSize(TITLE) == width


def test_headings_are_aligned_with_their_cells(view):
    assert view.columns.defaultAlignment() & Qt.AlignmentFlag.AlignLeft

"""Building conditions above the views, the chip that says which are in force, and colours by facet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.app.conditions.model import Condition, Conditions, Operator
from planner.gui.filtering.bar import FilterBar
from planner.gui.filtering.colours import ROLES, Colours
from planner.gui.filtering.values import ChoicesEntry, DateEntry, NumberEntry, TextEntry
from planner.gui.tree.model import TreeModel
from tests.gui.bridges import make_bridge, make_icons

NESTED = Conditions(
    (
        Condition("title", Operator.CONTAINS, ("条例",)),
        Conditions(
            (
                Condition("due_date", Operator.DURING, ("this_year",)),
                Condition("lead", Operator.ANY_OF, ("u1",)),
                Condition("weight", Operator.BETWEEN, ("1", "2")),
                Condition("content", Operator.EMPTY),
            ),
            every=False,
        ),
    )
)


@pytest.fixture
def model(qapp):
    return TreeModel(make_bridge(), make_icons())


@pytest.fixture
def colours(model):
    return Colours(model.bridge)


@pytest.fixture
def bar(qtbot, model, colours):
    made = FilterBar(model, colours, make_icons())
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def rows(model):
    return [row.id for row in model.outline.rows if not row.context]


def test_nothing_shows_while_nothing_is_left_out_or_coloured(bar):
    bar.show_panel(False)
    assert bar.isHidden()


def test_conditions_come_back_as_they_were_shown(bar):
    bar.show_conditions(NESTED)
    assert bar.group.conditions() == NESTED
    entries = [type(part.entry) for part in bar.group.parts[1].parts[:3]]
    assert entries == [DateEntry, ChoicesEntry, NumberEntry]


def test_rows_follow_while_a_condition_is_built(bar, model, qtbot):
    bar.show_panel(True)
    row = bar.group.parts[0]
    row.field.setCurrentIndex(row.field.findData("title"))
    assert model.conditions == Conditions()
    assert isinstance(row.entry, TextEntry)
    row.entry.edit.setText("条例")
    assert rows(model) == ["m1"]
    assert bar.chip.text() == "标题 包含 条例"
    row.operator.setCurrentIndex(row.operator.findData("lacks"))
    assert "m1" not in rows(model)


def test_choices_are_ticked_in_a_list(bar, model):
    bar.show_panel(True)
    entry = bar.group.parts[0].entry
    entry.picker.ticked.emit("u1", True)
    assert rows(model) == ["m1"]
    entry.picker.ticked.emit("u1", False)
    assert model.conditions == Conditions()


def test_any_of_several_conditions(bar, model):
    titles = tuple(Condition("title", Operator.CONTAINS, (text,)) for text in ("条例", "服务"))
    bar.show_conditions(Conditions(titles))
    assert rows(model) == []
    bar.group.every.setCurrentIndex(bar.group.every.findData(False))
    assert rows(model) == ["m1", "m2"]


def test_a_date_that_cannot_be_read_is_marked_and_left_out(bar, model):
    bar.show_conditions(Conditions((Condition("due_date", Operator.BEFORE, ("2025-06",)),)))
    box = bar.group.parts[0].entry.boxes[0]
    box.setEditText("明天吧")
    assert box.property("invalid")
    assert model.conditions == Conditions()
    box.setEditText("2026年")
    assert not box.property("invalid")
    assert model.conditions.parts[0].values == ("2026",)


def test_conditions_and_words_are_both_met(bar, model):
    bar.show_conditions(Conditions((Condition("title", Operator.FILLED),)))
    model.set_filter("服务")
    assert rows(model) == ["m2"]


def test_one_click_clears(bar, model, qtbot):
    bar.show_conditions(NESTED)
    qtbot.mouseClick(bar.clear_button, Qt.MouseButton.LeftButton)
    assert model.conditions == Conditions()
    assert bar.group.parts == ()
    assert bar.isHidden()


def test_a_removed_condition_lets_its_rows_come_back(bar, model):
    bar.show_conditions(Conditions((Condition("title", Operator.CONTAINS, ("条例",)),)))
    bar.group.parts[0].removed.emit()
    assert len(model.outline.rows) == 9


def test_esc_closes_the_panel_and_leaves_the_conditions(bar, model, qtbot):
    bar.show_conditions(NESTED)
    bar.show_panel(True)
    with qtbot.waitSignal(bar.done):
        qtbot.keyClick(bar.group, Qt.Key.Key_Escape)
    assert model.conditions == NESTED
    assert bar.chip.isVisible()


def test_rows_are_coloured_by_a_facet_and_the_legend_names_the_terms(bar, colours):
    colours.colour_by("facet:causes")
    assert colours.roles == {"m3": ROLES[0]}
    assert bar.legend.names == ["投入不足"]
    assert bar.isVisible()
    colours.colour_by("")
    assert (colours.roles, bar.legend.names) == ({}, [])


def test_row_54_many_colours_ask_for_no_wider_window(bar):
    narrow = bar.minimumSizeHint().width()
    bar.legend.show_entries([(ROLES[0], "一个类目")] * 60)
    assert bar.minimumSizeHint().width() == narrow

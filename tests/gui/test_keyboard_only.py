"""Conventions, row 58: a plan of forty measures is written from the blank template with keys alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner import bootstrap
from planner.domain.items import Measure, Node
from tests.gui.bridges import type_text

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def services(services):
    return replace(services, make_from_template=bootstrap.make_plan)


@pytest.fixture
def keys(window):
    """Presses a key on whatever has the focus, as a keyboard does."""

    def press(key, modifier=NONE, times=1):
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
            QApplication.processEvents()

    return press


def write(text):
    type_text(QApplication.focusWidget(), text)
    QApplication.processEvents()


def measures_below(plan, parent):
    return [measure.title for measure in plan.children(parent, Measure)]


def test_row_58_forty_measures_with_keys_alone(window, keys):
    keys(Key.Key_N, CTRL)
    tree, plan = window.desk.panes.tree, window.desk.bridge.plan
    assert len(plan.of(Measure)) == 0

    if tree.tree_model.rowCount() == 0:
        keys(Key.Key_Insert)
    else:
        keys(Key.Key_End)
        keys(Key.Key_Insert, ALT)
        while not isinstance(plan[tree.current_id()], Measure):
            write("要素")
            keys(Key.Key_Return)
            keys(Key.Key_Escape)
            keys(Key.Key_Insert, ALT)
    top = plan[tree.current_id()].parent
    for number in range(1, 9):
        write(f"第{number}项举措")
        keys(Key.Key_Return)
        keys(Key.Key_Tab)
        for step in range(1, 5):
            write(f"第{number}项第{step}步")
            keys(Key.Key_Return)
        if number < 8:
            keys(Key.Key_Backtab, SHIFT)
        else:
            keys(Key.Key_Escape)

    assert len(plan.of(Measure)) == 40
    tops = plan.children(top, Measure)
    assert [measure.title for measure in tops] == [f"第{number}项举措" for number in range(1, 9)]
    for number, measure in enumerate(tops, 1):
        assert measures_below(plan, measure.id) == [f"第{number}项第{step}步" for step in range(1, 5)]

    # Lead units and deadlines: go to the cell, type, and fill down over a selection.
    keys(Key.Key_Home)
    while plan[tree.current_id()].id != tops[0].id:
        keys(Key.Key_Down)
    keys(Key.Key_Right, CTRL)
    keys(Key.Key_Return)
    write("市发展改革委")
    keys(Key.Key_Return)
    keys(Key.Key_Down, SHIFT, times=39)
    keys(Key.Key_D, CTRL)
    leads = [plan.targets(item_id, "unit", "lead") for item_id in plan.of(Measure)]
    assert len(leads) == 40
    assert all(lead == leads[0] and len(lead) == 1 for lead in leads)

    keys(Key.Key_Z, CTRL)
    assert sum(bool(plan.targets(item_id, "unit", "lead")) for item_id in plan.of(Measure)) == 1
    assert all(isinstance(plan[row.id], Node | Measure) for row in tree.outline.rows)

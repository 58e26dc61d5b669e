import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.commands.edit import set_field
from planner.domain.items import Indicator, IndicatorValue, Measure
from planner.domain.plan import Plan
from planner.gui.indicators.dock import IndicatorDock
from tests.gui.bridges import TODAY, make_bridge, make_icons, type_text
from tests.plans import small_plan


@pytest.fixture
def bridge(qapp):
    more = [
        Indicator("i2", "", "B", title="高新技术企业数", unit="家"),
        IndicatorValue("v2", "i1", "B", role="baseline", period="2020", number=4.1),
        IndicatorValue("v3", "i1", "C", role="actual", period="2023", number=4.3),
        IndicatorValue("v4", "i1", "D", role="actual", period="2024", number=4.4),
    ]
    return make_bridge(Plan([*small_plan().items(), *more]))


@pytest.fixture
def dock(qtbot, bridge):
    made = IndicatorDock(bridge, make_icons())
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    qtbot.addWidget(made)
    made.resize(900, 240)
    made.show()
    made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    return made


def row(dock, place):
    return [dock.model.index(place, column).data() for column in range(dock.model.columnCount())]


def headings(dock):
    return [
        dock.model.headerData(column, Qt.Orientation.Horizontal) for column in range(dock.model.columnCount())
    ]


def test_a_row_says_where_an_indicator_stands(dock):
    assert headings(dock) == ["指标", "目的／维度", "计量单位", "基期值", "2025 目标", "最新值", "关联举措"]
    assert row(dock, 0) == ["研发投入强度", "", "%", "4.1（2020）", "4.5", "4.4（2024）", "1"]
    assert row(dock, 1) == ["高新技术企业数", "", "家", "", "", "", ""]


def test_rows_follow_the_plan(dock, bridge):
    bridge.run(lambda: set_field(bridge.plan, "v1", "period", "2030", TODAY))
    bridge.run(lambda: set_field(bridge.plan, "i2", "title", "企业数", TODAY))
    assert headings(dock)[4] == "2030 目标"
    assert row(dock, 1)[0] == "企业数"


def test_going_to_a_row_announces_it(dock, qtbot):
    with qtbot.waitSignal(dock.activated) as gone:
        dock.table.setCurrentIndex(dock.table.model().index(1, 0))
    assert gone.args == ["i2"]


def test_selecting_from_outside_announces_nothing(dock, qtbot):
    with qtbot.assertNotEmitted(dock.activated):
        dock.search.setFocus()
        dock.select("i2")
    assert dock.current_id == "i2"


def test_an_indicator_is_added_and_removed_with_undo(dock, bridge, qtbot):
    before = bridge.plan.copy()
    with qtbot.waitSignal(dock.activated) as gone:
        dock.add_button.click()
    assert gone.args == [dock.current_id]
    assert len(dock.model.ids) == 3
    dock.remove_button.click()
    assert bridge.plan == before
    dock.select("i1")
    dock.remove_button.click()
    assert "v1" not in bridge.plan
    assert bridge.plan.targets("m1", "indicator") == []
    assert dock.current_id == "i2"
    bridge.document.undo()
    assert bridge.plan == before


def test_the_current_measure_is_linked_and_released(dock, bridge):
    dock.set_measure("m3")
    dock.select("i2")
    assert dock.link_button.text() == "关联到当前举措"
    dock.link_button.click()
    assert bridge.plan.targets("m3", "indicator") == ["i2"]
    assert dock.link_button.text() == "解除与当前举措的关联"
    assert row(dock, 1)[6] == "1"
    dock.link_button.click()
    assert bridge.plan.targets("m3", "indicator") == []


def test_only_a_measure_can_be_linked(dock, bridge):
    dock.select("i2")
    dock.set_measure("layer-1")
    assert not dock.link_button.isEnabled()
    dock.toggle_link()
    assert bridge.document.history.next_undo is None


def test_linked_indicators_carry_another_sign(dock):
    def icons():
        return [
            dock.model.index(place, 0).data(Qt.ItemDataRole.DecorationRole).cacheKey() for place in (0, 1)
        ]

    assert len(set(icons())) == 1
    dock.set_measure("m1")
    assert len(set(icons())) == 2


def test_the_search_leaves_what_fits_and_says_when_nothing_does(dock):
    type_text(dock.search, "企业")
    assert dock.table.model().rowCount() == 1
    type_text(dock.search, "火星")
    assert not dock.table.isVisible()
    assert dock.hint == "没有符合的指标，换几个字试试。"
    dock.search.clear()
    assert dock.table.isVisible()


def test_row_50_without_indicators_it_says_what_to_do(qtbot):
    empty = IndicatorDock(make_bridge(Plan([small_plan().head, Measure("m", title="举措")])), make_icons())
    qtbot.addWidget(empty)
    assert "新增指标" in empty.hint
    assert not empty.remove_button.isEnabled()


def test_a_plan_opened_to_be_read_is_only_read(dock):
    dock.set_measure("m1")
    dock.select("i1")
    dock.set_editable(False)
    buttons = dock.add_button, dock.remove_button, dock.link_button, dock.paste_button
    assert not any(button.isEnabled() for button in buttons)


def test_values_of_the_current_indicator_are_pasted(dock, bridge, qtbot):
    dock.select("i2")
    QApplication.clipboard().setText("2023年\t2.1万\n2024年\t2.4万")
    with qtbot.waitSignal(dock.told):
        QTest.keyClick(dock.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert row(dock, 1)[5] == "24000（2024）"
    bridge.document.undo()
    assert row(dock, 1)[5] == ""


def test_the_table_is_copied_below_its_headings(dock):
    QTest.keyClick(dock.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["指标", "研发投入强度", "高新技术企业数"]


def test_row_57_every_control_has_a_name(dock):
    nameless = [
        widget
        for widget in dock.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and dock.table.isAncestorOf(widget) is False
    ]
    assert nameless == []


def test_enter_announces_the_current_row_again(dock, qtbot):
    dock.select("i2")
    with qtbot.waitSignal(dock.activated) as gone:
        QTest.keyClick(dock.table, Qt.Key.Key_Return)
    assert gone.args == ["i2"]


def test_row_33_buttons_are_verbs(dock):
    assert [button.text() for button in (dock.add_button, dock.remove_button)] == ["新增指标", "删除指标"]

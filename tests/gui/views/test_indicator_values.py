"""The page of values: typing, copying, pasting with a preview, further columns."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from planner.app.indicator_paste.columns import Part
from planner.app.indicator_paste.proposal import Goal
from planner.app.value_grid import Moment
from planner.domain.changes import ChangeSet, Insert, Label
from planner.domain.items import Indicator, IndicatorValue
from planner.domain.plan import Plan
from planner.gui.indicator_values.column_dialog import ColumnDialog
from planner.gui.indicator_values.dialog import ValuesDialog
from planner.gui.indicator_values.model import FIRST
from planner.gui.indicator_values.page import ValuesPage
from planner.gui.indicator_values.pasting import ValuesPaster
from planner.gui.table_copy import shown_table
from tests.gui.bridges import make_bridge, make_icons
from tests.plans import small_plan


@pytest.fixture
def page(stage, shown):
    made = ValuesPage(stage, ask=lambda _words, _parent: Moment("target", "2035"))
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.refresh()
    stage.bridge.changed.connect(made.refresh)
    return shown(made)


@pytest.fixture
def told(stage):
    said = []
    stage.errands.told.connect(lambda tone, text: said.append((tone, text)))
    return said


def headings(page):
    return shown_table(page.table)[0]


def row(page, indicator_id):
    return shown_table(page.table)[1 + page.model.ids.index(indicator_id)]


def put_on_clipboard(*rows):
    data = QMimeData()
    data.setText("\n".join("\t".join(cells) for cells in rows))
    QGuiApplication.clipboard().setMimeData(data)


def the_dialog():
    (dialog,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, ValuesDialog) and one.isVisible()
    ]
    return dialog


def test_each_role_and_time_has_a_column(page):
    assert headings(page) == [
        "指标",
        "计量单位",
        "2020 基期值",
        "2022 实际值",
        "2023 实际值",
        "2024 实际值",
        "2025 目标值",
        "2030 目标值",
    ]
    assert row(page, "i2") == ["高新技术企业数", "家", "100", "110", "118", "124", "", "300"]


def test_a_value_is_typed_and_enter_goes_down(page, bridge, qtbot):
    page.table.select_cell(0, FIRST + 3)
    page.table.setFocus()
    QTest.keyClicks(page.table, "4")
    editor = page.table.findChild(QLineEdit)
    QTest.keyClicks(editor, ".4%")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row(page, "i1")[FIRST + 3] == "4.4")
    qtbot.waitUntil(lambda: page.table.currentIndex().row() == 1)
    bridge.document.undo()
    assert row(page, "i1")[FIRST + 3] == ""


def test_what_is_no_value_is_not_taken(page, told, bridge):
    before = bridge.plan.copy()
    assert not page.model.setData(page.model.index(1, FIRST + 3), "很多")
    assert bridge.plan == before
    assert told == [("warning", "“很多”没有填入：不是数值。")]


def test_delete_clears_the_selection_in_one_step(page, bridge):
    before = bridge.plan.copy()
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert not bridge.plan.of(IndicatorValue)
    bridge.document.undo()
    assert bridge.plan == before


def test_the_grid_is_copied_with_headings_and_numbers_for_excel(page):
    page.copy_all()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().split("\n")[0].split("\t")[:3] == ["指标", "计量单位", "2020 基期值"]
    assert 'x:num="118"' in data.html()
    page.table.select_cell(1, FIRST)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "100"


def test_plainly_new_values_are_pasted_at_once(page, bridge, told):
    before = bridge.plan.copy()
    put_on_clipboard(
        ("指标", "2024实际", "2035目标"), ("研发投入强度", "4.4", "≥6%"), ("高新技术企业数", "", "500")
    )
    QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert row(page, "i1")[-1] == "≥6"
    assert row(page, "i2")[-1] == "500"
    assert told == [("success", "已填入 3 个指标值，撤销一次即可收回。")]
    bridge.document.undo()
    assert bridge.plan == before


def test_what_does_not_fit_is_seen_first(page, bridge, qtbot):
    put_on_clipboard(
        ("指标", "单位", "2024", "2025", "2030目标"),
        ("研发投入强度", "%", "4.4", "4.6", ""),
        ("独角兽企业数", "家", "40", "", "100"),
        ("高新技术企业数", "家", "1.2万件", "", ""),
    )
    page.paste()
    dialog = the_dialog()
    qtbot.addWidget(dialog)
    assert "改动 1" in dialog._summary.text()
    assert "不能填入 3" in dialog._summary.text()
    assert [dialog.preview.item(at, 0).text() for at in (2, 3, 4)] == [
        "研发投入强度",
        "计划中没有这个指标",
        "计量单位与指标的不同",
    ]
    dialog.add_new.setChecked(True)
    dialog.source.setText("统计公报")
    combo = dialog.findChild(QComboBox, "meaning_3")
    combo.setCurrentIndex(combo.findData(Part.ACTUAL))
    combo.activated.emit(combo.currentIndex())
    dialog.accept()
    (made,) = [one for one in bridge.plan.of(Indicator).values() if one.title == "独角兽企业数"]
    assert made.unit == "家"
    new = {(one.role, one.period): one for one in bridge.plan.children("i1", IndicatorValue)}
    assert new["actual", "2025"].number == 4.6
    assert new["actual", "2025"].source == "统计公报"
    assert new["target", "2025"].number == 4.5
    bridge.document.undo()
    assert made.id not in bridge.plan


def choose(preview, at, indicator_id):
    """Choose an indicator for the name in doubt at a cell of the preview, as a person does."""
    choice = preview.cellWidget(*at)
    choice.setCurrentIndex(choice.findData(indicator_id))
    choice.activated.emit(choice.currentIndex())


def test_a_misspelt_name_is_matched_by_hand(page, bridge, qtbot):
    put_on_clipboard(("指标", "2024实际"), ("研发投人强度", "4.4%"), ("高新技术企业数", "124"))
    page.paste()
    dialog = the_dialog()
    qtbot.addWidget(dialog)
    preview = dialog.preview
    choice = preview.cellWidget(2, 0)
    assert choice.placeholderText() == "计划中没有这个指标"
    assert choice.currentIndex() == -1
    assert preview.cellWidget(3, 0) is None
    assert not dialog.add_new.isHidden()
    choose(preview, (2, 0), "i1")
    assert preview.cellWidget(2, 0) is choice
    assert choice.currentText() == choice.toolTip() == "研发投入强度"
    assert dialog.add_new.isHidden()
    choose(preview, (2, 0), "")
    assert dialog._summary.text() == "相同 1 · 不能填入 1"
    choose(preview, (2, 0), "i1")
    dialog.accept()
    assert row(page, "i1")[FIRST + 3] == "4.4"
    assert len(bridge.plan.of(Indicator)) == 2
    bridge.document.undo()
    assert row(page, "i1")[FIRST + 3] == ""


def test_a_misspelt_heading_is_matched_by_hand(page, bridge, qtbot):
    put_on_clipboard(("年份", "研发投人强度", "高新技术企业数"), ("2021", "4.2", "105"), ("2024", "4.4", ""))
    page.paste()
    dialog = the_dialog()
    qtbot.addWidget(dialog)
    assert dialog.preview.cellWidget(1, 2).placeholderText() == "研发投人强度"
    choose(dialog.preview, (1, 2), "i1")
    dialog.accept()
    numbers = {(one.role, one.period): one.number for one in bridge.plan.children("i1", IndicatorValue)}
    assert numbers["actual", "2021"] == 4.2
    assert numbers["actual", "2024"] == 4.4


def test_a_bare_block_goes_onto_the_cells_from_here(page, told):
    page.table.select_cell(0, FIRST + 1)
    put_on_clipboard(("4.1", "4.2"), ("111", ""))
    page.paste()
    assert row(page, "i1")[FIRST + 1 : FIRST + 3] == ["4.1", "4.2"]
    assert row(page, "i2")[FIRST + 1 : FIRST + 3] == ["111", "118"]
    page.table.select_cell(0, 0)
    page.paste()
    assert told[-1][0] == "info"


def test_a_further_column_is_filled(page, bridge):
    page.add_column()
    assert headings(page)[-1] == "2035 目标值"
    assert page.table.currentIndex().column() == len(headings(page)) - 1
    page.model.setData(page.table.currentIndex(), "7")
    assert row(page, "i1")[-1] == "7"


def test_a_column_needs_a_time(qtbot, stage):
    dialog = ColumnDialog(stage.bridge.words, None)
    qtbot.addWidget(dialog)
    assert dialog.moment is None
    dialog.period.setText("2025年三季度")
    assert dialog.moment == Moment("target", "2025-Q3")
    dialog.period.setText("明天")
    assert dialog.moment is None


def test_a_plan_opened_to_be_read_is_only_read(stage, shown, bridge):
    page = shown(ValuesPage(replace(stage, may_edit=lambda: False)))
    page.refresh()
    put_on_clipboard(("指标", "2035目标"), ("研发投入强度", "9"))
    page.paste()
    page.table.selectAll()
    page.clear()
    assert bridge.document.history.next_undo is None
    assert not page.model.flags(page.model.index(0, FIRST)) & Qt.ItemFlag.ItemIsEditable


def test_texts_of_a_plan_and_a_block_are_plain(qtbot, stage, shown):
    bridge = make_bridge(Plan([small_plan().head, Indicator("i", title="<b>甲</b>")]))
    paster = ValuesPaster(bridge, make_icons(), shown(ValuesPage(stage)), lambda *_: None)
    put_on_clipboard(("指标", "2024"), ("<b>甲</b>", "<i>3</i>"), ("乙" * 3000, "4"))

    paster.paste(Goal())
    dialog = the_dialog()
    qtbot.addWidget(dialog)
    assert dialog.preview.item(2, 1).text() == "<b>甲</b>"
    dialog.grab()
    dialog.reject()


def test_what_a_formula_gives_is_shown_and_can_be_typed_over(page, bridge):
    made = Indicator("i3", "", "C", title="比", formula="「高新技术企业数」/2")
    bridge.run(lambda: ChangeSet(Label("x"), (Insert(made),)))
    said = row(page, "i3")
    assert said[FIRST : FIRST + 4] == ["50", "55", "59", "62"]
    index = page.model.index(page.model.ids.index("i3"), FIRST)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "由公式计算：「高新技术企业数」/2"
    page.model.setData(index, "51")
    assert row(page, "i3")[FIRST] == "51"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None

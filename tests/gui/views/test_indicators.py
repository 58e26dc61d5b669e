"""The view of the indicators: attainment, the chart, pictures of it, small charts of all."""

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest

from planner.app.attainment import COLUMNS
from planner.app.commands.edit import set_field, set_relation
from planner.gui.table_copy import shown_table
from planner.gui.views.indicators.chart import IndicatorChart
from planner.gui.views.indicators.chart_place import ChartPlace
from planner.gui.views.indicators.view import ATTAINMENT, MULTIPLES, VALUES, IndicatorsView
from tests.gui.bridges import TODAY


@pytest.fixture
def view(stage, shown):
    made = IndicatorsView(stage)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    shown(made)
    assert made.chart.isVisible()
    return made


def row(view, indicator_id):
    place = view.model.ids.index(indicator_id)
    return {column.key: view.model.index(place, at).data() for at, column in enumerate(COLUMNS)}


def test_a_row_says_how_far_an_indicator_is(view):
    said = row(view, "i2")
    assert said["baseline"] == "100（2020）"
    assert said["latest"] == "124（2024）"
    assert said["target"] == "300（2030）"
    assert said["gap"] == "+176"
    assert said["yearly"] == "+29.33"
    assert abs(float(said["expected"]) - (100 + 200 * 4.413 / 10)) < 0.5


def test_the_chart_follows_the_current_row(view):
    view.select("i2")
    assert view.chart.accessibleName() == "指标图：高新技术企业数"
    assert "2024 实际值 124" in view.chart.spots
    assert view.chart.spots[-1].startswith(("2030 目标值 300", "2030-12-31 预测"))
    view.select("i1")
    assert "里程碑 2025-06-30：形成草案" not in view.chart.spots
    assert view.chart.spots == ["2025 目标值 4.5"]


def test_numbers_follow_the_plan(view, bridge, qtbot):
    view.select("i2")
    bridge.run(lambda: set_field(bridge.plan, "v5", "number", 130.0, TODAY))
    qtbot.waitUntil(lambda: row(view, "i2")["latest"] == "130（2024）")
    assert view.current_id == "i2"
    assert "2024 实际值 130" in view.chart.spots


def test_the_chart_is_copied_and_saved(view, stage, tmp_path):
    told = []
    stage.errands.told.connect(lambda tone, text: told.append((tone, text)))
    view.select("i2")
    view.copy_picture()
    assert QGuiApplication.clipboard().image().width() == 2400
    view.save_picture(tmp_path / "图.png")
    view.save_picture(tmp_path / "图.svg")
    image = QImage(str(tmp_path / "图.png"))
    assert image.pixelColor(5, 5).lightness() > 240
    assert QSvgRenderer(QByteArray((tmp_path / "图.svg").read_bytes())).isValid()
    view.save_picture(tmp_path / "nowhere" / "图.png")
    assert [tone for tone, _ in told] == ["success", "success", "success", "danger"]


def test_a_small_chart_leads_to_the_large_one(view, asked):
    view.show_page(MULTIPLES)
    drawing = view.multiples.view.drawing
    assert [spot.item_id for spot in drawing.spots] == view.model.ids
    view.multiples.activated.emit("i2")
    assert view.current_id == "i2"
    assert asked == ["i2"]
    assert view.chart.isVisible()


def test_keys_walk_along_the_chart(view, bridge, qtbot):
    bridge.run(lambda: set_field(bridge.plan, "s2", "due", "2025年5月底前", TODAY))
    view.select("i2")
    assert view.chart.current == ""
    for key, said in (
        (Qt.Key.Key_Right, "2020 基期值 100"),
        (Qt.Key.Key_Right, "2022 实际值 110"),
        (Qt.Key.Key_Left, "2020 基期值 100"),
        (Qt.Key.Key_Left, "2020 基期值 100"),
        (Qt.Key.Key_End, view.chart.spots[-1]),
    ):
        QTest.keyClick(view.chart, key)
        assert view.chart.current == said
        assert view.chart.accessibleDescription() == said


def test_enter_on_a_milestone_goes_to_its_measure(view, bridge, asked):
    bridge.run(lambda: set_relation(bridge.plan, "m1", "indicators", ["i2"], bridge.document.new_id))
    view.refresh()
    view.select("i2")
    while not view.chart.current.startswith("里程碑"):
        QTest.keyClick(view.chart, Qt.Key.Key_Right)
    QTest.keyClick(view.chart, Qt.Key.Key_Return)
    assert asked == ["m1"]


def test_the_view_does_not_wait_for_the_chart(stage, shown, qtbot):
    made = shown(IndicatorsView(stage))
    assert made.table.isVisible()
    qtbot.waitUntil(lambda: made.findChild(IndicatorChart) is not None)
    qtbot.waitUntil(lambda: bool(made.findChild(IndicatorChart).spots))


def test_values_follow_the_plan_while_their_page_is_in_front(view, bridge, qtbot):
    view.show_page(VALUES)
    place = shown_table(view.values.table)[0].index("2024 实际值")
    bridge.run(lambda: set_field(bridge.plan, "v5", "number", 131.0, TODAY))
    qtbot.waitUntil(lambda: shown_table(view.values.table)[2][place] == "131")
    view.show_page(ATTAINMENT)
    bridge.run(lambda: set_field(bridge.plan, "v5", "number", 132.0, TODAY))
    view.show_page(VALUES)
    assert shown_table(view.values.table)[2][place] == "132"


def test_the_chart_begins_to_load_when_the_rest_is_there(stage, qtbot):
    made = IndicatorsView(stage)
    qtbot.addWidget(made)
    place = made.findChild(ChartPlace)
    made.show()
    assert place._loading.ident is None
    qtbot.waitUntil(lambda: place._loading.ident is not None)
    qtbot.waitUntil(lambda: made.findChild(IndicatorChart) is not None)

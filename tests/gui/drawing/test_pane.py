import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from planner.app.commands.edit import set_field
from planner.gui.drawing.figures import FIGURES
from planner.gui.drawing.output import Paper


def click_on(pane, item_id):
    view = pane.view
    spot = next(spot for spot in view.drawing.spots if spot.item_id == item_id)
    x, y = spot.box.centre
    left = (view.viewport().width() - view.drawing.width * view.scale) / 2
    top = (view.viewport().height() - view.drawing.height * view.scale) / 2
    offset = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    point = QPoint(round(max(left, 0) + x * view.scale), round(max(top, 0) + y * view.scale)) - offset
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QApplication.processEvents()


def labels(pane):
    return {spot.item_id: spot.label for spot in pane.view.drawing.spots}


def test_the_house_is_shown_first(pane):
    assert pane.figure == "house"
    assert labels(pane)["layer-1"] == "筑基"


@pytest.mark.parametrize("key", [figure.key for figure in FIGURES])
def test_each_figure_is_one_click_away(pane, key):
    pane.show_figure(key)
    assert pane.figure == key
    assert pane.view.drawing.spots
    assert pane.findChild(QToolButton, f"figure_{key}").isChecked()


def test_an_edit_is_drawn(pane, bridge):
    bridge.run(lambda: set_field(bridge.plan, "layer-1", "title", "奠基", bridge.derived.today))
    QApplication.processEvents()
    assert labels(pane)["layer-1"] == "奠基"


def test_out_of_sight_nothing_is_drawn_until_it_is_shown(pane, bridge):
    pane.hide()
    bridge.run(lambda: set_field(bridge.plan, "layer-1", "title", "奠基", bridge.derived.today))
    QApplication.processEvents()
    assert labels(pane)["layer-1"] == "筑基"
    pane.show()
    assert labels(pane)["layer-1"] == "奠基"


def test_a_click_on_a_stone_asks_to_go_there(qtbot, pane):
    with qtbot.waitSignal(pane.activated) as told:
        click_on(pane, "component-4-1")
    assert told.args == ["component-4-1"]


def test_in_the_chain_the_first_click_shows_what_hangs_together_and_the_second_goes_there(qtbot, pane):
    pane.show_figure("chain")
    whole = pane.view.drawing
    with qtbot.assertNotEmitted(pane.activated):
        click_on(pane, "problem-2")
    assert pane.view.drawing != whole
    with qtbot.waitSignal(pane.activated):
        click_on(pane, "problem-2")
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert pane.view.drawing == whole


def test_the_picture_is_copied_on_white(pane):
    pane.taker.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2400
    assert image.pixelColor(3, 3).lightness() == 255


@pytest.mark.parametrize("name", ["图.png", "图.svg"])
def test_pictures_are_saved(qtbot, pane, tmp_path, name):
    with qtbot.waitSignal(pane.told) as told:
        pane.taker.save_picture(tmp_path / name)
    assert told.args == ["success", f"已保存“{name}”。"]
    assert QImage(str(tmp_path / name)).width() >= 1188


def test_a_poster_is_saved(pane, tmp_path):
    pane.taker.save_poster(Paper.A1, tmp_path / "海报.pdf")
    assert (tmp_path / "海报.pdf").read_bytes().startswith(b"%PDF-")


def test_a_failure_is_told(qtbot, pane, tmp_path):
    with qtbot.waitSignal(pane.told) as told:
        pane.taker.save_picture(tmp_path / "missing" / "a.png")
    tone, sentence = told.args
    assert tone == "danger"
    assert sentence.startswith("没有写成“a.png”：")


def test_every_button_has_a_name(pane):
    assert all(button.accessibleName() for button in pane.findChildren(QToolButton) if button.isVisible())

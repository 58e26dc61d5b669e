"""Copy, cut and paste of the tree; names give the rows of the conventions."""

import time

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QComboBox

from planner.app.paste.tsv import read_tsv
from planner.domain.items import Link, Measure, Milestone, Unit
from planner.gui.tree.clipboard import ITEMS_TYPE
from planner.gui.tree.columns import PLACES, TITLE
from planner.gui.tree.paste_dialog import PasteDialog


@pytest.fixture
def clipboard(qapp):
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


@pytest.fixture
def put(clipboard):
    def put(text, html=""):
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        clipboard.setMimeData(data)

    return put


@pytest.fixture
def dialog(view, qtbot):
    def find():
        dialogs = view.findChildren(PasteDialog)
        return dialogs[0] if dialogs else None

    return find


def go_to(view, item_id, key):
    view.select(item_id)
    view.setCurrentIndex(view.tree_model.index_of(item_id, PLACES[key]))


def titles(bridge, parent="component-1"):
    return [measure.title for measure in bridge.plan.children(parent, Measure)]


def tree_texts(entry):
    return [
        (entry.child(place).text(0), tree_texts(entry.child(place))) for place in range(entry.childCount())
    ]


class TestCopy:
    def test_row_42_the_shown_columns_as_text_and_table(self, view, clipboard):
        view.select_all_of(["m1", "m2"])
        view.clipboard.copy()
        rows = read_tsv(clipboard.mimeData().text()).rows
        assert [row[:3] for row in rows] == [("1.", "修订条例", "市科委"), ("2.", "优化服务", "")]
        assert len(rows[0]) == len(view.columns.shown())
        assert "mso-number-format" in clipboard.mimeData().html()

    def test_columns_come_in_the_order_in_which_they_stand(self, view, clipboard):
        view.columns.moveSection(view.columns.visualIndex(TITLE), 0)
        view.select("m1")
        view.clipboard.copy()
        assert clipboard.mimeData().text().startswith("修订条例\t1.\t")

    def test_with_headings(self, view, clipboard):
        view.select("m1")
        view.clipboard.copy_with_headings()
        assert read_tsv(clipboard.mimeData().text()).rows[0][:3] == ("序号", "标题", "牵头单位")

    def test_nothing_selected_leaves_the_clipboard_alone(self, view, put, clipboard):
        put("原来的")
        view.clearSelection()
        view.clipboard.copy()
        assert clipboard.text() == "原来的"


class TestOwnRows:
    def test_a_branch_is_pasted_after_the_current_row_with_all_that_belongs_to_it(self, view, bridge):
        view.select("m1")
        view.clipboard.copy()
        view.select("m2")
        view.clipboard.paste()
        assert titles(bridge) == ["修订条例", "优化服务", "修订条例"]
        copy = view.current_id()
        assert [child.title for child in bridge.plan.children(copy, Measure)] == ["起草", "审议"]
        assert len(bridge.plan.children(copy, Milestone)) == 1
        assert {link.target for link in bridge.plan.children(copy, Link)} == {"u1", "u2", "i1"}
        bridge.document.undo()
        assert titles(bridge) == ["修订条例", "优化服务"]

    def test_cut_and_paste_move_a_branch_below_a_component(self, view, bridge):
        view.select("m1")
        view.clipboard.cut()
        assert (titles(bridge), bridge.document.history.next_undo.label.code) == (["优化服务"], "cut")
        view.select("component-2")
        view.clipboard.paste()
        assert titles(bridge, "component-2") == ["开放数据", "修订条例"]
        assert view.current_id() == "m1"
        assert {link.id for link in bridge.plan.children("m1", Link)} == {"k1", "k2", "k3"}
        view.clipboard.paste()
        assert titles(bridge, "component-2") == ["开放数据", "修订条例", "修订条例"]
        assert view.current_id() != "m1"

    def test_rows_that_cannot_stand_there_go_further_up(self, view, bridge):
        view.select("layer-1")
        view.clipboard.copy()
        view.select("m1a")
        view.clipboard.paste()
        assert [bridge.plan[node].title for node in bridge.plan.branches("")] == ["筑基", "筑基", "垒台"]

    def test_spoiled_data_is_refused_with_a_sentence(self, view, bridge, clipboard):
        told, data = [], QMimeData()
        data.setData(ITEMS_TYPE, b"{]")
        clipboard.setMimeData(data)
        bridge.refused.connect(told.append)
        view.clipboard.paste()
        assert len(told) == 1
        assert bridge.document.history.next_undo is None


class TestText:
    def test_plain_lines_become_rows_at_once_in_one_step(self, view, bridge, put, dialog):
        put("甲事项\n乙事项\n")
        view.select("m2")
        view.clipboard.paste()
        assert dialog() is None
        assert titles(bridge) == ["修订条例", "优化服务", "甲事项", "乙事项"]
        assert [bridge.plan[row].title for row in view.selected_ids()] == ["甲事项", "乙事项"]
        bridge.document.undo()
        assert titles(bridge) == ["修订条例", "优化服务"]

    def test_row_43_quotes_and_breaks_in_a_cell_are_kept(self, view, bridge, put, dialog):
        put('任务\t主要内容\n"他说""好"""\t"一\n二"\n')
        view.select("m2")
        view.clipboard.paste()
        dialog().accept()
        pasted = bridge.plan[view.current_id()]
        assert (pasted.title, pasted.content) == ('他说"好"', "一\n二")

    def test_one_text_goes_into_the_cells_of_all_selected_rows(self, view, bridge, put, dialog):
        put("2026年底前")
        view.select_all_of(["m1a", "m2", "m3"])
        view.selectionModel().setCurrentIndex(
            view.tree_model.index_of("m2", PLACES["due_now"]), view.selectionModel().SelectionFlag.NoUpdate
        )
        view.clipboard.paste()
        assert dialog() is None
        assert [bridge.plan[row].due for row in ("m1a", "m2", "m3")] == ["2026年底前"] * 3

    def test_a_block_goes_onto_the_cells_from_the_current_one_on(self, view, bridge, put, dialog):
        put("市教委\t市科委\n教委\t\n")
        go_to(view, "m2", "lead")
        view.clipboard.paste()
        assert dialog() is not None  # the row below is a component, which has no lead
        dialog().accept()
        assert bridge.plan.targets("m2", "unit", "lead") == ["u2"]
        assert bridge.plan.targets("m2", "unit", "supporting") == ["u1"]

    def test_row_43_what_does_not_fit_is_shown_and_nothing_is_done_on_cancel(self, view, bridge, put, dialog):
        put("进行到一半")
        go_to(view, "m2", "status")
        view.clipboard.paste()
        notes = dialog().result_view.topLevelItem(0).text(dialog().result_view.columnCount() - 1)
        assert "进行到一半" in notes
        dialog().reject()
        assert bridge.document.history.next_undo is None

    def test_a_document_becomes_a_tree_with_units_and_deadline(self, view, bridge, put, dialog):
        put(
            "一、夯实基础\n（一）修订条例（责任单位：市科委、市教委；完成时限：2025年底前）\n"
            "（二）优化服务\n牵头单位：市教委 配合单位：市科委\n"
        )
        view.select("m3")
        view.clipboard.paste()
        root = dialog().result_view.invisibleRootItem()
        assert tree_texts(root) == [("夯实基础", [("修订条例", []), ("优化服务", [])])]
        dialog().accept()
        top = bridge.plan.children("component-2", Measure)[1]
        first, second = bridge.plan.children(top.id, Measure)
        assert (first.due, bridge.plan.targets(first.id, "unit", "undivided")) == ("2025年底前", ["u1", "u2"])
        assert bridge.plan.targets(second.id, "unit", "lead") == ["u2"]


class TestPreview:
    @pytest.fixture
    def table(self, view, put, dialog):
        put("序号\t任务\t分工\n1\t甲\t新成立的局\n1.1\t乙\t市科委\n")
        view.select("m2")
        view.clipboard.paste()
        return dialog()

    def test_levels_are_shown_as_a_tree(self, table):
        assert tree_texts(table.result_view.invisibleRootItem()) == [("甲", [("乙", [])])]

    def test_another_meaning_of_a_column_is_followed(self, table, bridge, view):
        combo = table.findChild(QComboBox, "meaning_2")
        combo.setCurrentIndex(combo.findData("lead"))
        combo.activated.emit(combo.currentIndex())
        assert "新成立的局" in table._summary.text()
        table.accept()
        unit = next(unit for unit in bridge.plan.of(Unit).values() if unit.title == "新成立的局")
        assert bridge.plan.targets(view.current_id(), "unit", "lead") == [unit.id]

    def test_rows_can_go_below_the_current_ones_parent_as_framework(self, view, put, dialog, bridge):
        put("层\n\t要素\n\t\t事项\n")
        view.select("layer-2")
        view.clipboard.paste()
        table = dialog()
        table._spot.setCurrentIndex(1)
        table._framework.setCurrentIndex(2)
        table.accept()
        top = bridge.plan[view.current_id()]
        assert (top.kind.key, top.parent) == ("node", "")

    def test_without_a_title_column_nothing_can_be_agreed_to(self, table):
        table.set_meaning(1, "")
        assert not table._agree.isEnabled()


def test_sixty_rows_of_three_levels_from_excel_within_a_second(view, bridge, put, dialog):
    rows = ["<tr><td>序号</td><td>任务</td><td>牵头单位</td><td>完成时限</td></tr>"]
    for top in range(1, 5):
        rows.append(f"<tr><td>{top}</td><td>第{top}项</td><td>市科委</td><td>2026年底前</td></tr>")
        for middle in range(1, 3):
            cell = f"<td>{top}.{middle}</td><td>第{top}.{middle}项</td>"
            rows.append(f"<tr>{cell}<td>市教委</td><td>2026年6月底前</td></tr>")
            for leaf in range(1, 7):
                cell = f"<td>{top}.{middle}.{leaf}</td><td>事项{top}{middle}{leaf}</td>"
                rows.append(f"<tr>{cell}<td>市科委、市教委</td><td>每季度</td></tr>")
    assert len(rows) == 61
    put("", f"<html><body><table>{''.join(rows)}</table></body></html>")
    view.select("component-2")
    before = bridge.plan.copy()
    began = time.perf_counter()
    view.clipboard.paste()
    dialog().accept()
    taken = time.perf_counter() - began
    tops = bridge.plan.children("component-2", Measure)[1:]
    assert [top.title for top in tops] == ["第1项", "第2项", "第3项", "第4项"]
    leaves = [
        leaf
        for top in tops
        for mid in bridge.plan.child_ids(top.id, Measure)
        for leaf in bridge.plan.children(mid, Measure)
    ]
    assert (len(leaves), leaves[0].title, leaves[0].due) == (48, "事项111", "每季度")
    assert bridge.plan.targets(leaves[0].id, "unit", "lead") == ["u1", "u2"]
    assert taken < 5  # a second on a machine at rest
    bridge.document.undo()
    assert bridge.plan == before

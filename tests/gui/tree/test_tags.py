"""Terms in the tree: as labels, typed, filled down, pasted, ticked for many rows, and dragged."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.domain.changes import Insert, apply
from planner.domain.items import Facet, Term
from planner.gui.facets.tree import ENTRIES_TYPE, EntryTree
from planner.gui.tree.dragdrop import drag_data
from planner.gui.tree.tag_painter import fit_tags
from planner.gui.tree.tags_dialog import TagsDialog
from planner.gui.tree.view import TreeView
from tests.plans import small_plan

Key = Qt.Key


@pytest.fixture
def bridge(make_bridge):
    """The small plan with two more terms; the second is spelled hysb."""
    added = [
        Term("t3", "f2", "B", title="人才、资金"),
        Term("t4", "f2", "C", title="活跃社保"),
        Facet("f9", "", "Z", key="empty", title="空的"),
    ]
    plan = small_plan()
    apply(plan, [Insert(item) for item in added])
    return make_bridge(plan, initials=lambda text: {"活跃社保": "hysb"}.get(text, ""))


def place_of(view, key):
    return next(place for place, column in enumerate(view.tree_model.columns) if column.key == key)


def go_to(view, item_id, key):
    place = place_of(view, key)
    view.columns.setSectionHidden(place, False)
    view.select(item_id)
    view.setCurrentIndex(view.tree_model.index_of(item_id, place))


def edit(view, item_id, key, text):
    go_to(view, item_id, key)
    view.edit_current()
    editor = QApplication.focusWidget()
    editor.setText(text)
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()


def terms(bridge, item_id):
    return [bridge.plan[term].title for term in bridge.plan.targets(item_id, "term")]


@pytest.mark.parametrize(
    ("widths", "room", "shown"),
    [
        ([40, 40, 40], 128, 3),
        ([40, 40, 40], 127, 2),
        ([40, 40, 40], 107, 1),
        ([40, 40], 10, 1),
        ([500], 10, 1),
        ([], 100, 0),
    ],
)
def test_as_many_labels_as_fit_with_what_says_how_many_more_there_are(widths, room, shown):
    assert fit_tags(widths, room, lambda _more: 20) == shown


class TestCells:
    def test_the_tooltip_names_all_terms_by_facet(self, view, bridge):
        edit(view, "m3", "facet:problems", "韧性不足")
        tip = view.tree_model.index_of("m3", place_of(view, "terms")).data(Qt.ItemDataRole.ToolTipRole)
        assert tip == "问题：韧性不足<br>原因：投入不足"

    def test_a_title_with_signs_of_html_is_text(self, view, bridge):
        edit(view, "m1", "facet:causes", "<b>粗</b>")
        index = view.tree_model.index_of("m1", place_of(view, "facet:causes"))
        assert index.data() == "<b>粗</b>"
        assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)

    def test_they_are_painted_in_any_width(self, view):
        go_to(view, "m3", "terms")
        pictures = set()
        for width in (48, 90, 200):
            view.columns.resizeSection(place_of(view, "terms"), width)
            QApplication.processEvents()
            image = view.grab(view.visualRect(view.currentIndex())).toImage()
            pictures.add(bytes(image.constBits()))
        assert len(pictures) == 3


class TestTyping:
    def test_names_are_found_or_added_in_one_step_and_terms_of_other_facets_stay(self, view, bridge):
        edit(view, "m3", "facet:problems", "韧性不足；新问题")
        assert terms(bridge, "m3") == ["投入不足", "韧性不足", "新问题"]
        assert bridge.plan["new-1"].parent == "f1"
        bridge.document.undo()
        assert terms(bridge, "m3") == ["投入不足"]
        assert [term.title for term in bridge.plan.children("f1", Term)] == ["韧性不足"]

    def test_a_title_that_holds_a_separator_is_one_name(self, view, bridge):
        edit(view, "m3", "facet:causes", "人才、资金、投入不足")
        assert terms(bridge, "m3") == ["人才、资金", "投入不足"]
        view.edit_current()
        assert QApplication.focusWidget().text() == "人才、资金、投入不足"

    def test_initials_complete_the_last_name(self, view, bridge):
        go_to(view, "m3", "facet:causes")
        view.edit_current()
        editor = QApplication.focusWidget()
        QTest.keyClicks(editor, ";hy")
        QApplication.processEvents()
        assert editor.text() == "投入不足;hy"
        popup = editor.completer().popup()
        assert popup.isVisible()
        QTest.keyClick(popup, Key.Key_Return)
        assert editor.text() == "投入不足;活跃社保"
        QTest.keyClick(editor, Key.Key_Return)
        QApplication.processEvents()
        assert terms(bridge, "m3") == ["投入不足", "活跃社保"]

    def test_down_opens_the_list_of_all_terms(self, view):
        go_to(view, "m1", "facet:causes")
        view.edit_current()
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Down)
        assert view.findChild(type(view.open_editor())).completer().completionCount() == 3

    def test_enter_that_confirms_a_composition_does_not_end_the_cell(self, view, bridge):
        go_to(view, "m1", "facet:causes")
        view.edit_current()
        editor = QApplication.focusWidget()
        QApplication.sendEvent(editor, QInputMethodEvent("tou", []))
        QTest.keyClick(editor, Key.Key_Return)
        assert view.open_editor() is editor
        confirmed = QInputMethodEvent("", [])
        confirmed.setCommitString("投入不足")
        QApplication.sendEvent(editor, confirmed)
        QApplication.processEvents()
        QTest.keyClick(editor, Key.Key_Return)
        QApplication.processEvents()
        assert terms(bridge, "m1") == ["投入不足"]

    def test_the_column_of_all_facets_takes_only_names_that_are_there(self, view, bridge):
        told = []
        bridge.refused.connect(told.append)
        edit(view, "m1", "terms", "韧性不足、投入不足")
        assert terms(bridge, "m1") == ["韧性不足", "投入不足"]
        edit(view, "m1", "terms", "没有的")
        assert terms(bridge, "m1") == ["韧性不足", "投入不足"]
        assert len(told) == 1

    def test_a_component_carries_no_terms(self, view):
        go_to(view, "component-1", "facet:causes")
        assert not view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable


class TestMany:
    def test_fill_down_keeps_the_terms_of_other_facets(self, view, bridge):
        edit(view, "m1", "facet:problems", "韧性不足")
        edit(view, "m1", "facet:causes", "投入不足")
        edit(view, "m2", "facet:problems", "另一个")
        go_to(view, "m1", "facet:causes")
        view.selectionModel().select(
            view.tree_model.index_of("m2"),
            view.selectionModel().SelectionFlag.Select | view.selectionModel().SelectionFlag.Rows,
        )
        view.bulk.fill_down()
        assert terms(bridge, "m2") == ["另一个", "投入不足"]

    def test_a_block_is_pasted_onto_the_cells(self, view, bridge):
        QApplication.clipboard().setText("投入不足\n新的；投入不足")
        go_to(view, "m1", "facet:causes")
        view.clipboard.paste()
        visible = view.ids_from_current()[:2]
        assert [terms(bridge, row) for row in visible] == [["投入不足"], ["新的", "投入不足"]]

    def test_they_are_copied_as_they_read(self, view):
        go_to(view, "m3", "facet:causes")
        view.clipboard.copy()
        assert "投入不足" in QApplication.clipboard().text()


class TestDialog:
    @pytest.fixture
    def dialog(self, view):
        view.select_all_of(["component-1", "m1", "m3"])
        view.bulk.set_tags()
        return view.findChild(TagsDialog)

    def test_a_term_that_some_carry_stays_as_it_is_and_others_change_in_one_step(self, dialog, bridge):
        assert dialog.entry("t2").checkState(0) is Qt.CheckState.PartiallyChecked
        dialog.search.setText("韧性")
        QTest.keyClick(dialog.search, Key.Key_Return)
        assert dialog.search.text() == ""
        dialog.accept()
        assert [terms(bridge, row) for row in ("m1", "m3")] == [["韧性不足"], ["投入不足", "韧性不足"]]
        bridge.document.undo()
        assert [terms(bridge, row) for row in ("m1", "m3")] == [[], ["投入不足"]]

    def test_unticking_takes_a_term_from_all(self, dialog, bridge):
        dialog.entry("t2").setCheckState(0, Qt.CheckState.Unchecked)
        dialog.accept()
        assert terms(bridge, "m3") == []

    def test_searching_leaves_what_fits_by_sound_and_the_facet_above(self, dialog):
        dialog.search.setText("hysb")
        shown = [term for term in ("t1", "t2", "t3", "t4") if not dialog.entry(term).isHidden()]
        assert shown == ["t4"]
        assert dialog.list.currentItem() is dialog.entry("t4")
        assert not dialog.entry("t4").parent().isHidden()

    def test_arrows_lead_from_the_box_to_the_list(self, dialog):
        QTest.keyClick(dialog.search, Key.Key_Down)
        QTest.keyClick(dialog.list, Key.Key_Space)
        assert dialog.entry("t1").checkState(0) is Qt.CheckState.Checked


def carried_terms(*ids):
    data = QMimeData()
    data.setData(ENTRIES_TYPE, ("[" + ",".join(f'"{one}"' for one in ids) + "]").encode())
    return data


def drop(widget, handler, point, data):
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(point), action, data, left, Qt.KeyboardModifier.NoModifier)
    handler(event)
    return event.isAccepted()


class TestDragging:
    def middle(self, view, item_id):
        return view.visualRect(view.tree_model.index_of(item_id)).center()

    def test_terms_dropped_on_a_row_are_given_to_it(self, view, bridge):
        assert drop(view, view.dropEvent, self.middle(view, "m1"), carried_terms("t1", "t2"))
        assert terms(bridge, "m1") == ["韧性不足", "投入不足"]
        bridge.document.undo()
        assert terms(bridge, "m1") == []

    def test_on_one_of_the_selected_rows_to_all_of_them(self, view, bridge):
        view.select_all_of(["component-1", "m1", "m2"])
        drop(view, view.dropEvent, self.middle(view, "m2"), carried_terms("t2"))
        assert [terms(bridge, row) for row in ("m1", "m2", "m3")] == [["投入不足"]] * 3

    def test_facets_and_terms_of_another_plan_are_refused(self, view, bridge):
        for data in (carried_terms("f9"), carried_terms("elsewhere")):
            assert not drop(view, view.dropEvent, self.middle(view, "m1"), data)
        assert terms(bridge, "m1") == []

    def test_rows_dropped_on_a_term_get_it(self, qtbot, view, bridge):
        entries = EntryTree(bridge, None)
        qtbot.addWidget(entries)
        entries.refresh()
        entries.show()
        told = []
        entries.tagged.connect(lambda term, rows: told.append((term, rows)))
        point = entries.visualItemRect(entries.entry("t1")).center()
        assert drop(entries, entries.dropEvent, point, drag_data(["m1", "m2"]))
        facet = entries.visualItemRect(entries.entry("f1")).center()
        assert not drop(entries, entries.dropEvent, facet, drag_data(["m1"]))
        assert told == [("t1", ["m1", "m2"])]


def test_facet_columns_are_hidden_and_the_column_of_all_terms_shows(qtbot, make_bridge, icons):
    view = TreeView(make_bridge(), icons)
    qtbot.addWidget(view)
    hidden = {key: view.columns.isSectionHidden(place_of(view, key)) for key in ("terms", "facet:causes")}
    assert hidden == {"terms": False, "facet:causes": True}

"""What a planner can do in the tree, each with random choices: write, move, paste, tag, filter, go back."""

from random import Random

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from planner.app.commands import bulk, facets, placing, structure
from planner.app.commands.edit import set_relation
from planner.app.commands.own_fields import define_field
from planner.app.commands.units import merge_units
from planner.app.conditions.model import Condition, Conditions, Operator
from planner.domain.items import ROOT, Facet, Link, Measure, OwnField, Term, Unit
from planner.gui.tree.editors import LineEditor
from planner.gui.tree.paste_dialog import PasteDialog
from planner.gui.tree.view import TreeView

MOST_ROWS = 40
TITLES = ("甲", "乙", "条例", "研究，起草", "  空格 ", "<b>粗</b>", "")
TYPED = {
    "lead": ("市科委", "教委、市统计局", "", "新局"),
    "supporting": ("市教委", "各区", ""),
    "due_now": ("2025年底前", "每季度", "长期", "随便", ""),
    "status": ("in_progress", "done", "cancelled", "nonsense"),
    "weight": ("2", "", "很多"),
    "terms": ("韧性不足", "投入不足、韧性不足", "没有的", ""),
    "facet:problems": ("韧性不足", "新问题；韧性不足", ""),
    "facet:causes": ("投入不足", "新成因", ""),
}
PASTED = (
    "甲\n\t乙\n丙",
    "序号\t任务\t牵头单位\t2025年目标\n1\t任务一\t市科委\t草案\n1.1\t任务二\t新局\t",
    "市科委\t2025年底前",
    "一句话",
    "一、总体\n（一）分项（责任单位：市科委；完成时限：2025年底前）\n1.任务",
)
LOOKED_FOR = ("", "条例", "新", "科委", "（一", "没有")


class Hands:
    """Acts on a tree view; every method whose name begins with `do_` is one thing that a planner can do."""

    def __init__(self, view: TreeView, random: Random) -> None:
        self._view = view
        self._bridge = view.bridge
        self._document = view.bridge.document
        self._random = random
        self.deeds = [name for name in sorted(dir(self)) if name.startswith("do_")]

    @property
    def full(self) -> bool:
        """Whether the plan has as many rows as are good for a walk."""
        return sum(1 for _ in self._plan.walk()) >= MOST_ROWS

    @property
    def _plan(self):
        return self._document.plan

    def choose(self) -> str:
        """Return the name of what to do next."""
        return self._random.choice(self.deeds)

    def act(self, deed: str) -> None:
        """Do one thing by its name."""
        getattr(self, deed)()
        QApplication.processEvents()

    # Going about

    def do_select(self):
        if rows := self._rows():
            self._view.select(self._random.choice(rows))

    def do_select_several(self):
        if rows := self._rows():
            self._view.select_all_of(self._random.choices(rows, k=self._random.randint(1, 5)))

    def do_go_to_any_row(self):
        self._view.select(self._any_row())

    def do_go_to_column(self):
        current, shown = self._view.currentIndex(), self._view.columns.shown()
        if current.isValid():
            self._view.setCurrentIndex(current.siblingAtColumn(self._random.choice(shown)))

    def do_open_or_close(self):
        if rows := self._rows():
            self._view.tree_model.set_open(self._random.choice(rows), self._flip())

    def do_open_or_close_all(self):
        self._view.tree_model.set_all_open(self._flip())

    def do_show_columns(self):
        columns = self._view.columns
        place = self._random.randrange(1, columns.count())
        if columns.logicalIndex(place) != 1:
            columns.setSectionHidden(columns.logicalIndex(place), self._flip())

    # Writing

    def do_write_rows(self):
        """Add a row and name it, perhaps go on with the next, leave the last one empty or give up."""
        if self.full:
            return
        add = self._random.choice((self._view.add_sibling, self._view.add_child, self._view.add_above))
        add()
        for _ in range(self._random.randint(0, 2)):
            self._type(self._random.choice(TITLES))
            if self._random.random() < 0.4:
                self._view.cell_delegate.level_asked.emit(self._random.choice((1, -1)))
            self._view.finish_editing()
            self._view.add_sibling()
        self._type(self._random.choice(TITLES))
        self._leave(given_up=self._random.random() < 0.4)

    def do_add_to_framework(self):
        if not self.full:
            self._view.add(self._random.choice(("layer", "component", "measure")))
            self._type("框架")
            self._leave(given_up=self._random.random() < 0.2)

    def do_rename(self):
        if self._view.currentIndex().isValid():
            self._view.edit_current()
            self._type(self._random.choice(TITLES))
            self._leave(given_up=self._random.random() < 0.2)

    def do_type_into_a_cell(self):
        model, key = self._view.tree_model, self._random.choice(list(TYPED))
        place = next((n for n, column in enumerate(model.columns) if column.key == key), None)
        rows = self._rows()
        if rows and place is not None:
            index = model.index_of(self._random.choice(rows), place)
            if model.flags(index) & model.flags(index).ItemIsEditable:
                model.setData(index, self._random.choice(TYPED[key]))

    def do_remove(self):
        self._view.remove_selected()

    # Moving

    def do_change_place(self):
        view = self._view
        self._random.choice((view.indent, view.outdent, view.move_up, view.move_down))()

    def do_drag(self):
        """Let selected rows go above, on or below another row, as the pointer would."""
        view, moved = self._view, self._view.selected_ids()
        if moved and (rows := self._rows()):
            area = view.visualRect(view.tree_model.index_of(self._random.choice(rows)))
            part = self._random.choice((0.1, 0.5, 0.9))
            area.moveTop(area.top() + int(area.height() * part))
            view.drop_at(area.topLeft(), moved)

    def do_move_far(self):
        moved, target = [self._any_row(), self._any_row()], self._any_row()
        drop = self._random.choice(list(placing.Drop))
        if target and (spot := placing.drop_spot(self._plan, moved, target, drop)):
            self._run(lambda: structure.move(self._plan, moved, spot))

    def do_sort(self):
        key = self._random.choice(("title", "due", "lead", "status", "facet:causes"))
        self._view.bulk.sort(self._any_row(), key, self._flip())

    # Clipboard

    def do_copy(self):
        self._view.clipboard.copy()

    def do_cut(self):
        self._view.clipboard.cut()

    def do_paste(self):
        if not self.full:
            self._view.clipboard.paste()
            self._answer()

    def do_move_by_cutting(self):
        """Cut rows, perhaps remove another, and paste them elsewhere, perhaps twice."""
        self._view.clipboard.cut()
        if self._flip():
            self._view.select(self._any_row())
            self._view.remove_selected()
        for _ in range(self._random.randint(1, 2)):
            self._view.select(self._any_row())
            self.do_paste()

    def do_paste_text(self):
        if not self.full:
            data = QMimeData()
            data.setText(self._random.choice(PASTED))
            QApplication.clipboard().setMimeData(data)
            self._view.clipboard.paste()
            self._answer()

    # Many at once

    def do_fill_down(self):
        self._view.bulk.fill_down()

    def do_duplicate(self):
        if not self.full:
            self._view.bulk.duplicate()

    def do_set_all(self):
        key = self._random.choice(("lead", "due", "weight", "facet:causes"))
        text = self._random.choice(TYPED.get(key, ("2026年底前", "")))
        chosen, document = self._view.selected_ids(), self._document
        self._run(
            lambda: bulk.set_all_typed(self._plan, chosen, key, text, document.clock.today(), document.new_id)
        )

    # Terms, units, fields of one's own

    def do_tag(self):
        terms = list(self._plan.of(Term))
        measures = [row for row in self._view.selected_ids() if isinstance(self._plan.find(row), Measure)]
        if terms and measures:
            given, taken = self._random.choices(terms, k=2), self._random.choices(terms, k=1)
            self._run(lambda: facets.retag(self._plan, measures, given, taken, self._document.new_id))

    def do_drop_terms(self):
        if (terms := list(self._plan.of(Term))) and (rows := self._rows()):
            area = self._view.visualRect(self._view.tree_model.index_of(self._random.choice(rows)))
            self._view.tag_at(area.center(), self._random.choices(terms, k=2))

    def do_change_facets(self):
        new_id, known = self._document.new_id, list(self._plan.of(Facet))
        if len(known) < 4 and self._flip():
            self._run(lambda: facets.add_facet(self._plan, "又一类", new_id))
        elif known and len(self._plan.of(Term)) < 12:
            self._run(lambda: facets.add_term(self._plan, self._random.choice(known), "又一个", new_id))
        elif self._plan.of(Term):
            gone = self._random.choice([*self._plan.of(Term), *known])
            self._run(lambda: structure.remove(self._plan, [gone]))

    def do_change_units(self):
        units = list(self._plan.of(Unit))
        if len(units) > 2:
            kept, merged = self._random.sample(units, 2)
            self._run(lambda: merge_units(self._plan, kept, [merged]))

    def do_change_own_fields(self):
        own = list(self._plan.of(OwnField))
        if len(own) < 3:
            name, holds = f"字段{self._random.randrange(99)}", self._random.choice(("text", "number", "flag"))
            self._run(lambda: define_field(self._plan, "measure", name, holds, self._document.new_id))
        else:
            self._run(lambda: structure.remove(self._plan, [self._random.choice(own)]))

    def do_type_into_own_field(self):
        model, rows = self._view.tree_model, self._rows()
        own = [place for place, column in enumerate(model.columns) if column.key.startswith("own:")]
        if own and rows:
            index = model.index_of(self._random.choice(rows), self._random.choice(own))
            if model.flags(index) & model.flags(index).ItemIsEditable:
                model.setData(index, self._random.choice(("3", "字", "")))

    def do_put_after(self):
        """Say that a measure comes after others."""
        measures = list(self._plan.of(Measure))
        if len(measures) > 1:
            one, *others = self._random.choices(measures, k=3)
            wanted = [other for other in others if other != one]
            self._run(lambda: set_relation(self._plan, one, "after", wanted, self._document.new_id))

    def do_unlink(self):
        if links := list(self._plan.of(Link)):
            self._run(lambda: structure.remove(self._plan, [self._random.choice(links)]))

    # Looking

    def do_filter(self):
        self._view.set_filter(self._random.choice(LOOKED_FOR))

    def do_set_conditions(self):
        conditions = (
            Conditions(),
            Conditions((Condition("status", Operator.ANY_OF, ("not_started", "done")),)),
            Conditions((Condition("lead", Operator.FILLED),)),
            Conditions((Condition("facet:causes", Operator.CONTAINS, ("不足",)),)),
        )
        self._view.tree_model.set_conditions(self._random.choice(conditions))

    def do_sift_again(self):
        self._view.tree_model.sift_again()

    def do_accept_strays(self):
        self._view.tree_model.accept_strays()

    # Back and forth

    def do_undo(self):
        for _ in range(self._random.randint(1, 4)):
            self._document.undo()

    def do_redo(self):
        for _ in range(self._random.randint(1, 4)):
            self._document.redo()

    def _rows(self):
        return [row.id for row in self._view.outline.rows]

    def _any_row(self):
        rows = [*self._plan.walk()]
        return self._random.choice(rows) if rows else ROOT

    def _flip(self):
        return self._random.random() < 0.5

    def _run(self, command):
        self._bridge.run(command)

    def _type(self, text):
        if isinstance(editor := self._view.open_editor(), LineEditor):
            editor.setText(text)

    def _leave(self, *, given_up):
        editor, hint = self._view.open_editor(), self._view.cell_delegate.EndEditHint
        if editor is None:
            return
        if given_up:
            self._view.closeEditor(editor, hint.RevertModelCache)
        else:
            self._view.finish_editing()

    def _answer(self):
        """Agree to or leave the dialog that shows a paste first, if there is one."""
        for dialog in self._view.window().findChildren(PasteDialog):
            dialog.accept() if self._random.random() < 0.8 else dialog.reject()
        QApplication.sendPostedEvents(None, 52)  # deferred deletions

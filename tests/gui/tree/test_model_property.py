"""Whatever is done to plan and tree, the model says the same as one made anew, and Qt's own check agrees."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtTest import QAbstractItemModelTester

from planner.app.commands import bulk, placing, structure
from planner.app.commands.edit import set_field, set_names
from planner.app.copying import copy_items
from planner.app.document import Content, Document
from planner.app.outline import Outline
from planner.app.paste.items import paste_items
from planner.app.paste.reading import read_grid, read_rows
from planner.app.paste.subtree import paste_as_subtree
from planner.app.words import Words
from planner.domain.items import Measure
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.theme import load_theme
from planner.gui.tree.fresh_row import FreshRow
from planner.gui.tree.model import TreeModel
from tests.gui.tree.conftest import RESOURCES, NoJournal, StandingClock
from tests.gui.tree.told import Told
from tests.plans import counting_ids, small_plan

TODAY = StandingClock().today()
picks = st.integers(0, 10_000)
MOST_MEASURES = 200
drops = st.sampled_from(placing.Drop)


class TreeWalk(RuleBasedStateMachine):
    """Random commands, undo and redo, opening and closing, filtering."""

    @initialize()
    def start(self):
        plan, self.new_id, self.copied = small_plan(), counting_ids(), ""
        self.document = Document(Content(plan, "id"), NoJournal(), StandingClock(), lambda: "", self.new_id)
        self.bridge = Bridge(self.document, Words("zh", RESOURCES / "locale"))
        icons = Icons(RESOURCES, load_theme(RESOURCES / "themes" / "light.json"))
        self.model = TreeModel(self.bridge, icons)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Warning
        )
        self.told = Told(self.model)

    @property
    def plan(self):
        return self.document.plan

    def pick(self, number):
        rows = [*self.plan.walk()]
        return rows[number % len(rows)] if rows else ""

    @rule(number=picks, kind=st.sampled_from(["beside", "below"]))
    def add(self, number, kind):
        placement = getattr(placing, kind)(self.plan, self.pick(number))
        self.bridge.run(
            lambda: structure.add(self.plan, placement.cls, placement.spot, self.new_id, {"title": "新"})
        )

    @rule(numbers=st.lists(picks, min_size=1, max_size=3))
    def remove(self, numbers):
        if self.pick(0):
            self.bridge.run(lambda: structure.remove(self.plan, [self.pick(number) for number in numbers]))

    @rule(numbers=st.lists(picks, min_size=1, max_size=4), onto=picks, drop=drops)
    def drag(self, numbers, onto, drop):
        moved = [self.pick(number) for number in numbers]
        if moved[0] and (spot := placing.drop_spot(self.plan, moved, self.pick(onto), drop)):
            self.bridge.run(lambda: structure.move(self.plan, moved, spot))

    @rule(number=picks, command=st.sampled_from(["indent", "outdent"]))
    def change_level(self, number, command):
        if self.pick(0):
            self.bridge.run(lambda: getattr(structure, command)(self.plan, [self.pick(number)]))

    @rule(number=picks, step=st.sampled_from([-1, 1]))
    def move_by(self, number, step):
        if self.pick(0):
            self.bridge.run(lambda: structure.move_by(self.plan, [self.pick(number)], step))

    @rule(number=picks, title=st.sampled_from(["甲", "乙", "条例"]))
    def rename(self, number, title):
        if self.pick(0):
            self.bridge.run(lambda: set_field(self.plan, self.pick(number), "title", title, TODAY))

    @rule(number=picks, status=st.sampled_from(["in_progress", "done", "cancelled"]))
    def set_status(self, number, status):
        measures = sorted(self.plan.of(Measure))
        if measures:
            item_id = measures[number % len(measures)]
            self.bridge.run(lambda: set_field(self.plan, item_id, "status", status, TODAY))

    @rule(number=picks, cell=st.sampled_from(["市科委", "教委、市统计局", ""]))
    def set_lead(self, number, cell):
        measures = sorted(self.plan.of(Measure))
        if measures:
            item_id = measures[number % len(measures)]
            self.bridge.run(lambda: set_names(self.plan, item_id, "lead", cell, self.new_id))

    @rule(numbers=st.lists(picks, min_size=1, max_size=3))
    def duplicate(self, numbers):
        if self.pick(0):
            chosen = [self.pick(number) for number in numbers]
            self.bridge.run(lambda: bulk.duplicate(self.plan, chosen, self.new_id))

    @rule(numbers=st.lists(picks, min_size=2, max_size=4), key=st.sampled_from(["status", "lead", "due"]))
    def fill_down(self, numbers, key):
        if self.pick(0):
            chosen = list(dict.fromkeys(self.pick(number) for number in numbers))
            self.bridge.run(lambda: bulk.fill_down(self.plan, chosen, [key], TODAY, self.new_id))

    @rule(number=picks, descending=st.booleans())
    def sort(self, number, descending):
        parent = self.pick(number)
        self.bridge.run(
            lambda: bulk.sort_siblings(
                self.plan, parent, lambda row: row.title or None, descending=descending
            )
        )

    @rule(number=picks)
    def copy(self, number):
        if self.pick(0):
            self.copied = copy_items(self.plan, [self.pick(number)])

    @rule(number=picks)
    def cut(self, number):
        if self.pick(0):
            self.copied = copy_items(self.plan, [self.pick(number)])
            self.bridge.run(lambda: structure.remove(self.plan, [self.pick(number)]))

    @precondition(lambda self: self.copied)
    @rule(number=picks)
    def paste_rows(self, number):
        if len(self.plan.of(Measure)) < MOST_MEASURES:
            spot = placing.paste_spots(self.plan, self.pick(number))[0]
            self.bridge.run(lambda: paste_items(self.plan, self.copied, spot, self.new_id).change_set)

    @rule(number=picks, text=st.sampled_from(["甲\n\t乙\n丙", "1\t任务一\t市科委\n1.1\t任务二\t新局\n"]))
    def paste_text(self, number, text):
        if len(self.plan.of(Measure)) < MOST_MEASURES:
            spot = placing.paste_spots(self.plan, self.pick(number))[0]
            pasted = read_rows(self.plan, read_grid(text))
            self.bridge.run(lambda: paste_as_subtree(self.plan, pasted, spot, self.new_id).change_set)

    @rule(number=picks, named=st.booleans())
    def begin_a_row(self, number, named):
        """A row is added as one writes: named, it is one step; left empty, it leaves no trace."""
        before, last = self.plan.copy(), self.document.history.next_undo
        placement = placing.beside(self.plan, self.pick(number))
        change_set = structure.add(self.plan, placement.cls, placement.spot, self.new_id)
        self.bridge.run(lambda: change_set)
        fresh = FreshRow(self.document, change_set.changes[0].item_id, "")
        if named:
            self.bridge.run(lambda: set_field(self.plan, fresh.id, "title", "写下", TODAY))
            fresh.join()
            assert self.document.history.next_undo.changes[0] == change_set.changes[0]
        else:
            assert fresh.withdraw()
            assert self.plan == before
            assert self.document.history.next_undo == last

    @rule()
    def undo(self):
        self.document.undo()

    @rule()
    def redo(self):
        self.document.redo()

    @rule(number=picks, opened=st.booleans())
    def open_or_close(self, number, opened):
        if self.pick(0):
            self.model.set_open(self.pick(number), opened)

    @rule(opened=st.booleans())
    def open_or_close_all(self, opened):
        self.model.set_all_open(opened)

    @rule(number=picks)
    def reveal(self, number):
        if self.pick(0):
            self.model.reveal(self.pick(number))
            assert self.model.outline.row_of(self.pick(number)) is not None

    @rule(text=st.sampled_from(["", "条例", "新", "科委", "（一", "没有"]))
    def filter(self, text):
        self.model.set_filter(text)

    @invariant()
    def rows_are_those_of_a_new_outline(self):
        outline = self.model.outline
        assert list(outline.rows) == outline.compute()
        if not outline.filtered:
            fresh = Outline(self.plan)
            fresh.set_closed(outline.closed)
            assert outline.compute() == fresh.compute()
        assert all(outline.rows[outline.row_of(row.id)] is row for row in outline.rows)

    @invariant()
    def every_change_of_a_visible_cell_was_told(self):
        assert self.told.untold() == []

    @invariant()
    def what_qt_holds_are_still_the_same_rows(self):
        assert self.told.misled() == []

    def teardown(self):
        self.bridge.close()


@pytest.mark.usefixtures("qapp")
class TestTreeWalk(TreeWalk.TestCase):
    settings = settings(max_examples=30, stateful_step_count=40, deadline=None)

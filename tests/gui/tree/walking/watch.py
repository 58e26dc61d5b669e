"""What must hold after each step of a walk: for the plan, its history, the model, the view and the filter."""

from planner.app.cells import Cells
from planner.app.conditions.matching import Matching
from planner.app.derived import Derived
from planner.app.outline import Outline
from planner.app.search import Search
from planner.domain.soundness import faults
from planner.gui.tree.columns import columns_of
from planner.gui.tree.view import TreeView
from tests.gui.tree.told import Told

_MOST_STATES = 60
_SIFTING = ("do_filter", "do_set_conditions", "do_sift_again")


class Disagreement(AssertionError):
    """Something that must hold does not."""


class Watch:
    """Follows a tree view from the side."""

    def __init__(self, view: TreeView) -> None:
        self._view = view
        self._model = view.tree_model
        self._document = view.bridge.document
        self._states = {}
        self._strays = 0
        self._edited = set()
        self._told = Told(self._model)
        self._model.strayed.connect(self._note_strays)
        view.bridge.changed.connect(lambda touched: self._edited.update(touched.items))

    def check(self, deed: str) -> None:
        """Raise `Disagreement` where anything does not hold after a deed of the hands."""
        self._check_history()
        self._check_rows()
        self._check_cells()
        self._check_columns()
        self._check_edited(deed)
        self._check_filter()
        self._check_selection()

    def check_slowly(self) -> None:
        """Check also what takes long: that the plan is sound."""
        plan = self._document.plan
        trouble = [*faults(plan)]
        _agree(not trouble, f"the plan is not sound: {trouble[:3]}")

    def _check_history(self) -> None:
        """The plan after a step is the same whenever that step is the last one again."""
        position, plan = self._document.history.position, self._document.plan
        known = self._states.pop(position, None)
        _agree(known is None or known == plan, "undo or redo led to another plan")
        self._states[position] = known or plan.copy()
        if len(self._states) > _MOST_STATES:
            self._states.pop(next(iter(self._states)))

    def _check_rows(self) -> None:
        outline, plan = self._model.outline, self._document.plan
        _agree(list(outline.rows) == outline.compute(), "other rows are shown than should be")
        shown = [row.id for row in outline.rows]
        _agree(len(shown) == len(set(shown)), "a row is shown twice")
        for row in outline.rows:
            depth = sum(1 for _ in plan.ancestors(row.id))
            _agree(row.depth == depth, "a row is shown at another level than it stands")
        if not outline.filtered:
            fresh = Outline(plan)
            fresh.set_closed(outline.closed)
            _agree(outline.compute() == fresh.compute(), "rows differ from those of a new outline")
        _agree(not self._told.misled(), "what Qt holds is another row")

    def _check_cells(self) -> None:
        """What is shown was told, and is what fresh values say."""
        plan, bridge = self._document.plan, self._view.bridge
        fresh = Cells(plan, Derived(plan, bridge.derived.today), bridge.words)
        _agree(not self._told.untold(), "a cell changed and nobody was told")
        for place, row in enumerate(self._model.outline.rows):
            now = self._told.read(place)
            item = plan[row.id]
            for column, text in zip(self._model.columns, now[1:], strict=True):
                if column.key in item.kind.by_key:
                    _agree(text == fresh.text(item, column.key), f"a cell of {column.key} is out of date")

    def _check_columns(self) -> None:
        _agree(self._model.columns == columns_of(self._document.plan), "columns are not those of the plan")

    def _check_edited(self, deed):
        """What was edited stays in sight until the rows are sifted anew."""
        matches = self._model.outline.matches
        if matches is None or deed in _SIFTING:
            self._edited.clear()
            return
        lost = [row for row in self._edited if row in self._rows_of_plan() and row not in matches]
        _agree(not lost, "an edited row is not kept")

    def _rows_of_plan(self):
        return {*self._document.plan.walk()}

    def _check_filter(self) -> None:
        model, plan, bridge = self._model, self._document.plan, self._view.bridge
        if not model.sifted:
            _agree(not model.outline.filtered, "rows are hidden without a filter")
            _agree(self._strays == 0, "rows are said to stray without a filter")
            return
        found = Search(plan).find(model.looked_for)
        met = Matching(plan, bridge.cells, bridge.derived).find(model.conditions)
        every = self._rows_of_plan()
        wanted = (every if found is None else found) & (every if met is None else met)
        matches = {row for row in model.outline.matches or () if row in plan}
        _agree(self._strays <= len(matches - wanted), "more rows are said to stray than do")
        visible = {row.id for row in model.outline.rows if not row.context}
        _agree(visible <= matches, "a row stands out though nothing looks for it")

    def _check_selection(self) -> None:
        view, plan = self._view, self._document.plan
        _agree(all(row in plan for row in view.selected_ids()), "a row that is gone is selected")
        _agree(view.current_id() in {"", *self._rows_of_plan()}, "a row that is gone is current")

    def _note_strays(self, count):
        self._strays = count


def _agree(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Disagreement(otherwise)

"""Bugs put into the running program, one at a time, to see whether the walk finds them."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace

from planner.app import outline
from planner.app.derived import Derived
from planner.app.history import History
from planner.app.outline import Outline
from planner.app.paste import items
from planner.app.search import Search
from planner.domain.changes import ChangeSet
from planner.gui.tree import model as tree_model
from planner.gui.tree.cell_model import CellModel
from planner.gui.tree.model import TreeModel
from planner.gui.tree.strays import Strays
from tests.gui.tree.walking.walk import Stumbled, walk

Wrong = Callable[[Callable], Callable]


@dataclass(frozen=True, slots=True)
class Bug:
    """A function or method, by its owner and name, and what makes a wrong one of the right one."""

    name: str
    owner: object
    attribute: str
    wrong: Wrong


def find_bug(bug: Bug, most_steps: int, seed: int) -> str:
    """Walk with a bug in the program; returns what the walk stumbled over, empty if it found nothing."""
    with _put_in(bug):
        try:
            walk(most_steps, seed)
        except Stumbled as stumbled:
            return str(stumbled).split(", after")[0]
    return ""


@contextmanager
def _put_in(bug: Bug):
    right = getattr(bug.owner, bug.attribute)
    setattr(bug.owner, bug.attribute, bug.wrong(right))
    try:
        yield
    finally:
        setattr(bug.owner, bug.attribute, right)


def _nothing(_right):
    return lambda *_args, **_options: None


def _first_row_only(right):
    return lambda self, rows: right(self, list(rows)[:1])


def _last_step_left_out(right):
    return lambda *args: None if (steps := right(*args)) is None else steps[:-1]


def _same_order(right):
    """Taking back a step runs through its changes from the first on."""
    return lambda self: replace(right(self), changes=right(self).changes[::-1])


def _one_change_left_out(right):
    return lambda self: replace(right(self), changes=right(self).changes[1:] or right(self).changes)


def _joins_too_little(right):
    """A row and its name become one step that holds only what was done last."""

    def wrong(self, first):
        before = len(self._done)
        position = right(self, first)
        if len(self._done) < before:
            self._done[-1] = replace(self._done[-1], changes=self._done[-1].changes[-1:])
        return position

    return wrong


def _keeps_nothing(_right):
    return lambda self, item_ids: False


def _never_fits(_right):
    return lambda self: len(self._rows) + 1


def _shallow(right):
    return lambda *args: [row._replace(depth=min(row.depth, 2)) for row in right(*args)]


def _ends_early(right):
    return lambda rows, place: max(right(rows, place) - 1, place + 1)


def _ignores_what_is_there(_right):
    """Rows keep their ids though they are there already."""
    return lambda plan, plan_id, cut, items: cut is not None


BUGS = (
    Bug("the last step of a move is left out", tree_model, "steps_between", _last_step_left_out),
    Bug("changed rows are not told", TreeModel, "_rows_changed", _nothing),
    Bug("only the first changed row is told", TreeModel, "_rows_changed", _first_row_only),
    Bug("computed cells are kept", Derived, "forget", _nothing),
    Bug("computed cells of rows above are kept", Derived, "forget", _first_row_only),
    Bug("undo goes in the wrong order", ChangeSet, "inverse", _same_order),
    Bug("undo leaves a change out", ChangeSet, "inverse", _one_change_left_out),
    Bug("a joined step loses changes", History, "join_since", _joins_too_little),
    Bug("a patched branch ends early", outline, "end_of_branch", _ends_early),
    Bug("rows lose their level", outline, "rows_under", _shallow),
    Bug("an edited row vanishes", Outline, "keep", _keeps_nothing),
    Bug("strays never end", Strays, "__len__", _never_fits),
    Bug("strays outlive their filter", Strays, "forget", _nothing),
    Bug("columns do not follow", CellModel, "follow_columns", _nothing),
    Bug("rows pasted twice keep their ids", items, "comes_back", _ignores_what_is_there),
    Bug("search remembers old texts", Search, "forget", _nothing),
)

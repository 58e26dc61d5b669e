"""What the axes and the entries of a matrix are called, in the window and in figures."""

from planner.app.cells import Cells
from planner.app.conditions.model import FACET_PREFIX
from planner.app.coverage import COMPONENT, LAYER, NOTHING, Entry, Matrix
from planner.app.facet_terms import facet_of_key
from planner.app.words import Words
from planner.domain.marks import N_
from planner.domain.plan import Plan

_AXIS_NAMES = {LAYER: N_("框架层"), COMPONENT: N_("要素")}


def axis_name(plan: Plan, words: Words, axis: str) -> str:
    """Return the name of an axis: a facet's own title, or a word for one that the framework gives."""
    if axis in _AXIS_NAMES:
        return words(_AXIS_NAMES[axis])
    facet = facet_of_key(plan, axis.removeprefix(FACET_PREFIX))
    return facet.title if facet else axis


def entry_name(cells: Cells, words: Words, entry: Entry) -> str:
    """Return the name of a row or column."""
    if entry.id == NOTHING:
        return words(N_("（未归类）"))
    return cells.name(entry.id) or words(N_("未命名"))


def gap_sentence(words: Words, found: Matrix, rows: str) -> str:
    """Say how many rows of a matrix no measure answers; `rows` is the name of their axis."""
    if not found.related:
        return words(N_("举措尚未与“{axis}”关联，无从判断缺口")).format(axis=rows)
    count, gaps = sum(row.id != NOTHING for row in found.rows), len(found.gaps)
    sentence = N_("{rows} 项中 {gaps} 项没有举措") if gaps else N_("{rows} 项都有举措")
    return words(sentence).format(rows=count, gaps=gaps)

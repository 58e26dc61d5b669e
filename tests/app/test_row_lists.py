"""The rows of the tree against what the plan itself says of them, on plans and edits of any shape."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.document import Content, Document
from planner.app.outline import Outline, Row
from planner.app.touched import touched
from planner.domain.items import ROOT
from tests.edits import StandingClock, apply_random_edit
from tests.plans import counting_ids, small_plan
from tests.strategies import plans


def plain_rows(plan, wanted, closed, parent=ROOT, depth=0):
    """The rows as their definition says, branch by branch; `wanted` None is all."""
    kept = [
        item_id
        for item_id in plan.branches(parent)
        if wanted is None or item_id in wanted or any(below in wanted for below in plan.walk(item_id))
    ]
    rows = []
    for item_id in kept:
        below = plain_rows(plan, wanted, closed, item_id, depth + 1)
        opened = bool(below) and item_id not in closed
        context = wanted is not None and item_id not in wanted
        rows += [Row(item_id, depth, bool(below), opened, context), *(below if opened else [])]
    return rows


@given(plans(), st.randoms(use_true_random=False), st.booleans())
def test_rows_are_sifted_and_folded_as_the_plan_says(plan, random, sift):
    rows = list(plan.walk())
    wanted = set(random.sample(rows, len(rows) // 3)) if sift else None
    outline = Outline(plan)
    outline.filter(wanted)
    closed = set()
    outline.show(outline.compute())
    assert outline.rows == plain_rows(plan, wanted, closed)
    for row in random.sample(list(outline.rows), len(outline.rows) // 3):
        opened = random.random() < 0.3
        (closed.discard if opened else closed.add)(row.id)
        outline.show(outline.compute_set_open(row.id, opened))
        assert outline.rows == outline.compute() == plain_rows(plan, wanted, closed)


class NoJournal:
    def append(self, entry):
        pass


@pytest.mark.parametrize("seed", range(5))
def test_rows_follow_every_edit(seed):
    random = Random(seed)
    document = Document(Content(small_plan(), "p"), NoJournal(), StandingClock(), lambda: "", counting_ids())
    outlines = [Outline(document.plan), Outline(document.plan)]
    wanted = {"m1a", "m3"}
    outlines[1].filter(wanted)

    def follow(change_set):
        reshaped = touched(document.plan, change_set).reshaped
        for outline, looked_for in zip(outlines, (None, wanted), strict=True):
            outline.follow(reshaped)
            assert outline.compute() == plain_rows(document.plan, looked_for, set())

    document.subscribe(follow)
    for _ in range(150):
        apply_random_edit(document, random)

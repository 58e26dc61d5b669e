"""Short walks through everything that a planner can do in the tree, and whether they find what is wrong.

`tests/gui/tree/walking` has the long ones.
"""

import pytest

from tests.gui.tree.walking.seeded_bugs import BUGS, find_bug
from tests.gui.tree.walking.walk import walk

_SOON_FOUND = (
    "changed rows are not told",
    "computed cells are kept",
    "columns do not follow",
)


@pytest.mark.parametrize("seed", [11, 12])
def test_nothing_disagrees_on_a_short_walk(qapp, seed):
    assert sum(walk(80, seed).values()) == 80


@pytest.mark.parametrize("name", _SOON_FOUND)
def test_the_walk_finds_what_is_wrong(qapp, name):
    bug = next(bug for bug in BUGS if bug.name == name)
    assert find_bug(bug, 300, seed=3)

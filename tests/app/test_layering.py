from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from planner.app.layering import crossings, in_few_crossings


def crossings_by_hand(left, right, edges):
    place = {node: top for column in (left, right) for top, node in enumerate(column)}
    ends = [(place[source], place[target]) for source, target in edges]
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(ends, 2))


def test_a_braid_is_straightened():
    columns = [["a", "b", "c"], ["x", "y", "z"]]
    edges = [("a", "z"), ("b", "y"), ("c", "x")]
    assert crossings(columns, edges) == 3
    assert crossings(in_few_crossings(columns, edges), edges) == 0


def test_an_edge_over_a_column_keeps_a_place_in_it():
    columns = [["p", "q"], ["s", "t"], ["x", "y"]]
    edges = [("p", "t"), ("q", "s"), ("p", "y"), ("q", "x")]
    ordered = in_few_crossings(columns, edges)
    assert [sorted(column) for column in ordered] == [sorted(column) for column in columns]
    sides = [
        [column.index(one) for column, one in zip(ordered, chain, strict=True)] for chain in ("pty", "qsx")
    ]
    assert sides in ([[0, 0, 0], [1, 1, 1]], [[1, 1, 1], [0, 0, 0]])


def test_what_is_linked_to_nothing_stays():
    assert in_few_crossings([["a"], [], ["z", "y"]], []) == [["a"], [], ["z", "y"]]


LEFT, RIGHT = "abcdef", "uvwxyz"


@given(st.permutations(LEFT), st.permutations(RIGHT), st.sets(st.sampled_from(list(product(LEFT, RIGHT)))))
def test_ordering_loses_nothing_and_never_makes_it_worse(left, right, edges):
    before = crossings([left, right], sorted(edges))
    assert before == crossings_by_hand(left, right, edges)
    ordered = in_few_crossings([left, right], sorted(edges))
    assert [sorted(column) for column in ordered] == [sorted(left), sorted(right)]
    assert crossings(ordered, sorted(edges)) <= before

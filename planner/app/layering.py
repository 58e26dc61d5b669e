"""Orders the columns of a diagram so that few of the lines between them cross: barycentres, swept to and fro.

Plain data, without plan or screen.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean

SWEEPS = 12
"""How often the columns are gone through; the best order seen is kept."""

Edge = tuple[str, str]
Columns = list[list[str]]


def in_few_crossings(columns: Sequence[Sequence[str]], edges: Iterable[Edge]) -> Columns:
    """Return the columns with their nodes in an order in which few edges cross.

    Every edge leads to a column further right. One that passes over columns keeps a place in each of them
    while they are ordered.
    """
    order, short = _with_passages(columns, edges)
    best, fewest = order, crossings(order, short)
    before, after = _neighbours(short)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        forward = sweep % 2 == 0
        order = _swept(order, before if forward else after, forward=forward)
        crossed = crossings(order, short)
        if crossed < fewest:
            best, fewest = order, crossed
    kept = [set(column) for column in columns]
    return [[node for node in column if node in nodes] for column, nodes in zip(best, kept, strict=True)]


def crossings(columns: Sequence[Sequence[str]], edges: Iterable[Edge]) -> int:
    """Return how many pairs of edges between neighbouring columns cross."""
    place = {node: (left, top) for left, column in enumerate(columns) for top, node in enumerate(column)}
    between: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for source, target in edges:
        left, top = place[source]
        between[left].append((top, place[target][1]))
    return sum(_inversions(sorted(pairs)) for pairs in between.values())


def _inversions(pairs: Iterable[tuple[int, int]]) -> int:
    seen: list[int] = []
    count = 0
    for _, target in pairs:
        count += len(seen) - bisect_right(seen, target)
        insort(seen, target)
    return count


def _with_passages(columns: Sequence[Sequence[str]], edges: Iterable[Edge]) -> tuple[Columns, list[Edge]]:
    """Return the columns with a stand-in where an edge passes, and edges between neighbours alone."""
    order = [list(column) for column in columns]
    column_of = {node: left for left, column in enumerate(order) for node in column}
    short: list[Edge] = []
    for source, target in edges:
        at = source
        for left in range(column_of[source] + 1, column_of[target]):
            passage = f"{source}\n{target}\n{left}"
            order[left].append(passage)
            short.append((at, passage))
            at = passage
        short.append((at, target))
    return order, short


def _neighbours(edges: Iterable[Edge]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    before: defaultdict[str, list[str]] = defaultdict(list)
    after: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in edges:
        before[target].append(source)
        after[source].append(target)
    return before, after


def _swept(order: Columns, neighbours: dict[str, list[str]], *, forward: bool) -> Columns:
    """Order each column by the middle of its neighbours in the one gone through before."""
    swept = [list(column) for column in order]
    path = range(1, len(order)) if forward else range(len(order) - 2, -1, -1)
    for left in path:
        fixed = {node: top for top, node in enumerate(swept[left - 1 if forward else left + 1])}
        size = max(1, len(swept[left]))
        middle = {
            node: fmean(fixed[other] for other in neighbours[node])
            if node in neighbours
            else top * len(fixed) / size
            for top, node in enumerate(swept[left])
        }
        swept[left].sort(key=middle.__getitem__)
    return swept

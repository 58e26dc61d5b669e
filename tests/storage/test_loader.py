"""Rows become the same frozen items that the constructor makes."""

from dataclasses import FrozenInstanceError
from operator import attrgetter

import pytest
from hypothesis import given

from planner.domain.items import KINDS, Measure
from planner.domain.plan import Plan
from planner.storage.loader import loader
from planner.storage.schema import columns, texts
from tests.strategies import plans


@given(plans())
def test_loaded_items_equal_constructed_ones(plan: Plan) -> None:
    for kind in KINDS.values():
        items = plan.in_order(kind.cls)
        rows = [attrgetter(*columns(kind))(item) for item in items]
        loaded = loader(kind.cls, columns(kind), texts=texts(kind))(rows)
        assert loaded == items
        assert [repr(item) for item in loaded] == [repr(item) for item in items]
        assert {type(item) for item in loaded} <= {kind.cls}
        assert [hash(item) for item in loaded] == [hash(item) for item in items]


def test_loaded_items_are_frozen() -> None:
    kind = KINDS["measure"]
    row = attrgetter(*columns(kind))(Measure("m", title="a"))
    (item,) = loader(Measure, columns(kind), texts=())([row])
    with pytest.raises(FrozenInstanceError):
        item.title = "b"  # type: ignore[misc]


def test_a_text_that_is_none_is_refused() -> None:
    kind = KINDS["measure"]
    row = list(attrgetter(*columns(kind))(Measure("m")))
    row[columns(kind).index("title")] = b"a"
    with pytest.raises(TypeError):
        loader(Measure, columns(kind), texts=texts(kind))([tuple(row)])

import pytest

from planner.domain.digest import content_digest
from planner.domain.items import Measure, PlanHead
from planner.domain.plan import Plan


def digest(**fields):
    return content_digest(Plan([PlanHead("plan"), Measure("m", **fields)]))


@pytest.mark.parametrize(("one", "other"), [(3, 3.0), (0.0, -0.0), (10**15, 1e15)])
def test_equal_numbers_give_equal_digests(one, other):
    assert digest(weight=one) == digest(weight=other)


def test_every_field_and_place_counts():
    digests = [digest(), digest(title="甲"), digest(weight=0), digest(weight=0.5), digest(rank="A")]
    assert len(set(digests)) == len(digests)


def test_the_order_in_which_items_are_given_does_not_count():
    items = [PlanHead("plan"), Measure("a"), Measure("b")]
    assert content_digest(Plan(items)) == content_digest(Plan(items[::-1]))

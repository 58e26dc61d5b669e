import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.ranks import rank_between, spread_ranks


@given(st.lists(st.integers(0, 30), min_size=1, max_size=60))
def test_there_is_room_anywhere_however_often_one_inserts(places):
    ranks: list[str] = []
    for number in places:
        place = number % (len(ranks) + 1)
        before = ranks[place - 1] if place else ""
        after = ranks[place] if place < len(ranks) else ""
        ranks.insert(place, rank_between(before, after))
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("at_end", [True, False])
def test_a_thousand_items_added_at_one_end_keep_short_ranks(at_end):
    rank = rank_between("", "")
    for _ in range(1000):
        rank = rank_between(rank, "") if at_end else rank_between("", rank)
    assert len(rank) < 25


@given(st.integers(0, 400))
def test_spread_ranks_ascend_and_stay_short(count):
    ranks = spread_ranks(count)
    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    assert all(len(rank) <= 2 and not rank.endswith("0") for rank in ranks)


@given(st.integers(1, 100))
def test_spread_ranks_stay_between_their_neighbours(count):
    ranks = spread_ranks(count, "V", "W")
    assert ranks == sorted(set(ranks))
    assert ranks[0] > "V"
    assert ranks[-1] < "W"


@pytest.mark.parametrize(("before", "after"), [("B", "A"), ("A", "A")])
def test_no_rank_fits_between_neighbours_out_of_order(before, after):
    with pytest.raises(ValueError, match="no rank between"):
        rank_between(before, after)

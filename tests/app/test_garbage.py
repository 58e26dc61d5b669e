"""The collector is as it was after a pause, whatever happens in it."""

import gc

import pytest

from planner.app.garbage import collection_paused


def fail_in_a_pause():
    with collection_paused():
        assert not gc.isenabled()
        raise KeyError


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_as_it_was_after_a_failure(enabled):
    was = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with pytest.raises(KeyError):
            fail_in_a_pause()
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if was else gc.disable()

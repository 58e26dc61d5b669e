"""A second start hands over to the first."""

from pathlib import Path

import pytest

from planner.gui.single_instance import SingleInstance


@pytest.fixture
def first(qtbot, tmp_path):
    instance = SingleInstance(tmp_path)
    instance.listen()
    yield instance
    instance.close()


def test_row_21_without_a_running_program_nothing_is_handed_over(qapp, tmp_path):
    assert not SingleInstance(tmp_path).hand_over([])


def test_row_21_paths_arrive(qtbot, first, tmp_path):
    with qtbot.waitSignal(first.asked) as told:
        assert SingleInstance(tmp_path).hand_over([Path("/甲 乙/一.plan"), Path("/b.plan")])
    assert told.args == [[Path("/甲 乙/一.plan"), Path("/b.plan")]]


def test_row_21_a_start_without_a_path_is_told_too(qtbot, first, tmp_path):
    with qtbot.waitSignal(first.asked) as told:
        assert SingleInstance(tmp_path).hand_over([])
    assert told.args == [[]]


def test_another_home_is_another_program(first, tmp_path):
    assert not SingleInstance(tmp_path / "other").hand_over([])


def test_one_after_another_may_listen(qtbot, tmp_path):
    for _ in range(2):
        instance = SingleInstance(tmp_path)
        instance.listen()
        with qtbot.waitSignal(instance.asked):
            assert SingleInstance(tmp_path).hand_over([])
        instance.close()

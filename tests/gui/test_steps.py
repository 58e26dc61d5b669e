"""Work in steps: a step a round, replaced by other work, finished or left at once."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.gui.steps import Steps


def counting(done, name, count=3):
    for number in range(count):
        done.append(f"{name}{number}")
        yield


def test_a_step_is_done_in_each_round(qapp, qtbot):
    owner = QObject()
    done, steps = [], Steps(owner)
    steps.begin(counting(done, "a"))
    assert done == []
    qtbot.waitUntil(lambda: not steps.busy)
    assert done == ["a0", "a1", "a2"]


def test_what_is_left_is_finished_or_left(qapp):
    owner = QObject()
    done, steps = [], Steps(owner)
    steps.begin(counting(done, "a"))
    steps.finish()
    assert done == ["a0", "a1", "a2"]
    steps.begin(counting(done, "b"))
    steps.stop()
    QApplication.processEvents()
    assert not steps.busy
    assert done == ["a0", "a1", "a2"]


def test_other_work_takes_the_place_of_unfinished_work(qapp, qtbot):
    owner = QObject()
    done, steps = [], Steps(owner)

    def replaced():
        done.append("first")
        steps.begin(counting(done, "b", 1))
        yield
        done.append("never")

    steps.begin(replaced())
    steps.finish()
    assert done == ["first", "b0"]

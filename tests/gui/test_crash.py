"""Unexpected errors: a sentence for the person, a place for the log, nothing of what stands in the plan."""

import logging
import sys

import pytest

from planner.gui.crash import CrashReporter, places, start_log


def fail_with(text):
    raise ValueError(text)


def caught(text):
    try:
        fail_with(text)
    except ValueError:
        return sys.exc_info()
    raise AssertionError


@pytest.fixture
def log(tmp_path):
    stop = start_log(tmp_path / "log")
    yield tmp_path / "log" / "planner.log"
    stop()


def test_the_log_names_kind_and_place_and_no_data(log):
    CrashReporter(lambda: None).report(*caught("秘密的标题"))
    text = log.read_text("utf-8")
    assert "ValueError" in text
    assert "fail_with" in text
    assert "秘密" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such mode")
def test_the_log_is_its_owners_alone(log):
    CrashReporter(lambda: None).report(*caught("甲"))
    assert {path.stat().st_mode & 0o777 for path in log.parent.iterdir()} == {0o600}


def test_row_35_the_person_is_told_once_at_a_time(log):
    told = []

    def tell():
        told.append(1)
        reporter.report(*caught("乙"))

    reporter = CrashReporter(tell)
    reporter.report(*caught("甲"))
    assert told == [1]
    reporter.report(*caught("丙"))
    assert told == [1, 1]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    handlers = list(logging.getLogger("planner").handlers)
    start_log(tmp_path / "file")
    assert logging.getLogger("planner").handlers == handlers


def test_places_are_in_the_order_of_the_calls():
    _, _, trace = caught("甲")
    assert [place.split()[-1] for place in places(trace).split(" > ")] == ["caught", "fail_with"]

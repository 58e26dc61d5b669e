"""The document: one road for every edit, back and forth without loss."""

from random import Random

import pytest

from planner.app.commands import edit
from planner.app.document import Content, Document
from planner.app.log import Entry
from planner.app.ports import JournalFailed
from planner.domain.changes import ChangeSet, Label, SetField, apply
from planner.domain.errors import Refused
from planner.domain.soundness import faults
from tests.edits import TODAY, StandingClock, apply_random_edit
from tests.plans import counting_ids, small_plan


class MemoryJournal:
    """A journal in memory that can be made to fail."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.broken = False

    def append(self, entry: Entry) -> None:
        if self.broken:
            raise JournalFailed
        self.entries.append(entry)


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def document(journal: MemoryJournal) -> Document:
    return Document(Content(small_plan(), "p"), journal, StandingClock(), lambda: "王芳", counting_ids())


def rename(document: Document, title: str) -> None:
    document.apply(edit.set_field(document.plan, "m1", "title", title, TODAY))


def test_a_thousand_random_edits_go_back_to_the_start_and_forth_to_the_end(document: Document) -> None:
    random = Random(20260301)
    for _ in range(1000):
        apply_random_edit(document, random)
    end = document.plan.copy()
    assert not list(faults(end))
    while document.history.next_undo:
        document.undo()
    assert document.plan == small_plan()
    while document.history.next_redo:
        document.redo()
    assert document.plan == end
    assert_same_order(document)


def assert_same_order(document: Document) -> None:
    """The indexes that edits kept up to date are those of a plan made anew."""
    fresh = document.plan.copy()
    assert list(document.plan.walk()) == list(fresh.walk())
    for item_id in fresh.walk():
        assert document.plan.referrers(item_id) == fresh.referrers(item_id)


def test_the_log_makes_the_plan_again(document: Document, journal: MemoryJournal) -> None:
    random = Random(7)
    for _ in range(200):
        apply_random_edit(document, random)
    replayed = small_plan()
    for entry in document.content.entries:
        apply(replayed, entry.change_set().changes)
    assert replayed == document.plan
    assert tuple(journal.entries) == document.content.entries
    assert document.revision == len(journal.entries)


def test_each_step_is_stamped_logged_and_told(document: Document, journal: MemoryJournal) -> None:
    told: list[ChangeSet] = []
    stop = document.subscribe(told.append)
    rename(document, "一")
    document.undo()
    document.redo()
    stop()
    rename(document, "二")
    assert [change_set.label.code for change_set in told] == ["set_field", "undo", "redo"]
    assert [entry.change_set() for entry in journal.entries[:3]] == told
    assert {(entry.change_set().author, entry.change_set().time) for entry in journal.entries} == {
        ("王芳", "2026-03-01T08:00:00+00:00")
    }


def test_a_refused_or_empty_change_set_leaves_no_trace(document: Document, journal: MemoryJournal) -> None:
    document.apply(ChangeSet(Label("nothing"), ()))
    with pytest.raises(Refused):
        document.apply(ChangeSet(Label("stale"), (SetField("m1", "title", "另一个", "一"),)))
    assert document.plan == small_plan()
    assert journal.entries == []
    assert document.history.next_undo is None


def test_an_edit_stands_although_the_journal_fails(document: Document, journal: MemoryJournal) -> None:
    journal.broken = True
    rename(document, "一")
    assert document.journal_failed
    assert document.plan["m1"].value("title") == "一"
    journal.broken = False
    rename(document, "二")
    assert not document.journal_failed

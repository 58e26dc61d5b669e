from planner.app.history import History
from planner.domain.changes import ChangeSet, Label


def step(name):
    return ChangeSet(Label("set_field"), (), id=name)


def history(*names):
    made = History()
    for name in names:
        made.push(step(name))
    return made


def test_a_new_history_is_saved_and_has_nothing_to_undo():
    assert not History().modified
    assert History().next_undo is None
    assert History().next_redo is None


def test_undo_back_to_the_saved_state_clears_the_mark():
    made = history("a")
    made.mark_saved()
    made.push(step("b"))
    assert made.modified
    made.step_back()
    assert not made.modified
    assert made.next_redo == step("b")


def test_undo_beyond_the_saved_state_sets_the_mark_and_redo_clears_it():
    made = history("a", "b")
    made.mark_saved()
    made.step_back()
    assert made.modified
    made.step_forward()
    assert not made.modified


def test_a_saved_state_that_can_no_longer_be_reached_stays_modified():
    made = history("a", "b")
    made.mark_saved()
    made.step_back()
    made.push(step("c"))
    assert made.modified
    made.step_back()
    assert made.modified


def test_a_new_step_forgets_what_could_be_redone():
    made = history("a", "b")
    made.step_back()
    made.push(step("c"))
    assert made.next_redo is None
    assert made.next_undo == step("c")


def test_a_save_that_ends_later_marks_the_state_it_saved():
    made = history("a")
    position = made.position
    made.push(step("b"))
    made.mark_saved(position)
    assert made.modified
    made.step_back()
    assert not made.modified


def test_steps_that_belong_together_become_one_with_the_name_of_the_first():
    made = history("a", "b", "c")
    assert made.join_since("b") == "c"
    assert made.next_undo.id == "c"
    made.step_back()
    assert made.next_undo.id == "a"


def test_what_was_undone_or_stands_alone_is_not_joined():
    made = history("a", "b")
    assert made.join_since("b") == "b"
    made.step_back()
    assert made.join_since("b") == "b"
    assert made.next_undo.id == "a"


def test_a_save_in_the_midst_of_joined_steps_can_no_longer_be_reached():
    made = history("a")
    made.mark_saved()
    made.push(step("b"))
    made.join_since("a")
    made.step_back()
    assert made.modified

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.checks.checker import Checker, in_reading_order
from planner.app.checks.findings import Severity
from planner.app.commands.checking import set_rule, stop_waiving, waive
from planner.app.commands.structure import remove
from planner.app.derived import Derived
from planner.app.document import Content, Document
from planner.app.touched import touched
from planner.domain.changes import ChangeSet, Insert, Label, Remove, SetField, apply
from planner.domain.errors import Refused
from planner.domain.items import KINDS, Link
from planner.domain.plan import Plan
from tests.app.checks.clean import TODAY, clean_plan
from tests.app.checks.mutations import MUTATIONS
from tests.edits import StandingClock, apply_random_edit
from tests.plans import counting_ids
from tests.strategies import plans, values


class Desk:
    """A plan with its checker, kept true as a window keeps them."""

    def __init__(self, plan: Plan, today=TODAY) -> None:
        self.plan = plan
        self.derived = Derived(plan, today)
        self.checker = Checker(plan, self.derived)

    def apply(self, change_set: ChangeSet) -> None:
        apply(self.plan, change_set.changes)
        self.hear(change_set)

    def hear(self, change_set: ChangeSet) -> None:
        change = touched(self.plan, change_set)
        if change.everything:
            self.derived.forget_all(self.derived.today)
        else:
            self.derived.forget(change.rows)
        self.checker.update(change_set)

    def is_true(self) -> bool:
        """Whether the findings are those of a checker that begins anew."""
        anew = Checker(self.plan, Derived(self.plan, self.derived.today))
        return comparable(self.checker) == comparable(anew)

    def codes(self) -> list[str]:
        return [finding.code for finding in self.checker.findings]


def comparable(checker):
    return Counter(repr(finding) for finding in checker.findings)


def step(*changes):
    return ChangeSet(Label("test"), tuple(changes))


@pytest.mark.parametrize("code", MUTATIONS)
def test_an_edit_runs_what_it_affects_and_undo_brings_the_peace_back(code):
    desk = Desk(clean_plan())
    change_set = step(*MUTATIONS[code][1](desk.plan))
    desk.apply(change_set)
    assert code in desk.codes()
    assert desk.is_true()
    desk.apply(change_set.inverse())
    assert desk.codes() == []


@given(st.lists(st.sampled_from(sorted(MUTATIONS)), max_size=6))
def test_edits_upon_edits_leave_the_findings_true(codes):
    desk = Desk(clean_plan())
    for code in codes:
        try:
            changes = MUTATIONS[code][1](desk.plan)
            desk.apply(step(*changes))
        except Refused:
            continue
    assert desk.is_true()


@given(st.data())
def test_any_field_of_any_plan_may_change(data):
    plan = data.draw(plans())
    desk = Desk(plan)
    for _ in range(4):
        item = data.draw(st.sampled_from(sorted(plan.items(), key=lambda item: item.id)))
        spec = data.draw(st.sampled_from([spec for spec in item.kind.stored if not spec.target]))
        if not isinstance(item, Link):
            new = data.draw(values(spec))
            desk.apply(step(SetField(item.id, spec.key, item.value(spec.key), new)))
    assert desk.is_true()


@given(st.integers(0, 10_000))
def test_random_work_leaves_the_findings_true(seed):
    plan, random = clean_plan(), Random(seed)
    journal = type("NoJournal", (), {"append": lambda self, entry: None})()
    document = Document(Content(plan, "id"), journal, StandingClock(), str, counting_ids())
    desk = Desk(plan, StandingClock().today())
    document.subscribe(desk.hear)
    for _ in range(12):
        apply_random_edit(document, random)
    assert desk.is_true()


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_removed_leaves_the_findings_true(kind):
    for item_id in sorted(clean_plan().of(KINDS[kind].cls)):
        desk = Desk(clean_plan())
        if kind != "plan":
            change_set = remove(desk.plan, [item_id])
            desk.apply(change_set)
            assert desk.is_true(), item_id
            desk.apply(change_set.inverse())
            assert desk.codes() == [], item_id


def test_deleting_a_measure_shows_exactly_the_causes_that_it_orphans():
    desk = Desk(clean_plan())
    desk.apply(remove(desk.plan, ["meet"]))
    assert "cause_without_measure" not in desk.codes()
    desk.apply(remove(desk.plan, ["train"]))
    orphans = [finding.item for finding in desk.checker.findings if finding.code == "cause_without_measure"]
    assert orphans == ["cause-2"]


def test_a_cancelled_measure_answers_no_cause():
    desk = Desk(clean_plan())
    for measure in ("meet", "train"):
        item = desk.plan[measure]
        desk.apply(step(SetField(measure, "status", item.value("status"), "cancelled")))
    assert "cause_without_measure" in desk.codes()


def test_a_plan_may_take_a_rule_more_or_less_seriously_or_switch_it_off():
    desk = Desk(clean_plan())
    desk.apply(step(*MUTATIONS["no_criterion"][1](desk.plan)))
    ids = counting_ids()
    desk.apply(set_rule(desk.plan, "no_criterion", ids, severity="error"))
    assert [finding.severity for finding in desk.checker.findings] == [Severity.ERROR]
    desk.apply(set_rule(desk.plan, "no_criterion", ids, severity="off", reason="本计划不写完成标志"))
    assert desk.codes() == []
    assert desk.is_true()
    desk.apply(set_rule(desk.plan, "no_criterion", ids))
    assert [finding.severity for finding in desk.checker.findings] == [Severity.NOTE]


def test_setting_what_is_set_changes_nothing():
    plan = clean_plan()
    assert not set_rule(plan, "overdue", counting_ids())
    assert not set_rule(plan, "report_overdue", counting_ids(), limit=120.0)
    change_set = set_rule(plan, "report_overdue", counting_ids(), limit=30.0)
    assert change_set.changes == (SetField("setting", "limit", 120.0, 30.0),)


def test_a_finding_may_be_let_stand_for_a_reason():
    desk = Desk(clean_plan())
    desk.apply(step(*MUTATIONS["overdue"][1](desk.plan)))
    change_set = waive(desk.plan, "build-a", "overdue", "场地移交推迟", counting_ids())
    desk.apply(change_set)
    assert desk.codes() == []
    assert desk.checker.of("build-a") == []
    ((finding, reason),) = desk.checker.waived
    assert (finding.code, finding.item, reason) == ("overdue", "build-a", "场地移交推迟")
    assert not waive(desk.plan, "build-a", "overdue", "场地移交推迟", counting_ids())
    desk.apply(waive(desk.plan, "build-a", "overdue", "等待验收", counting_ids()))
    assert desk.checker.waived[0][1] == "等待验收"
    desk.apply(stop_waiving(desk.plan, "build-a", "overdue"))
    assert desk.codes() == ["overdue"]
    assert list(desk.checker.findings) == desk.checker.of("build-a")


def test_a_waiver_goes_with_its_item():
    plan = clean_plan()
    assert any(change.item_id == "waiver" for change in remove(plan, ["meet"]).changes)


def test_only_the_rules_asked_for_are_run():
    plan = clean_plan()
    apply(plan, MUTATIONS["no_criterion"][1](plan))
    apply(plan, MUTATIONS["overdue"][1](plan))
    assert [one.code for one in Checker(plan, Derived(plan, TODAY), ["overdue"]).findings] == ["overdue"]


def test_findings_are_read_from_the_worst_and_down_the_tree():
    plan = clean_plan()
    for code in ("no_criterion", "overdue", "indicator_without_unit", "light_limits_crossed", "no_lead"):
        apply(plan, MUTATIONS[code][1](plan))
    findings = in_reading_order(plan, Checker(plan, Derived(plan, TODAY)).findings)
    assert [one.severity.order for one in findings] == sorted(one.severity.order for one in findings)
    read = [(one.code, one.item) for one in findings]
    assert read[:3] == [("light_limits_crossed", "plan"), ("no_lead", "draft"), ("overdue", "build-a")]
    assert read.index(("no_criterion", "train")) < read.index(("indicator_without_unit", "double"))


def test_an_empty_plan_that_grows():
    desk = Desk(Plan([clean_plan().head]))
    for item in clean_plan().items():
        if item.id != "plan" and not isinstance(item, Link):
            desk.apply(step(Insert(item)))
    for link in clean_plan().of(Link).values():
        desk.apply(step(Insert(link)))
    assert desk.codes() == []
    desk.apply(step(*(Remove(link) for link in clean_plan().of(Link).values())))
    assert desk.is_true()

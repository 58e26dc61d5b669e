from datetime import date

import pytest

from planner.app.cells import Cells
from planner.app.checks.checker import Checker
from planner.app.checks.findings import Severity
from planner.app.checks.fixing import fix, fix_all
from planner.app.checks.table import RULES
from planner.app.checks.words import finding_sentence, rule_label
from planner.app.commands.structure import remove
from planner.app.derived import Derived
from planner.app.words import Words
from planner.bootstrap import RESOURCES
from planner.domain.changes import apply
from planner.domain.items import KINDS
from tests.app.checks.clean import TODAY, clean_plan
from tests.app.checks.mutations import MUTATIONS
from tests.plans import counting_ids

WORDS = Words("zh", RESOURCES / "locale")


def mutated(code):
    plan = clean_plan()
    apply(plan, MUTATIONS[code][1](plan))
    return plan


def found(plan, code=None):
    findings = Checker(plan, Derived(plan, TODAY)).findings
    return [finding for finding in findings if code in (None, finding.code)]


def test_the_clean_plan_gives_no_finding():
    assert found(clean_plan()) == []


def test_every_rule_has_a_mutation():
    assert set(MUTATIONS) == set(RULES)
    assert len(RULES) >= 30


@pytest.mark.parametrize("code", MUTATIONS)
def test_its_mutation_is_found_once_and_at_the_right_place(code):
    (finding,) = found(mutated(code), code)
    item, severity = MUTATIONS[code][0], RULES[code].severity
    assert (finding.item, finding.severity) == (item, severity)


@pytest.mark.parametrize("code", MUTATIONS)
def test_the_finding_names_a_field_of_the_item(code):
    plan = mutated(code)
    (finding,) = found(plan, code)
    assert finding.field in plan[finding.item].kind.by_key


@pytest.mark.parametrize("code", MUTATIONS)
def test_the_finding_reads_as_a_sentence(code):
    plan = mutated(code)
    (finding,) = found(plan, code)
    sentence = finding_sentence(WORDS, Cells(plan, Derived(plan, TODAY), WORDS), finding)
    assert sentence.endswith("。")
    assert "{" not in sentence
    assert "“”" not in sentence


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.fix])
def test_the_fix_mends_it_in_one_step_that_can_be_undone(code):
    plan = mutated(code)
    before = plan.copy()
    (finding,) = found(plan, code)
    assert finding.fixable
    change_set = fix(plan, finding, TODAY, counting_ids())
    apply(plan, change_set.changes)
    assert found(plan, code) == []
    apply(plan, change_set.inverse().changes)
    assert plan == before


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_what_a_rule_reads_exists(rule):
    kinds = set()
    for read in rule.reads:
        kind, _, key = read.partition(".")
        kinds.add(kind)
        assert not key or key == "parent" or KINDS[kind].by_key[key].stored
    assert rule.subject in kinds
    assert set(rule.whole) <= kinds


def test_a_baseline_is_only_offered_where_an_actual_value_can_serve():
    plan = clean_plan()
    apply(plan, MUTATIONS["missing_baseline"][1](plan))
    assert found(plan, "missing_baseline")[0].fixable
    apply(plan, remove(plan, ["half-25"]).changes)
    (finding,) = found(plan, "missing_baseline")
    assert not finding.fixable
    assert not fix(plan, finding, TODAY, counting_ids())


def test_lights_and_rules_are_named_in_sentences():
    plan = mutated("milder_light")
    (finding,) = found(plan, "milder_light")
    cells = Cells(plan, Derived(plan, TODAY), WORDS)
    assert finding_sentence(WORDS, cells, finding) == "“建成中试平台”自报正常，按规则应为关注。"
    plan = mutated("waiver_without_reason")
    (finding,) = found(plan, "waiver_without_reason")
    assert "已经超期" in finding_sentence(WORDS, Cells(plan, Derived(plan, TODAY), WORDS), finding)


def test_a_formula_says_what_is_wrong_with_it():
    plan = mutated("broken_formula")
    (finding,) = found(plan, "broken_formula")
    cells = Cells(plan, Derived(plan, TODAY), WORDS)
    assert finding_sentence(WORDS, cells, finding) == "指标“两倍”的计算公式不能用：没有指标叫“研发经费”。"


def test_an_unknown_rule_stands_for_itself():
    assert rule_label(WORDS, "no_such") == "no_such"


def test_severities_are_ordered_from_the_worst():
    assert [one.order for one in (Severity.ERROR, Severity.WARNING, Severity.NOTE)] == [0, 1, 2]


def test_time_alone_brings_findings():
    plan = clean_plan()
    late = Checker(plan, Derived(plan, date(2028, 1, 1))).findings
    assert {"overdue", "report_overdue"} <= {finding.code for finding in late}


def test_several_findings_are_mended_in_one_step():
    plan = clean_plan()
    for code in ("several_leads", "done_without_date", "unused_unit", "closed_unverified"):
        apply(plan, MUTATIONS[code][1](plan))
    before = plan.copy()
    fixable = [finding for finding in found(plan) if finding.fixable]
    assert len(fixable) >= 4
    mended = fix_all(plan, fixable, TODAY, counting_ids())
    assert plan == before
    apply(plan, mended.changes)
    assert not [finding for finding in found(plan) if finding.fixable]
    apply(plan, mended.inverse().changes)
    assert plan == before


def test_what_an_earlier_fix_has_settled_is_passed_over():
    plan = mutated("unused_unit")
    (finding,) = found(plan, "unused_unit")
    once, twice = (fix_all(plan, [finding] * times, TODAY, counting_ids()) for times in (1, 2))
    assert once.changes == twice.changes

"""The paper's own gaps: what it diagnoses or builds on, and plans no measure for."""

from datetime import date

import pytest

from planner.app.checks.checker import Checker
from planner.app.checks.findings import Severity
from planner.app.commands.structure import remove
from planner.app.coverage import COMPONENT, LAYER, matrix
from planner.app.derived import Derived
from planner.domain.changes import apply
from planner.domain.items import Measure, Term
from planner.domain.plan import Plan
from planner.reports.coverage import coverage_table
from planner.reports.table import Role
from tests.reports.sources import read

TODAY = date(2025, 11, 24)

EMPTY_COMPONENTS = {"提高立法保障", "加强科学普及", "发扬科学家精神", "推广创新文化", "打造科研诚信"}
UNANSWERED_CAUSES = {
    "生活成本和商务成本趋高",
    "外资研发溢出激励不足",
    "全民科学素养仍须提升",
    "前瞻高水平科技智库不足",
}


def found(plan: Plan, code: str) -> set[str]:
    findings = Checker(plan, Derived(plan, TODAY), [code]).findings
    return {str(plan[finding.item].value("title")) for finding in findings}


@pytest.mark.parametrize("name", ["shanghai", "example"])
def test_five_components_of_the_ground_have_no_measure(name: str, request: pytest.FixtureRequest) -> None:
    plan: Plan = request.getfixturevalue(name)
    assert found(plan, "empty_component") == EMPTY_COMPONENTS


@pytest.mark.parametrize("name", ["shanghai", "example"])
def test_four_causes_have_no_measure(name: str, request: pytest.FixtureRequest) -> None:
    plan: Plan = request.getfixturevalue(name)
    assert found(plan, "cause_without_measure") == UNANSWERED_CAUSES


@pytest.mark.parametrize("name", ["shanghai", "example"])
def test_matrix_and_sheet_show_the_same_gaps(name: str, request: pytest.FixtureRequest) -> None:
    plan: Plan = request.getfixturevalue(name)
    derived = Derived(plan, TODAY)

    def gaps(axis: str) -> set[str]:
        return {str(plan[row].value("title")) for row in matrix(plan, derived, axis, LAYER).gaps}

    assert gaps(COMPONENT) == EMPTY_COMPONENTS
    assert gaps("facet:causes") == UNANSWERED_CAUSES
    assert gaps("facet:problems") == set()
    assert not matrix(plan, derived, "facet:symptoms", LAYER).related, "no cause of the paper names a symptom"
    sheet = coverage_table(read(plan))
    cause = next(place for place, column in enumerate(sheet.columns) if column.key == "cause")
    assert {row.cells[cause] for row in sheet.rows if row.role is Role.GAP} == UNANSWERED_CAUSES
    assert sheet.notes[-1] == "注：23 项中有 4 项尚无举措。"


def test_deleting_any_measure_shows_exactly_the_causes_that_it_orphans(shanghai: Plan) -> None:
    plan = shanghai.copy()
    derived = Derived(plan, TODAY)
    checker = Checker(plan, derived, ["cause_without_measure"])
    before = {finding.item for finding in checker.findings}
    for measure_id in list(plan.of(Measure)):
        deletion = remove(plan, [measure_id])
        answered = causes_answered(plan, measure_id)
        apply(plan, deletion.changes)
        checker.update(deletion)
        orphans = {cause for cause in answered if cause not in causes_answered(plan)}
        assert {finding.item for finding in checker.findings} == before | orphans
        undo = deletion.inverse()
        apply(plan, undo.changes)
        checker.update(undo)
    assert {finding.item for finding in checker.findings} == before


def causes_answered(plan: Plan, measure_id: str | None = None) -> set[str]:
    """The terms that a measure and its parts, or any measure, are linked to."""
    rows = [*plan.walk()] if measure_id is None else [measure_id, *plan.walk(measure_id)]
    causes = {term.id for term in plan.of(Term).values() if term.parent == "causes"}
    return {target for row in rows for target in plan.targets(row, "term")} & causes


def test_the_example_has_owners_dates_and_order(example: Plan) -> None:
    findings = Checker(example, Derived(example, date(2026, 11, 1))).findings
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]

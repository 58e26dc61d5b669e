"""Indicators: where they start, where they are to get, who answers for them, where values come from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Finding, Hit, Rule, Severity
from planner.app.ports import NewId
from planner.domain.changes import Change, Insert
from planner.domain.indicator_formulas import FormulaFault, FormulaRefused, read_indicator_formula
from planner.domain.items import Indicator, IndicatorValue
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan

_UPPER = ("at_most", "below")
_FAULTS = {
    FormulaFault.SYNTAX: "formula_unreadable",
    FormulaFault.UNKNOWN: "formula_unknown_name",
    FormulaFault.AMBIGUOUS: "formula_ambiguous_name",
    FormulaFault.CYCLE: "formula_circle",
}


def _no_target(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        if not indicator.formula and not _values(facts.plan, indicator.id, "target"):
            yield Hit(indicator.id, "title")


def _no_baseline(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        plan = facts.plan
        if (
            not indicator.formula
            and _values(plan, indicator.id, "target")
            and not _values(plan, indicator.id, "baseline")
        ):
            yield Hit(indicator.id, "title", fixable=_earliest_actual(plan, indicator.id) is not None)


def _no_source(_facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        if not indicator.data_source and not indicator.formula:
            yield Hit(indicator.id, "data_source")


def _no_unit(_facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        if not indicator.unit:
            yield Hit(indicator.id, "unit")


def _no_lead(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        if not any(link.role == "lead" for link in facts.links(indicator.id)):
            yield Hit(indicator.id, "lead")


def _binding_without_years(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    """A binding indicator needs a target for each year of the plan up to its last target."""
    begin, finish = facts.plan_span()
    for indicator in indicators:
        if indicator.nature != "binding":
            continue
        targets = _values(facts.plan, indicator.id, "target")
        years = {last_day(target.period).year for target in targets}
        last = min(max(years, default=0), finish.year if finish else 9999)
        first = begin.year if begin else min(years, default=1)
        missing = [str(year) for year in range(first, last + 1) if year not in years]
        if missing:
            yield Hit(indicator.id, "nature", {"years": "、".join(missing)})


def _backwards(facts: Facts, values: Iterable[IndicatorValue]) -> Iterator[Hit]:
    for value in values:
        if value.role != "target" or value.number is None or not value.period:
            continue
        direction = facts.plan.get(value.parent, Indicator).direction
        before = _before(facts.plan, value)
        if before is not None and before.number is not None and direction in ("up", "down"):
            step = value.number - before.number
            if step < 0 if direction == "up" else step > 0:
                details = {
                    "period": value.period,
                    "number": f"{value.number:.15g}",
                    "earlier": before.period,
                    "before": f"{before.number:.15g}",
                }
                yield Hit(value.id, "number", details, {"indicator": (value.parent,)})


def _undated_value(_facts: Facts, values: Iterable[IndicatorValue]) -> Iterator[Hit]:
    for value in values:
        if not value.period:
            yield Hit(value.id, "period", names={"indicator": (value.parent,)})


def _early_actual(facts: Facts, values: Iterable[IndicatorValue]) -> Iterator[Hit]:
    for value in values:
        if value.role == "actual" and value.period and first_day(value.period) > facts.today:
            yield Hit(value.id, "period", {"period": value.period}, {"indicator": (value.parent,)})


def _stale(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    most = facts.limit_of("stale_actual")
    for indicator in indicators:
        actuals = _values(facts.plan, indicator.id, "actual")
        if actuals:
            latest = max((value.period for value in actuals), key=last_day)
            if (facts.today - last_day(latest)).days > most:
                yield Hit(indicator.id, "title", {"period": latest})


def _broken_formula(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        if indicator.formula:
            try:
                read_indicator_formula(facts.plan, indicator)
            except FormulaRefused as refused:
                details = {"part": refused.part, "reason": _FAULTS[refused.fault]}
                yield Hit(indicator.id, "formula", details)


def _values(plan: Plan, indicator_id: str, role: str) -> list[IndicatorValue]:
    """Return the dated values of one role."""
    return [
        value for value in plan.children(indicator_id, IndicatorValue) if value.role == role and value.period
    ]


def _before(plan: Plan, target: IndicatorValue) -> IndicatorValue | None:
    """Return the value that a target must not fall behind: the target before it, else the baseline."""
    day = last_day(target.period)
    side = target.qualifier in _UPPER
    earlier = [
        value
        for role in ("baseline", "target")
        for value in _values(plan, target.parent, role)
        if value.number is not None
        and last_day(value.period) < day
        and (role == "baseline" or (value.qualifier in _UPPER) == side)
    ]
    return max(earlier, key=lambda value: last_day(value.period), default=None)


def _earliest_actual(plan: Plan, indicator_id: str) -> IndicatorValue | None:
    actuals = [value for value in _values(plan, indicator_id, "actual") if value.number is not None]
    return min(actuals, key=lambda value: last_day(value.period), default=None)


def _take_first_as_baseline(plan: Plan, finding: Finding, _today: date, new_id: NewId) -> Sequence[Change]:
    first = _earliest_actual(plan, finding.item)
    if first is None:
        return []
    baseline = IndicatorValue(
        new_id(), first.parent, first.rank, role="baseline", period=first.period, number=first.number,
        qualifier=first.qualifier, source=first.source, notes=first.notes,
    )  # fmt: skip
    return [Insert(baseline)]


RULES = (
    Rule(
        "indicator_without_target",
        Severity.WARNING,
        N_("指标没有目标值"),
        N_("指标“{item}”没有目标值。"),
        "indicator",
        ("indicator.formula", "value"),
        _no_target,
    ),
    Rule(
        "missing_baseline",
        Severity.WARNING,
        N_("指标没有基期值"),
        N_("指标“{item}”有目标值，没有基期值。"),
        "indicator",
        ("indicator.formula", "value"),
        _no_baseline,
        _take_first_as_baseline,
    ),
    Rule(
        "indicator_without_source",
        Severity.WARNING,
        N_("指标没有数据来源"),
        N_("指标“{item}”没有写明数据来源。"),
        "indicator",
        ("indicator.data_source", "indicator.formula"),
        _no_source,
    ),
    Rule(
        "indicator_without_unit",
        Severity.NOTE,
        N_("指标没有计量单位"),
        N_("指标“{item}”没有计量单位。"),
        "indicator",
        ("indicator.unit",),
        _no_unit,
    ),
    Rule(
        "indicator_without_lead",
        Severity.WARNING,
        N_("指标没有牵头单位"),
        N_("指标“{item}”没有牵头单位。"),
        "indicator",
        ("indicator.parent", "link"),
        _no_lead,
    ),
    Rule(
        "binding_without_years",
        Severity.WARNING,
        N_("约束性指标缺年度目标"),
        N_("约束性指标“{item}”缺少这些年份的目标：{years}。"),
        "indicator",
        ("indicator.nature", "value", "plan.start", "plan.end"),
        _binding_without_years,
        whole=("plan",),
    ),
    Rule(
        "target_backwards",
        Severity.ERROR,
        N_("目标倒退"),
        N_("指标“{indicator}”{period} 的目标 {number} 比 {earlier} 的 {before} 还差，与指标方向相反。"),
        "value",
        ("value", "indicator.direction"),
        _backwards,
    ),
    Rule(
        "undated_value",
        Severity.WARNING,
        N_("指标值没有时点"),
        N_("指标“{indicator}”有一个值没有时点。"),
        "value",
        ("value.period",),
        _undated_value,
    ),
    Rule(
        "actual_in_future",
        Severity.ERROR,
        N_("实际值在将来"),
        N_("指标“{indicator}”{period} 的实际值，时点还没有到。"),
        "value",
        ("value.role", "value.period"),
        _early_actual,
    ),
    Rule(
        "stale_actual",
        Severity.NOTE,
        N_("指标久未更新"),
        N_("指标“{item}”最新的实际值停在 {period}。"),
        "indicator",
        ("indicator.parent", "value"),
        _stale,
        limit=600,
    ),
    Rule(
        "broken_formula",
        Severity.ERROR,
        N_("计算公式不能用"),
        N_("指标“{item}”的计算公式不能用：{reason}。"),
        "indicator",
        ("indicator.formula", "indicator.title"),
        _broken_formula,
        whole=("indicator",),
    ),
)

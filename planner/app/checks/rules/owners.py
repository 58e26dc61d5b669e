"""Who is responsible: leads, supporting units, and the register of units."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Finding, Hit, Rule, Severity
from planner.app.checks.linkage import Roles
from planner.app.commands.structure import remove
from planner.app.commands.unit_names import unit_register
from planner.app.counted import SETTLED
from planner.app.ports import NewId
from planner.app.unit_load import LEADING_ROLES
from planner.domain.changes import Change, Remove, SetField
from planner.domain.duties import read_duty
from planner.domain.items import Link, Measure, Unit
from planner.domain.marks import N_
from planner.domain.periods import last_day
from planner.domain.plain_text import folded
from planner.domain.plan import Plan

_NOBODY: Roles = {}


def _no_lead(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    table, all_roles = facts.measures, facts.roles
    for measure in measures:
        if measure.status != "cancelled" and not measure.duty and measure.parent not in table:
            roles = all_roles.get(measure.id, _NOBODY)
            if not any(role in roles for role in LEADING_ROLES):
                yield Hit(measure.id, "lead")


def _several_leads(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        leads = facts.roles.get(measure.id, _NOBODY).get("lead", ())
        if len(leads) > 1:
            yield Hit(measure.id, "lead", names={"units": leads})


def _co_leads(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if co_leads := facts.roles.get(measure.id, _NOBODY).get("co_lead"):
            yield Hit(measure.id, "co_lead", names={"units": co_leads})


def _undivided(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if units := facts.roles.get(measure.id, _NOBODY).get("undivided"):
            yield Hit(measure.id, "undivided", names={"units": units})


def _duty_in_words(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.duty and measure.status != "cancelled":
            roles = facts.roles.get(measure.id, _NOBODY)
            if not any(role in roles for role in LEADING_ROLES):
                yield Hit(measure.id, "duty", {"duty": measure.duty})


def _collective_lead(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    collective = {unit.id for unit in facts.plan.of(Unit).values() if unit.collective}
    if not collective:
        return
    for measure in measures:
        for unit in collective.intersection(facts.roles.get(measure.id, _NOBODY).get("lead", ())):
            yield Hit(measure.id, "lead", names={"units": (unit,)})


def _lead_also_supporting(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        roles = facts.roles.get(measure.id, _NOBODY)
        supporting = roles.get("supporting", ())
        if supporting and len(roles) > 1:
            for role in LEADING_ROLES:
                for unit in roles.get(role, ()):
                    if unit in supporting:
                        yield Hit(measure.id, "supporting", names={"units": (unit,)})


def _same_unit_twice(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        for role, units in facts.roles.get(measure.id, _NOBODY).items():
            if len(units) > 1 and len(units) != len(set(units)):
                for unit, count in Counter(units).items():
                    if count > 1:
                        yield Hit(measure.id, role, names={"units": (unit,)})


def _unknown_unit(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    register = None
    for measure in measures:
        if measure.duty:
            duty = read_duty(f"（{measure.duty}）")
            register = register or unit_register(facts.plan)
            for name in (*duty.lead, *duty.supporting, *duty.undivided):
                if register.find(name) is None:
                    yield Hit(measure.id, "duty", {"unit": name})


def _retired_unit(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    retired = {
        unit.id for unit in facts.plan.of(Unit).values() if unit.until and last_day(unit.until) < facts.today
    }
    if not retired:
        return
    for measure in measures:
        if measure.status not in SETTLED:
            for link in facts.links(measure.id):
                if link.target in retired:
                    yield Hit(measure.id, link.role, names={"units": (link.target,)})


def _unused_unit(facts: Facts, units: Iterable[Unit]) -> Iterator[Hit]:
    for unit in units:
        if not facts.links_to(unit.id):
            yield Hit(unit.id, "title")


def _shared_name(facts: Facts, units: Iterable[Unit]) -> Iterator[Hit]:
    looked_at = {unit.id for unit in units}
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in facts.plan.of(Unit).values():
        for name in unit.all_names:
            if name.strip():
                bearers[folded(name)].setdefault(unit.id, name)
    shared = [
        sorted(named.items(), key=lambda entry: facts.plan[entry[0]].rank) for named in bearers.values()
    ]
    for (first, _), *others in shared:
        for other, name in others:
            if other in looked_at:
                yield Hit(other, "title", {"name": name}, {"other": (first,)})


def _overload(facts: Facts, units: Iterable[Unit]) -> Iterator[Hit]:
    most = facts.limit_of("unit_overload")
    measures, ends = facts.measures, facts.ends
    for unit in units:
        due: Counter[tuple[int, int]] = Counter()
        for link in facts.links_to(unit.id):
            measure = measures.get(link.parent) if link.role == "lead" else None
            if measure is not None and measure.status not in SETTLED and (end := ends.get(measure.id)):
                due[end.year, (end.month + 2) // 3] += 1
        for (year, quarter), count in sorted(due.items()):
            if count > most:
                details = {
                    "year": str(year),
                    "quarter": str(quarter),
                    "count": str(count),
                    "limit": f"{most:g}",
                }
                yield Hit(unit.id, "title", details)


def _make_co_leads(plan: Plan, finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    return [
        SetField(link.id, "role", "lead", "co_lead") for link in plan.links(finding.item, "unit", "lead")[1:]
    ]


def _stop_supporting(plan: Plan, finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    supporting = plan.links(finding.item, "unit", "supporting")
    return [Remove(link) for link in supporting if link.target in finding.names["units"]]


def _keep_one(plan: Plan, finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    links: Iterable[Link] = plan.links(finding.item, "unit", finding.field)
    return [Remove(link) for link in [one for one in links if one.target in finding.names["units"]][1:]]


def _remove_unit(plan: Plan, finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    return remove(plan, [finding.item]).changes


_LINKED = ("measure.status", "link")

RULES = (
    Rule(
        "no_lead",
        Severity.ERROR,
        N_("没有牵头单位"),
        N_("“{item}”没有牵头单位。"),
        "measure",
        ("measure.status", "measure.duty", "link"),
        _no_lead,
    ),
    Rule(
        "several_leads",
        Severity.WARNING,
        N_("多个牵头单位"),
        N_("“{item}”有多个牵头单位：{units}。应由排在首位的单位负责。"),
        "measure",
        _LINKED,
        _several_leads,
        _make_co_leads,
    ),
    Rule(
        "co_leads",
        Severity.WARNING,
        N_("并列牵头"),
        N_("“{item}”另有并列牵头单位：{units}。"),
        "measure",
        _LINKED,
        _co_leads,
    ),
    Rule(
        "undivided_duty",
        Severity.WARNING,
        N_("责任单位未分主次"),
        N_("“{item}”的责任单位未分主次：{units}。"),
        "measure",
        _LINKED,
        _undivided,
    ),
    Rule(
        "duty_in_words",
        Severity.WARNING,
        N_("责任只有表述"),
        N_("“{item}”的责任只写作“{duty}”，没有落到单位。"),
        "measure",
        ("measure.status", "measure.duty", "link"),
        _duty_in_words,
    ),
    Rule(
        "collective_lead",
        Severity.WARNING,
        N_("由统称牵头"),
        N_("“{item}”由“{units}”牵头，这是统称，没有落到具体单位。"),
        "measure",
        (*_LINKED, "unit.collective"),
        _collective_lead,
    ),
    Rule(
        "lead_also_supporting",
        Severity.WARNING,
        N_("牵头又配合"),
        N_("“{units}”在“{item}”中既牵头或负责，又列为配合。"),
        "measure",
        _LINKED,
        _lead_also_supporting,
        _stop_supporting,
    ),
    Rule(
        "same_unit_twice",
        Severity.WARNING,
        N_("单位重复"),
        N_("“{units}”在“{item}”中重复列出。"),
        "measure",
        _LINKED,
        _same_unit_twice,
        _keep_one,
    ),
    Rule(
        "unknown_unit",
        Severity.WARNING,
        N_("单位不在名录中"),
        N_("“{item}”的责任表述提到“{unit}”，单位名录中没有。"),
        "measure",
        ("measure.duty", "unit.title", "unit.short_names", "unit.aliases"),
        _unknown_unit,
        whole=("unit",),
    ),
    Rule(
        "retired_unit",
        Severity.WARNING,
        N_("单位已停用"),
        N_("“{item}”尚未完成，而“{units}”已停用。"),
        "measure",
        (*_LINKED, "unit.until"),
        _retired_unit,
    ),
    Rule(
        "unused_unit",
        Severity.NOTE,
        N_("单位未使用"),
        N_("没有举措或指标用到单位“{item}”。"),
        "unit",
        ("unit.parent", "link"),
        _unused_unit,
        _remove_unit,
    ),
    Rule(
        "shared_unit_name",
        Severity.WARNING,
        N_("单位重名"),
        N_("“{item}”与“{other}”都叫“{name}”。"),
        "unit",
        ("unit.title", "unit.short_names", "unit.aliases"),
        _shared_name,
        whole=("unit",),
    ),
    Rule(
        "unit_overload",
        Severity.WARNING,
        N_("单位任务集中"),
        N_("“{item}”牵头的举措有 {count} 项在{year}年第{quarter}季度到期，超过 {limit} 项。"),
        "unit",
        ("unit.parent", "link", "measure.status", "measure.due", "measure.start", "adjustment", "plan.start"),
        _overload,
        whole=("plan",),
        limit=12,
    ),
)

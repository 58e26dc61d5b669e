"""A plan of all kinds of items in which no rule finds anything on `TODAY`."""

from datetime import date

from planner.domain.items import (
    Adjustment,
    Facet,
    Funding,
    Goal,
    Indicator,
    IndicatorValue,
    Link,
    Measure,
    Milestone,
    Node,
    PlanHead,
    Report,
    RuleSetting,
    Term,
    Unit,
    Waiver,
)
from planner.domain.plan import Plan

TODAY = date(2025, 11, 24)


def clean_plan() -> Plan:
    """Two components with four measures, their units, causes and indicators."""
    return Plan([*_frame(), *_building(), *_further_measures(), *_indicators(), *_links()])


def _frame():
    return [
        PlanHead("plan", title="计划", start="2025", end="2027", light_rule="schedule"),
        Node("layer", "", "A", title="筑基"),
        Node("ground", "layer", "A", title="立法保障"),
        Node("rules", "layer", "B", title="营商环境"),
        Facet("problems", "", "A", key="problems", title="问题"),
        Facet("causes", "", "B", key="causes", title="成因"),
        Facet("groups", "", "C", key="groups", title="举措组"),
        Term("problem", "problems", "A", title="韧性不足"),
        Term("cause-1", "causes", "A", title="投入不足", broader="problem"),
        Term("cause-2", "causes", "B", title="机制不活", broader="problem"),
        Term("group-1", "groups", "A", title="蓄势聚力"),
        Term("group-2", "groups", "B", title="破墙排堵"),
        Unit("u1", "", "A", title="上海市科学技术委员会", short_names=("市科委",)),
        Unit("u2", "", "B", title="上海市财政局", short_names=("市财政局",)),
        Unit("u3", "", "C", title="上海市教育委员会", short_names=("市教委",)),
        RuleSetting("setting", "", "A", rule="report_overdue", limit=120.0),
    ]


def _building():
    return [
        Measure(
            "build",
            "ground",
            "A",
            title="建成中试平台",
            criterion="平台投用",
            nature="quantitative",
            status="in_progress",
            start="2025-01",
            due="2026年底前",
        ),
        Measure("build-a", "build", "A", title="选址", due="2025年底前", status="in_progress"),
        Measure("build-b", "build", "B", title="建设", due="2026年底前"),
        Milestone(
            "plan-ready",
            "build",
            "A",
            title="方案印发",
            due="2025年6月底前",
            deliverable="方案",
            done="2025-06",
        ),
        Milestone("half-way", "build", "B", title="主体完工", due="2026年6月底前", deliverable="验收单"),
        Report("report-1", "build", "A", date="2025-06-30", percent=40.0, done="方案印发"),
        Report("report-2", "build", "B", date="2025-10-31", percent=60.0, done="开工", light="green"),
        Funding("money", "build", "A", year="2025", planned=100.0, spent=90.0),
        Funding("money-a", "build-a", "A", year="2025", planned=60.0),
        Funding("money-b", "build-b", "A", year="2025", planned=40.0),
    ]


def _further_measures():
    return [
        Measure(
            "train",
            "rules",
            "A",
            title="培训技术经纪人",
            criterion="培训500人",
            start="2027-01",
            due="2027年6月底前",
        ),
        Measure(
            "draft",
            "rules",
            "B",
            title="修订条例",
            criterion="条例公布",
            status="closed",
            status_date="2025-09",
            inspected="2025-09",
            start="2025-01",
            due="2025年6月底前",
        ),
        Adjustment(
            "delay", "draft", "A", due="2025年9月底前", date="2025-06", reason="立法程序", approval="市政府"
        ),
        Milestone("law", "draft", "A", title="公布", due="2025年9月底前", deliverable="条例", done="2025-09"),
        Report("report-3", "draft", "A", date="2025-09-30", percent=100.0, done="条例公布"),
        Measure(
            "meet",
            "rules",
            "C",
            title="召开联席会",
            criterion="每季度一次",
            status="in_progress",
            due="每季度",
        ),
        Report("report-4", "meet", "A", date="2025-09-30", percent=60.0, done="会议召开"),
        Goal("goal", "meet", "A", period="2025", content="四次会议"),
        Waiver("waiver", "meet", "A", rule="co_leads", reason="联席会由两家共管"),
    ]


def _indicators():
    return [
        Indicator("spend", "", "A", title="研发经费", unit="亿元", nature="binding", data_source="统计局"),
        IndicatorValue("base", "spend", "A", role="baseline", period="2024", number=100.0),
        IndicatorValue("goal-25", "spend", "B", role="target", period="2025", number=110.0),
        IndicatorValue("goal-26", "spend", "C", role="target", period="2026", number=120.0),
        IndicatorValue("goal-27", "spend", "D", role="target", period="2027", number=130.0),
        IndicatorValue("half-25", "spend", "E", role="actual", period="2025-06-30", number=106.0),
        Indicator("double", "", "B", title="两倍", unit="亿元", formula="「研发经费」*2"),
    ]


def _links():
    return [
        *_linked("build", lead="u1", supporting="u2", indicator="spend", term=("cause-1", "group-1")),
        *_linked(
            "train",
            lead="u2",
            supporting="u3",
            indicator="double",
            term=("cause-2", "group-2"),
            after="build",
        ),
        *_linked("draft", lead="u3", indicator="spend", term=("cause-1",)),
        *_linked("meet", lead="u1", indicator="spend", term=("cause-2",)),
        *_linked("spend", lead="u1"),
        *_linked("double", lead="u1"),
    ]


def _linked(owner, lead, supporting=None, indicator=None, term=(), after=None):
    links = [("unit", "lead", lead), ("unit", "supporting", supporting), ("indicator", "", indicator)]
    links += [("term", "", one) for one in term] + [("after", "", after)]
    return [
        Link(f"{owner}>{target}", owner, chr(ord("A") + place), relation=relation, role=role, target=target)
        for place, (relation, role, target) in enumerate(links)
        if target
    ]

"""Small plans made by hand, for tests that want to name what they look at."""

from collections.abc import Callable
from itertools import count

from planner.domain.items import (
    Facet,
    Indicator,
    IndicatorValue,
    Link,
    Measure,
    Milestone,
    Node,
    PlanHead,
    Report,
    Term,
    Unit,
)
from planner.domain.plan import Plan


def small_plan() -> Plan:
    """Two layers, two components, three measures with a sub-measure, and one of most other kinds."""
    return Plan(
        [
            PlanHead("plan", title="小计划", start="2025", end="2026"),
            Node("layer-1", "", "A", title="筑基"),
            Node("layer-2", "", "B", title="垒台"),
            Node("component-1", "layer-1", "A", title="立法保障"),
            Node("component-2", "layer-1", "B", title="营商环境"),
            Measure("m1", "component-1", "A", title="修订条例", due="2025年底前", start="2025-01"),
            Measure("m2", "component-1", "B", title="优化服务", due="每季度"),
            Measure("m3", "component-2", "A", title="开放数据"),
            Measure("m1a", "m1", "A", title="起草"),
            Measure("m1b", "m1", "B", title="审议"),
            Milestone("s1", "m1", "A", title="形成草案", due="2025年6月底前"),
            Report("r1", "m1a", "A", date="2025-05-31", percent=40.0, done="起草完成"),
            Unit("u1", "", "A", title="上海市科学技术委员会", short_names=("市科委",)),
            Unit("u2", "", "B", title="上海市教育委员会", short_names=("市教委",), aliases=("教委",)),
            Indicator("i1", "", "A", title="研发投入强度", unit="%"),
            IndicatorValue("v1", "i1", "A", role="target", period="2025", number=4.5),
            Facet("f1", "", "A", key="problems", title="问题"),
            Facet("f2", "", "B", key="causes", title="原因"),
            Term("t1", "f1", "A", title="韧性不足"),
            Term("t2", "f2", "A", title="投入不足", broader="t1"),
            Link("k1", "m1", "A", relation="unit", role="lead", target="u1"),
            Link("k2", "m1", "B", relation="unit", role="supporting", target="u2"),
            Link("k3", "m1", "C", relation="indicator", target="i1"),
            Link("k4", "m3", "A", relation="term", target="t2"),
        ]
    )


def counting_ids(prefix: str = "new") -> Callable[[], str]:
    """Return a source of ids that a test can foretell, as new-1, new-2."""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"

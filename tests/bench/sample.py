"""A plan of any size for benchmarks: N measures, each with two milestones and an indicator link."""

from random import Random

from planner.app.document import Content
from planner.domain.items import Indicator, Item, Link, Measure, Milestone, Node, PlanHead, Unit
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks

_LETTERS = "推进外资研发中心集聚发展支持跨国公司设立区域总部完善全过程创新服务体系健全知识产权保护机制"
_DUES = ("2025年底前", "2025年6月底前", "上半年", "每季度", "持续推进", "三季度末")


def make_plan(n: int, seed: int = 1) -> Plan:
    """Return a plan of four layers, 24 components and `n` measures, four fifths of them sub-measures."""
    random = Random(seed)
    items: list[Item] = [PlanHead("plan", title="基准计划", start="2024", end="2028")]
    layers = [Node(_id(random), "", rank, title=_words(random, 4)) for rank in spread_ranks(4)]
    components = [
        Node(_id(random), layers[number % 4].id, rank, title=_words(random, 6))
        for number, rank in enumerate(spread_ranks(24))
    ]
    indicators = [Indicator(_id(random), "", rank, title=_words(random, 8)) for rank in spread_ranks(21)]
    units = [Unit(_id(random), "", rank, title=_words(random, 9)) for rank in spread_ranks(30)]
    tops = [_measure(random, random.choice(components).id, rank) for rank in spread_ranks(max(1, n // 5))]
    subs = [_measure(random, random.choice(tops).id, rank) for rank in spread_ranks(n - len(tops))]
    measures = tops + subs
    items += [*layers, *components, *indicators, *units, *measures]
    for measure in measures:
        items += [
            Milestone(_id(random), measure.id, rank, title=_words(random, 10), due=random.choice(_DUES))
            for rank in ("F", "k")
        ]
        target = random.choice(indicators).id
        items.append(Link(_id(random), measure.id, "V", relation="indicator", target=target))
    return Plan(items)


def make_content(n: int) -> Content:
    """Return the content of a plan file with a plan of `n` measures."""
    return Content(make_plan(n), "benchmark", created="2026-03-01T08:00:00+00:00")


def _measure(random: Random, parent: str, rank: str) -> Measure:
    return Measure(
        _id(random),
        parent,
        rank,
        title=_words(random, 16),
        content=_words(random, 40),
        criterion=_words(random, 20),
        status=random.choice(("not_started", "in_progress", "done")),
        due=random.choice(_DUES),
        office=_words(random, 4),
        person=_words(random, 3),
    )


def _id(random: Random) -> str:
    return f"{random.getrandbits(64):016x}"


def _words(random: Random, length: int) -> str:
    return "".join(random.choices(_LETTERS, k=length))

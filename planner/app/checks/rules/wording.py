"""How measures are worded: titles, results to be seen, numbers to be reached."""

import re
from collections.abc import Iterable, Iterator

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Hit, Rule, Severity
from planner.app.counted import SETTLED
from planner.domain.items import Measure, Milestone
from planner.domain.marks import N_

_VAGUE = re.compile(
    "加强|推进|推动|完善|强化|深化|优化|促进|提升|健全|加快|加大|支持|鼓励|引导|探索|研究|统筹|积极|努力|切实|进一步"
)
_AMOUNT = re.compile(r"\d|[一二三四五六七八九十百千万亿两]+(?:[个家项件人次名所条座处批]|成|倍|亿元|万元)")


def _untitled(_facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if not measure.title.strip():
            yield Hit(measure.id, "title")


def _vague(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if _lacks_criterion(facts, measure) and (found := _VAGUE.search(measure.title)):
            yield Hit(measure.id, "criterion", {"word": found[0]})


def _no_criterion(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if _lacks_criterion(facts, measure) and not _VAGUE.search(measure.title):
            yield Hit(measure.id, "criterion")


def _no_number(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.nature == "quantitative" and not _AMOUNT.search(measure.criterion):
            linked = (link.relation for link in facts.links(measure.id))
            if measure.status != "cancelled" and "indicator" not in linked:
                yield Hit(measure.id, "criterion")


def _lacks_criterion(facts: Facts, measure: Measure) -> bool:
    """Whether an open measure says neither by itself nor by its milestones what will be there to see."""
    if measure.criterion or measure.status in SETTLED or measure.parent in facts.measures:
        return False
    return not any(milestone.deliverable for milestone in facts.plan.children(measure.id, Milestone))


RULES = (
    Rule(
        "untitled",
        Severity.ERROR,
        N_("没有标题"),
        N_("有一项举措没有标题。"),
        "measure",
        ("measure.title",),
        _untitled,
    ),
    Rule(
        "vague_wording",
        Severity.WARNING,
        N_("表述笼统"),
        N_("“{item}”只说“{word}”，没有完成标志，看不出要做成什么。"),
        "measure",
        ("measure.title", "measure.criterion", "measure.status", "milestone.deliverable"),
        _vague,
    ),
    Rule(
        "no_criterion",
        Severity.NOTE,
        N_("没有完成标志"),
        N_("“{item}”没有完成标志。"),
        "measure",
        ("measure.title", "measure.criterion", "measure.status", "milestone.deliverable"),
        _no_criterion,
    ),
    Rule(
        "quantitative_without_number",
        Severity.NOTE,
        N_("定量任务没有数量"),
        N_("“{item}”按定量考核，但完成标志里没有数量，也没有关联指标。"),
        "measure",
        ("measure.nature", "measure.criterion", "measure.status", "link"),
        _no_number,
    ),
)

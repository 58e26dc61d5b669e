"""What a template can name: the plan, its numbers, layers, units, indicators, what lags, whose sheet it is.

Plain text, numbers, lists and mappings only: a template reaches nothing else. The templates shipped and an
office's own read the same names. Only `planner.reports.status` imports it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from planner.app.comparison import Comparison, Movement
from planner.app.indicator_facts import dated_amount, latest, target
from planner.app.indicator_standing import IndicatorStanding
from planner.app.messages import verdict_sentence
from planner.app.periods import period_name
from planner.domain.items import ROOT, Measure, Milestone, Node
from planner.domain.lights import Light
from planner.reports.duty import completed
from planner.reports.progress import PACE_NAMES, Pace, pace_of
from planner.reports.status.facts import facts, standings_of_indicators
from planner.reports.status.lists import PRESSING, pressing, reason_of, upcoming
from planner.reports.status.order import Material, Order, one_line
from planner.reports.status.standings import (
    UnitStanding,
    commended,
    leading,
    ranked_units,
    trailing,
    urged,
)
from planner.reports.text_fit import shortened

Values = Mapping[str, Any]

_TITLE = 30
"""How many Chinese characters of a title stand in a list within a sentence."""
_LAGGING = (Light.RED, Light.YELLOW)
_STOPS = "。；;.， \n"
"""What a sentence that runs on leaves out."""


class PlanValues:
    """What all sheets of one state of a plan share, computed when first asked for."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._known: dict[str, Any] = {}
        self.facts = facts(material)

    def for_order(self, order: Order) -> dict[str, Any]:
        """Return all that a template of one sheet can name."""
        material = self._material
        source = material.source
        measure = source.plan.find(order.measure)
        unit = next((entry for entry in material.units if entry.id == order.unit), None)
        return {
            **self._shared(),
            "unit": None if unit is None else {"name": unit.display_name, "title": one_line(unit.title)},
            "measure": measure_values(material, measure) if isinstance(measure, Measure) else None,
            "period": period_name(source.words, order.period) if order.period else "",
        }

    def _shared(self) -> dict[str, Any]:
        if not self._known:
            makers: Mapping[str, Callable[[Material], Any]] = {
                "plan": _plan,
                "layers": _layers,
                "units": lambda material: [_unit(material, entry) for entry in ranked_units(material)],
                "commended": lambda material: _names(commended(ranked_units(material))),
                "urged": lambda material: _names(urged(ranked_units(material))),
                "indicators": lambda material: [
                    _indicator(material, standing) for standing in standings_of_indicators(material)
                ],
                "lagging": lambda material: _measures(material, _LAGGING),
                "risks": lambda material: _measures(material, PRESSING),
                "leading": lambda material: [
                    _unit(material, entry) for entry in leading(ranked_units(material))
                ],
                "trailing": lambda material: [
                    _unit(material, entry) for entry in trailing(ranked_units(material))
                ],
                "lagging_indicators": lambda material: [
                    _indicator(material, standing)
                    for standing in standings_of_indicators(material)
                    if standing.verdict.light in _LAGGING
                ],
                "upcoming": _upcoming,
                "compare": _compare,
            }
            self._known = {name: make(self._material) for name, make in makers.items()}
            self._known["facts"] = self.facts
        return self._known


def measure_values(material: Material, measure: Measure) -> dict[str, Any]:
    """Return what a template can name of one measure."""
    source = material.source
    verdict, report = material.verdict(measure), material.last_report(measure)
    return {
        "number": str(source.numbers.get(measure.id, "")),
        "title": one_line(measure.title),
        "record_number": one_line(measure.record_number),
        "lead": source.responsible(measure).replace("\n", "，"),
        "due": source.derived.due_words(measure),
        "light": material.sign(verdict.light).word,
        "reason": reason_of(material, measure),
        "sentence": verdict_sentence(source.words, verdict),
        "pace": source.words(PACE_NAMES[pace_of(source, verdict)]),
        "progress": source.cells.text(measure, "progress"),
        "problem": one_line(report.problem).rstrip(_STOPS) if report else "",
        "next_step": one_line(report.next_step).rstrip(_STOPS) if report else "",
        "milestones": len(source.plan.children(measure.id, Milestone)),
        "reports": len(material.reports(measure.id)),
    }


def _measures(material: Material, lights: tuple[Light, ...]) -> list[dict[str, Any]]:
    return [measure_values(material, measure) for measure in pressing(material, Order(""), lights)]


def _plan(material: Material) -> dict[str, str]:
    source, head = material.source, material.source.plan.head
    start, end = (period_name(source.words, period) if period else "" for period in (head.start, head.end))
    return {
        "title": one_line(head.title),
        "issuer": one_line(head.issuer),
        "start": start,
        "end": end,
        "notice": head.notice,
        "today": source.long_date(source.derived.today),
    }


def _layers(material: Material) -> list[dict[str, Any]]:
    plan = material.source.plan
    return [
        {
            "key": layer.id,
            "title": one_line(layer.title),
            "function": one_line(layer.function),
            "content": layer.content,
            **_counted(material, layer.id),
            "components": [
                {
                    "title": one_line(component.title),
                    "content": component.content,
                    **_counted(material, component.id),
                }
                for component in plan.children(layer.id, Node)
            ],
        }
        for layer in plan.children(ROOT, Node)
    ]


def _counted(material: Material, node_id: str) -> dict[str, Any]:
    source = material.source
    below = set(material.scene.measures(node_id))
    measures = [measure for measure in material.counted if measure.id in below]
    lagging = sum(material.verdict(measure).light in _LAGGING for measure in measures)
    late = [measure for measure in measures if material.verdict(measure).light is Light.RED]
    return {
        "late": [shortened(measure.title, _TITLE, 1) for measure in late],
        "measures": len(measures),
        "done": completed(measures),
        "lagging": lagging,
        "progress": source.derived.progress(node_id).percent,
        "light": material.sign(source.derived.verdict(node_id).light).word,
    }


def _unit(material: Material, entry: UnitStanding) -> dict[str, Any]:
    lagging = [measure for measure in entry.measures if material.verdict(measure).light in _LAGGING]
    return {
        "place": entry.place,
        "name": one_line(entry.unit.display_name),
        "led": len(entry.measures),
        "done": entry.done,
        "rate": entry.rate,
        "keeping": entry.keeping,
        "behind": entry.paces[Pace.BEHIND],
        "overdue": entry.paces[Pace.OVERDUE],
        "red": entry.lights[Light.RED],
        "lagging": [measure_values(material, measure) for measure in lagging],
    }


def _names(entries: Iterable[UnitStanding]) -> list[str]:
    return [one_line(entry.unit.display_name) for entry in entries]


def _indicator(material: Material, standing: IndicatorStanding) -> dict[str, Any]:
    source, indicator = material.source, standing.indicator
    plan, words = source.plan, source.words
    goal = standing.series.goal(source.derived.today)
    return {
        "title": one_line(indicator.title),
        "unit": indicator.unit,
        "baseline": dated_amount(words, latest(plan, indicator.id, "baseline")),
        "target": dated_amount(words, target(plan, indicator.id, goal.period)) if goal else "",
        "actual": dated_amount(words, latest(plan, indicator.id, "actual")),
        "attainment": standing.distance.attainment if standing.distance else None,
        "light": material.sign(standing.verdict.light).word,
        "sentence": verdict_sentence(words, standing.verdict),
    }


def _upcoming(material: Material) -> list[dict[str, str]]:
    return [
        {
            "title": one_line(node.title),
            "due": node.due or material.source.long_date(day),
            "measure": one_line(measure.title),
            "lead": material.source.responsible(measure).replace("\n", "，"),
        }
        for day, node, measure in upcoming(material)
    ]


def _compare(material: Material) -> dict[str, Any] | None:
    comparison = material.comparison
    return comparison if comparison is None else {"title": one_line(comparison.title), **moved(comparison)}


def moved(comparison: Comparison) -> dict[str, int]:
    """Return how many measures have gone which way since the state compared with."""
    return {
        "better": len(comparison.gone(Movement.BETTER)),
        "worse": len(comparison.gone(Movement.WORSE)),
        "new": len(comparison.added()),
        "dropped": len(comparison.dropped()),
        "completed": len(comparison.completed()),
    }

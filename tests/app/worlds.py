"""Generated plans with what numbers are computed from: statuses, weights, reports, dates, units, terms."""

from hypothesis import strategies as st

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
from planner.domain.ranks import spread_ranks

TERMS, UNITS, INDICATORS = ("t0", "t1", "t2"), ("u0", "u1"), ("i0", "i1")
PROBLEMS = ("p0", "p1")
_STATUSES = ("not_started", "in_progress", "done", "closed", "cancelled")
_MONTHS = ("2024-11", "2025-02", "2025-06", "2025-09", "2026-03")
_DUES = ("", "2025年6月底前", "2025年7月底前", "2025年底前", "2026年底前", "每季度", "持续推进")


@st.composite
def worlds(draw: st.DrawFn) -> Plan:
    """Plans of two layers, up to 14 measures on two levels, and two indicators."""
    items = [
        PlanHead("plan", start="2025", end="2026", light_rule="schedule"),
        *(Node(f"l{place}", "", rank) for place, rank in enumerate("AB")),
        *(Node(f"e{place}", f"l{place}", "A") for place in range(2)),
        Facet("facet", key="causes"),
        Facet("problems", key="problems"),
        *(Term(term, "problems", term) for term in PROBLEMS),
        *(Term(term, "facet", term, broader=draw(st.sampled_from(("", *PROBLEMS)))) for term in TERMS),
        *(Unit(unit, "", unit, title=unit) for unit in UNITS),
        *(Indicator(indicator, "", indicator, path=draw(_PATHS)) for indicator in INDICATORS),
    ]
    tops: list[str] = []
    for number, rank in enumerate(spread_ranks(draw(st.integers(1, 14)))):
        measure = f"m{number}"
        parent = draw(st.sampled_from(["e0", "e1", "l1", *tops]))
        if parent in ("e0", "e1", "l1"):
            tops.append(measure)
        items += draw(_measures(measure, parent, rank))
    for indicator in INDICATORS:
        items += draw(_values(indicator))
    return Plan(items)


_PATHS = st.sampled_from(("custom", "linear", "compound", "step"))


@st.composite
def _measures(draw, measure, parent, rank):
    months = draw(st.lists(st.sampled_from(_MONTHS), max_size=3))
    links = [("term", "", one) for one in draw(st.sets(st.sampled_from(TERMS)))]
    links += [
        ("unit", draw(st.sampled_from(("lead", "co_lead", "supporting"))), unit)
        for unit in draw(st.sets(st.sampled_from(UNITS)))
    ]
    return [
        Measure(
            measure,
            parent,
            rank,
            status=draw(st.sampled_from(_STATUSES)),
            weight=draw(st.sampled_from((None, 0.0, 1.0, 2.5))),
            start=draw(st.sampled_from(("", "2025-01", "2025-03"))),
            due=draw(st.sampled_from(_DUES)),
        ),
        *(
            Report(f"{measure}r{place}", measure, str(place), date=month, percent=draw(_PERCENTS))
            for place, month in enumerate(months)
        ),
        *(
            Milestone(
                f"{measure}s{place}",
                measure,
                str(place),
                due=due,
                done=draw(st.sampled_from(("", "2025-06"))),
            )
            for place, due in enumerate(draw(st.lists(st.sampled_from(_DUES), max_size=2)))
        ),
        *(
            Link(f"{measure}>{target}", measure, str(place), relation=relation, role=role, target=target)
            for place, (relation, role, target) in enumerate(links)
        ),
    ]


_DONE = st.sampled_from(("", "2025-06"))
_PERCENTS = st.one_of(st.none(), st.integers(0, 100).map(float))
_NUMBERS = st.floats(0.5, 1000)


@st.composite
def _values(draw, indicator):
    targets = draw(st.lists(st.integers(2023, 2030), unique=True, max_size=4))
    actuals = draw(st.lists(st.integers(2019, 2025), unique=True, max_size=6))
    given = [("baseline", 2020)] * draw(st.integers(0, 1))
    given += [("target", year) for year in targets] + [("actual", year) for year in actuals]
    return [
        IndicatorValue(
            f"{indicator}v{place}",
            indicator,
            f"{place:02}",
            role=role,
            period=str(year),
            number=draw(_NUMBERS),
        )
        for place, (role, year) in enumerate(given)
    ]

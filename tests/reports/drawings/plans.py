"""Plans of every shape, and what must hold of any figure of them."""

import pathlib
from datetime import date
from itertools import count

from hypothesis import strategies as st

from planner.app.template import load
from planner.app.words import Words
from planner.domain.items import (
    Facet,
    Figure,
    Indicator,
    IndicatorValue,
    Link,
    Measure,
    Milestone,
    Node,
    PlanHead,
    Report,
    Strength,
    Term,
)
from planner.domain.plan import Plan
from planner.reports.drawing import Path, Text
from planner.reports.drawings.chain import chain
from planner.reports.drawings.countermeasures import countermeasures
from planner.reports.drawings.house import house
from planner.reports.drawings.roadmap import roadmap
from planner.reports.drawings.scene import Scene
from planner.reports.drawings.strengths import strengths
from planner.reports.text_fit import width_of

ROOT = pathlib.Path(__file__).parents[3]
TODAY = date(2026, 11, 24)
FIGURES = {
    "house": house,
    "roadmap": roadmap,
    "countermeasures": countermeasures,
    "strengths": strengths,
    "chain": chain,
}
TITLES = st.sampled_from(
    (
        "",
        "筑基",
        "关键核心技术领域的新型举国体制",
        "加强" * 40,
        "A component with a long name in Latin letters",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "<b>粗体</b> & 引号“”\n第二行",
        "🏛 建筑",
    )
)


def scene_of(plan, language="zh"):
    return Scene.read(plan, TODAY, Words(language, ROOT / "resources" / "locale"))


def template(name):
    return scene_of(load(ROOT / "data", name))


@st.composite
def plans(draw):
    """A plan with 0 to 8 layers of 0 to 30 components, tagged and dated at random."""
    ids = (f"x{number}" for number in count())
    items = [PlanHead("plan", title=draw(TITLES), start=draw(st.sampled_from(("", "2023"))), end="2030")]
    terms = {key: _facet(draw, ids, items, key) for key in ("parts", "problems", "stages", "policy_areas")}
    for key, above in (
        ("groups", "parts"),
        ("enabling", "groups"),
        ("causes", "problems"),
        ("symptoms", "problems"),
    ):
        terms[key] = _facet(draw, ids, items, key, terms[above])
    indicators = [_indicator(draw, ids, items) for _ in range(draw(st.integers(0, 4)))]
    targets = [*indicators, *(term for found in terms.values() for term in found)]
    parents = [""]
    for number in range(draw(st.integers(0, 8))):
        layer = Node(next(ids), "", f"{number:02}", title=draw(TITLES), function=draw(TITLES))
        items.append(layer)
        for place in range(draw(st.sampled_from((0, 1, 3, 8, 30)))):
            component = Node(next(ids), layer.id, f"{place:02}", title=draw(TITLES))
            items.append(component)
            parents.append(component.id)
    for number in range(draw(st.integers(0, 12))):
        _measure(draw, ids, items, draw(st.sampled_from(parents)), f"{number:02}", targets)
    for number in range(draw(st.integers(0, 4))):
        strength = Strength(next(ids), "", f"{number}", title=draw(TITLES), content=draw(TITLES))
        figure = Figure(
            next(ids), strength.id, "A", title=draw(TITLES), amount="4.47", unit="万亿元", date="2022"
        )
        items += [strength, figure]
    return Plan(sorted(items, key=lambda item: item.kind.key))


def _facet(draw, ids, items, key, above=()):
    facet = Facet(next(ids), "", key, key=key, title=key)
    items.append(facet)
    terms = []
    for number in range(draw(st.integers(0, 4))):
        broader = draw(st.sampled_from(above)) if above else ""
        period = draw(st.sampled_from(("", "2025", "2030", "2035-06"))) if key == "stages" else ""
        term = Term(next(ids), facet.id, f"{number}", title=draw(TITLES), broader=broader, period=period)
        items.append(term)
        terms.append(term.id)
    return terms


def _indicator(draw, ids, items):
    indicator = Indicator(next(ids), "", "A", title=draw(TITLES), unit="%")
    items.append(indicator)
    for number in range(draw(st.integers(0, 3))):
        period = draw(st.sampled_from(("2025", "2027-Q2", "2030", "2041", "")))
        amount = draw(st.sampled_from((None, 4.5, 123456789.25)))
        items.append(
            IndicatorValue(next(ids), indicator.id, f"{number}", role="target", period=period, number=amount)
        )
    return indicator.id


def _measure(draw, ids, items, parent, rank, targets):
    status = draw(st.sampled_from(("in_progress", "done", "cancelled")))
    due = draw(st.sampled_from(("2025年底前", "长期", "每季度", "")))
    measure = Measure(next(ids), parent, rank, title=draw(TITLES), status=status, due=due, start="2024")
    below = Measure(next(ids), measure.id, "A", title=draw(TITLES))
    done = draw(st.sampled_from(("", "2025-05-31")))
    milestone = Milestone(next(ids), measure.id, "A", title=draw(TITLES), due="2026年3月底前", done=done)
    report = Report(
        next(ids), measure.id, "A", date="2025-05-31", percent=draw(st.sampled_from((None, 0.0, 100.0)))
    )
    items += [measure, below, milestone, report]
    for target in draw(st.lists(st.sampled_from(targets), max_size=4, unique=True)) if targets else ():
        relation = (
            "indicator"
            if any(item.id == target and isinstance(item, Indicator) for item in items)
            else "term"
        )
        items.append(Link(next(ids), measure.id, "A", relation=relation, target=target))


def assert_sound(drawing):
    """Every text stands within its box by the estimate, and every shape within the drawing."""
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            assert drawing.box.contains(shape.box, 1), shape
            width, height = shape.box.width, shape.box.height
            if shape.turned:
                width, height = height, width
            assert len(shape.lines) * shape.size * shape.leading <= height + shape.size * 0.5, shape
            for line in shape.lines:
                assert len(line) == 1 or width_of(line, shape.size) <= width + 1, shape
        elif isinstance(shape, Path):
            points = [shape.start, *(point for step in shape.steps for point in step)]
            assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points), shape
        else:
            assert drawing.box.contains(shape.box, 1), shape
    for spot in drawing.spots:
        assert spot.label, spot
        assert drawing.box.contains(spot.box, 1), spot

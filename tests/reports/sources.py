"""Plans as reports read them, for tests: in Chinese, by the official preset, on one day."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from planner.app.template import load
from planner.app.words import Words
from planner.domain.items import Item, Measure, Node, PlanHead
from planner.domain.plan import Plan
from planner.reports.preset import load_preset
from planner.reports.source import Source
from planner.reports.table import Cell, Table

ROOT_FOLDER = Path(__file__).parents[2]
PRESETS = ROOT_FOLDER / "data" / "presets"
OFFICIAL = load_preset(PRESETS)
CHINESE = Words("zh", ROOT_FOLDER / "resources" / "locale")
TODAY = date(2025, 11, 24)


def plan_of(*items: Item, title: str = "小计划") -> Plan:
    """A plan with a head and these items."""
    return Plan([PlanHead("plan", title=title, start="2025", end="2026"), *items])


def example_plan() -> Plan:
    """The example that the program ships."""
    return load(ROOT_FOLDER / "data", "example")


def read(plan: Plan) -> Source:
    """The plan as a report reads it."""
    return Source.read(plan, TODAY, CHINESE, OFFICIAL)


def deep_measures(depth: int) -> Iterable[Measure]:
    """One measure at the root with parts below parts, `depth` levels in all."""
    parent = ""
    for level in range(depth):
        yield Measure(f"d{level}", parent, "A", title=f"第{level}级")
        parent = f"d{level}"


def house() -> tuple[Item, ...]:
    """Two layers: one with two components, the other with nothing below it."""
    return (
        Node("layer-1", "", "A", title="筑基"),
        Node("layer-2", "", "B", title="垒台"),
        Node("component-1", "layer-1", "A", title="立法"),
        Node("component-2", "layer-1", "B", title="科普"),
    )


def column(table: Table, key: str) -> list[Cell]:
    """The cells of one column, top down."""
    index = [spec.key for spec in table.columns].index(key)
    return [row.cells[index] for row in table.rows]


def spans_of(table: Table, key: str) -> list[tuple[int, int]]:
    """The first and last row of each span of one column."""
    index = [spec.key for spec in table.columns].index(key)
    return [(span.first, span.last) for span in table.spans if span.column == index]

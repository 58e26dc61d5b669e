"""工作计划: the official task table, each measure with its place in the framework, owners and deadline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.domain.items import ROOT, Measure, Node, kind_of
from planner.domain.marks import N_
from planner.reports.goals import GOAL_COLUMNS, goal_texts, is_goal, with_goals
from planner.reports.keys import PROGRESS, WORK_PLAN
from planner.reports.numbers import part_number
from planner.reports.source import SERIAL_COLUMN, Source, field_columns
from planner.reports.table import Align, Cell, Column, Role, Row, Table, common_spans
from planner.reports.tasks import LEAD_COLUMN, TASK_COLUMN

SHEET = WORK_PLAN

NAMES = (N_("工作计划"), N_("任务分解表"))

_FIELDS = field_columns(kind_of(Measure).fields)
COLUMNS = {
    **_FIELDS,
    **GOAL_COLUMNS,
    "serial": replace(SERIAL_COLUMN, leads=PROGRESS),
    "layer": Column("layer", N_("框架层"), 6, align=Align.CENTRE, tinted=True),
    "component": Column("component", N_("要素"), 13, align=Align.CENTRE, tinted=True),
    "task": replace(TASK_COLUMN, stepped=True),
    "lead": LEAD_COLUMN,
    "deadline": replace(_FIELDS["due"], key="deadline"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the framework a row stands; the ids tell apart what happens to have one title."""

    layer: Node | None = None
    components: tuple[Node, ...] = ()
    tint: int = 0

    def below(self, node: Node, position: int) -> "_Place":
        if self.layer is None:
            return _Place(node, (), position)
        return replace(self, components=(*self.components, node))

    @property
    def layer_key(self) -> str:
        return self.layer.id if self.layer else ROOT

    @property
    def component_key(self) -> str:
        return " ".join([self.layer_key, *(node.id for node in self.components)])


def work_plan(source: Source) -> Table:
    """Return the task table of the whole plan, serial numbers running on from layer to layer."""
    columns = with_goals(source, source.columns(SHEET, COLUMNS, Measure))
    placed = list(_Rows(source, columns).under(ROOT, _Place()))
    table = source.table(SHEET, NAMES, columns, (row for _, row in placed))
    keys = {
        "layer": [place.layer_key for place, _ in placed],
        "component": [place.component_key for place, _ in placed],
    }
    notice = source.plan.head.notice
    notes = (source.words(N_("注：{note}")).format(note=notice),) if notice else ()
    return replace(table, spans=common_spans(columns, keys), notes=(*table.notes, *notes))


class _Rows:
    """Makes the rows of the tree, one after the other."""

    def __init__(self, source: Source, columns: tuple[Column, ...]) -> None:
        self._source = source
        self._columns = columns
        self._numbers = source.numbers
        self._has_goals = any(is_goal(column) for column in columns)

    def under(self, parent: str, place: _Place) -> Iterator[tuple[_Place, Row]]:
        """Yield the rows below one place of the framework; an empty place has a row that says so."""
        branches = self._source.plan.branches(parent)
        for position, branch in enumerate(branches, 1):
            item = self._source.plan[branch]
            if isinstance(item, Node):
                yield from self.under(branch, place.below(item, self._source.tints.get(branch, position)))
            elif isinstance(item, Measure):
                yield from self._measure(item, place, 0, 1)
        if not branches and place.layer:
            yield place, self._gap(place)

    def _measure(
        self, measure: Measure, place: _Place, depth: int, position: int
    ) -> Iterator[tuple[_Place, Row]]:
        goals = goal_texts(self._source, measure) if self._has_goals else {}
        cells = tuple(
            goals.get(column.key)
            if is_goal(column)
            else self._cell(measure, column.key, place, depth, position)
            for column in self._columns
        )
        yield place, Row(cells, level=depth, tint=place.tint, source=measure.id)
        for number, part in enumerate(self._source.plan.children(measure.id, Measure), 1):
            yield from self._measure(part, place, depth + 1, number)

    def _cell(self, measure: Measure, key: str, place: _Place, depth: int, position: int) -> Cell:
        match key:
            case "serial":
                return self._numbers[measure.id] if depth == 0 else None
            case "layer" | "component":
                return self._place_cell(place, key)
            case "task":
                return (part_number(depth, position) if depth else "") + measure.title
            case "lead":
                return self._source.responsible(measure)
            case "deadline":
                return self._source.derived.due_words(measure)
            case _:
                return self._source.cell(measure, key)

    def _place_cell(self, place: _Place, key: str) -> str:
        if key == "layer":
            return place.layer.title if place.layer else ""
        return "\n".join(node.title for node in place.components)

    def _gap(self, place: _Place) -> Row:
        cells: dict[str, Cell] = {
            "layer": self._place_cell(place, "layer"),
            "component": self._place_cell(place, "component"),
            "task": self._source.words(N_("（尚无举措）")),
        }
        innermost = place.components[-1] if place.components else place.layer
        return Row(
            tuple(cells.get(column.key) for column in self._columns),
            Role.GAP,
            tint=place.tint,
            source=innermost.id if innermost else "",
        )

"""Which column of a pasted table holds what: by its heading, else by what stands in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import islice
from types import MappingProxyType

from planner.app.commands.typed import is_typed
from planner.app.commands.unit_names import unit_register
from planner.app.facet_terms import facet_fields, facet_of_field, is_facet
from planner.app.paste.goal_columns import (
    GOAL_NAME,
    goal_key,
    goal_keys,
    goal_period,
    read_goal_heading,
    says_goal,
    year_in,
    year_of_plan,
)
from planner.app.paste.grid import Grid
from planner.app.paste.outline_marks import mark_alone
from planner.app.periods import period_name
from planner.app.term_names import TermNames
from planner.app.words import Words
from planner.domain.deadlines import DeadlineKind, read_deadline
from planner.domain.fields import Field, FieldType
from planner.domain.items import Measure, kind_of
from planner.domain.marks import N_
from planner.domain.own_fields import fields_of, is_own
from planner.domain.plain_text import folded
from planner.domain.plan import Plan
from planner.domain.unit_cells import UnitNames, split_units


class Part(StrEnum):
    """What a column can hold beside a field of a measure."""

    NUMBER = "number"
    LAYER = "layer"
    COMPONENT = "component"
    MILESTONE = "milestone"
    DELIVERABLE = "deliverable"
    IGNORED = ""


PART_NAMES: Mapping[Part, str] = {
    Part.NUMBER: N_("序号"),
    Part.LAYER: N_("框架层"),
    Part.COMPONENT: N_("要素"),
    Part.MILESTONE: N_("节点"),
    Part.DELIVERABLE: N_("成果形式"),
    Part.IGNORED: N_("不粘贴"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds: the key of a measure's field, of a goal's period, a `Part`, or nothing.

    `first` is the first row below the headings; `headings` are their texts, empty where there are none.
    """

    keys: tuple[str, ...]
    first: int = 0
    headings: tuple[str, ...] = ()

    def place(self, key: str) -> int | None:
        """Return the column that holds `key`, if there is one."""
        return self.keys.index(key) if key in self.keys else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headings of the columns that are not taken over."""
        pairs = zip(self.keys, self.headings, strict=False)
        return tuple(heading for key, heading in pairs if key == Part.IGNORED and heading)


# How offices head these columns, beside the labels of the field table.
_SYNONYMS: Mapping[str, str] = MappingProxyType(
    {
        Part.NUMBER: "序号 编号 No No. Number # Outline",
        Part.LAYER: "框架层 层 层级 板块 领域 Layer Pillar",
        Part.COMPONENT: "要素 要素或举措 组成要素 构件 类别 Component",
        Part.MILESTONE: "工作节点 节点 里程碑 阶段节点 序时节点 Milestone",
        Part.DELIVERABLE: "完成形式 成果形式 交付成果 成果 Deliverable Output",
        "title": "任务 重点任务 主要任务 工作任务 举措 重点举措 主要举措 措施 工作事项 事项 任务名称 工作名称"
        " 名称 举措名称 措施名称 事项名称 项目 项目名称 任务清单 目标任务 Measure Task Action Title Name",
        "content": "内容 主要内容 具体内容 具体任务 具体举措 具体措施 任务内容 工作举措 工作措施"
        " Content Description",
        "criterion": "完成标志 完成标准 验收标准 标志性成果 预期成果 预期目标 目标要求 Criterion",
        "nature": "任务性质 Assessment",
        "status": "状态 进度状态 Status",
        "weight": "权重 分值 Weight",
        "lead": "牵头单位 牵头部门 主办单位 承办单位 牵头责任单位 责任单位（牵头） 主责单位 牵头 Lead"
        " LeadUnit Owner",
        "co_lead": "并列牵头单位 共同牵头单位 联合牵头单位 Co-lead",
        "undivided": "责任单位 责任部门 负责单位 实施单位 落实单位 实施主体 Responsible ResponsibleUnit",
        "supporting": "配合单位 配合部门 协办单位 参与单位 参加单位 协同单位 配合 配合单位（责任人）"
        " Supporting SupportingUnits Support",
        "leader": "责任领导 分管领导 牵头领导 市领导 责任市领导 Leader",
        "office": "责任科室 责任处室 牵头处室 承办处室 Section",
        "person": "责任人 联系人 具体责任人 负责人 Contact",
        "phone": "联系电话 电话 联系方式 Phone Telephone",
        "start": "开始时间 启动时间 起始时间 Start",
        "due": "完成时限 完成时间 时限 时间节点 办结时限 完成期限 时间要求 时间安排 计划完成时间"
        " Due Deadline",
        "task_source": "任务来源 来源 依据 Source",
        "notes": "备注 说明 Notes Remarks",
    }
)
_ROWS_BEFORE_HEADINGS = 8
_MOST = 0.6
_MOST_GUESSED = 40
"""Columns beyond this one, and cells beyond so many, are not looked at to guess what they hold."""
_MOST_SAMPLED = 80


def column_choices(plan: Plan, words: Words, known: Iterable[str] = ()) -> dict[str, str]:
    """Return what a person can say a column holds, by key; goals of the `known` columns among it."""
    parts = {str(part): words(name) for part, name in PART_NAMES.items()}
    fields = {spec.key: _label(spec, words) for spec in _fillable(plan)}
    goals = {
        key: words(GOAL_NAME).format(period=period_name(words, goal_period(key)))
        for key in goal_keys(plan, known)
    }
    return parts | fields | goals


def measure_headings(plan: Plan, words: Words | None = None) -> dict[str, str]:
    """Return the key that each heading means, by its folded text: labels, their translation, synonyms."""
    meanings: dict[str, str] = {}
    for key, names in _SYNONYMS.items():
        for name in names.split():
            meanings.setdefault(folded(name), key)
    for spec in _fillable(plan):
        if is_facet(spec.key):
            meanings.setdefault(folded(spec.label), spec.key)
            continue
        for label in (spec.label, _label(spec, words) if words else ""):
            if label:
                meanings[folded(label)] = spec.key
    return meanings


def _fillable(plan: Plan) -> Iterator[Field]:
    """Yield the fields of a measure that pasted text can fill, those of one's own and facets included."""
    for spec in fields_of(plan, kind_of(Measure)):
        if is_typed(spec) or (is_own(spec.key) and spec.type is FieldType.FLAG):
            yield spec
    yield from facet_fields(plan, kind_of(Measure))


def _label(spec: Field, words: Words) -> str:
    """Return the label of a field; what people named themselves is not translated."""
    return spec.label if is_own(spec.key) or is_facet(spec.key) else words(spec.label)


def find_columns(plan: Plan, grid: Grid, words: Words | None = None) -> Columns:
    """Return what the columns of a table hold.

    Two known headings make a heading row; a second row of headings refines merged ones. Without headings the
    numbers, deadlines and units of the register are known by what they are, and the first other column holds
    the titles.
    """
    headings = _Headings(measure_headings(plan, words), year_of_plan(plan))
    for place, row in enumerate(grid.rows[:_ROWS_BEFORE_HEADINGS]):
        known = {headings.meaning(cell) for cell in row if not read_goal_heading(cell, "") or says_goal(cell)}
        if len(known - {Part.IGNORED}) >= 2:
            columns = _with_subheadings(grid, place, [headings.meaning(cell) for cell in row], headings)
            return replace(columns, keys=tuple(_used(plan, grid, columns)))
    return Columns(_guessed(grid, unit_register(plan)))


@dataclass(frozen=True, slots=True)
class _Headings:
    """What headings mean; `year` is that of the goals whose heading names none."""

    meanings: Mapping[str, str]
    year: str

    def meaning(self, heading: str, above: str = "") -> str:
        """Return the key that a heading means, below another one where it stands in the second row."""
        if key := self.meanings.get(folded(heading)):
            return key
        period = read_goal_heading(heading, year_in(above) or self.year)
        return goal_key(period) if period else Part.IGNORED


def _used(plan: Plan, grid: Grid, columns: Columns) -> Iterator[str]:
    """Yield the keys of the columns, without facets of which the cells name hardly any term.

    A column headed 问题 or 成因 may as well tell a story, which would become as many terms.
    """
    for place, key in enumerate(columns.keys):
        facet = facet_of_field(plan, key)
        cells = [cell for cell in grid.column(place)[columns.first :] if cell.strip()]
        if facet is not None:
            names = TermNames(plan, facet)
            known = (
                _share(cells, partial(_names_term, names)) if cells and names.all else float(not names.all)
            )
            yield key if known >= _MOST else Part.IGNORED
        else:
            yield key


def _names_term(names: TermNames, cell: str) -> bool:
    return any(names.find(name) for name in names.split(cell))


def _with_subheadings(grid: Grid, place: int, keys: list[str], known: _Headings) -> Columns:
    headings, first = list(grid.rows[place]), place + 1
    if first < len(grid.rows):
        below = grid.rows[first]
        own = [cell if (first, column) not in grid.covered else "" for column, cell in enumerate(below)]
        filled = [column for column, cell in enumerate(own) if cell.strip()]
        finer = [known.meaning(cell, above) for cell, above in zip(own, _spread(headings), strict=True)]
        if filled and all(finer[column] for column in filled):
            first += 1
            for column in filled:
                keys[column], headings[column] = finer[column], own[column]
    if Part.MILESTONE not in keys:
        keys = ["criterion" if key == Part.DELIVERABLE else key for key in keys]
    return Columns(_once_each(keys), first, tuple(" ".join(heading.split()) for heading in headings))


def _spread(headings: Sequence[str]) -> list[str]:
    """Return the headings of a row, each also above the empty cells after it, as when merged to the right."""
    spread: list[str] = []
    for heading in headings:
        spread.append(heading if heading.strip() or not spread else spread[-1])
    return spread


def _once_each(keys: Sequence[str]) -> tuple[str, ...]:
    """Ignore all but the first column of each meaning."""
    return tuple(key if key not in keys[:place] else Part.IGNORED for place, key in enumerate(keys))


def _guessed(grid: Grid, units: UnitNames) -> tuple[str, ...]:
    keys: list[str] = []
    for column in range(min(grid.width, _MOST_GUESSED)):
        filled = (cell for cell in grid.column(column) if cell.strip())
        keys.append(_guess(list(islice(filled, _MOST_SAMPLED)), keys, units))
    return (*keys, *[Part.IGNORED] * (grid.width - len(keys)))


def _guess(cells: Sequence[str], taken: Sequence[str], units: UnitNames) -> str:
    if not cells:
        return Part.IGNORED
    if "title" not in taken and Part.NUMBER not in taken and all(map(mark_alone, cells)):
        return Part.NUMBER
    if "due" not in taken and _share(cells, _is_deadline) >= _MOST:
        return "due"
    if _share(cells, lambda cell: _names_units(cell, units)) >= _MOST:
        return next((key for key in ("lead", "supporting") if key not in taken), Part.IGNORED)
    return next((key for key in ("title", "content") if key not in taken), Part.IGNORED)


def _share(cells: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / len(cells)


def _is_deadline(cell: str) -> bool:
    return len(cell) <= 24 and read_deadline(cell, 2000).kind in (
        DeadlineKind.DATE,
        DeadlineKind.RECURRING,
        DeadlineKind.OPEN_ENDED,
    )


def _names_units(cell: str, units: UnitNames) -> bool:
    return any(units.find(name) for name in split_units(cell))

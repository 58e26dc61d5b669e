"""How a block of indicator values is laid out, and what each of its columns holds.

Years may run across, one indicator a row; days may run down, one indicator a column; or each row may hold one
value with its indicator and time.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from planner.app.paste.grid import Grid
from planner.app.paste.outline_marks import mark_alone
from planner.domain.date_words import plain_words
from planner.domain.marks import N_
from planner.domain.periods import last_day, parse_typed
from planner.domain.plain_text import folded


class Layout(StrEnum):
    """Where the times stand: in the headings, in the first column, or in a column beside the value."""

    ACROSS = "across"
    DOWN = "down"
    LONG = "long"


class Part(StrEnum):
    """What a column can hold; the last four hold values."""

    IGNORED = ""
    NAME = "name"
    UNIT = "unit"
    PERIOD = "period"
    ROLE = "role"
    SOURCE = "source"
    NOTES = "notes"
    TARGET = "target"
    ACTUAL = "actual"
    BASELINE = "baseline"
    VALUE = "value"


PART_NAMES: Mapping[Part, str] = {
    Part.IGNORED: N_("不粘贴"),
    Part.NAME: N_("指标"),
    Part.UNIT: N_("计量单位"),
    Part.PERIOD: N_("时点"),
    Part.ROLE: N_("类型"),
    Part.SOURCE: N_("来源"),
    Part.NOTES: N_("备注"),
    Part.TARGET: N_("目标值"),
    Part.ACTUAL: N_("实际值"),
    Part.BASELINE: N_("基期值"),
    Part.VALUE: N_("数值（按时点分）"),
}
VALUES = (Part.TARGET, Part.ACTUAL, Part.BASELINE, Part.VALUE)
ROLES = (Part.TARGET, Part.ACTUAL, Part.BASELINE)

_HEADINGS: Mapping[Part, str] = {
    Part.NAME: "指标 指标名称 名称 主要指标 具体指标 核心指标 监测指标 指标内容 项目 indicator name title",
    Part.UNIT: "单位 计量单位 指标单位 度量单位 unit",
    Part.PERIOD: "时点 时间 日期 年份 年度 年 月份 截至 截止日期 统计时间 period date year",
    Part.ROLE: "类型 值类型 role type",
    Part.SOURCE: "来源 数据来源 出处 source",
    Part.NOTES: "备注 说明 note notes remarks",
    Part.VALUE: "数值 值 指标值 value number",
    Part.TARGET: "目标 目标值 target",
    Part.ACTUAL: "实际 实际值 完成值 最新值 当前值 actual",
    Part.BASELINE: "基期 基期值 基准值 现状值 baseline",
}
_KNOWN = {folded(word): part for part, words in _HEADINGS.items() for word in words.split()}
_ROLE_WORDS = (
    (Part.BASELINE, re.compile(r"基期|基数|基准|现状|BASELINE|BASE")),
    (Part.TARGET, re.compile(r"目标|计划|规划|预期|TARGET|GOAL|PLAN")),
    (Part.ACTUAL, re.compile(r"实际|完成|实绩|现值|最新|当前|ACTUAL")),
)
_TIME = re.compile(
    r"(?:19|20|21)\d\d(?:年度?(?:(?:[上下]半年|第?[1-4]季度)|\d{1,2}月(?:\d{1,2}[日号])?)?)?", re.ASCII
)
_FILLING = re.compile(r"[值数额度年底末]|截至|[()\[\]:;,、/·_~-]")
_ROWS_BEFORE_HEADINGS = 8
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds, with its heading, and in a layout across the time of its values.

    `first` is the first row below the headings.
    """

    layout: Layout
    keys: tuple[Part, ...]
    periods: tuple[str, ...]
    headings: tuple[str, ...]
    first: int

    def place(self, part: Part) -> int | None:
        """Return the column that holds `part`, if there is one."""
        return self.keys.index(part) if part in self.keys else None

    def choices(self, place: int) -> tuple[Part, ...]:
        """Return what a person can say that a column holds."""
        if self.layout is Layout.ACROSS and not self.periods[place]:
            return tuple(part for part in PART_NAMES if part not in (*VALUES, Part.PERIOD, Part.ROLE))
        if self.layout is Layout.ACROSS:
            return tuple(part for part in PART_NAMES if part not in (Part.PERIOD, Part.ROLE))
        return tuple(PART_NAMES)

    def with_meaning(self, place: int, part: Part) -> "Columns":
        """Return the columns with another meaning of one; only values may stand in several columns."""
        keys = [Part.IGNORED if part not in VALUES and key is part else key for key in self.keys]
        keys[place] = part
        return replace(self, keys=tuple(keys))


def role_at(period: str, today: date) -> Part:
    """Return what a value most likely is by its time alone: what has ended is an actual value."""
    return Part.ACTUAL if last_day(period) <= today else Part.TARGET


def read_role(text: str) -> Part | None:
    """Return the role that a text names, None for none."""
    said = plain_words(text)
    return next((role for role, pattern in _ROLE_WORDS if pattern.search(said)), None)


def period_of(text: str) -> str:
    """Return the time that a cell is, empty where it is none, as a number that is no year of our times."""
    try:
        period = parse_typed(re.sub(r"[底末]$", "", text.strip()))
    except ValueError:
        return ""
    return period if period[:2] in ("19", "20", "21") else ""


def find_columns(grid: Grid, today: date) -> Columns | None:
    """Return the layout of a block; None where no times are found in it."""
    across, by_rows = _across(grid, today), _by_rows(grid)
    if across is None or by_rows is None:
        return across or by_rows
    column = by_rows.keys.index(Part.PERIOD)
    down = sum(1 for row in grid.rows[by_rows.first :] if period_of(row[column]))
    along = sum(1 for period in across.periods if period)
    headed = _KNOWN.get(folded(by_rows.headings[column])) is Part.PERIOD
    return by_rows if down > along or headed else across


def _across(grid: Grid, today: date) -> Columns | None:
    """Look for the row, or the two rows, of headings with the most times, one that heads names before."""
    best: tuple[tuple[bool, int, int], int, list[tuple[Part, str]]] | None = None
    for first, headings in _heading_rows(grid):
        read = [_read_heading(text, today) for text in headings]
        times = sum(1 for part, period in read if period and part in VALUES)
        known = [part for part, period in read if part is not Part.IGNORED and not period]
        score = Part.NAME in known, times, len(known)
        named = next(_names(grid, first, read), None) is not None
        if times and named and (best is None or score > best[0]):
            best = score, first, read
    if best is None:
        return None
    _, first, read = best
    keys = _once_each([part for part, _ in read])
    if Part.NAME not in keys:
        keys[next(_names(grid, first, read))] = Part.NAME
    headings = dict(_heading_rows(grid))[first]
    return Columns(Layout.ACROSS, tuple(keys), tuple(period for _, period in read), headings, first)


def _heading_rows(grid: Grid) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield rows that may be headings, with the row below: single ones, and two that belong together."""
    for place, row in enumerate(grid.rows[:_ROWS_BEFORE_HEADINGS]):
        yield place + 1, row
        if place + 1 < len(grid.rows):
            yield place + 2, tuple(_joined(row, grid.rows[place + 1]))


def _joined(above: Sequence[str], below: Sequence[str]) -> Iterator[str]:
    """Yield the headings of two rows as one, an upper one standing over the empty cells to its right."""
    over = ""
    for upper, lower in zip(above, below, strict=True):
        over = upper.strip() or (over if lower.strip() else "")
        yield over if folded(over) == folded(lower) else f"{over} {lower}".strip()


def _read_heading(text: str, today: date) -> tuple[Part, str]:
    """Return what a heading says of its column, with its time if it has one."""
    if part := _KNOWN.get(folded(text)):
        return (Part.IGNORED if part in VALUES else part), ""
    words = plain_words(text)
    time = _TIME.search(words)
    if time is None:
        return Part.IGNORED, ""
    period, rest = period_of(time[0]), words[: time.start()] + words[time.end() :]
    if not period:
        return Part.IGNORED, ""
    role = next((role for role, pattern in _ROLE_WORDS if pattern.search(rest)), None)
    for _, pattern in _ROLE_WORDS:
        rest = pattern.sub("", rest)
    if _FILLING.sub("", rest):
        return Part.IGNORED, period
    return role or role_at(period, today), period


def _names(grid: Grid, first: int, read: Sequence[tuple[Part, str]]) -> Iterator[int]:
    """Yield the columns that can hold names: the one headed so, else those of texts that are no marks."""
    headed = [place for place, (part, _) in enumerate(read) if part is Part.NAME]
    if headed:
        yield headed[0]
        return
    for place, (part, period) in enumerate(read):
        cells = [row[place] for row in grid.rows[first:] if row[place].strip()]
        if part is Part.IGNORED and not period and cells and not all(map(_is_mark_or_number, cells)):
            yield place


def _by_rows(grid: Grid) -> Columns | None:
    """Read a block whose rows have a time each: with a value and its indicator, or values of several."""
    place = _time_column(grid)
    if place is None or not _holds_times(grid, place):
        return None
    first = next(row for row, cells in enumerate(grid.rows) if period_of(cells[place]))
    headings = grid.rows[first - 1] if first else ("",) * grid.width
    keys = [_KNOWN.get(folded(text), Part.IGNORED) for text in headings]
    keys[place] = Part.PERIOD
    long = Part.NAME in keys
    if not long:
        keys = [_named_column(grid, first, column, key) for column, key in enumerate(keys)]
    if not any(key in VALUES for key in keys):
        return None
    layout = Layout.LONG if long else Layout.DOWN
    return Columns(layout, tuple(_once_each(keys)), ("",) * grid.width, headings, first)


def _named_column(grid: Grid, first: int, column: int, key: Part) -> Part:
    """A column below a name of its own holds values, if any cell looks like one."""
    if key is not Part.IGNORED:
        return key
    cells = [row[column] for row in grid.rows[first:]]
    return Part.VALUE if any(re.search(r"\d", cell) for cell in cells) else Part.IGNORED


def _time_column(grid: Grid) -> int | None:
    """Return the column headed as times, else the first that holds anything."""
    for row in grid.rows[:_ROWS_BEFORE_HEADINGS]:
        for column, text in enumerate(row):
            if _KNOWN.get(folded(text)) is Part.PERIOD:
                return column
    return next((column for column in range(grid.width) if any(map(str.strip, grid.column(column)))), None)


def _holds_times(grid: Grid, column: int) -> bool:
    cells = [cell for cell in grid.column(column) if cell.strip()]
    times = sum(1 for cell in cells if period_of(cell))
    return times > 0 and times >= _MOST * (len(cells) - 1)


def _once_each(keys: Iterable[Part]) -> list[Part]:
    """Ignore all but the first column of each meaning, values apart."""
    once: list[Part] = []
    for key in keys:
        once.append(Part.IGNORED if key not in VALUES and key in once else key)
    return once


def _is_mark_or_number(cell: str) -> bool:
    return mark_alone(cell) is not None or re.fullmatch(r"[\d.,%\s-]+", cell) is not None

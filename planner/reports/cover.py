"""封面与说明: what the workbook is, as of when and from which revision, what is in it and how to read it."""

from collections.abc import Iterator
from dataclasses import replace

from planner.app.messages import LIGHT_NAMES
from planner.domain.items import kind_of
from planner.domain.items.framework import PlanHead
from planner.domain.lights import Light, Limits
from planner.domain.marks import N_
from planner.reports.computed import SheetLink
from planner.reports.keys import COVER
from planner.reports.source import Source
from planner.reports.table import Align, Cell, Column, LightSign, Role, Row, Table

SHEET = COVER
NAMES = (N_("封面与说明"), N_("（工作簿说明）"))

COLUMNS = {
    "entry": Column("entry", N_("项目"), 22, align=Align.CENTRE),
    "content": Column("content", N_("内容"), 66),
}

_LEGEND = {
    Light.RED: N_("超过完成时限，或落后序时进度超过 {red} 个百分点"),
    Light.YELLOW: N_("落后序时进度 {yellow} 个百分点以上，或有里程碑到期未完成"),
    Light.BLUE: N_("距完成时限不足 {near} 天（仅“到期”规则）"),
    Light.GREEN: N_("按序时进度推进，没有到期未完成的节点"),
    Light.DONE: N_("已完成或已销号"),
    Light.NONE: N_("没有可据以判定的时限和进度，或已取消"),
}
_READING = (
    N_("任务序号在全计划内连续编号，点击可转到工作计划表的相应行；点击各表右上角的“返回目录”可回到本页。"),
    N_("完成时限照原文填写；“计算日期”是按原文推算、用于排序和亮灯的日期。"),
    N_("合计、完成率等由公式计算；甘特图的色块随开始和完成日期变化。"),
    N_("每张表最右侧有一列隐藏的条目编号，供本软件读回时对照，请勿删除。"),
)


def cover_table(source: Source) -> Table:
    """Return the cover: each line is one entry and what is to be said of it."""
    columns = source.columns(SHEET, COLUMNS)
    table = source.table(SHEET, NAMES, columns, [Row(cells, role) for role, cells in _lines(source)])
    return replace(
        table, title=source.plan.head.title or table.title, notes=(), issuer="", dated="", single_page=True
    )


def _lines(source: Source) -> Iterator[tuple[Role, tuple[Cell, ...]]]:
    words, head = source.words, source.plan.head
    yield from (
        (Role.ITEM, (words(entry), content))
        for entry, content in (
            (N_("编制单位"), head.issuer),
            (N_("计划期限"), " — ".join(period for period in (head.start, head.end) if period)),
            (N_("数据截至"), source.long_date(source.derived.today)),
            (N_("计划版本"), source.options.revision),
            (N_("声明"), head.notice),
            (N_("备注"), head.notes),
        )
        if content
    )
    yield Role.BAND, (words(N_("目录")), None)
    others = [entry for entry in source.contents.items() if entry[0] != SHEET]
    for serial, (key, name) in enumerate(others, 1):
        yield Role.ITEM, (serial, SheetLink(name, key))
    yield Role.BAND, (words(N_("状态灯图例")), None)
    yield Role.ITEM, (words(N_("亮灯规则")), _rule(source))
    limits = Limits.of(head)
    counts = {
        "yellow": f"{limits.yellow_points:g}",
        "red": f"{limits.red_points:g}",
        "near": f"{limits.near_days:g}",
    }
    for light, meaning in _LEGEND.items():
        yield Role.ITEM, (LightSign(light, words(LIGHT_NAMES[light])), words(meaning).format(**counts))
    yield Role.BAND, (words(N_("使用说明")), None)
    for serial, sentence in enumerate(_READING, 1):
        yield Role.ITEM, (serial, words(sentence))


def _rule(source: Source) -> str:
    spec = kind_of(PlanHead).by_key["light_rule"]
    return source.cells.stored_text(spec, source.plan.head.light_rule)

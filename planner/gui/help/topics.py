"""The table of help pages: one row each, in reading order. Menu, palette and contents are made from it.

A page is the file `resources/help/<language>/<id>.md`; its heading is the topic's text. Views and panes name
theirs in the property `help_topic`. Any module of the window may import this one.
"""

from dataclasses import dataclass
from enum import StrEnum

from planner.domain.marks import N_


class Section(StrEnum):
    """The parts of the contents, in their order."""

    BEGIN = "begin"
    WRITE = "write"
    LOOK = "look"
    HAND_IN = "hand_in"
    TOOLS = "tools"
    REFERENCE = "reference"


SECTION_TEXTS = {
    Section.BEGIN: N_("入门"),
    Section.WRITE: N_("编写计划"),
    Section.LOOK: N_("查看与校核"),
    Section.HAND_IN: N_("出材料"),
    Section.TOOLS: N_("文件与工具"),
    Section.REFERENCE: N_("速查"),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: its id, its name with an access key, and where it stands in the contents."""

    id: str
    text: str
    section: Section


FIRST = "start"
"""The page for whoever asks for help in general."""

TOPICS = (
    Topic(FIRST, N_("开始使用(&G)"), Section.BEGIN),
    Topic("window", N_("窗口与设置(&W)"), Section.BEGIN),
    Topic("plan", N_("计划树与录入(&T)"), Section.WRITE),
    Topic("inspector", N_("详情窗格(&D)"), Section.WRITE),
    Topic("clipboard", N_("与 Excel、WPS、Word 互贴(&E)"), Section.WRITE),
    Topic("finding", N_("查找、筛选与视图(&F)"), Section.WRITE),
    Topic("deadlines", N_("时限与日期用语(&L)"), Section.WRITE),
    Topic("progress", N_("里程碑与进展(&M)"), Section.WRITE),
    Topic("owners", N_("单位与责任(&U)"), Section.WRITE),
    Topic("facets", N_("分类与标签(&B)"), Section.WRITE),
    Topic("own-fields", N_("自定义字段(&O)"), Section.WRITE),
    Topic("list", N_("清单(&Q)"), Section.LOOK),
    Topic("dashboard", N_("总览(&V)"), Section.LOOK),
    Topic("figures", N_("框架图(&H)"), Section.LOOK),
    Topic("indicators", N_("指标(&I)"), Section.LOOK),
    Topic("matrix", N_("关系矩阵(&X)"), Section.LOOK),
    Topic("lights", N_("亮灯规则(&A)"), Section.LOOK),
    Topic("checks", N_("校核(&C)"), Section.LOOK),
    Topic("export", N_("导出(&Y)"), Section.HAND_IN),
    Topic("printing", N_("打印与报送材料(&P)"), Section.HAND_IN),
    Topic("periods", N_("报告期与前后对比(&J)"), Section.HAND_IN),
    Topic("files", N_("文件、安全与恢复(&S)"), Section.TOOLS),
    Topic("command-line", N_("命令行(&Z)"), Section.TOOLS),
    Topic("notebook", N_("用 pandas 接着分析(&N)"), Section.TOOLS),
    Topic("shortcuts", N_("键盘快捷键(&K)"), Section.REFERENCE),
    Topic("dictionary", N_("数据字典(&R)"), Section.REFERENCE),
)

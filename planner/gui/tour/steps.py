"""The table of the tour's steps: one row each. Only the tour imports it."""

from dataclasses import dataclass

from planner.domain.marks import N_


@dataclass(frozen=True, slots=True)
class Step:
    """One bubble: the object name of the widget that it points at, what it says."""

    target: str
    title: str
    text: str


STEPS = (
    Step(
        "tree",
        N_("计划写在这里"),
        N_("一行一项。直接打字就能改；在标题末尾按 Enter 接着写下一项，Tab 降一级，Shift+Tab 升一级。"),
    ),
    Step(
        "inspector",
        N_("详情在这里"),
        N_("选中哪一项，这里就是它的全部内容：责任单位、时限、里程碑、进展和关联指标。"),
    ),
    Step(
        "view_tabs",
        N_("换个角度看"),
        N_("总览看进度，框架图看结构，校核看缺口。Ctrl+1 到 Ctrl+9 切换，内容始终是同一份计划。"),
    ),
    Step(
        "filter_box",
        N_("边打边找"),
        N_("输入标题、序号或单位，只留下相关的行；拼音首字母也行，sfgw 就是市发改委。"),
    ),
    Step(
        "tool_export",
        N_("导出就能发"),
        N_("生成排好版的 Excel 工作簿，可以直接作附件。不清楚的地方，随时按 F1。"),
    ),
)

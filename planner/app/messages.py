"""Sentences for what the domain says in codes: why it refused, what a change set did, why a light shines."""

from collections.abc import Mapping

from planner.app.words import Words
from planner.domain.changes import Label
from planner.domain.errors import Refusal, Refused
from planner.domain.items import KINDS
from planner.domain.lights import Light, Verdict
from planner.domain.marks import N_

_REFUSALS: Mapping[Refusal, str] = {
    Refusal.UNKNOWN_ITEM: N_("计划中没有编号为“{item}”的条目。"),
    Refusal.UNKNOWN_KIND: N_("“{kind}”不是已知的条目类型。"),
    Refusal.UNKNOWN_FIELD: N_("条目“{item}”没有可以填写的字段“{field}”。"),
    Refusal.BAD_VALUE: N_("“{value}”不能填入条目“{item}”的字段“{field}”。"),
    Refusal.BAD_FORMAT: N_("变更文件的“{part}”部分格式不对。"),
    Refusal.ITEM_EXISTS: N_("计划中已有编号为“{item}”的条目。"),
    Refusal.STALE_FIELD: N_("条目“{item}”的字段“{field}”已被改过，与变更所依据的内容不一致。"),
    Refusal.STALE_ITEM: N_("条目“{item}”已被改过，与变更所依据的内容不一致。"),
    Refusal.STALE_PLACE: N_("条目“{item}”已被移动，与变更所依据的位置不一致。"),
    Refusal.WRONG_PARENT: N_("条目“{item}”不能放在“{parent}”之下。"),
    Refusal.CYCLE: N_("条目“{item}”不能放进自己的下级。"),
    Refusal.DANGLING: N_("条目“{item}”的字段“{field}”指向不存在的“{target}”。"),
    Refusal.STILL_REFERRED: N_("条目“{item}”仍被“{referrer}”引用，不能删除。"),
    Refusal.TOO_MUCH: N_("内容太多，没有粘贴：一次最多 {rows} 行、{cells} 格，请分几次粘贴。"),
}

_STEPS: Mapping[str, str] = {
    "set_field": N_("修改{field}"),
    "add": N_("新增{kind}"),
    "remove": N_("删除{kind}"),
    "move": N_("移动{kind}"),
    "indent": N_("降级{kind}"),
    "outdent": N_("升级{kind}"),
    "diff": N_("应用差异"),
    "fix": N_("按校核意见修改{field}"),
    "fix_all": N_("按校核意见修改"),
    "set_rule": N_("设置校核规则"),
    "waive": N_("免检{kind}"),
    "stop_waiving": N_("恢复校核{kind}"),
    "cut": N_("剪切{kind}"),
    "paste": N_("粘贴"),
    "paste_cells": N_("粘贴到单元格"),
    "paste_values": N_("粘贴指标值"),
    "set_value": N_("修改指标值"),
    "set_all": N_("批量修改{field}"),
    "fill_down": N_("向下填充"),
    "duplicate": N_("复制{kind}"),
    "sort": N_("排序{kind}"),
    "replace": N_("替换文字"),
    "merge_units": N_("合并单位"),
    "update_view": N_("更新视图"),
    "update_layout": N_("更新版式"),
    "adjust_deadline": N_("调整完成时限"),
    "report_progress": N_("填报进展"),
    "close_period": N_("关闭报告期"),
    "write_passage": N_("修改报告文字"),
    "drop_passage": N_("恢复报告文字"),
}

LIGHT_NAMES: Mapping[Light, str] = {
    Light.NONE: N_("未判定"),
    Light.DONE: N_("已完成"),
    Light.GREEN: N_("正常"),
    Light.BLUE: N_("临期"),
    Light.YELLOW: N_("关注"),
    Light.RED: N_("滞后"),
}

_REASONS: Mapping[str, str] = {
    "completed": N_("已完成"),
    "cancelled": N_("已取消，不再判定"),
    "overdue": N_("已超过完成时限 {days} 天"),
    "on_schedule": N_("序时应达 {expected}%，实际 {actual}%"),
    "behind_schedule": N_("序时应达 {expected}%，实际 {actual}%，落后 {behind} 个百分点"),
    "far_behind_schedule": N_(
        "序时应达 {expected}%，实际 {actual}%，落后 {behind} 个百分点，超过 {limit} 个百分点"
    ),
    "near_deadline": N_("距完成时限还有 {days} 天"),
    "missed_milestone": N_("{date} 到期的里程碑尚未完成"),
    "missed_month": N_("本季度内 {date} 到期的节点尚未完成"),
    "missed_quarter": N_("以前季度 {date} 到期的节点尚未完成"),
    "nothing_missed": N_("没有到期未完成的节点"),
    "nothing_to_judge": N_("没有时限、里程碑和完成比例，无从判定"),
    "empty": N_("下面没有举措"),
    "indicator_no_actual": N_("还没有实际值，无从判定"),
    "indicator_no_target": N_("还没有目标值，无从判定"),
    "indicator_no_path": N_("只有起点值，或没有起点值，走不出目标路径"),
    "indicator_met": N_("实际 {actual}，已达到目标 {target}"),
    "indicator_missed": N_("到期未达目标：实际 {actual}，目标 {target}"),
    "indicator_outside": N_("实际 {actual}，不在目标区间内，最近的界限为 {target}"),
    "indicator_on_path": N_("按路径应为 {expected}，实际 {actual}，符合进度"),
    "indicator_behind": N_("按路径应为 {expected}，实际 {actual}，落后全程的 {behind}%"),
    "indicator_far_behind": N_("按路径应为 {expected}，实际 {actual}，大幅落后，达全程的 {behind}%"),
}


def verdict_sentence(words: Words, verdict: Verdict) -> str:
    """Say in words which light shines and why."""
    reason = words(_REASONS[verdict.reason]).format(**verdict.details)
    return words(N_("{light}：{reason}")).format(light=words(LIGHT_NAMES[verdict.light]), reason=reason)


def refusal_sentence(words: Words, refused: Refused) -> str:
    """Say why a change was refused, in one sentence."""
    return words(_REFUSALS[refused.code]).format(**refused.details)


def step_name(words: Words, label: Label) -> str:
    """Name a step for the undo menu, as 修改标题; the empty text for a code that no sentence is known for."""
    code = label.details.get("step", label.code)
    kind = KINDS.get(label.details.get("kind", ""))
    spec = kind.by_key.get(label.details.get("field", "")) if kind else None
    return words(_STEPS.get(code, "")).format(
        kind=words(kind.label) if kind else "",
        field=words(spec.label) if spec else label.details.get("field", ""),
    )

"""One sentence for each thing that can go wrong with a status sheet. Any room above `app` may import it."""

from collections.abc import Mapping

from planner.app.periods import PeriodLost, UnknownPeriod
from planner.app.words import Words
from planner.domain.marks import N_
from planner.reports.outcome import UnknownFormat
from planner.reports.preset import BrokenPreset
from planner.reports.status.templates import BrokenTemplate
from planner.reports.template_faults import BadTemplate, fault_sentences

_SENTENCES: Mapping[type[Exception], str] = {
    UnknownPeriod: N_("没有报告期“{0}”，它也不是 2025-11 这样的时段。"),
    PeriodLost: N_("文件里的修改记录已不能还原报告期“{0}”。"),
    BrokenTemplate: N_("模板“{0}”第 {1} 行有误：{2}。"),
    BrokenPreset: N_("版式“{0}”有误：{1}。"),
    UnknownFormat: N_("不能写成“{0}”：文件名要以 {1} 结尾。"),
}
"""The sentence of each error, with the places of its arguments."""


def report_trouble(words: Words, error: Exception) -> str | None:
    """Return what went wrong, a template's faults a line each; None for what is no trouble of a report."""
    if isinstance(error, BadTemplate):
        return "\n".join(fault_sentences(words, error))
    pattern = _SENTENCES.get(type(error))
    return words(pattern).format(*error.args) if pattern else None

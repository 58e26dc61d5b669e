"""Sentences for findings: the one wording for window, command line and workbook."""

from collections.abc import Callable, Mapping

from planner.app.cells import SEPARATOR, Cells
from planner.app.checks.findings import Finding, Severity
from planner.app.checks.table import RULES
from planner.app.messages import LIGHT_NAMES
from planner.app.words import Words
from planner.domain.lights import Light
from planner.domain.marks import N_

SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.ERROR: N_("错误"),
    Severity.WARNING: N_("警告"),
    Severity.NOTE: N_("提示"),
}

_REASONS: Mapping[str, str] = {
    "formula_unreadable": N_("从“{part}”起读不懂"),
    "formula_unknown_name": N_("没有指标叫“{part}”"),
    "formula_ambiguous_name": N_("有几项指标都叫“{part}”"),
    "formula_circle": N_("绕回到了“{part}”"),
}


def rule_label(words: Words, code: str) -> str:
    """Return what a rule is called; a code that is not known stands for itself."""
    rule = RULES.get(code)
    return words(rule.label) if rule else code


def finding_sentence(words: Words, cells: Cells, finding: Finding) -> str:
    """Say in one sentence what was found."""
    details = {key: _SPECIAL[key](words, finding.details) for key in finding.details if key in _SPECIAL}
    names = {
        key: SEPARATOR.join(_name(words, cells, item_id) for item_id in ids)
        for key, ids in finding.names.items()
    }
    item = _name(words, cells, finding.item)
    return words(RULES[finding.code].sentence).format(**{"item": item, **finding.details, **details, **names})


def _name(words: Words, cells: Cells, item_id: str) -> str:
    return cells.name(item_id) or words(N_("未命名"))


def _reason(words: Words, details: Mapping[str, str]) -> str:
    sentence = _REASONS[details["reason"]]
    return words(sentence).format(part=details["part"])


_SPECIAL: Mapping[str, Callable[[Words, Mapping[str, str]], str]] = {
    "reason": _reason,
    "rule": lambda words, details: rule_label(words, details["rule"]),
    "reported": lambda words, details: words(LIGHT_NAMES[Light(details["reported"])]),
    "computed": lambda words, details: words(LIGHT_NAMES[Light(details["computed"])]),
}

"""`check PLAN`: what does not hang together; `check --list`: by which rules."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from planner.app.cells import Cells
from planner.app.checks.checker import Checker, in_reading_order
from planner.app.checks.findings import Finding, Rule
from planner.app.checks.table import RULES
from planner.app.checks.words import SEVERITY_NAMES, finding_sentence
from planner.app.derived import Derived
from planner.app.words import Words
from planner.cli.output import print_json, print_lines
from planner.cli.sentences import Unusable
from planner.cli.services import Services
from planner.domain.items import KINDS
from planner.domain.numbering import outline_numbers


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Print the findings, the worst first, or the table of rules; findings where there are any."""
    rules = _chosen(options.rule, words)
    if options.list:
        if options.json:
            print_json([_rule_as_json(rule, words) for rule in rules])
        else:
            print_lines(_rule_line(rule, words) for rule in rules)
        return False
    if options.plan is None:
        raise Unusable(words("请写明要校核的计划文件 PLAN；用 --list 列出规则。"))
    clock = services.clock(options.as_of)
    plan = services.workspace(clock).read(options.plan).content.plan
    derived = Derived(plan, clock.today())
    cells = Cells(plan, derived, words)
    findings = Checker(plan, derived, [rule.code for rule in rules]).findings
    worded = [
        (finding, finding_sentence(words, cells, finding)) for finding in in_reading_order(plan, findings)
    ]
    if options.json:
        print_json([_as_json(finding, sentence) for finding, sentence in worded])
    else:
        numbers = outline_numbers(plan)
        print_lines(
            f"{words(SEVERITY_NAMES[finding.severity])}  {finding.code}  "
            f"{numbers.get(finding.item, '')}{sentence}"
            for finding, sentence in worded
        )
    return bool(worded)


def _chosen(codes: Sequence[str], words: Words) -> list[Rule]:
    """Return the rules with these codes, or all; refuses a code that is none."""
    for code in codes:
        if code not in RULES:
            raise Unusable(words("没有规则“{code}”；用 check --list 列出规则。").format(code=code))
    return [rule for rule in RULES.values() if not codes or rule.code in codes]


def _as_json(finding: Finding, message: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "item": finding.item,
        "field": finding.field,
        "message": message,
        "fixable": finding.fixable,
    }


def _rule_as_json(rule: Rule, words: Words) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "label": words(rule.label),
        "kind": rule.subject,
        "reads": list(rule.reads),
        "limit": rule.limit,
        "fixable": rule.fix is not None,
    }


def _rule_line(rule: Rule, words: Words) -> str:
    severity, kind = words(SEVERITY_NAMES[rule.severity]), words(KINDS[rule.subject].label)
    return f"{severity}  {rule.code}  {words(rule.label)}（{kind}）"

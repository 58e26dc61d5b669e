"""The table of rules, in the order in which they are listed."""

from collections.abc import Mapping

from planner.app.checks.findings import Rule
from planner.app.checks.rules import (
    deadlines,
    indicators,
    logic,
    money,
    order,
    owners,
    progress,
    whole_plan,
    wording,
)

RULES: Mapping[str, Rule] = {
    rule.code: rule
    for module in (owners, deadlines, order, logic, indicators, wording, progress, money, whole_plan)
    for rule in module.RULES
}

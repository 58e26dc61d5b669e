"""What the product is called and what its files are called; every module of the window may import it."""

from planner.app.words import Words
from planner.domain.marks import N_

NAME = N_("Policy Planner 行动计划")
SUFFIX = ".plan"
WORKBOOK_SUFFIX = ".xlsx"
IDENTIFIER = "policy-planner"

_PLAN_FILTER = N_("行动计划（*.plan）")
_ALL_FILTER = N_("所有文件（*）")
_WORKBOOK_FILTER = N_("Excel 工作簿（*.xlsx）")


def plan_filter(words: Words) -> str:
    """The file dialog's filter for plans."""
    return ";;".join(_ascii_brackets(words(text)) for text in (_PLAN_FILTER, _ALL_FILTER))


def workbook_filter(words: Words) -> str:
    """The file dialog's filter for workbooks."""
    return _ascii_brackets(words(_WORKBOOK_FILTER))


def _ascii_brackets(text: str) -> str:
    """Qt reads the pattern from ASCII brackets only."""
    return text.replace("（", " (").replace("）", ")")
